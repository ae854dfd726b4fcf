#include "sim/files/file_system.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <string>
#include <vector>

#include "sim/files/file_table.h"

namespace gilsim::sim {
namespace {

HostFiles host_with_one_folder(std::vector<std::string>* asked) {
  HostFiles host;
  host.folder = "/srv/program/";
  host.list = [asked](const std::string& path) {
    asked->push_back(path);
    return path == "/srv/program/" ? std::vector<HostEntry>{{"main.py", false, 5, false}, {"data", true, 0, true}}
                                   : std::vector<HostEntry>{{"big", false, 1'000'000, false}};
  };
  host.read = [asked](const std::string& path) -> std::optional<std::string> {
    asked->push_back(path);
    return path.ends_with("big") ? std::string(1'000'000, 'x') : "text\n";
  };
  return host;
}

struct Fixture {
  explicit Fixture(std::int64_t capacity = 1 << 30)
      : computer({machine_profiles().front(), nullptr}, record),
        process(computer.create_process(no_label)),
        table(computer, host_with_one_folder(&asked), capacity, 0, "/srv/program") {}
  FileSystem& files() { return table.system(); }
  const FileSystem::Node& root() { return files().root(); }
  bool exists(const char* path) { return files().find(root(), path).missing() == 0; }
  void run(Thread::Body body) {
    computer.create_thread({&process}, std::move(body));
    CHECK(computer.run().outcome == RunOutcome::Finished);
  }

  Record record;
  Computer computer;
  Process& process;
  std::vector<std::string> asked;
  FileTable table;
};

}  // namespace

TEST_CASE("a new computer has a few folders and devices, and nothing of the host's but one folder") {
  Fixture fixture;
  for (const char* path : {"/", "/tmp", "/home/student", "/dev/null", "/srv/program", "/srv/program/../program/."}) CHECK(fixture.exists(path));
  for (const char* path : {"/etc/passwd", "/usr", "/srv/other", "/tmp/x", "/dev/null/x"}) CHECK_FALSE(fixture.exists(path));
  CHECK(fixture.asked.empty());
}

TEST_CASE("the host is asked once for what is looked at, and what is removed stays away") {
  Fixture fixture;
  CHECK(fixture.exists("/srv/program/main.py"));
  CHECK(fixture.exists("/srv/program/data"));
  CHECK_FALSE(fixture.exists("/srv/program/secret"));
  CHECK(fixture.asked == std::vector<std::string>{"/srv/program/"});
  FileSystem::Node node;
  CHECK(fixture.files().open(fixture.root(), "/srv/program/main.py", O_RDWR, 0, &node) == 0);
  CHECK(node->content == "text\n");
  CHECK(fixture.files().remove(fixture.root(), "/srv/program/main.py") == 0);
  CHECK_FALSE(fixture.exists("/srv/program/main.py"));
  CHECK(fixture.asked.size() == 2);
}

TEST_CASE("names are refused in Linux's order") {
  Fixture fixture;
  FileSystem& files = fixture.files();
  const auto& root = fixture.root();
  FileSystem::Node node;
  CHECK(files.open(root, "/tmp/a", O_WRONLY | O_CREAT, 0644, &node) == 0);
  CHECK(files.open(root, "/tmp/a", O_WRONLY | O_CREAT | O_EXCL, 0644, &node) == EEXIST);
  CHECK(files.open(root, "/tmp/a/b", O_RDONLY, 0, &node) == ENOTDIR);
  CHECK(files.open(root, "/tmp", O_WRONLY, 0, &node) == EISDIR);
  CHECK(files.open(root, "/new", O_WRONLY | O_CREAT, 0644, &node) == EACCES);
  CHECK(files.open(root, "", O_RDONLY, 0, &node) == ENOENT);
  CHECK(files.make_folder(root, "/tmp/f", 0755) == 0);
  CHECK(files.make_folder(root, "/tmp/f/g", 0755) == 0);
  CHECK(files.remove_folder(root, "/tmp/f") == ENOTEMPTY);
  CHECK(files.remove(root, "/tmp/f") == EISDIR);
  CHECK(files.rename(root, "/tmp/f", "/tmp/f/g/h") == EINVAL);
  CHECK(files.rename(root, "/tmp/a", "/tmp/f") == EISDIR);
  CHECK(files.rename(root, "/tmp/f", "/tmp/a") == ENOTDIR);
  CHECK(files.rename(root, "/tmp/f", "/tmp/z") == 0);
  CHECK(FileSystem::path_of(*files.find(root, "/tmp/z/g").node) == "/tmp/z/g");
}

TEST_CASE("links are followed, but not for ever") {
  Fixture fixture;
  FileSystem& files = fixture.files();
  CHECK(files.make_symbolic_link(fixture.root(), "/srv", "/tmp/s") == 0);
  CHECK(fixture.exists("/tmp/s/program/main.py"));
  CHECK(files.make_symbolic_link(fixture.root(), "loop", "/tmp/loop") == 0);
  CHECK(files.find(fixture.root(), "/tmp/loop").error == ELOOP);
  CHECK(files.find(fixture.root(), "/tmp/loop", false).node->kind == FileKind::Link);
}

TEST_CASE("a full disk takes nothing more until something goes") {
  Fixture fixture(1000);
  FileSystem& files = fixture.files();
  FileSystem::Node node;
  CHECK(files.open(fixture.root(), "/tmp/a", O_WRONLY | O_CREAT, 0644, &node) == 0);
  CHECK(files.write(*node, 0, std::string(900, 'x')) == 0);
  CHECK(files.write(*node, 900, std::string(101, 'x')) == ENOSPC);
  CHECK(files.used() == 900);
  CHECK(files.remove(fixture.root(), "/tmp/a") == 0);
  CHECK(files.used() == 900);  // it is still open
  node = nullptr;
  CHECK(files.used() == 0);
}

TEST_CASE("the first read of a file waits for the disk, the next does not; fsync waits for what was written") {
  Fixture fixture;
  fixture.run([&](Thread& thread) {
    auto time_of = [&](auto call) {
      const Nanoseconds before = fixture.computer.now();
      call();
      return fixture.computer.now() - before;
    };
    std::string octets;
    const int number = fixture.table.open("data/big", O_RDWR, 0);
    CHECK(number == 0);
    auto read = [&] { CHECK(fixture.table.read(thread, number, 4096, 0, &octets) == 4096); };
    CHECK(time_of(read) > fixture.computer.machine().disk_latency_ns);
    CHECK(time_of(read) < 2 * microsecond);
    auto save = [&] { CHECK(fixture.table.save(thread, number) == 0); };
    CHECK(time_of(save) < microsecond);
    CHECK(time_of([&] { CHECK(fixture.table.write(thread, number, "new") == 3); }) < 2 * microsecond);
    CHECK(time_of(save) > fixture.computer.machine().disk_flush_ns);
    CHECK(fixture.table.close(number) == 0);
    CHECK(fixture.table.close(number) == -EBADF);
  });
}

TEST_CASE("a pipe's reader waits for its writer, and hears of its end") {
  Fixture fixture;
  int ends[2];
  std::string received;
  fixture.run([&](Thread& thread) {
    REQUIRE(fixture.table.make_pipe(ends) == 0);
    fixture.computer.create_thread({&fixture.process}, [&](Thread& writer) {
      CHECK(fixture.table.write(writer, ends[1], std::string(200'000, 'x')) == 200'000);
      CHECK(fixture.table.close(ends[1]) == 0);
    });
    std::string octets;
    while (fixture.table.read(thread, ends[0], 50'000, -1, &octets) > 0) received += octets;
  });
  CHECK(received == std::string(200'000, 'x'));
}

}  // namespace gilsim::sim

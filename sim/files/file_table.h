// The files of a process: its descriptors and its current folder, and the system calls on both, with the time that each
// takes. Results are Linux's: a number, or an error number as a negative one. Thread context; whoever has a GIL has
// released it.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/files/open_file.h"
#include "sim/net/site.h"

namespace gilsim::sim {

class Network;

class FileTable : public SharedObject {
 public:
  // `folder`: the current one at the start, made if it is not there. `sites`: of the network.
  FileTable(Computer& computer, HostFiles host, std::int64_t capacity, std::uint64_t seed, const std::string& folder,
            const std::vector<SitePlan>& sites = no_sites);

  // fork(2): the same open files under the same descriptors.
  FileTable(const FileTable& parents) = default;
  FileTable& operator=(const FileTable&) = delete;
  // What a new program gets: the standard streams and these descriptors, (new, old).
  void keep_only(std::span<const std::pair<int, int>> descriptors);
  // When its process ends.
  void close_all();

  FileSystem& system() { return storage_->system; }
  const FileSystem::Node& folder() const { return folder_; }
  std::string folder_path() const { return FileSystem::path_of(*folder_); }

  Network& network() { return *storage_->network; }

  // Pays for the way into the kernel and out of it, for calls on what find() gives.
  void enter() const;
  // For calls on paths that FileSystem has ready: pays for finding one, and for changing a folder.
  void pay_for_path(bool changes = false);

  int open(std::string_view path, int flags, std::uint32_t permissions);
  int close(int number);
  std::int64_t read(Thread& thread, int number, std::int64_t most, std::int64_t position, std::string* octets);
  std::int64_t write(Thread& thread, int number, std::string_view octets, std::int64_t position = -1);
  std::int64_t seek(int number, std::int64_t offset, int whence);
  int resize(int number, std::int64_t size);
  int save(Thread& thread, int number);
  int status(int number, FileStatus* status);
  int status(std::string_view path, bool follow, FileStatus* status);
  int is_terminal(int number);
  int duplicate(int number, int least = 0);
  int duplicate_to(int number, int wanted);
  int make_pipe(int numbers[2]);
  int change_folder(std::string_view path);
  int change_folder(int number);

  // Null: there is no such descriptor.
  std::shared_ptr<OpenFile> find(int number) const;
  // Gives it the lowest free descriptor; EMFILE.
  int add(std::shared_ptr<OpenFile> file, int least = 0);

 private:
  template <class Call>
  std::int64_t use(Thread& thread, int number, Call call);

  // What all processes share.
  struct Storage {
    Storage(Computer& computer, HostFiles host, std::int64_t capacity, std::uint64_t seed, const std::vector<SitePlan>& sites);
    FileSystem system;
    Disk disk;
    std::shared_ptr<Network> network;
    int pipes = 0;
  };

  Computer& computer_;
  std::shared_ptr<Storage> storage_;
  FileSystem::Node folder_;
  SharedVector<std::shared_ptr<OpenFile>> open_;
};

}  // namespace gilsim::sim

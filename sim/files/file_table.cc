#include "sim/files/file_table.h"

#include <fcntl.h>

#include "sim/files/pipe.h"
#include "sim/net/network.h"

namespace gilsim::sim {
namespace {

constexpr int kMostOpen = 1024;  // RLIMIT_NOFILE

}  // namespace

FileTable::Storage::Storage(Computer& computer, HostFiles host, std::int64_t capacity, std::uint64_t seed,
                            const std::vector<SitePlan>& sites)
    : system(computer, std::move(host), capacity, seed), disk(computer), network(make_in_shared_memory<Network>(computer, sites)) {}

FileTable::FileTable(Computer& computer, HostFiles host, std::int64_t capacity, std::uint64_t seed, const std::string& folder,
                     const std::vector<SitePlan>& sites)
    : computer_(computer), storage_(make_in_shared_memory<Storage>(computer, std::move(host), capacity, seed, sites)) {
  folder_ = storage_->system.require_folder(folder);
}

void FileTable::enter() const { computer_.advance(computer_.machine().system_call_ns); }

void FileTable::pay_for_path(bool changes) {
  const Machine& machine = computer_.machine();
  computer_.advance(machine.system_call_ns + machine.file_path_ns + (changes ? machine.file_change_ns : 0));
}

std::shared_ptr<OpenFile> FileTable::find(int number) const {
  return number >= 0 && number < static_cast<int>(open_.size()) ? open_[static_cast<std::size_t>(number)] : nullptr;
}

int FileTable::add(std::shared_ptr<OpenFile> file, int least) {
  auto number = static_cast<std::size_t>(least);
  while (number < open_.size() && open_[number]) ++number;
  if (number >= kMostOpen) return -EMFILE;
  if (number >= open_.size()) open_.resize(number + 1);
  open_[number] = std::move(file);
  return static_cast<int>(number);
}

int FileTable::open(std::string_view path, int flags, std::uint32_t permissions) {
  FileSystem::Node node;
  const std::int64_t before = storage_->system.entry_changes();
  const int error = storage_->system.open(folder_, path, flags, permissions, &node);
  pay_for_path(storage_->system.entry_changes() != before);
  if (error) return -error;
  return add(make_in_shared_memory<TreeFile>(computer_, storage_->system, storage_->disk, std::move(node), flags));
}

// What the last descriptor of a pipe does to those who wait happens here, not in the table's own end.
int FileTable::close(int number) {
  enter();
  if (!find(number)) return -EBADF;
  std::shared_ptr<OpenFile> closed = std::move(open_[static_cast<std::size_t>(number)]);
  return 0;
}

void FileTable::keep_only(std::span<const std::pair<int, int>> descriptors) {
  SharedVector<std::shared_ptr<OpenFile>> kept;
  auto keep = [&](int number, int old) {
    const auto index = static_cast<std::size_t>(number);
    if (index >= kept.size()) kept.resize(index + 1);
    kept[index] = find(old);
  };
  for (int number : {0, 1, 2}) keep(number, number);
  for (const auto& [number, old] : descriptors) keep(number, old);
  open_.swap(kept);
}

void FileTable::close_all() {
  while (!open_.empty()) {
    const std::shared_ptr<OpenFile> closed = std::move(open_.back());
    open_.pop_back();
  }
}

// The file stays open while the thread waits in it; the thread holds it, not its stack, which may vanish with its process.
template <class Call>
std::int64_t FileTable::use(Thread& thread, int number, Call call) {
  enter();
  thread.file_in_use = find(number);
  if (!thread.file_in_use) return -EBADF;
  const std::int64_t result = call(*thread.file_in_use);
  thread.file_in_use.reset();
  return result;
}

std::int64_t FileTable::read(Thread& thread, int number, std::int64_t most, std::int64_t position, std::string* octets) {
  return use(thread, number, [&](OpenFile& file) { return file.read(thread, most, position, octets); });
}

std::int64_t FileTable::write(Thread& thread, int number, std::string_view octets, std::int64_t position) {
  return use(thread, number, [&](OpenFile& file) { return file.write(thread, octets, position); });
}

std::int64_t FileTable::seek(int number, std::int64_t offset, int whence) {
  enter();
  auto file = find(number);
  return file ? file->seek(offset, whence) : -EBADF;
}

int FileTable::resize(int number, std::int64_t size) {
  enter();
  auto file = find(number);
  return file ? file->resize(size) : -EBADF;
}

int FileTable::save(Thread& thread, int number) {
  return static_cast<int>(use(thread, number, [&](OpenFile& file) { return file.save(thread); }));
}

int FileTable::status(int number, FileStatus* status) {
  enter();
  auto file = find(number);
  if (!file) return -EBADF;
  *status = file->status();
  return 0;
}

int FileTable::status(std::string_view path, bool follow, FileStatus* status) {
  pay_for_path();
  auto place = storage_->system.find(folder_, path, follow);
  if (int error = place.missing()) return -error;
  if (place.wants_folder && !place.node->is_folder()) return -ENOTDIR;
  *status = place.node->status();
  return 0;
}

int FileTable::is_terminal(int number) {
  enter();
  auto file = find(number);
  return file ? file->is_terminal() : -EBADF;
}

int FileTable::duplicate(int number, int least) {
  enter();
  auto file = find(number);
  return file ? add(std::move(file), least) : -EBADF;
}

int FileTable::duplicate_to(int number, int wanted) {
  enter();
  auto file = find(number);
  if (!file || wanted < 0 || wanted >= kMostOpen) return -EBADF;
  if (wanted >= static_cast<int>(open_.size())) open_.resize(static_cast<std::size_t>(wanted) + 1);
  open_[static_cast<std::size_t>(wanted)].swap(file);
  return wanted;
}

int FileTable::make_pipe(int numbers[2]) {
  enter();
  computer_.advance(2 * computer_.machine().file_change_ns);  // both ends are files, which nobody sees
  auto pipe = make_in_shared_memory<Pipe>(computer_, computer_.record().label("pipe " + std::to_string(++storage_->pipes)));
  numbers[0] = add(make_in_shared_memory<PipeEnd>(pipe, O_RDONLY));
  numbers[1] = numbers[0] < 0 ? numbers[0] : add(make_in_shared_memory<PipeEnd>(pipe, O_WRONLY));
  return numbers[1] < 0 ? numbers[1] : 0;
}

int FileTable::change_folder(int number) {
  enter();
  auto file = find(number);
  if (!file) return -EBADF;
  if (!file->node() || !file->node()->is_folder()) return -ENOTDIR;
  folder_ = file->node();
  return 0;
}

int FileTable::change_folder(std::string_view path) {
  pay_for_path();
  auto place = storage_->system.find(folder_, path);
  if (int error = place.missing()) return -error;
  if (!place.node->is_folder()) return -ENOTDIR;
  if (!place.node->allows(1)) return -EACCES;
  folder_ = place.node;
  return 0;
}

}  // namespace gilsim::sim

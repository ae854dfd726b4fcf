#include "sim/files/open_file.h"

#include <unistd.h>

#include <algorithm>

namespace gilsim::sim {

TreeFile::TreeFile(Computer& computer, FileSystem& system, Disk& disk, FileSystem::Node node, int flags)
    : OpenFile(flags), computer_(computer), system_(system), disk_(disk), node_(std::move(node)) {}

void TreeFile::pay_for(std::int64_t bytes) {
  const Machine& machine = computer_.machine();
  computer_.advance(machine.file_call_ns + bytes * machine.file_kib_ns / 1024);
}

std::int64_t TreeFile::read_device(std::int64_t most, std::string* octets) {
  if (node_->device == FileDevice::Null) return 0;
  octets->resize(static_cast<std::size_t>(most));
  if (node_->device == FileDevice::Random) {
    for (char& octet : *octets) octet = static_cast<char>(system_.random().below(256));
  }
  pay_for(most);
  return most;
}

// Another thread may shorten the file while this one waits for the disk.
std::int64_t TreeFile::read(Thread& thread, std::int64_t most, std::int64_t position, std::string* octets) {
  octets->clear();
  if (!readable()) return -EBADF;
  if (node_->is_folder()) return -EISDIR;
  if (node_->kind == FileKind::CharacterDevice) return read_device(most, octets);
  const bool own = position < 0;
  if (own) position = position_;
  auto rest = [&] { return std::clamp<std::int64_t>(size() - position, 0, most); };
  disk_.fetch(thread, *node_, position, rest());
  const std::int64_t count = rest();
  if (count > 0) octets->assign(node_->content, static_cast<std::size_t>(position), static_cast<std::size_t>(count));
  if (own) position_ = position + count;
  node_->accessed = computer_.now();
  pay_for(count);
  return count;
}

std::int64_t TreeFile::write(Thread&, std::string_view octets, std::int64_t position) {
  if (!writable()) return -EBADF;
  const auto count = static_cast<std::int64_t>(octets.size());
  if (node_->kind == FileKind::CharacterDevice) return pay_for(0), count;
  const bool own = position < 0;
  if (flags() & O_APPEND) position = size();
  else if (own) position = position_;
  if (count > 0) {
    if (int error = system_.write(*node_, position, octets)) return -error;
  }
  if (own) position_ = position + count;
  node_->unsaved += count;
  pay_for(count);
  return count;
}

std::int64_t TreeFile::seek(std::int64_t offset, int whence) {
  if (node_->kind == FileKind::CharacterDevice) return 0;
  if (whence < SEEK_SET || whence > SEEK_END) return -EINVAL;
  const std::int64_t start = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position_ : size();
  if (start + offset < 0) return -EINVAL;
  return position_ = start + offset;
}

int TreeFile::resize(std::int64_t size) {
  if (!writable() || size < 0 || node_->kind != FileKind::File) return -EINVAL;
  const int error = system_.resize(*node_, size);
  if (!error) node_->unsaved += 1;
  return -error;
}

int TreeFile::save(Thread& thread) {
  if (node_->kind == FileKind::CharacterDevice) return -EINVAL;
  disk_.save(thread, *node_);
  return 0;
}

}  // namespace gilsim::sim

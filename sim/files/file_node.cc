#include "sim/files/file_node.h"

#include <sys/stat.h>

namespace gilsim::sim {
namespace {

constexpr std::uint64_t kDisk = 2049, kDevices = 5;  // st_dev as a first partition and devtmpfs have it

std::uint32_t type_bits(FileKind kind) {
  switch (kind) {
    case FileKind::Folder: return S_IFDIR;
    case FileKind::File: return S_IFREG;
    case FileKind::Link: return S_IFLNK;
    case FileKind::CharacterDevice: return S_IFCHR;
    case FileKind::Pipe: return S_IFIFO;
    case FileKind::Socket: return S_IFSOCK;
  }
  return 0;
}

}  // namespace

std::uint32_t FileStatus::mode() const { return type_bits(kind) | permissions; }

FileStatus FileNode::status() const {
  std::int64_t size = is_folder() ? 4096 : !host_path.empty() ? host_size : static_cast<std::int64_t>(content.size());
  std::uint64_t on = kind == FileKind::CharacterDevice || kind == FileKind::Pipe ? kDevices : kDisk;
  std::int64_t names = links;
  if (is_folder() && links > 0) {
    ++names;  // its own "."
    for (const auto& entry : entries) names += entry.second->is_folder();
  }
  return {kind, permissions, number, on, names, owner, size, accessed, modified, changed};
}

bool FileNode::allows(std::uint32_t wanted) const {
  std::uint32_t given = owner == ordinary_user ? permissions >> 6 : permissions;
  return (given & wanted) == wanted;
}

}  // namespace gilsim::sim

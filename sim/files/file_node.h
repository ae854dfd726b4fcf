// What the file system is made of: folders, files, symbolic links and devices, each one node with a number, as the inodes
// of a Unix file system. A node lives as long as a name or an open file leads to it.
#pragma once

#include <cstdint>
#include <memory>

#include "sim/shared_memory.h"
#include "sim/time.h"

namespace gilsim::sim {

enum class FileKind : std::uint8_t { Folder, File, Link, CharacterDevice, Pipe, Socket };

// The devices that there are.
enum class FileDevice : std::uint8_t { None, Null, Zero, Random, Terminal };

// What stat(2) tells. Times are virtual, from the start of the run on; negative before it.
struct FileStatus {
  FileKind kind;
  std::uint32_t permissions;  // the lower twelve bits of st_mode
  std::uint64_t number;
  std::uint64_t device;
  std::int64_t links;
  std::uint32_t owner;
  std::int64_t size;
  Nanoseconds accessed, modified, changed;
  std::uint32_t mode() const;  // st_mode
};

struct FileNode : std::enable_shared_from_this<FileNode> {
  FileNode(FileKind node_kind, std::uint64_t node_number, std::uint32_t node_permissions, std::uint32_t node_owner)
      : kind(node_kind), number(node_number), permissions(node_permissions), owner(node_owner) {}

  FileNode(const FileNode&) = delete;
  FileNode& operator=(const FileNode&) = delete;
  ~FileNode() {
    if (used) *used -= static_cast<std::int64_t>(content.size());
  }

  bool is_folder() const { return kind == FileKind::Folder; }
  FileStatus status() const;
  // Whether the user of the simulated computer may do all that `wanted` asks: 4 read, 2 write, 1 enter or execute.
  bool allows(std::uint32_t wanted) const;

  FileKind kind;
  FileDevice device = FileDevice::None;
  std::uint64_t number;
  std::uint32_t permissions;
  std::uint32_t owner;
  std::int64_t links = 1;  // names that lead here; 0: it goes with the last open file
  Nanoseconds accessed = 0, modified = 0, changed = 0;

  SharedString content;                                     // a file's octets, a link's target
  SharedMap<SharedString, std::shared_ptr<FileNode>, std::less<>> entries;  // a folder's, without "." and ".."
  std::int64_t* used = nullptr;                             // the file system's count of octets; null: not in one
  FileNode* parent = nullptr;                               // a folder's; null once it was removed

  SharedString host_path;     // where it can be read on the host; empty: nowhere, or it has been read
  std::int64_t host_size = 0;
  SharedVector<bool> cached;  // a file from the host: which of its pages are in memory; others are, all of them
  bool came_from_disk = false;
  std::int64_t unsaved = 0;   // octets written since the last fsync
};

inline constexpr std::uint32_t super_user = 0, ordinary_user = 1000;

}  // namespace gilsim::sim

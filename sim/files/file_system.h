// The simulated computer's files: a tree in memory, private to the run. It begins with /tmp, the user's home and a few
// devices, and with a copy of one folder of the host, read when it is looked at. Nothing is ever written to the host.
//
// Functions give 0 or an error number of Linux (ENOENT …). They take no time: who calls them charges it (file_table.h).
// Paths are absolute or start from `base`, a folder; they never hold a null character.
#pragma once

#include <cerrno>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sim/computer.h"
#include "sim/files/file_node.h"
#include "sim/files/host_files.h"

namespace gilsim::sim {

inline constexpr char home_folder[] = "/home/student";

class FileSystem {
 public:
  using Node = std::shared_ptr<FileNode>;

  // `capacity`: octets that all files together may have. `seed`: for /dev/random.
  FileSystem(Computer& computer, HostFiles host, std::int64_t capacity, std::uint64_t seed);

  const Node& root() const { return root_; }
  std::int64_t capacity() const { return capacity_; }
  std::int64_t used() const { return used_; }
  // Not the computer's own chance: asking for some must not change the schedule.
  Chance& random() { return random_; }

  // How often an entry was made, renamed or removed.
  std::int64_t entry_changes() const { return entry_changes_; }
  // The folder of an absolute path; those that are missing on the way are made.
  Node require_folder(const std::string& path) { return add_path(path, 0755, super_user); }

  // What a path leads to.
  struct Place {
    int error = 0;     // of everything but a missing last name
    Node folder;       // that holds the last name
    std::string name;  // the last name; empty: the path ends in "/", "." or ".." and names no entry to make or remove
    Node node;         // null: there is nothing of that name
    bool wants_folder = false;  // the path ends with a slash
    int missing() const { return error ? error : node ? 0 : ENOENT; }
  };
  Place find(const Node& base, std::string_view path, bool follow_last_link = true);
  // The absolute path of a folder; empty when it was removed.
  static std::string path_of(const FileNode& folder);

  // open(2): finds or makes the file. `flags`: O_CREAT, O_EXCL, O_TRUNC and the way of access.
  int open(const Node& base, std::string_view path, int flags, std::uint32_t permissions, Node* node);
  int make_folder(const Node& base, std::string_view path, std::uint32_t permissions);
  int remove_folder(const Node& base, std::string_view path);
  int remove(const Node& base, std::string_view path);
  int rename(const Node& base, std::string_view from, std::string_view to);
  int link(const Node& base, std::string_view existing, std::string_view made);
  int make_symbolic_link(const Node& base, std::string_view target, std::string_view made);

  // The names in a folder, as the file system happens to list them: in alphabetical order.
  using Entries = SharedMap<SharedString, Node, std::less<>>;
  const Entries& entries(FileNode& folder);
  // A file's octets are there from now on. EIO: the host's file is gone.
  int load(FileNode& file);
  // ENOSPC: nothing was written. A gap behind the old end is filled with zeros.
  int write(FileNode& file, std::int64_t position, std::string_view octets);
  int resize(FileNode& file, std::int64_t size);

 private:
  Node make(FileKind kind, std::uint32_t permissions, std::uint32_t owner);
  Node add(const Node& folder, std::string_view name, const Node& node);
  Node add_path(std::string_view path, std::uint32_t permissions, std::uint32_t owner);
  void add_device(const char* path, FileDevice device);
  void list_host(FileNode& folder);
  Node look_up(FileNode& folder, std::string_view name);
  Place find(const Node& base, std::string_view path, bool follow_last_link, int depth);
  // The folder for a new entry or the one to take away: the reason why not, or 0.
  int check_change(const Place& place) const;
  void take_out(const Place& place);
  void touch(FileNode& node);

  Computer& computer_;
  HostFiles host_;
  std::int64_t capacity_;
  Chance random_;
  std::int64_t used_ = 0;  // nodes that go count themselves off
  std::int64_t entry_changes_ = 0;
  std::uint64_t next_number_ = 2;
  Node root_;
};

}  // namespace gilsim::sim

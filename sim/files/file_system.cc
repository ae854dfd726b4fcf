#include "sim/files/file_system.h"

#include <fcntl.h>

#include <algorithm>

namespace gilsim::sim {
namespace {

constexpr std::uint64_t kRandomStream = 0x2f6465762f726e64;
constexpr int kMostLinks = 40;         // MAXSYMLINKS of Linux
constexpr std::size_t kLongestName = 255, kLongestPath = 4095;

}  // namespace

FileSystem::FileSystem(Computer& computer, HostFiles host, std::int64_t capacity, std::uint64_t seed)
    : computer_(computer), host_(std::move(host)), capacity_(capacity), random_(seed ^ kRandomStream) {
  root_ = make(FileKind::Folder, 0755, super_user);
  root_->parent = root_.get();
  add_path("/tmp", 01777, super_user);
  add_path(home_folder, 0755, ordinary_user);
  add_path("/dev", 0755, super_user);
  add_device("null", FileDevice::Null);
  add_device("zero", FileDevice::Zero);
  add_device("random", FileDevice::Random);
  add_device("urandom", FileDevice::Random);
  if (!host_.folder.empty()) {
    Node folder = add_path(host_.folder, 0755, ordinary_user);
    folder->host_path = host_.folder;
    folder->owner = ordinary_user;
  }
}

FileSystem::Node FileSystem::make(FileKind kind, std::uint32_t permissions, std::uint32_t owner) {
  auto node = make_in_shared_memory<FileNode>(kind, next_number_++, permissions, owner);
  node->used = &used_;
  node->accessed = node->modified = node->changed = computer_.now();
  return node;
}

FileSystem::Node FileSystem::add(const Node& folder, std::string_view name, const Node& node) {
  ++entry_changes_;
  folder->entries[SharedString(name)] = node;
  if (node->is_folder()) node->parent = folder.get();
  touch(*folder);
  return node;
}

// Makes the folders of an absolute path; those on the way belong to the super user.
FileSystem::Node FileSystem::add_path(std::string_view path, std::uint32_t permissions, std::uint32_t owner) {
  Node folder = root_;
  while (!path.empty()) {
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    std::size_t end = std::min(path.find('/'), path.size());
    std::string name(path.substr(0, end));
    path.remove_prefix(end);
    if (name.empty()) break;
    bool last = path.find_first_not_of('/') == std::string_view::npos;
    if (Node found = look_up(*folder, name)) folder = found;
    else folder = add(folder, name, make(FileKind::Folder, last ? permissions : 0755, last ? owner : super_user));
  }
  return folder;
}

void FileSystem::add_device(const char* name, FileDevice device) {
  Node folder = root_->entries.find("dev")->second;
  add(folder, name, make(FileKind::CharacterDevice, 0666, super_user))->device = device;
}

void FileSystem::touch(FileNode& node) { node.modified = node.changed = computer_.now(); }

// --- what the host has -----------------------------------------------------------------------------------------------

// The host is the first process's to ask, whoever looks: it remembers what it has read.
void FileSystem::list_host(FileNode& folder) {
  if (folder.host_path.empty()) return;
  if (!computer_.is_first_process()) return computer_.run_in_first_process([this, &folder] { list_host(folder); });
  std::string path(std::exchange(folder.host_path, {}));
  if (!path.ends_with('/')) path += '/';
  for (const HostEntry& entry : host_.list ? host_.list(path) : std::vector<HostEntry>()) {
    if (folder.entries.contains(std::string_view(entry.name))) continue;
    FileKind kind = entry.is_folder ? FileKind::Folder : FileKind::File;
    Node node = make(kind, entry.is_folder || entry.executable ? 0755 : 0644, ordinary_user);
    node->accessed = node->modified = node->changed = 0;  // from before the run
    node->host_path = path + entry.name;
    node->host_size = entry.size;
    node->came_from_disk = true;
    if (entry.is_folder) node->parent = &folder;
    folder.entries[SharedString(entry.name)] = node;
  }
}

const FileSystem::Entries& FileSystem::entries(FileNode& folder) {
  list_host(folder);
  return folder.entries;
}

int FileSystem::load(FileNode& file) {
  if (file.host_path.empty()) return 0;
  if (!computer_.is_first_process()) return computer_.run_in_first_process([this, &file] { return load(file); });
  auto octets = host_.read ? host_.read(std::string(file.host_path)) : std::nullopt;
  if (!octets) return EIO;
  file.host_path.clear();
  file.content = *octets;
  used_ += static_cast<std::int64_t>(file.content.size());
  return 0;
}

// --- paths -----------------------------------------------------------------------------------------------------------

FileSystem::Node FileSystem::look_up(FileNode& folder, std::string_view name) {
  const auto& names = entries(folder);
  auto found = names.find(name);
  return found == names.end() ? nullptr : found->second;
}

FileSystem::Place FileSystem::find(const Node& base, std::string_view path, bool follow_last_link) {
  return find(base, path, follow_last_link, 0);
}

FileSystem::Place FileSystem::find(const Node& base, std::string_view path, bool follow_last_link, int depth) {
  if (path.empty()) return {ENOENT, {}, {}, {}};
  if (path.size() > kLongestPath) return {ENAMETOOLONG, {}, {}, {}};
  if (depth > kMostLinks) return {ELOOP, {}, {}, {}};
  Place place{0, {}, {}, path[0] == '/' ? root_ : base};
  while (!path.empty()) {
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    if (path.empty()) return place.wants_folder = true, place;
    std::string name(path.substr(0, path.find('/')));
    path.remove_prefix(name.size());
    if (!place.node) return {ENOENT, {}, {}, {}};
    if (!place.node->is_folder()) return {ENOTDIR, {}, {}, {}};
    if (!place.node->allows(1)) return {EACCES, {}, {}, {}};
    if (name.size() > kLongestName) return {ENAMETOOLONG, {}, {}, {}};
    Node folder = place.node;
    bool is_dot = name == ".", is_up = name == "..";
    if (is_up && !folder->parent) return {ENOENT, {}, {}, {}};
    Node node = is_dot ? folder : is_up ? folder->parent->shared_from_this() : look_up(*folder, name);
    bool last = path.find_first_not_of('/') == std::string_view::npos;
    if (node && node->kind == FileKind::Link && (!last || follow_last_link || !path.empty())) {
      Place target = find(folder, node->content, true, depth + 1);
      if (target.error || (!last && !target.node)) return {target.error ? target.error : ENOENT, {}, {}, {}};
      place = target;
      continue;
    }
    place = {0, folder, is_dot || is_up ? "" : name, node};
  }
  return place;
}

std::string FileSystem::path_of(const FileNode& folder) {
  if (folder.parent == &folder) return "/";
  if (!folder.parent) return "";
  std::string above = path_of(*folder.parent);
  for (const auto& [name, node] : folder.parent->entries) {
    if (node.get() == &folder) return above.append(above.ends_with('/') ? "" : "/").append(name);
  }
  return "";
}

// --- octets ----------------------------------------------------------------------------------------------------------

int FileSystem::write(FileNode& file, std::int64_t position, std::string_view octets) {
  auto end = position + static_cast<std::int64_t>(octets.size());
  if (end > static_cast<std::int64_t>(file.content.size())) {
    if (int error = resize(file, end)) return error;
  }
  std::copy(octets.begin(), octets.end(), file.content.begin() + position);
  touch(file);
  return 0;
}

int FileSystem::resize(FileNode& file, std::int64_t size) {
  std::int64_t more = size - static_cast<std::int64_t>(file.content.size());
  if (more > 0 && more > capacity_ - used_) return ENOSPC;
  used_ += more;
  file.content.resize(static_cast<std::size_t>(size));
  touch(file);
  return 0;
}

}  // namespace gilsim::sim

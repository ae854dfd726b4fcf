// Names that come and go: what changes the tree. The order of the checks is Linux's, since programs see which one fails
// first.
#include <fcntl.h>

#include "sim/files/file_system.h"

namespace gilsim::sim {
namespace {

bool is_inside(const FileNode& folder, const FileNode& outer) {
  for (const FileNode* at = &folder; at; at = at->parent) {
    if (at == &outer) return true;
    if (at->parent == at) break;
  }
  return false;
}

std::uint32_t wanted_by(int flags) {
  int access = flags & O_ACCMODE;
  return (access == O_WRONLY ? 2 : access == O_RDWR ? 6 : 4) | (flags & O_TRUNC ? 2 : 0);
}

}  // namespace

int FileSystem::check_change(const Place& place) const {
  if (place.error) return place.error;
  if (!place.folder->allows(3)) return EACCES;
  bool sticky = place.folder->permissions & 01000;
  return sticky && place.node && place.node->owner != ordinary_user ? EPERM : 0;
}

void FileSystem::take_out(const Place& place) {
  ++entry_changes_;
  place.folder->entries.erase(place.folder->entries.find(std::string_view(place.name)));
  touch(*place.folder);
  --place.node->links;
  place.node->changed = computer_.now();
  if (place.node->is_folder()) place.node->parent = nullptr;
}

int FileSystem::open(const Node& base, std::string_view path, int flags, std::uint32_t permissions, Node* node) {
  Place place = find(base, path, !(flags & O_NOFOLLOW) && !(flags & O_CREAT && flags & O_EXCL));
  if (place.error) return place.error;
  if (!place.node) {
    if (!(flags & O_CREAT)) return ENOENT;
    if (place.wants_folder) return EISDIR;
    if (int error = check_change(place)) return error;
    *node = add(place.folder, place.name, make(FileKind::File, permissions, ordinary_user));
    return 0;
  }
  if (flags & O_CREAT && flags & O_EXCL) return EEXIST;
  if (place.node->kind == FileKind::Link) return ELOOP;
  if (place.node->is_folder() && (flags & (O_ACCMODE | O_CREAT))) return EISDIR;
  if (!place.node->is_folder() && (place.wants_folder || flags & O_DIRECTORY)) return ENOTDIR;
  if (!place.node->allows(wanted_by(flags))) return EACCES;
  *node = place.node;
  if (place.node->kind != FileKind::File) return 0;
  if (flags & O_TRUNC) {
    place.node->host_path.clear();
    return resize(*place.node, 0);
  }
  return load(*place.node);
}

int FileSystem::make_folder(const Node& base, std::string_view path, std::uint32_t permissions) {
  Place place = find(base, path, false);
  if (place.error) return place.error;
  if (place.node) return EEXIST;
  if (int error = check_change(place)) return error;
  add(place.folder, place.name, make(FileKind::Folder, permissions, ordinary_user));
  return 0;
}

int FileSystem::remove_folder(const Node& base, std::string_view path) {
  Place place = find(base, path, false);
  if (int error = place.missing()) return error;
  if (place.node == root_) return EBUSY;
  if (place.name.empty()) return path.ends_with("..") ? ENOTEMPTY : EINVAL;
  if (int error = check_change(place)) return error;
  if (!place.node->is_folder()) return ENOTDIR;
  if (!entries(*place.node).empty()) return ENOTEMPTY;
  take_out(place);
  return 0;
}

int FileSystem::remove(const Node& base, std::string_view path) {
  Place place = find(base, path, false);
  if (int error = place.missing()) return error;
  if (place.name.empty()) return EISDIR;
  if (int error = check_change(place)) return error;
  if (place.node->is_folder()) return EISDIR;
  take_out(place);
  return 0;
}

int FileSystem::rename(const Node& base, std::string_view from, std::string_view to) {
  Place source = find(base, from, false), target = find(base, to, false);
  if (int error = source.missing()) return error;
  if (target.error) return target.error;
  if (source.name.empty() || target.name.empty()) return EBUSY;
  if (int error = check_change(source)) return error;
  if (int error = check_change(target)) return error;
  if (source.node == target.node) return 0;
  bool is_folder = source.node->is_folder();
  if (is_folder && is_inside(*target.folder, *source.node)) return EINVAL;
  if (!is_folder && target.wants_folder && !target.node) return ENOTDIR;
  if (target.node) {
    if (is_folder && !target.node->is_folder()) return ENOTDIR;
    if (!is_folder && target.node->is_folder()) return EISDIR;
    if (is_folder && !entries(*target.node).empty()) return ENOTEMPTY;
    take_out(target);
  }
  Node moved = source.node;
  source.folder->entries.erase(source.folder->entries.find(std::string_view(source.name)));
  touch(*source.folder);
  add(target.folder, target.name, moved);
  moved->changed = computer_.now();
  return 0;
}

int FileSystem::link(const Node& base, std::string_view existing, std::string_view made) {
  Place source = find(base, existing, false), target = find(base, made, false);
  if (int error = source.missing()) return error;
  if (target.error) return target.error;
  if (target.node) return EEXIST;
  if (source.node->is_folder()) return EPERM;
  if (int error = check_change(target)) return error;
  ++source.node->links;
  add(target.folder, target.name, source.node);
  return 0;
}

int FileSystem::make_symbolic_link(const Node& base, std::string_view target, std::string_view made) {
  Place place = find(base, made, false);
  if (place.error) return place.error;
  if (target.empty()) return ENOENT;
  if (place.node) return EEXIST;
  if (int error = check_change(place)) return error;
  add(place.folder, place.name, make(FileKind::Link, 0777, ordinary_user))->content = target;
  return 0;
}

}  // namespace gilsim::sim

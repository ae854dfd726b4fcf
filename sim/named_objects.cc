#include "sim/named_objects.h"

#include <cerrno>
#include <cstring>

namespace gilsim::sim {
namespace {

template <class Names, class Object>
int find(const Names& names, std::string_view name, Object** found) {
  const auto entry = names.find(name);
  if (entry == names.end()) return ENOENT;
  *found = entry->second;
  return 0;
}

template <class Names>
int unlink(Names& names, std::string_view name) {
  const auto entry = names.find(name);
  if (entry == names.end()) return ENOENT;
  names.erase(entry);
  return 0;
}

}  // namespace

int NamedObjects::create_semaphore(std::string_view name, int value, LabelId label, bool is_lock, Semaphore** made) {
  if (semaphore_names_.contains(name)) return EEXIST;
  *made = &semaphores_.emplace_back(computer_, value, label, is_lock);
  semaphore_names_[SharedString(name)] = *made;
  return 0;
}

int NamedObjects::find_semaphore(std::string_view name, Semaphore** found) { return find(semaphore_names_, name, found); }
int NamedObjects::unlink_semaphore(std::string_view name) { return unlink(semaphore_names_, name); }

int NamedObjects::create_block(std::string_view name, std::size_t size, MemoryBlock** made) {
  if (!name.empty() && block_names_.contains(name)) return EEXIST;
  *made = &blocks_.emplace_back(size);
  std::memset((*made)->octets(), 0, size);
  if (!name.empty()) block_names_[SharedString(name)] = *made;
  return 0;
}

int NamedObjects::find_block(std::string_view name, MemoryBlock** found) { return find(block_names_, name, found); }
int NamedObjects::unlink_block(std::string_view name) { return unlink(block_names_, name); }

}  // namespace gilsim::sim

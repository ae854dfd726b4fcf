#include "interpreter/compiler/scopes.h"

#include <algorithm>

namespace gilsim::compiler {
namespace {

template <class Accept>
std::vector<std::string_view> sorted_names(const Scope& scope, Accept accept) {
  std::vector<std::string_view> result;
  for (std::string_view name : scope.names) {
    if (accept(*scope.find(name))) result.push_back(name);
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

const Symbol* Scope::find(std::string_view name) const {
  const auto entry = symbols.find(name);
  return entry == symbols.end() ? nullptr : &entry->second;
}

Resolution Scope::resolve(std::string_view name) const {
  const Symbol* symbol = find(name);
  return symbol ? symbol->resolution : Resolution::None;
}

std::vector<std::string_view> Scope::cell_names() const {
  auto result = sorted_names(*this, [](const Symbol& symbol) { return symbol.resolution == Resolution::Cell; });
  if (needs_class_closure) result.push_back("__class__");
  return result;
}

std::vector<std::string_view> Scope::free_names() const {
  return sorted_names(*this, [](const Symbol& symbol) {
    return symbol.resolution == Resolution::Free || symbol.passes_through_class;
  });
}

std::string_view NameStore::mangle(std::string_view class_name, std::string_view name) {
  if (class_name.empty() || !name.starts_with("__") || name.ends_with("__")) return name;
  if (name.find('.') != std::string_view::npos) return name;
  const size_t first = class_name.find_first_not_of('_');
  if (first == std::string_view::npos) return name;
  std::string_view& mangled = mangled_[class_name][name];
  if (mangled.empty()) mangled = keep("_" + std::string(class_name.substr(first)) + std::string(name));
  return mangled;
}

Scope& ScopeTable::create(const void* node) {
  Scope& scope = *in_order_.emplace_back(std::make_unique<Scope>());
  scopes_[node] = &scope;
  return scope;
}

}  // namespace gilsim::compiler

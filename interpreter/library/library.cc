#include "interpreter/library/library.h"

#include <algorithm>

#include "interpreter/library/library_table.h"

namespace gilsim::python {

const LibraryModule* find_library_module(std::string_view dotted_name) {
  const auto modules = library_modules();
  const auto found = std::ranges::lower_bound(modules, dotted_name, {}, &LibraryModule::name);
  return found != modules.end() && found->name == dotted_name ? &*found : nullptr;
}

}  // namespace gilsim::python

// The table of modules made by C++.
#include "interpreter/runtime/native_modules.h"

#include <vector>

namespace gilsim::python {

#define NATIVE_MODULE(name) const ModuleDefinition& name##_module();
#include "interpreter/modules/native_modules.def"
#undef NATIVE_MODULE

std::span<const ModuleDefinition* const> native_modules() {
  static const std::vector<const ModuleDefinition*> modules = {
#define NATIVE_MODULE(name) &name##_module(),
#include "interpreter/modules/native_modules.def"
#undef NATIVE_MODULE
  };
  return modules;
}

}  // namespace gilsim::python

// _re: regular expressions on PCRE2.
#include "interpreter/modules/re/pattern.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace re {

namespace {

Ref compile(Vm& vm, const Arguments& arguments) {
  int64_t flags;
  if (!is_str(arguments[0]) && !has_buffer(arguments[0]))
    return raise(vm, exceptions::TypeError, "first argument must be string or compiled pattern");
  if (!as_int64(vm, arguments[1], &flags)) return {};
  return make_pattern(vm, arguments[0], static_cast<uint32_t>(flags));
}

bool populate(Vm&, Module* module) {
  add_pattern_type(module);
  add_match_type(module);
  define_scanner_types();
  return true;
}

constexpr NativeDescription kFunctions[] = {
    {"compile", compile, {2, 2}, "A Pattern from a str or bytes and flags."},
};

}  // namespace

}  // namespace re

const ModuleDefinition& _re_module() {
  static const ModuleDefinition definition{"_re", re::kFunctions, re::populate, "Regular expressions."};
  return definition;
}

}  // namespace gilsim::python

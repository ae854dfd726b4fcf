// Methods of re.Pattern that are too long to stand with the type.
#pragma once

#include "interpreter/modules/re/pattern.h"

namespace gilsim::python::re {

// What search, match, findall and the like are given.
struct SearchArguments {
  Value string;
  int64_t position = 0;
  int64_t end_position = INT64_MAX;
};
// self stands first in `arguments`. False: an exception is pending.
bool read_search_arguments(Vm& vm, const Arguments& arguments, const char* method, SearchArguments* read);

inline Pattern* pattern_of(const Arguments& arguments) {
  return arguments[0].as<Pattern>();
}

Ref pattern_finditer(Vm& vm, const Arguments& arguments);
Ref pattern_scanner(Vm& vm, const Arguments& arguments);
Ref pattern_sub(Vm& vm, const Arguments& arguments);
Ref pattern_subn(Vm& vm, const Arguments& arguments);

}  // namespace gilsim::python::re

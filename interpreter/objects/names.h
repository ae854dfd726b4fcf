// Interned names that C++ code looks up, as `names.init`.
#pragma once

namespace gilsim::python {

struct Str;

struct Names {
#define NAME(identifier, text) Str* identifier;
#include "interpreter/objects/names.def"
#undef NAME
};

extern Names names;

void intern_names();  // fills `names`; once a run, before any type is defined

}  // namespace gilsim::python

// What pickling and unpickling ask of modules.
#pragma once

#include <string>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/ref.h"
#include "interpreter/objects/tuple.h"

namespace gilsim::python {

// The module of that name, imported when it is not yet. Null with an exception pending.
Ref import_for_pickle(Vm& vm, Value name);
// copyreg.dispatch_table
Ref copyreg_dispatch_table(Vm& vm);
// copyreg.__newobj__ and the like
Ref from_copyreg(Vm& vm, const char* name);
// functools.partial(cls.__new__, cls, *positional, **keywords)
Ref partial_of_new(Vm& vm, Value type, const Tuple* positional, Value keywords);
inline Ref partial_of_new(Vm& vm, Value type, const Tuple* positional, Dict* keywords) {
  return partial_of_new(vm, type, positional, Value::of(keywords));
}
// Functions made by C++ and bound methods: their name, or (getattr, (object, name)). Null with nothing
// pending: others.
Ref reduce_callable(Vm& vm, Value value);

// Names of modules and of what is in them between Python 3 and 2, for protocols 0 to 2 (as _compat_pickle
// says).
void to_python2_names(std::string* module, std::string* name);
void to_python3_names(std::string* module, std::string* name);

}  // namespace gilsim::python

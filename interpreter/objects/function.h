// Functions written in Python, functions written in C++, and methods bound to an object.
#pragma once

#include <span>

#include "interpreter/objects/arguments.h"

namespace gilsim::python {

struct Code;

struct Function : Object {  // kHasAttributes
  Code* code;
  Dict* globals;
  Dict* builtins;
  Str* name;
  Str* qualified_name;
  Value module;            // __module__
  Value doc;               // __doc__
  Tuple* defaults;         // or null
  Dict* keyword_defaults;  // or null
  Tuple* closure;          // cells, or null
  Value annotations;       // dict, tuple of name, value pairs (as MAKE_FUNCTION gets them), or null
  uint32_t version;        // changes when code or defaults are replaced; caches compare it
};

struct BoundMethod : Object {
  Value function;
  Value self;
};

struct Cell : Object {
  Value content;  // null: empty
};

using NativeCode = Ref (*)(Vm&, const Arguments&);

// How many positional arguments a native function takes, self not counted. Calls outside it raise CPython's TypeError.
struct Arity {
  int least;
  int most;               // -1: any number
  bool keywords = false;  // whether keyword arguments are passed on (the function binds them itself)
};
inline constexpr Arity kAny{0, -1, true};

// One entry of a type's or module's table of native functions. Static data.
struct NativeDescription {
  const char* name;
  NativeCode code;
  Arity arity;
  const char* doc = nullptr;
};

enum class NativeKind : uint8_t {
  Function,    // builtin_function_or_method: in a module (self null), or bound (self is passed first)
  Method,      // method_descriptor: unbound, in a type's namespace; the first argument is self
  SlotWrapper, // wrapper_descriptor (`object.__init__`), bound: method-wrapper
  ClassMethod, // classmethod_descriptor (`dict.fromkeys`): becomes a Function bound to the class
};

struct Native : Object {
  const NativeDescription* description;
  Value self;      // passed as first argument when bound; null otherwise
  Type* owner;     // the type whose namespace holds it, or null
  Value module;    // name of the module, or null
  NativeKind kind;
};

extern Type function_type, bound_method_type, cell_type, native_function_type, method_descriptor_type,
    slot_wrapper_type, method_wrapper_type, classmethod_descriptor_type;

Ref make_bound_method(Value function, Value self);
Ref make_cell(Value content);
Ref make_native(const NativeDescription& description, Value self, Value module);
Ref make_method_descriptor(const NativeDescription& description, Type* owner, NativeKind kind);

Ref make_native_new(Type* type);  // `type.__new__` of a built-in type
// The built-in type whose `__new__` this is; null: it is something else.
Type* creator_of(Value native);

// Calls native code after checking the arity. `arguments` hold self first where there is one. The only way to call a
// slot wrapper; the description's code of other kinds may be called directly once the arity has been checked.
Ref call_native(Vm& vm, const Native* native, const Arguments& arguments);

// call(callable, first, *arguments).
Ref call_with_first(Vm& vm, Value callable, Value first, const Arguments& arguments);

void define_function_types();  // functions, bound methods, cells
void define_native_types();

}  // namespace gilsim::python

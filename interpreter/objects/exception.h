// Exceptions: their objects, the table of built-in classes, raising from C++, and tracebacks.
#pragma once

#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Code;

// One line of a traceback: where a frame was when the exception passed through it.
struct Traceback : Object {
  Traceback* next;   // towards where it was raised; or null
  Code* code;
  int32_t instruction;  // index into the code's instructions
  int32_t line;
  Value globals;        // the frame's globals (for tb_frame.f_globals)
};

// kHasAttributes: what a program adds (and `__notes__`) are attributes. What a built-in class has of its own (OSError's
// errno, StopIteration's value …) are fields: so many Values behind the struct as the type's basic_size has room for.
struct BaseException : Object {
  Tuple* args;
  Traceback* traceback;  // or null
  Value cause;           // __cause__, or null
  Value context;         // __context__, or null
  bool suppress_context;

  Value* fields() { return reinterpret_cast<Value*>(this + 1); }
};

extern Type traceback_type;

// The built-in classes by name: `exceptions::ValueError` and so on.
namespace exceptions {
#define EXCEPTION(name, base, doc) extern Type name;
#include "interpreter/objects/exceptions.def"
#undef EXCEPTION
}  // namespace exceptions

inline bool is_exception(Value value) { return value.is_object() && has_flag(value.object()->type, kExceptionSubclass); }

// Makes `exception` (an instance) the pending exception of the current thread; its __context__ becomes the exception
// being handled, as a `raise` statement does. Always gives a null Ref, so that natives can write `return raise(…)`.
Ref raise_exception(Vm& vm, Value exception);
Ref raise(Vm& vm, Type& type, std::string_view message);  // type(message)
Ref raise(Vm& vm, Type& type, Value argument);            // type(argument), e.g. KeyError(key), StopIteration(value)
Ref raise(Vm& vm, Type& type);                            // type()
template <class... Parts>
Ref raise(Vm& vm, Type& type, fmt::format_string<const Parts&...> text, const Parts&... parts)
  requires(sizeof...(Parts) > 0)
{
  return raise(vm, type, std::string_view(fmt::format(text, parts...)));
}
// The same for functions that say false when they fail: `return fail(…)`.
inline bool fail(Vm& vm, Type& type, std::string_view message) {
  Ref nothing = raise(vm, type, message);
  return false;
}
inline bool fail(Vm& vm, Type& type) {
  Ref nothing = raise(vm, type);
  return false;
}
inline bool fail(Vm& vm, Type& type, Value argument) {
  Ref nothing = raise(vm, type, argument);
  return false;
}
template <class... Parts>
bool fail(Vm& vm, Type& type, fmt::format_string<const Parts&...> text, const Parts&... parts)
  requires(sizeof...(Parts) > 0)
{
  return fail(vm, type, std::string_view(fmt::format(text, parts...)));
}
// An instance of a built-in class, made without running anything written in Python. Null when the class refuses the
// arguments (an exception is pending).
Ref make_exception(Vm& vm, Type& type, std::initializer_list<Value> arguments);

// The fields of built-in classes: `exception_fields::OSError_errno_` is the number of OSError's errno. A subclass has its
// base's fields. REQUIRES: the exception is an instance of that class.
namespace exception_fields {
enum Field : int {
#define FIELD(type, number, name, identifier) type##_##identifier = number,
#include "interpreter/objects/exception_fields.def"
#undef FIELD
};
}  // namespace exception_fields
void set_exception_field(Value exception, int field, Value value);
Value exception_field(Value exception, int field);  // borrowed; None when unset
inline Value stop_iteration_value(Value exception) { return exception_field(exception, exception_fields::StopIteration_value); }

// The pending exception.
bool is_pending(Vm& vm);
Value pending_exception(Vm& vm);       // borrowed; null: none
Ref take_pending_exception(Vm& vm);    // and clears it
void set_pending_exception(Vm& vm, Value exception);  // as it is: neither context nor traceback change
bool pending_matches(Vm& vm, const Type& type);
void clear_pending(Vm& vm);

// Called while an exception leaves a frame: adds the frame's line in front of the exception's traceback.
void add_traceback(Vm& vm, BaseException* exception, Code* code, int32_t instruction, int32_t line, Value globals);

// The text that CPython's top level prints: chained causes and contexts, "Traceback (most recent call last):", source
// lines and carets. Ends with a newline. Never leaves an exception pending.
std::string format_exception(Vm& vm, Value exception);

std::string type_name(Value value);        // of its type, as messages show it: display_name(type_of(value))
std::string qualified_type_name(const Type* type);  // with module unless builtins or __main__, as tracebacks show it

}  // namespace gilsim::python

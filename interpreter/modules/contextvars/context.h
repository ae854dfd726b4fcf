// contextvars: variables whose values belong to a context. Each thread is in one; asyncio's tasks enter one of their own
// for each of their steps.
//
// A copy shares its original's values until one of them sets a variable: copying costs the same however many there are.
#pragma once

#include "interpreter/objects/dict.h"
#include "interpreter/objects/members.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

struct ContextVariable : Object {
  Value name, default_value;  // owned; the default may be null
  auto references() { return std::tie(name, default_value); }
};

struct Context : Object {
  Value values;  // owned: dict of ContextVariable -> value, of which no holder is the only owner but this; null: none set
  bool entered;
  auto references() { return std::tie(values); }
};

// What set() gives, to undo it.
struct ContextToken : Object {
  Value context, variable, old_value;  // owned; the old value is null where there was none
  bool used;
  auto references() { return std::tie(context, variable, old_value); }
};

extern Type context_type, context_variable_type, context_token_type;
void define_context_type(Module* module);
void define_context_variable_type(Module* module);
void define_context_token_type(Module* module);

inline bool is_context(Value value) { return value.is_object() && value.object()->type == &context_type; }

// The context that the current thread is in.
Context* current_context(Interpreter& vm);
Ref copy_context(Interpreter& vm);
// The two halves of copying: the current context's values (null: none), which may be shared but not changed, and a context
// that has them.
inline Ref current_values(Interpreter& vm) {
  const Value current = vm.current().context;
  return current.is_null() ? Ref() : Ref(current.as<Context>()->values);
}
Ref make_context(Value values);
// The value that the context has for the variable: 1, 0 or -1 as dict_lookup.
int find_in_context(Vm& vm, const Context* context, Value variable, Value* value);
bool set_in_context(Vm& vm, Context* context, Value variable, Value value);  // value null: forget it
// Whether an optional argument is a context, or null or None; TypeError.
bool check_context(Vm& vm, Value given);
// "cannot enter context: … is already entered"; always false.
bool refuse_entered(Vm& vm, Context* context);

// Makes a context the current thread's for a while. REQUIRES: it is not entered.
class EnteredContext {
 public:
  EnteredContext(PythonThread& thread, Context* context) : thread_(thread), context_(context), former_(thread.context) {
    incref(context);
    context->entered = true;
    thread.context = Value::of(context);
  }
  ~EnteredContext() {
    context_->entered = false;
    thread_.context = former_;
    decref(context_);
  }
  EnteredContext(const EnteredContext&) = delete;
  EnteredContext& operator=(const EnteredContext&) = delete;

 private:
  PythonThread& thread_;
  Context* context_;
  Value former_;  // the thread's reference, kept here meanwhile
};

}  // namespace gilsim::python

// asyncio.Future: a result that comes later, and who is to be told of it.
//
// As in CPython 3.11's _asyncio: callbacks are never called at once but put into the loop's ready queue. A Task is a
// Future whose result its coroutine computes; as a callback it stands for its own next step (task.h).
#pragma once

#include "interpreter/objects/members.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python::asyncio {

enum class FutureState : uint8_t { Pending, Cancelled, Finished };

struct Future : Object {  // kHasAttributes
  // All owned, and null when there is none.
  Value loop;              // null until __init__ has run
  Value callback, callback_context;  // the first callback; most futures have one at most
  Value more_callbacks;    // list: function, context, function, context …
  Value outcome;           // finished: the result or exception; cancelled: the CancelledError that caused it
  Value traceback;         // of the exception, as it was when it was set; for the first who asks for the result
  Value cancel_message;
  Value source_traceback;  // where it was created; in debug mode
  FutureState state;
  bool failed;             // the outcome of a finished future is an exception
  bool blocking;           // `_asyncio_future_blocking`: an await has yielded it, and its task has not seen it yet
  bool complains;          // `_log_traceback`: nobody has asked for the exception
  auto future_references() {
    return std::tie(loop, callback, callback_context, more_callbacks, outcome, traceback, cancel_message, source_traceback);
  }
};

extern Type future_type, future_iterator_type;
void define_future_types(Module* module);

extern Type task_type;
inline bool is_future(Value value) {
  if (!value.is_object()) return false;
  const Type* type = value.object()->type;
  return type == &task_type || type == &future_type || is_subtype(type, &future_type);
}
inline bool is_done(const Future* future) { return future->state != FutureState::Pending; }

// Sets all fields to nothing: of a struct just allocated.
void begin_future(Future* future);
// What Future.__init__ and Task.__init__ have in common: the loop (null or None: the current one).
bool initialize_future(Vm& vm, Future* future, Value loop);
Ref make_future(Vm& vm, Value loop);
// What types derived from Future share of finalisation: an exception that nobody asked for is reported.
void report_unretrieved(Vm& vm, Future* future);
bool refuse_uninitialized(Vm& vm, const Future* future);  // "Future object is not initialized."; true: raised

// Each gives false with an exception pending.
bool set_result(Vm& vm, Future* future, Value result);
bool set_exception(Vm& vm, Future* future, Value exception);
bool cancel_future(Vm& vm, Future* future, Value message, bool* cancelled);  // as Future.cancel itself
bool add_callback(Vm& vm, Future* future, Value function, Value context);
// The exception that result() raises; null without a pending one: there is none, *result is set.
Ref take_outcome(Vm& vm, Future* future, Ref* result);
// CancelledError for a cancelled future or task; null: an exception is pending.
Ref make_cancelled_error(Vm& vm, Future* future);

Ref raise_invalid_state(Vm& vm, const std::string& message);
// Names that are looked up with every task, interned.
struct Words {
  Str *call_soon, *context, *create_task, *msg;
};
extern Words words;
void intern_words();  // once a run

// An attribute of a module of the library's, imported when it is first needed. Both names are literals.
Ref library_attribute(Vm& vm, const char* module, const char* name);
// asyncio.exceptions.CancelledError; borrowed; null: importing it failed.
Value cancelled_error_class(Vm& vm);
bool is_cancelled_error(Vm& vm, Value exception);

// Tells the loop's exception handler. What that raises stays pending: false.
bool call_exception_handler(Vm& vm, Value loop, std::initializer_list<std::pair<const char*, Value>> entries);
// The same for a future's finalizer: nothing stays pending.
void tell_exception_handler(Vm& vm, Future* dying, std::initializer_list<std::pair<const char*, Value>> entries);

}  // namespace gilsim::python::asyncio

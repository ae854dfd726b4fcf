// asyncio.Handle and TimerHandle: a callback in a loop's queue or heap, which can be cancelled.
#pragma once

#include "interpreter/modules/asyncio/event_loop.h"

namespace gilsim::python::asyncio {

struct Handle : Object {  // kHasAttributes
  Value callback, arguments;  // owned; the arguments are a tuple; both None when cancelled
  Value context;              // owned: Context
  Value loop;                 // owned
  Value source_traceback;     // owned: in debug mode; or null
  Value shown;                // owned: the repr of before it was cancelled, in debug mode; or null
  bool cancelled;
  auto handle_references() { return std::tie(callback, arguments, context, loop, source_traceback, shown); }
};

struct TimerHandle : Handle {
  Value moment;  // owned: when, as the program gave it
  double when;
  bool scheduled;  // it is in the heap
  auto timer_references() { return std::tuple_cat(handle_references(), std::tie(moment)); }
};

extern Type handle_type, timer_handle_type;
void define_handle_types(Module* module);

inline bool is_handle(Value value) { return value.is_object() && is_subtype(value.object()->type, &handle_type); }

// `arguments`: a tuple. `context` null: a copy of the current one.
Ref make_handle(Vm& vm, Value loop, Value callback, Value arguments, Value context);
Ref make_timer_handle(Vm& vm, Value loop, Value moment, double when, Value callback, Value arguments, Value context);
// Calls the callback in its context. What it raises goes to the loop's exception handler, but for KeyboardInterrupt and
// SystemExit: those stay pending, false.
bool run_handle(Vm& vm, Handle* handle);
// A handle that shows what an entry of the ready queue stands for, for messages.
Ref handle_for(Vm& vm, Value loop, const Ready& ready);
// "Exception in callback …" with the pending exception; false: it, or another one, stays pending.
bool report_callback_error(Vm& vm, Value loop, const Ready& ready);

}  // namespace gilsim::python::asyncio

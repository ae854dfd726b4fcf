// generator, coroutine and async generator: an object that contains its frame. Resuming links the frame on top of the
// thread and goes on in the same eval loop; yielding unlinks it. Nothing is copied and no native stack is held.
#pragma once

#include "interpreter/objects/vm.h"
#include "interpreter/runtime/frame.h"

namespace gilsim::python {

struct Arguments;

enum class GeneratorState : uint8_t { Created, Suspended, Running, Closed };

struct Generator : Object {
  Str* name;
  Str* qualified_name;
  HandledException handled;  // linked into the thread's chain while running
  // Owned, or null. Of an async generator: what sys.set_asyncgen_hooks named as finalizer when it was first asked for an
  // item. Of a coroutine: cr_origin.
  Value finalizer_or_origin;
  GeneratorState state;
  bool hooks_called;         // async generators: sys.set_asyncgen_hooks' firstiter has been told
  bool async_closed;         // async generators: aclose() was asked for, or the end was reached
  bool async_running;        // async generators: between the start of an asend() and its end
  uint32_t memory_size;      // of the whole object
  Frame frame;               // last: its slots follow
};

extern Type generator_type, coroutine_type, async_generator_type;
void define_generator_types();

// What `yield from` and `await` resume directly.
inline bool is_generator(Value value) {
  return value.is_object() && (value.object()->type == &generator_type || value.object()->type == &coroutine_type);
}
inline bool is_coroutine(Value value) { return value.is_object() && value.object()->type == &coroutine_type; }
inline bool is_async_generator(Value value) { return value.is_object() && value.object()->type == &async_generator_type; }
const char* kind_of(const Generator* generator);  // "generator", "coroutine", "async generator"

// What a suspended generator waits for in `yield from` or `await`; borrowed. Null: nothing.
Value delegate_of(const Generator* generator);

// Moves a frame that is about to run into a new generator object of the kind its code says. The frame's memory is dead
// afterwards.
Ref make_generator(Vm& vm, Frame* frame);

// How a resumed generator came back.
enum class ResumeResult : uint8_t { Yielded, Returned, Raised };
// generator.send(value) (value None: next()) or, when `exception` is not null, generator.throw. `result`: what it yielded
// or returned.
ResumeResult resume(Vm& vm, Generator* generator, Value value, Value exception, Ref* result);
bool close(Vm& vm, Generator* generator);
// generator.send(value) and generator.throw(…) as Python sees them: the end is StopIteration, or StopAsyncIteration.
Ref send_value(Vm& vm, Generator* generator, Value value);
Ref throw_exception(Vm& vm, Generator* generator, Ref exception, bool close_delegate_on_exit = true);
// The exception that throw(value), throw(type[, value[, traceback]]) mean; the first of the arguments is the generator.
Ref exception_to_throw(Vm& vm, const Arguments& arguments);
// What SEND does with any receiver: a generator is resumed, another iterator stepped (value None) or asked to send().
ResumeResult send(Vm& vm, Value receiver, Value value, Ref* result);

// Links the generator's frame on top of the current thread, whose innermost is `caller`; the result of its yield is still to be pushed. Whoever resumes
// it holds a reference until it comes back.
// REQUIRES: state is Created or Suspended.
[[gnu::always_inline]] inline void link_generator(ThreadState& thread, Frame* caller, Generator* generator, ReturnAction action) {
  Frame& frame = generator->frame;
  frame.previous = caller;
  frame.action = action;
  thread.frame = &frame;
  ++thread.frame_depth;
  generator->state = GeneratorState::Running;
  generator->handled.previous = thread.handled;
  thread.handled = &generator->handled;
}
[[gnu::always_inline]] inline void unlink_generator(ThreadState& thread, Generator* generator, GeneratorState state) {
  thread.handled = generator->handled.previous;
  thread.frame = generator->frame.previous;
  --thread.frame_depth;
  generator->frame.previous = nullptr;
  generator->state = state;
}

}  // namespace gilsim::python

// The activation of a code object: where it is, and its locals and operand stack in one row of slots behind the header.
//
// A frame lives on its thread's frame stack (frame_stack.h), or, for generators and coroutines, inside the generator
// object, from where it is linked on top of the thread that resumes it. A call from Python to Python links a frame and
// goes on in the same eval loop: the native stack does not grow.
//
// Invariant: `instruction` and `top` are up to date whenever code outside the eval loop may look: during every call of a
// native or of a slow path.
#pragma once

#include "interpreter/runtime/code_object.h"

namespace gilsim::python {

struct Generator;

// What happens with the result when the frame returns (or, for a generator's frame, yields).
enum class ReturnAction : uint8_t {
  Push,       // onto the caller's operand stack
  LeaveLoop,  // the native that started the eval loop gets it
  Construct,  // of __init__: must be None; the new object, on top of the caller's stack, stays
  ForIter,    // of a generator that FOR_ITER resumed: pushed; at its end the caller drops the generator and jumps
  Send,       // of a generator that SEND resumed: pushed; at its end the value replaces the generator and SEND jumps
};

struct Frame {
  Frame* previous;            // the caller's, or null
  Code* code;
  const Unit* instruction;    // the one being executed
  Value* top;                 // first free operand-stack slot
  Dict* globals;
  Dict* builtins;
  Value locals;               // owned: namespace of a class body or module; null in functions
  Value owner;                // owned: the function (or code) that keeps code and globals alive
  Generator* generator;       // whose frame this is, or null
  ReturnAction action;

  Value* slots() { return reinterpret_cast<Value*>(this + 1); }
  Value* stack_base() { return slots() + code->local_count; }
  int32_t index() const { return static_cast<int32_t>(instruction - code->units); }
  int line() const { return code->line_of(index()); }
};

// Prepares the header of a frame at `memory`; locals are null. Takes over `owner` and `locals`.
inline Frame* initialize_frame(void* memory, Code* code, Dict* globals, Dict* builtins, Value locals, Value owner) {
  auto* frame = static_cast<Frame*>(memory);
  frame->previous = nullptr;
  frame->code = code;
  frame->instruction = code->units;
  frame->globals = globals;
  frame->builtins = builtins;
  frame->locals = locals;
  frame->owner = owner;
  frame->generator = nullptr;
  frame->action = ReturnAction::Push;
  Value* slot = frame->slots();
  for (Value* end = slot + code->local_count; slot != end; ++slot) *slot = kNull;
  frame->top = slot;
  return frame;
}

// Drops everything the frame holds: slots up to `top`, locals, owner.
inline void clear_frame(Frame* frame) {
  for (Value *slot = frame->slots(), *end = frame->top; slot != end; ++slot) {
    Value value = *slot;
    *slot = kNull;
    decref(value);
  }
  decref(frame->locals);
  decref(frame->owner);
}

}  // namespace gilsim::python

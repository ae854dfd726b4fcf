#include "interpreter/runtime/frame.h"

namespace gilsim::python {

Frame* initialize_frame(void* memory, Code* code, Dict* globals, Dict* builtins, Value locals, Value owner) {
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

void clear_frame(Frame* frame) {
  for (Value *slot = frame->slots(), *end = frame->top; slot != end; ++slot) {
    Value value = *slot;
    *slot = kNull;
    decref(value);
  }
  decref(frame->locals);
  decref(frame->owner);
}

}  // namespace gilsim::python

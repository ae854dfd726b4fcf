#include "interpreter/runtime/roots.h"

#include "interpreter/objects/dict.h"
#include "interpreter/runtime/generator.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

void visit_if_there(Value value, Visitor& visitor) {
  if (!value.is_null()) visitor.visit(value);
}

void visit_frame(Frame& frame, Visitor& visitor) {
  for (Value* slot = frame.slots(); slot != frame.top; ++slot) visit_if_there(*slot, visitor);
  visit_if_there(frame.locals, visitor);
  visit_if_there(frame.owner, visitor);
  if (frame.generator) visitor.visit(Value::of(frame.generator));
}

}  // namespace

void visit_roots(Vm& vm, Visitor& visitor) {
  visitor.visit(Value::of(vm.modules));
  for (PythonThread* thread : interpreter(vm).threads()) {
    visit_if_there(thread->entry, visitor);
    visit_if_there(thread->entry_arguments, visitor);
    visit_if_there(thread->running_loop, visitor);
    for (Frame* frame = thread->frame; frame; frame = frame->previous) visit_frame(*frame, visitor);
  }
}

}  // namespace gilsim::python

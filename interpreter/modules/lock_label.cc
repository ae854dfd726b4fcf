#include "interpreter/modules/lock_label.h"

#include "interpreter/modules/value_path.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/identity.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

// The Thread whose run() everything in this thread is part of. It says nothing about what the thread waits for.
Value own_thread_object(const PythonThread& thread) {
  const Value entry = thread.entry;
  return entry.is_object() && entry.object()->type == &bound_method_type ? entry.as<BoundMethod>()->self : kNull;
}

std::string find_label(Interpreter& vm, const Frame* program_frame, Value outermost, Value waited_for) {
  for (const Value candidate : {outermost, waited_for}) {
    std::string path = path_to(vm, program_frame, candidate);
    if (!path.empty()) return path;
  }
  return type_name(outermost);
}

}  // namespace

sim::LabelId label_of(Interpreter& vm, Value waited_for) {
  const Frame* frame = vm.thread->frame;
  const Value own = own_thread_object(vm.current());
  Value outermost = waited_for;
  while (frame && frame->code->is_library) {
    const auto& variables = frame->code->compiled->fast_local_names;
    if (!variables.empty() && variables[0] == "self") {
      const Value self = const_cast<Frame*>(frame)->slots()[0];
      if (!self.is_null() && self != own) outermost = self;
    }
    frame = frame->previous;
  }
  const uint64_t number = object_number(outermost.object());
  if (number >= vm.wait_labels.size()) vm.wait_labels.resize(number + 1, sim::no_label);
  sim::LabelId& label = vm.wait_labels[number];
  if (label == sim::no_label) label = vm.computer().record().new_label(find_label(vm, frame, outermost, waited_for));
  return label;
}

}  // namespace gilsim::python

#include "interpreter/modules/lock_label.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/identity.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

// The key under which a namespace holds the value; empty: it does not.
std::string key_of(const Dict* dictionary, Value wanted) {
  Value key, value;
  for (int32_t position = 0; dict_next(dictionary, position, &key, &value);)
    if (value == wanted && is_str(key)) return to_utf8(key);
  return {};
}

// A local variable of the frame, or an attribute of its `self`.
std::string local_name_of(const Frame* frame, Value wanted) {
  const auto& variables = frame->code->compiled->fast_local_names;
  auto* mutable_frame = const_cast<Frame*>(frame);
  for (size_t i = 0; i < variables.size(); ++i) {
    const Value value = mutable_frame->slots()[i];
    if (value == wanted && variables[i] != "self") return variables[i];
    if (value.is_object() && value.object()->type == &cell_type && value.as<Cell>()->content == wanted) return variables[i];
    if (variables[i] != "self" || !value.is_object() || !has_flag(value.object()->type, kHasAttributes)) continue;
    Object* self = value.object();
    const Attributes* attributes = attributes_of(self);
    for (Shape* shape = attributes->shape; shape && shape->parent; shape = shape->parent)
      if (attributes->values[shape->count - 1] == wanted) return "self." + to_utf8(shape->name);
  }
  return {};
}

std::string name_of(Interpreter& vm, const Frame* program_frame, Value wanted) {
  if (program_frame) {
    std::string name = key_of(program_frame->globals, wanted);
    if (name.empty()) name = local_name_of(program_frame, wanted);
    if (!name.empty()) return name;
  }
  return vm.main_module ? key_of(vm.main_module->dictionary, wanted) : std::string();
}

std::string find_label(Interpreter& vm, const Frame* program_frame, Value outermost, Value waited_for) {
  for (const Value candidate : {outermost, waited_for}) {
    std::string name = name_of(vm, program_frame, candidate);
    if (!name.empty()) return name;
  }
  return type_name(outermost);
}

}  // namespace

sim::LabelId label_of(Interpreter& vm, Value waited_for) {
  const Frame* frame = vm.thread->frame;
  Value outermost = waited_for;
  while (frame && frame->code->is_library) {
    const auto& variables = frame->code->compiled->fast_local_names;
    if (!variables.empty() && variables[0] == "self") {
      const Value self = const_cast<Frame*>(frame)->slots()[0];
      if (!self.is_null()) outermost = self;
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

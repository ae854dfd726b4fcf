// _dis: code objects as the library's dis module lists them, in CPython's bytes.
#include <algorithm>

#include "interpreter/compiler/byte_code.h"
#include "interpreter/compiler/stack_effect.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/code_object.h"

namespace gilsim::python {

namespace {

using compiler::ByteInstruction;

// Null with TypeError pending when it is no code object.
const Code* code_of(Vm& vm, Value value) {
  if (is_instance(value, &code_type)) return value.as<Code>();
  return raise(vm, exceptions::TypeError, "a code object is needed, not {}", type_name(value)), nullptr;
}

Ref number(int value) { return make_int(int64_t{value}); }
Ref number_or_none(int value) { return value < 0 ? Ref(kNone) : number(value); }

// What an argument stands for: a constant, a name, the offset that is jumped to, or just itself.
Ref argument_value(const Code* code, const ByteInstruction& instruction) {
  const auto& logical = code->compiled->instructions[static_cast<size_t>(instruction.index)];
  if (!instruction.has_argument) return kNone;
  if (instruction.name != compiler::describe(logical.op).name) return number(instruction.argument);  // PRECALL, EXTENDED_ARG
  switch (compiler::describe(logical.op).operand) {
    case compiler::OperandKind::Constant: return code->constants[instruction.argument];
    case compiler::OperandKind::Jump: return number(instruction.target);
    case compiler::OperandKind::Name: return Value::of(code->names[instruction.argument]);
    case compiler::OperandKind::Global: return Value::of(code->names[instruction.argument / 2]);
    case compiler::OperandKind::Local: return Value::of(code->local_names[instruction.argument]);
    case compiler::OperandKind::Compare: return make_str(instruction.meaning);
    default: return number(instruction.argument);
  }
}

Ref positions_of(const syntax::Position& position) {
  return make_tuple({number_or_none(position.line), number_or_none(position.end_line), number_or_none(position.column),
                     number_or_none(position.end_column)});
}

Ref row_of(const Code* code, const ByteInstruction& each) {
  const auto& logical = code->compiled->instructions[static_cast<size_t>(each.index)];
  return make_tuple({make_str(each.name), number(each.number), each.has_argument ? number(each.argument) : Ref(kNone),
                     argument_value(code, each), make_str(each.meaning), number(each.offset),
                     Value::of(each.is_target), positions_of(logical.position), number(each.caches)});
}

Ref instructions(Vm& vm, const Arguments& arguments) {
  const Code* code = code_of(vm, arguments[0]);
  if (!code) return {};
  Ref rows = Ref::take(new_list());
  for (const ByteInstruction& each : compiler::byte_code_of(*code->compiled).instructions) list_append(rows.as<List>(), row_of(code, each));
  return rows;
}

// (start, end, target, depth, lasti) of each entry; `end` is the first byte that is not covered.
Ref exception_entries(Vm& vm, const Arguments& arguments) {
  const Code* code = code_of(vm, arguments[0]);
  if (!code) return {};
  const std::vector<int> offsets = compiler::byte_code_of(*code->compiled).offsets;
  auto offset = [&](int index) { return number(offsets[static_cast<size_t>(index)]); };
  Ref rows = Ref::take(new_list());
  for (const auto& entry : code->compiled->exception_table)
    list_append(rows.as<List>(), make_tuple({offset(entry.start), offset(entry.end), offset(entry.target), number(entry.depth),
                                             Value::of(entry.push_lasti)}));
  return rows;
}

// Where a logical instruction stands, by its index: half of tb_lasti.
Ref offset_of(Vm& vm, const Arguments& arguments) {
  const Code* code = code_of(vm, arguments[0]);
  int64_t index;
  if (!code || !as_int64(vm, arguments[1], &index)) return {};
  for (const ByteInstruction& each : compiler::byte_code_of(*code->compiled).instructions)
    if (each.index == index && each.name == compiler::describe(code->compiled->instructions[static_cast<size_t>(index)].op).name)
      return number(each.offset);
  return number(-1);
}

Ref opcodes(Vm&, const Arguments&) {
  Ref rows = Ref::take(new_list());
  for (const auto& each : compiler::opcode_numbers()) list_append(rows.as<List>(), make_tuple({make_str(each.name), number(each.number)}));
  return rows;
}

// By how much an opcode with an argument raises the operand stack, where it goes on (-1), jumps (1), or at most (0).
// CPython's PRECALL takes the arguments that here CALL takes. None: there is no such opcode.
Ref stack_effect(Vm& vm, const Arguments& arguments) {
  int64_t wanted, argument, jump;
  if (!as_int64(vm, arguments[0], &wanted) || !as_int64(vm, arguments[1], &argument) || !as_int64(vm, arguments[2], &jump)) return {};
  const auto& numbers = compiler::opcode_numbers();
  const auto found = std::find_if(numbers.begin(), numbers.end(), [&](const auto& each) { return each.number == wanted; });
  if (found == numbers.end()) return kNone;
  const int count = static_cast<int>(argument);
  if (found->name == "PRECALL") return number(-count);
  if (found->name == "RETURN_GENERATOR") return number(0);  // what it pushes is counted where the generator begins
  if (found->name == "CALL") return number(-1);
  for (int i = 0; i < compiler::kOpcodeCount; ++i) {
    const auto op = static_cast<compiler::Opcode>(i);
    if (compiler::describe(op).name != found->name) continue;
    const int onward = compiler::stack_effect(op, count, false), jumping = compiler::stack_effect(op, count, true);
    return number(jump == 0 ? std::max(onward, jumping) : jump < 0 ? onward : jumping);
  }
  return number(0);
}

constexpr NativeDescription kFunctions[] = {
    {"instructions", instructions, {1, 1}, "(name, number, argument, value, meaning, offset, is_target, positions, caches) of each instruction."},
    {"exception_entries", exception_entries, {1, 1}, "(start, end, target, depth, lasti) of each entry."},
    {"offset_of", offset_of, {2, 2}, "The offset of an instruction by its index."},
    {"stack_effect", stack_effect, {3, 3}, "By how much an opcode changes the height of the operand stack; None: unknown."},
    {"opcodes", opcodes, {0, 0}, "(name, number) of each opcode."},
};

}  // namespace

const ModuleDefinition& _dis_module() {
  static const ModuleDefinition definition{"_dis", kFunctions};
  return definition;
}

}  // namespace gilsim::python

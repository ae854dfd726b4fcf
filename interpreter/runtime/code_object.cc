#include "interpreter/runtime/code_object.h"

#include <algorithm>
#include <cstring>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/complex.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/forms.h"
#include "interpreter/runtime/frame.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/module_search.h"

namespace gilsim::python {

Type code_type;

namespace {

using compiler::CompiledCode;
using compiler::Opcode;
using compiler::OperandKind;

// --- constants -------------------------------------------------------------------------------------------------------

// Makes the runtime value of each kind of constant.
struct ConstantMaker {
  Interpreter& vm;
  std::string_view file_name;

  Ref operator()(const compiler::NoneConstant&) const { return kNone; }
  Ref operator()(bool truth) const { return Value::of(truth); }
  Ref operator()(const compiler::EllipsisConstant&) const { return kEllipsis; }
  Ref operator()(const compiler::IntegerConstant& integer) const { return parse_int(vm, integer.digits, 0); }
  Ref operator()(double number) const { return make_float(number); }
  Ref operator()(const compiler::ImaginaryConstant& number) const { return make_complex({number.real, number.imaginary}); }
  Ref operator()(const compiler::TextConstant& text) const { return Ref(intern(text.utf8)); }
  Ref operator()(const compiler::BytesConstant& bytes) const { return make_bytes(bytes.bytes); }
  Ref operator()(const std::shared_ptr<CompiledCode>& code) const { return vm.make_code(code, file_name); }
  Ref operator()(const std::shared_ptr<compiler::TupleConstant>& tuple) const { return make_items(tuple->items); }
  Ref operator()(const std::shared_ptr<compiler::FrozenSetConstant>& set) const {
    // CPython's compiler makes a constant set anew when it looks for equal constants, which may change the order.
    Ref first = make_set_of(vm, &frozenset_type, make_items(set->items));
    return make_set_of(vm, &frozenset_type, to_tuple(vm, first));
  }

  Ref make_items(const std::vector<compiler::Constant>& constants) const {
    Tuple* tuple = new_tuple(static_cast<int64_t>(constants.size()));
    for (size_t i = 0; i < constants.size(); ++i) tuple->items[i] = std::visit(*this, constants[i]).release();
    return Ref::take(tuple);
  }
};

// --- units -----------------------------------------------------------------------------------------------------------

bool has_cache(Opcode op) {
  switch (op) {
    case Opcode::LOAD_GLOBAL: case Opcode::STORE_GLOBAL: case Opcode::LOAD_NAME: case Opcode::STORE_NAME:
    case Opcode::LOAD_ATTR: case Opcode::STORE_ATTR: case Opcode::LOAD_METHOD: case Opcode::BEFORE_WITH:
      return true;
    default:
      return false;
  }
}

template <class Item>
Item* allocate_array(size_t count) {
  void* items = heap.allocate(count * sizeof(Item) + 1);
  std::memset(items, 0, count * sizeof(Item));
  return static_cast<Item*>(items);
}

template <class Item>
void free_array(Item* items, size_t count) { heap.free(items, count * sizeof(Item) + 1); }

// Of the block with units, constants and caches.
size_t block_size(const CompiledCode& compiled) {
  const auto caches = std::count_if(compiled.instructions.begin(), compiled.instructions.end(),
                                    [](const auto& instruction) { return has_cache(instruction.op); });
  return compiled.instructions.size() * sizeof(Unit) + compiled.constants.size() * sizeof(Value) +
         static_cast<size_t>(caches) * sizeof(Cache);
}

void make_units(Code& code, const CostTable& costs) {
  const auto& instructions = code.compiled->instructions;
  code.unit_count = static_cast<int32_t>(instructions.size());
  code.units = reinterpret_cast<Unit*>(allocate_array<char>(block_size(*code.compiled)));
  code.constants = reinterpret_cast<Value*>(code.units + instructions.size());
  auto* next_cache = reinterpret_cast<Cache*>(code.constants + code.compiled->constants.size());
  for (int32_t i = 0; i < code.unit_count; ++i) {
    const auto& instruction = instructions[static_cast<size_t>(i)];
    const auto op = static_cast<uint8_t>(instruction.op);
    const bool jumps = describe(instruction.op).operand == OperandKind::Jump;
    const void* place = &code.units[i];
    if (has_cache(instruction.op)) place = next_cache++;
    else if (instruction.op == Opcode::LOAD_CONST) place = code.constants + instruction.argument;
    code.units[i] = {op, op, 0, costs[op], jumps ? instruction.argument - i : instruction.argument,
                     static_cast<int32_t>(static_cast<const char*>(place) - reinterpret_cast<const char*>(&code.units[i]))};
  }
}

bool takes_plain_arguments(const CompiledCode& compiled) {
  return compiled.keyword_only_argument_count == 0 &&
         !(compiled.flags & (compiler::kVarArgs | compiler::kVarKeywords)) && (compiled.flags & compiler::kOptimized);
}

void describe_frame(Code& code) {
  const CompiledCode& compiled = *code.compiled;
  code.local_count = static_cast<int32_t>(compiled.fast_local_names.size());
  code.frame_slots = code.local_count + compiled.stack_size + 1;
  code.frame_bytes = static_cast<uint32_t>(sizeof(Frame) + sizeof(Value) * static_cast<size_t>(code.frame_slots));
  code.plain_arguments = takes_plain_arguments(compiled) ? compiled.argument_count : -1;
  code.makes_generator = compiled.flags & (compiler::kGenerator | compiler::kCoroutine | compiler::kAsyncGenerator);
}

// --- the type --------------------------------------------------------------------------------------------------------

void destroy_code(Object* object) {
  auto* code = reinterpret_cast<Code*>(object);
  const size_t constant_count = code->compiled->constants.size();
  for (size_t i = 0; i < constant_count; ++i) decref(code->constants[i]);
  free_array(code->names, code->compiled->names.size());
  free_array(code->local_names, code->compiled->fast_local_names.size());
  free_array(reinterpret_cast<char*>(code->units), block_size(*code->compiled));
  decref(code->name);
  decref(code->qualified_name);
  decref(code->file_name);
  free_object(object, sizeof(Code));
}

Ref repr_code(Vm&, Value self) {
  auto* code = self.as<Code>();
  return make_str(fmt::format("<code object {} at {:#x}, file \"{}\", line {}>", to_utf8(code->name), identity_number(self),
                              to_utf8(code->file_name), code->compiled->first_line));
}

Ref names_tuple(const std::vector<std::string>& texts) {
  Tuple* tuple = new_tuple(static_cast<int64_t>(texts.size()));
  for (size_t i = 0; i < texts.size(); ++i) tuple->items[i] = Ref(intern(texts[i])).release();
  return Ref::take(tuple);
}

const CompiledCode& compiled(Value self) { return *self.as<Code>()->compiled; }

const GetterDescription kCodeGetters[] = {
    {"co_name", [](Vm&, Value self) { return Ref(self.as<Code>()->name); }},
    {"co_qualname", [](Vm&, Value self) { return Ref(self.as<Code>()->qualified_name); }},
    {"co_filename", [](Vm&, Value self) { return Ref(self.as<Code>()->file_name); }},
    {"co_firstlineno", [](Vm&, Value self) { return make_int(int64_t{compiled(self).first_line}); }},
    {"co_argcount", [](Vm&, Value self) { return make_int(int64_t{compiled(self).argument_count}); }},
    {"co_posonlyargcount", [](Vm&, Value self) { return make_int(int64_t{compiled(self).positional_only_argument_count}); }},
    {"co_kwonlyargcount", [](Vm&, Value self) { return make_int(int64_t{compiled(self).keyword_only_argument_count}); }},
    {"co_nlocals", [](Vm&, Value self) { return make_int(static_cast<int64_t>(compiled(self).local_names.size())); }},
    {"co_stacksize", [](Vm&, Value self) { return make_int(int64_t{compiled(self).stack_size}); }},
    {"co_flags", [](Vm&, Value self) { return make_int(static_cast<int64_t>(compiled(self).flags)); }},
    {"co_varnames", [](Vm&, Value self) { return names_tuple(compiled(self).local_names); }},
    {"co_names", [](Vm&, Value self) { return names_tuple(compiled(self).names); }},
    {"co_cellvars", [](Vm&, Value self) { return names_tuple(compiled(self).cell_names); }},
    {"co_freevars", [](Vm&, Value self) { return names_tuple(compiled(self).free_names); }},
    {"co_consts", [](Vm&, Value self) {
       return make_tuple(self.as<Code>()->constants, static_cast<int64_t>(compiled(self).constants.size()));
     }},
};

// One that differs in what is given. The instructions stay: of what they number only constants may be replaced.
Ref replace_in_code(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"co_name", "co_qualname", "co_filename", "co_firstlineno", "co_flags", "co_consts"};
  Value given[6];
  if (!bind(vm, arguments.without_first(), {"replace", kNames, 6, 0, 0, 0}, given)) return {};
  const auto* code = arguments[0].as<Code>();
  auto changed = std::make_shared<CompiledCode>(*code->compiled);
  int64_t first_line = changed->first_line, flags = changed->flags;
  if (!given[0].is_null()) changed->name = to_utf8(given[0]);
  if (!given[1].is_null()) changed->qualified_name = to_utf8(given[1]);
  if (!given[3].is_null() && !as_int64(vm, given[3], &first_line)) return {};
  if (!given[4].is_null() && !as_int64(vm, given[4], &flags)) return {};
  changed->first_line = static_cast<int>(first_line);
  changed->flags = static_cast<uint32_t>(flags);
  const auto constant_count = static_cast<int64_t>(changed->constants.size());
  if (!given[5].is_null() && (!is_tuple(given[5]) || given[5].as<Tuple>()->size != constant_count))
    return raise(vm, exceptions::ValueError, "gilsim replaces co_consts only by a tuple of the same length ({})", constant_count);
  Ref result = interpreter(vm).make_code(std::move(changed), to_utf8(given[2].is_null() ? Value::of(code->file_name) : given[2]));
  const Value* constants = given[5].is_null() ? code->constants : given[5].as<Tuple>()->items;
  for (int64_t i = 0; i < constant_count; ++i) replace(result.as<Code>()->constants[i], constants[i]);
  return result;
}

const NativeDescription kCodeMethods[] = {
    {"replace", replace_in_code, kAny, "Return a copy of the code object with new values for the specified fields."},
};

}  // namespace

Ref Interpreter::make_code(std::shared_ptr<CompiledCode> source, std::string_view file_name) {
  auto* code = allocate_object<Code>(&code_type);
  Ref owner = Ref::take(code);
  code->compiled = source.get();
  code->name = Ref(intern(source->name)).release().as<Str>();
  code->qualified_name = Ref(intern(source->qualified_name)).release().as<Str>();
  code->file_name = Ref(intern(file_name)).release().as<Str>();
  code->is_library = is_library_file(file_name);
  code->shortcut = code->is_library ? find_shortcut(file_name, source->qualified_name) : nullptr;
  code->file_label = computer_.record().label(short_name(outside(), file_name));
  code->names = allocate_array<Str*>(source->names.size());
  for (size_t i = 0; i < source->names.size(); ++i) code->names[i] = intern(source->names[i]);
  code->local_names = allocate_array<Str*>(source->fast_local_names.size());
  for (size_t i = 0; i < source->fast_local_names.size(); ++i) code->local_names[i] = intern(source->fast_local_names[i]);
  make_units(*code, costs_);
  for (size_t i = 0; i < source->constants.size(); ++i)
    code->constants[i] = std::visit(ConstantMaker{*this, file_name}, source->constants[i]).release();
  describe_frame(*code);
  if (settings_.fusion) fuse(*code);
  compiled_.push_back({std::move(source), code->file_label});
  code->number = static_cast<uint32_t>(compiled_.size());
  return owner;
}

void define_code_type() {
  Operations operations;
  operations.destroy = destroy_code;
  operations.repr = repr_code;
  define_type(code_type, {.name = "code", .base = nullptr, .basic_size = sizeof(Code), .flags = 0, .operations = operations,
                          .methods = kCodeMethods, .getters = kCodeGetters});
}

}  // namespace gilsim::python

#include "interpreter/compiler/assembler.h"

#include <algorithm>
#include <cassert>

#include "interpreter/compiler/exception_handlers.h"
#include "interpreter/compiler/optimizer.h"

namespace gilsim::compiler {
namespace {

std::vector<std::string> texts(const std::vector<std::string_view>& names) { return {names.begin(), names.end()}; }

uint32_t flags_of(const CodeUnit& unit) {
  uint32_t flags = unit.signature_flags;
  if (unit.scope.kind != ScopeKind::Function) return flags;
  flags |= kOptimized | kNewLocals;
  if (unit.scope.is_nested) flags |= kNested;
  if (unit.scope.is_generator) flags |= unit.scope.is_coroutine ? kAsyncGenerator : kGenerator;
  else if (unit.scope.is_coroutine) flags |= kCoroutine;
  return flags;
}

// Numbers locals, cells and free variables as one array. While instructions are emitted, the argument of a cell
// instruction counts cells and free variables alone; this is the map from there.
class FastLocals {
 public:
  explicit FastLocals(const CodeUnit& unit) : names_(texts(unit.locals.names())) {
    for (std::string_view cell : unit.cells.names()) {
      const int local = unit.locals.find(cell);
      index_of_cell_.push_back(local >= 0 ? local : append(cell));
    }
    for (std::string_view free_name : unit.free_variables.names()) index_of_cell_.push_back(append(free_name));
    cell_indices_.assign(index_of_cell_.begin(), index_of_cell_.begin() + static_cast<ptrdiff_t>(unit.cells.size()));
    std::sort(cell_indices_.begin(), cell_indices_.end());
  }

  int of_cell(int number) const { return index_of_cell_[static_cast<size_t>(number)]; }
  const std::vector<int>& cell_indices() const { return cell_indices_; }
  const std::vector<std::string>& names() const { return names_; }

 private:
  int append(std::string_view name) {
    names_.emplace_back(name);
    return static_cast<int>(names_.size()) - 1;
  }

  std::vector<std::string> names_;
  std::vector<int> index_of_cell_;
  std::vector<int> cell_indices_;  // ascending
};

void renumber_cells(CodeUnit& unit, const FastLocals& locals) {
  for (Block& block : unit.graph.blocks()) {
    for (GraphInstruction& instruction : block.instructions) {
      switch (instruction.op) {
        case Opcode::LOAD_CLOSURE:
        case Opcode::LOAD_DEREF:
        case Opcode::STORE_DEREF:
        case Opcode::DELETE_DEREF:
        case Opcode::LOAD_CLASSDEREF: instruction.argument = locals.of_cell(instruction.argument); break;
        default: break;
      }
    }
  }
}

// What a frame does before its first own instruction; nobody wrote it, so most of it has no line.
void add_prologue(CodeUnit& unit, const FastLocals& locals, uint32_t flags) {
  std::vector<GraphInstruction> prologue;
  if (unit.free_variables.size() > 0) {
    prologue.push_back({Opcode::COPY_FREE_VARS, static_cast<int>(unit.free_variables.size())});
  }
  for (int index : locals.cell_indices()) prologue.push_back({Opcode::MAKE_CELL, index});
  if (flags & (kGenerator | kCoroutine | kAsyncGenerator)) {
    const syntax::Position first = {unit.first_line, -1, unit.first_line, -1};
    prologue.push_back({Opcode::RETURN_GENERATOR, 0, nullptr, first});
    prologue.push_back({Opcode::POP_TOP, 0, nullptr, first});
  }
  auto& instructions = unit.graph.entry()->instructions;
  instructions.insert(instructions.begin(), prologue.begin(), prologue.end());
}

Opcode backward(Opcode op) {
  switch (op) {
    case Opcode::JUMP_FORWARD: return Opcode::JUMP_BACKWARD;
    case Opcode::POP_JUMP_FORWARD_IF_FALSE: return Opcode::POP_JUMP_BACKWARD_IF_FALSE;
    case Opcode::POP_JUMP_FORWARD_IF_TRUE: return Opcode::POP_JUMP_BACKWARD_IF_TRUE;
    case Opcode::POP_JUMP_FORWARD_IF_NONE: return Opcode::POP_JUMP_BACKWARD_IF_NONE;
    case Opcode::POP_JUMP_FORWARD_IF_NOT_NONE: return Opcode::POP_JUMP_BACKWARD_IF_NOT_NONE;
    default: return op;
  }
}

std::vector<Instruction> lay_out(Block* entry) {
  int index = 0;
  for (Block* block = entry; block != nullptr; block = block->next) {
    block->first_index = index;
    index += static_cast<int>(block->instructions.size());
  }
  std::vector<Instruction> result;
  result.reserve(static_cast<size_t>(index));
  for (Block* block = entry; block != nullptr; block = block->next) {
    for (const GraphInstruction& instruction : block->instructions) {
      Instruction& laid = result.emplace_back(Instruction{instruction.op, instruction.argument, instruction.position});
      if (instruction.target == nullptr) continue;
      laid.argument = instruction.target->first_index;
      if (instruction.target->first_index <= static_cast<int>(result.size()) - 1) laid.op = backward(laid.op);
    }
  }
  return result;
}

void run_off_the_end(CodeUnit& unit, bool returns_none) {
  Block* last = unit.graph.current();
  if (!last->empty() && last->last().op == Opcode::RETURN_VALUE) return;
  unit.forget_position();
  if (returns_none) unit.load_constant(NoneConstant{});
  unit.emit(Opcode::RETURN_VALUE);
}

void name_locals(CompiledCode& code, const CodeUnit& unit, const FastLocals& locals) {
  code.names = texts(unit.names.names());
  code.local_names = texts(unit.locals.names());
  code.fast_local_names = locals.names();
  for (int index : locals.cell_indices()) code.cell_names.push_back(locals.names()[static_cast<size_t>(index)]);
  code.free_names = texts(unit.free_variables.names());
}

}  // namespace

std::shared_ptr<CompiledCode> assemble(CodeUnit& unit, bool returns_none) {
  run_off_the_end(unit, returns_none);
  prepare(unit);
  auto code = std::make_shared<CompiledCode>();
  code->name = unit.name;
  code->qualified_name = unit.qualified_name;
  code->first_line = unit.first_line;
  code->flags = flags_of(unit);
  code->argument_count = unit.argument_count;
  code->positional_only_argument_count = unit.positional_only_argument_count;
  code->keyword_only_argument_count = unit.keyword_only_argument_count;

  const FastLocals locals(unit);
  name_locals(*code, unit, locals);
  renumber_cells(unit, locals);
  add_prologue(unit, locals, code->flags);
  optimize(unit);

  Block* entry = unit.graph.entry();
  code->stack_size = measure_stack(entry);
  assign_handlers(entry);
  for (Block* block = entry; block != nullptr; block = block->next) remove_nops(*block, -1);
  code->instructions = lay_out(entry);
  code->exception_table = exception_table(entry);
  code->constants = unit.constants.take();
  return code;
}

}  // namespace gilsim::compiler

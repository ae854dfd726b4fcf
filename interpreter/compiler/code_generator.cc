#include "interpreter/compiler/code_generator.h"

#include <cassert>

#include "interpreter/compiler/assembler.h"

namespace gilsim::compiler {

using namespace syntax;

std::shared_ptr<CompiledCode> CodeGenerator::compile_module(const Module& module, Mode mode) {
  enter(UnitKind::Module, &module, "<module>", 1);
  unit().forget_position();
  if (mode == Mode::Eval) {
    assert(module.body.size() == 1);
    visit(as<Expr>(module.body[0])->value);
    return leave(false);
  }
  prints_expressions_ = mode == Mode::Single;
  if (prints_expressions_) visit(module.body);
  else visit_body(module.body);
  return leave();
}

void CodeGenerator::enter(UnitKind kind, const void* node, std::string_view name, int line) {
  const std::string qualified = qualified_name(name);
  const std::string_view class_name = units_.empty() ? std::string_view() : unit().class_name;
  units_.push_back(std::make_unique<CodeUnit>(kind, scopes_.of(node), name, line));
  unit().qualified_name = qualified;
  unit().class_name = class_name;
}

std::shared_ptr<CompiledCode> CodeGenerator::leave(bool returns_none) {
  // What stands in the unit after a problem may be half an instruction sequence; nobody will run it.
  auto code = problems_.empty() ? assemble(unit(), returns_none) : std::make_shared<CompiledCode>();
  units_.pop_back();
  return code;
}

std::string CodeGenerator::qualified_name(std::string_view name) {
  if (units_.size() < 2) return std::string(name);
  const CodeUnit& outer = unit();
  if (outer.scope.resolve(mangled(name)) == Resolution::GlobalExplicit) return std::string(name);
  const bool is_function =
      outer.kind == UnitKind::Function || outer.kind == UnitKind::AsyncFunction || outer.kind == UnitKind::Lambda;
  return outer.qualified_name + (is_function ? ".<locals>." : ".") + std::string(name);
}

void CodeGenerator::report(std::string message) { report_at(std::move(message), unit().here); }

void CodeGenerator::report_at(std::string message, const Position& position) {
  Problem problem;
  problem.stage = ProblemStage::Compiler;
  problem.message = std::move(message);
  problem.position = position;
  problems_.push_back(std::move(problem));
}

void CodeGenerator::check_not_debug(std::string_view name, NameContext context) {
  if (name != "__debug__") return;
  if (context == NameContext::Store) report("cannot assign to __debug__");
  if (context == NameContext::Delete) report("cannot delete __debug__");
}

void CodeGenerator::emit_named(Opcode op, std::string_view name) { unit().emit(op, unit().names.add(mangled(name))); }

namespace {

struct Access {
  Opcode load, store, remove;
  Opcode of(NameContext context) const {
    return context == NameContext::Load ? load : context == NameContext::Store ? store : remove;
  }
};
constexpr Access kFast = {Opcode::LOAD_FAST, Opcode::STORE_FAST, Opcode::DELETE_FAST};
constexpr Access kCell = {Opcode::LOAD_DEREF, Opcode::STORE_DEREF, Opcode::DELETE_DEREF};
constexpr Access kClassCell = {Opcode::LOAD_CLASSDEREF, Opcode::STORE_DEREF, Opcode::DELETE_DEREF};
constexpr Access kGlobal = {Opcode::LOAD_GLOBAL, Opcode::STORE_GLOBAL, Opcode::DELETE_GLOBAL};
constexpr Access kName = {Opcode::LOAD_NAME, Opcode::STORE_NAME, Opcode::DELETE_NAME};

// The number of a cell or free variable, counted cells first.
int cell_number(const CodeUnit& unit, std::string_view name) {
  const int cell = unit.cells.find(name);
  if (cell >= 0) return cell;
  const int number = unit.free_variables.find(name);
  assert(number >= 0);
  return static_cast<int>(unit.cells.size()) + number;
}

}  // namespace

void CodeGenerator::access(std::string_view name, NameContext context) {
  check_not_debug(name, context);
  name = mangled(name);
  CodeUnit& here = unit();
  const bool is_function = here.scope.kind == ScopeKind::Function;
  const Resolution resolution = here.scope.resolve(name);
  switch (resolution) {
    case Resolution::Cell:
    case Resolution::Free:
      return here.emit((here.scope.kind == ScopeKind::Class ? kClassCell : kCell).of(context), cell_number(here, name));
    case Resolution::Local:
      if (is_function) return here.emit(kFast.of(context), here.locals.add(name));
      break;
    case Resolution::GlobalImplicit:
      if (!is_function) break;
      [[fallthrough]];
    case Resolution::GlobalExplicit: {
      const int index = here.names.add(name);
      return here.emit(kGlobal.of(context), context == NameContext::Load ? index * 2 : index);
    }
    case Resolution::None: break;
  }
  here.emit(kName.of(context), here.names.add(name));
}

void CodeGenerator::clear_name(std::string_view name) {
  load_none();
  store(name);
  access(name, NameContext::Delete);
}

}  // namespace gilsim::compiler

#include "interpreter/runtime/switch_points.h"

#include "interpreter/objects/type.h"
#include "interpreter/runtime/well_known.h"

namespace gilsim::python {

namespace {

using compiler::Opcode;

bool is_backward_conditional(Opcode op) {
  return op == Opcode::POP_JUMP_BACKWARD_IF_FALSE || op == Opcode::POP_JUMP_BACKWARD_IF_TRUE ||
         op == Opcode::POP_JUMP_BACKWARD_IF_NONE || op == Opcode::POP_JUMP_BACKWARD_IF_NOT_NONE;
}

// 3.9 ends these without a look (FAST_DISPATCH); those that 3.9 does not have at all do nothing there. Conditional jumps
// belong here when the condition is exactly True or False, as it is after a comparison.
bool has_fast_dispatch(Opcode op) {
  switch (op) {
    case Opcode::NOP: case Opcode::LOAD_FAST: case Opcode::LOAD_CONST: case Opcode::STORE_FAST: case Opcode::POP_TOP:
    case Opcode::COPY: case Opcode::SWAP: case Opcode::JUMP_FORWARD: case Opcode::IS_OP: case Opcode::CONTAINS_OP:
    case Opcode::LOAD_ASSERTION_ERROR: case Opcode::PUSH_NULL: case Opcode::KW_NAMES: case Opcode::MAKE_CELL:
    case Opcode::COPY_FREE_VARS: case Opcode::POP_JUMP_FORWARD_IF_FALSE: case Opcode::POP_JUMP_FORWARD_IF_TRUE:
    case Opcode::JUMP_IF_FALSE_OR_POP: case Opcode::JUMP_IF_TRUE_OR_POP: case Opcode::RETURN_VALUE:
    case Opcode::YIELD_VALUE: case Opcode::PUSH_EXC_INFO: case Opcode::RETURN_GENERATOR:
      return true;
    default:
      return false;
  }
}

// SETUP_FINALLY, SETUP_WITH, BEFORE_ASYNC_WITH and YIELD_FROM run at once even when the flag is up.
bool runs_unasked(Opcode next) {
  return next == Opcode::BEFORE_WITH || next == Opcode::BEFORE_ASYNC_WITH || next == Opcode::SEND || next == Opcode::NOP;
}

Opcode opcode(const Unit& unit) { return static_cast<Opcode>(unit.logical); }

}  // namespace

bool is_switch_point(CheckSites sites, const Unit& before, const Unit& next) {
  const Opcode op = opcode(before);
  if (sites == CheckSites::EveryOpcode) return !has_fast_dispatch(op) && !runs_unasked(opcode(next));
  if (op == Opcode::RESUME) return before.argument < 2;
  if (op == Opcode::JUMP_BACKWARD) return true;
  return is_backward_conditional(op) && &next <= &before;  // taken
}

SwitchPoint switch_point_after(CheckSites sites, const compiler::Instruction& instruction) {
  const Opcode op = instruction.op;
  if (sites == CheckSites::EveryOpcode) return has_fast_dispatch(op) ? SwitchPoint::Never : SwitchPoint::Always;
  if (op == Opcode::RESUME) return instruction.argument < 2 ? SwitchPoint::Always : SwitchPoint::Never;
  if (op == Opcode::JUMP_BACKWARD) return SwitchPoint::Always;
  if (is_backward_conditional(op) || op == Opcode::CALL || op == Opcode::CALL_FUNCTION_EX) return SwitchPoint::Sometimes;
  return SwitchPoint::Never;
}

bool looks_after_call(Value callable) {
  if (!callable.is_object()) return true;
  Type* type = callable.object()->type;
  if (type == &function_type) return false;
  if (callable.object() == &type_type) return false;
  return callable != well_known.len && callable != well_known.isinstance && callable != well_known.list_append;
}

}  // namespace gilsim::python

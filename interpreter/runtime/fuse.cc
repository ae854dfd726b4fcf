// Choosing the forms of a code object. It only looks at instructions, never at what happened when they ran: forms guard
// themselves and cost the same as what they replace, so a run with fusion off has the same clock and the same record.
#include <span>
#include <vector>

#include "interpreter/runtime/forms.h"

namespace gilsim::python {

namespace {

using compiler::Opcode;

bool is(const Unit& unit, Opcode op) { return unit.logical == static_cast<uint8_t>(op); }

// + and +=, - and -=: the operators that forms know.
bool is_add(const Unit& unit) { return is(unit, Opcode::BINARY_OP) && unit.argument % kBinaryOperatorCount == static_cast<int>(Binary::Add); }
bool is_subtract(const Unit& unit) {
  return is(unit, Opcode::BINARY_OP) && unit.argument % kBinaryOperatorCount == static_cast<int>(Binary::Subtract);
}
bool is_multiply(const Unit& unit) {
  return is(unit, Opcode::BINARY_OP) && unit.argument % kBinaryOperatorCount == static_cast<int>(Binary::Multiply);
}
bool jumps_if_true(const Unit& unit) {
  return is(unit, Opcode::POP_JUMP_FORWARD_IF_TRUE) || is(unit, Opcode::POP_JUMP_BACKWARD_IF_TRUE);
}
bool jumps_if_false(const Unit& unit) {
  return is(unit, Opcode::POP_JUMP_FORWARD_IF_FALSE) || is(unit, Opcode::POP_JUMP_BACKWARD_IF_FALSE);
}
bool pushes_plain_global(const Unit& unit) { return is(unit, Opcode::LOAD_GLOBAL) && !(unit.argument & 1); }

// For which of less, equal, greater (bits 0, 1, 2) a COMPARE_OP followed by a conditional jump jumps.
uint16_t jump_mask(const Unit& compare, const Unit& jump) {
  constexpr uint8_t masks[] = {1, 3, 2, 5, 4, 6};
  return jumps_if_true(jump) ? masks[compare.argument] : masks[compare.argument] ^ 7;
}
bool is_compare_jump(std::span<const Unit> at, size_t index) {
  return at.size() > index + 1 && is(at[index], Opcode::COMPARE_OP) &&
         (jumps_if_true(at[index + 1]) || jumps_if_false(at[index + 1]));
}

struct Choice {
  Form form;
  int length;  // units it covers from its own on
  uint16_t detail = 0;
};

// Forms that begin with LOAD_FAST and a second operand (a local or a constant).
Choice choose_two_loads(std::span<const Unit> at) {
  const bool constant = is(at[1], Opcode::LOAD_CONST);
  if (is_compare_jump(at, 2))
    return {constant ? Form::FAST_CONST_COMPARE_JUMP : Form::FAST_FAST_COMPARE_JUMP, 4, jump_mask(at[2], at[3])};
  const bool stores = at.size() > 3 && is(at[3], Opcode::STORE_FAST);
  if (at.size() > 2 && is_add(at[2])) {
    if (stores) return {constant ? Form::FAST_CONST_ADD_STORE : Form::FAST_FAST_ADD_STORE, 4};
    return {constant ? Form::FAST_CONST_ADD : Form::FAST_FAST_ADD, 3};
  }
  if (at.size() > 2 && is_subtract(at[2])) {
    if (stores && constant) return {Form::FAST_CONST_SUBTRACT_STORE, 4};
    return {constant ? Form::FAST_CONST_SUBTRACT : Form::FAST_FAST_SUBTRACT, 3};
  }
  return {constant ? Form::FAST_CONST : Form::FAST_FAST, 2};
}

Choice choose(std::span<const Unit> at) {
  const size_t left = at.size();
  if (is(at[0], Opcode::LOAD_FAST) && left > 1) {
    if (is(at[1], Opcode::LOAD_CONST) || is(at[1], Opcode::LOAD_FAST)) {
      // The second load may itself begin something better: `x.a`, when nothing is done with the first yet.
      if (left > 2 && is(at[1], Opcode::LOAD_FAST) && (is(at[2], Opcode::LOAD_ATTR) || is(at[2], Opcode::LOAD_METHOD))) return {{}, 0};
      return choose_two_loads(at);
    }
    if (is(at[1], Opcode::LOAD_ATTR)) return {Form::FAST_ATTR, 2};
    if (is(at[1], Opcode::LOAD_METHOD)) return {Form::FAST_METHOD, 2};
  }
  if (left > 3 && is(at[1], Opcode::LOAD_CONST)) {
    if (pushes_plain_global(at[0]) && is(at[3], Opcode::STORE_GLOBAL)) {
      if (is_add(at[2])) return {Form::GLOBAL_CONST_ADD_STORE, 4};
      if (is_subtract(at[2])) return {Form::GLOBAL_CONST_SUBTRACT_STORE, 4};
    }
    if (is(at[0], Opcode::LOAD_NAME) && is_add(at[2]) && is(at[3], Opcode::STORE_NAME)) return {Form::NAME_CONST_ADD_STORE, 4};
  }
  if (left > 3 && is(at[0], Opcode::LOAD_CONST) && is(at[1], Opcode::LOAD_CONST) && is(at[2], Opcode::LOAD_CONST) &&
      is(at[3], Opcode::CALL) && at[3].argument == 2 && at[0].argument == at[1].argument && at[0].argument == at[2].argument)
    return {Form::EXIT_CONTEXT, 4};
  if (is_compare_jump(at, 0)) return {Form::COMPARE_JUMP, 2, jump_mask(at[0], at[1])};
  if (is(at[0], Opcode::FOR_ITER) && left > 1 && is(at[1], Opcode::STORE_FAST)) return {Form::FOR_ITER_STORE_FAST, 2};
  if (is(at[0], Opcode::STORE_FAST) && left > 1 && is(at[1], Opcode::LOAD_FAST) && at[0].argument != at[1].argument)
    return {Form::STORE_FAST_LOAD_FAST, 2};
  if (is_add(at[0])) return {Form::ADD, 1};
  if (is_subtract(at[0])) return {Form::SUBTRACT, 1};
  if (is_multiply(at[0])) return {Form::MULTIPLY, 1};
  return {{}, 0};
}

void apply(Unit& unit, Form form, uint32_t cost, uint16_t detail) {
  unit.op = static_cast<uint8_t>(form);
  unit.cost = cost;
  unit.detail = detail;
}

}  // namespace

void fuse(Code& code) {
  const std::span<Unit> units(code.units, static_cast<size_t>(code.unit_count));
  // Costs of the logical instructions, before forms overwrite them.
  std::vector<uint32_t> costs;
  for (const Unit& unit : units) costs.push_back(unit.cost);
  for (size_t i = 0; i < units.size(); ++i) {
    const Choice choice = choose(units.subspan(i));
    if (choice.length == 0) continue;
    uint32_t cost = 0;
    for (int k = 0; k < choice.length; ++k) cost += costs[i + static_cast<size_t>(k)];
    apply(units[i], choice.form, cost, choice.detail);
  }
  for (size_t i = 0; i < units.size(); ++i) {
    if (!is(units[i], Opcode::JUMP_BACKWARD)) continue;
    const size_t target = i + static_cast<size_t>(static_cast<ptrdiff_t>(units[i].argument));
    if (units[target].op == static_cast<uint8_t>(Form::FOR_ITER_STORE_FAST))
      apply(units[i], Form::JUMP_FOR_ITER_STORE_FAST, costs[i] + units[target].cost, 0);
  }
}

}  // namespace gilsim::python

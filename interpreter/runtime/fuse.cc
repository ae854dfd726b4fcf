// Choosing the forms of a code object. It only looks at instructions, never at what happened when they ran: forms guard
// themselves and cost the same as what they replace, so a run with fusion off has the same clock and the same record.
#include <span>
#include <vector>

#include "interpreter/runtime/forms.h"

namespace gilsim::python {

namespace {

using compiler::Opcode;

bool is(const Unit& unit, Opcode op) { return unit.logical == static_cast<uint8_t>(op); }

// The operators that forms know, in place or not.
bool computes(const Unit& unit, Binary op) {
  return is(unit, Opcode::BINARY_OP) && unit.argument % kBinaryOperatorCount == static_cast<int>(op);
}
bool is_add(const Unit& unit) { return computes(unit, Binary::Add); }
bool is_subtract(const Unit& unit) { return computes(unit, Binary::Subtract); }
bool is_multiply(const Unit& unit) { return computes(unit, Binary::Multiply); }
bool is_sum(const Unit& unit) { return is_add(unit) || is_subtract(unit); }

// Whether the instructions at `at` are these; an argument of -1 is any.
struct Expected {
  Opcode op;
  int32_t argument = -1;
};
bool matches(std::span<const Unit> at, std::initializer_list<Expected> pattern) {
  if (at.size() < pattern.size()) return false;
  size_t i = 0;
  for (const Expected& expected : pattern) {
    const Unit& unit = at[i++];
    if (!is(unit, expected.op) || (expected.argument >= 0 && unit.argument != expected.argument)) return false;
  }
  return true;
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
  return jumps_if_true(jump) ? kCompareMasks[compare.argument] : kCompareMasks[compare.argument] ^ 7;
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

Choice choose(std::span<const Unit> at);

// Whether a longer form begins with the second instruction, which a form of two would spoil.
bool better_begins_behind(std::span<const Unit> at) { return choose(at.subspan(1)).length > 2; }

// Forms that begin with LOAD_FAST and a second operand (a local or a constant) and compute something.
Choice choose_two_operands(std::span<const Unit> at) {
  const bool constant = is(at[1], Opcode::LOAD_CONST);
  if (is_compare_jump(at, 2))
    return {constant ? Form::FAST_CONST_COMPARE_JUMP : Form::FAST_FAST_COMPARE_JUMP, 4, jump_mask(at[2], at[3])};
  const bool stores = at.size() > 3 && is(at[3], Opcode::STORE_FAST);
  if (is_add(at[2])) {
    if (stores) return {constant ? Form::FAST_CONST_ADD_STORE : Form::FAST_FAST_ADD_STORE, 4};
    return {constant ? Form::FAST_CONST_ADD : Form::FAST_FAST_ADD, 3};
  }
  if (is_subtract(at[2])) {
    if (stores && constant) return {Form::FAST_CONST_SUBTRACT_STORE, 4};
    return {constant ? Form::FAST_CONST_SUBTRACT : Form::FAST_FAST_SUBTRACT, 3};
  }
  if (is_multiply(at[2])) return {constant ? Form::FAST_CONST_MULTIPLY : Form::FAST_FAST_MULTIPLY, 3};
  if (constant && computes(at[2], Binary::Remainder)) return {Form::FAST_CONST_REMAINDER, 3};
  if (constant && computes(at[2], Binary::And)) {
    if (at.size() > 3 && (jumps_if_true(at[3]) || jumps_if_false(at[3]))) return {Form::FAST_CONST_AND_JUMP, 4, jumps_if_true(at[3])};
    return {Form::FAST_CONST_AND, 3};
  }
  return {{}, 0};
}

// The same for items of containers.
Choice choose_item(std::span<const Unit> at) {
  const bool constant = is(at[1], Opcode::LOAD_CONST);
  if (is(at[2], Opcode::BINARY_SUBSCR)) return {constant ? Form::FAST_CONST_ITEM : Form::FAST_FAST_ITEM, 3};
  if (is(at[2], Opcode::STORE_SUBSCR)) return {constant ? Form::FAST_CONST_STORE_ITEM : Form::FAST_FAST_STORE_ITEM, 3};
  if (matches(at.subspan(2), {{Opcode::COPY, 2}, {Opcode::COPY, 2}, {Opcode::BINARY_SUBSCR}})) {
    const bool constant_operand = at.size() > 5 && is(at[5], Opcode::LOAD_CONST);
    if (matches(at.subspan(5), {{constant_operand ? Opcode::LOAD_CONST : Opcode::LOAD_FAST}, {Opcode::BINARY_OP}, {Opcode::SWAP, 3},
                                {Opcode::SWAP, 2}, {Opcode::STORE_SUBSCR}}) && is_sum(at[6]))
      return {Form::ITEM_ARITHMETIC_STORE, 10, static_cast<uint16_t>(is_subtract(at[6]) + 2 * constant_operand + 4 * constant)};
    return {constant ? Form::FAST_CONST_ITEM_TO_CHANGE : Form::FAST_FAST_ITEM_TO_CHANGE, 5};
  }
  if (!constant && at.size() > 3 && is(at[2], Opcode::CONTAINS_OP) && (jumps_if_true(at[3]) || jumps_if_false(at[3]))) {
    const bool jumps_if_found = jumps_if_true(at[3]) != (at[2].argument == 1);
    return {Form::FAST_FAST_CONTAINS_JUMP, 4, jumps_if_found};
  }
  return {{}, 0};
}

Choice choose_two_loads(std::span<const Unit> at) {
  if (at.size() > 2) {
    if (const Choice choice = choose_two_operands(at); choice.length) return choice;
    if (const Choice choice = choose_item(at); choice.length) return choice;
    // Or the second load begins `x.a` when nothing is done with the first yet, or `+ x`.
    if (is(at[1], Opcode::LOAD_FAST) &&
        (is(at[2], Opcode::LOAD_ATTR) || is(at[2], Opcode::LOAD_METHOD) || better_begins_behind(at))) return {{}, 0};
  }
  return {is(at[1], Opcode::LOAD_CONST) ? Form::FAST_CONST : Form::FAST_FAST, 2};
}

Choice choose_after_load_fast(std::span<const Unit> at) {
  switch (static_cast<Opcode>(at[1].logical)) {
    case Opcode::LOAD_CONST: case Opcode::LOAD_FAST: return choose_two_loads(at);
    case Opcode::LOAD_ATTR: return {Form::FAST_ATTR, 2};
    case Opcode::LOAD_METHOD: return {Form::FAST_METHOD, 2};
    case Opcode::STORE_ATTR: return {Form::FAST_STORE_ATTR, 2};
    case Opcode::RETURN_VALUE: return {Form::FAST_RETURN, 2};
    case Opcode::YIELD_VALUE: return {Form::FAST_YIELD, 2};
    case Opcode::BINARY_OP:
      if (is_add(at[1])) return {Form::FAST_ADD, 2};
      if (is_subtract(at[1])) return {Form::FAST_SUBTRACT, 2};
      if (is_multiply(at[1])) return {Form::FAST_MULTIPLY, 2};
      return {{}, 0};
    case Opcode::COPY: {
      const bool constant = at.size() > 3 && is(at[3], Opcode::LOAD_CONST);
      if (!matches(at.subspan(1), {{Opcode::COPY, 1}, {Opcode::LOAD_ATTR}, {constant ? Opcode::LOAD_CONST : Opcode::LOAD_FAST},
                                   {Opcode::BINARY_OP}, {Opcode::SWAP, 2}, {Opcode::STORE_ATTR}}) || !is_sum(at[4])) return {{}, 0};
      return {Form::FAST_ATTR_ARITHMETIC_STORE, 7, static_cast<uint16_t>(is_subtract(at[4]) + 2 * constant)};
    }
    default: return {{}, 0};
  }
}

Choice choose(std::span<const Unit> at) {
  const size_t left = at.size();
  if (is(at[0], Opcode::LOAD_FAST) && left > 1) return choose_after_load_fast(at);
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
  if (is(at[0], Opcode::LOAD_CONST) && is_compare_jump(at, 1)) return {Form::CONST_COMPARE_JUMP, 3, jump_mask(at[1], at[2])};
  if (matches(at, {{Opcode::LOAD_CONST}, {Opcode::RETURN_VALUE}})) return {Form::CONST_RETURN, 2};
  if (matches(at, {{Opcode::RESUME}, {Opcode::POP_TOP}})) return {Form::RESUME_POP_TOP, 2};
  if (is_compare_jump(at, 0)) return {Form::COMPARE_JUMP, 2, jump_mask(at[0], at[1])};
  if (matches(at, {{Opcode::FOR_ITER}, {Opcode::STORE_FAST}})) return {Form::FOR_ITER_STORE_FAST, 2};
  if (is(at[0], Opcode::STORE_FAST) && left > 1 && at[0].argument != at[1].argument) {
    if (is(at[1], Opcode::LOAD_FAST) && !better_begins_behind(at)) return {Form::STORE_FAST_LOAD_FAST, 2};
    if (is(at[1], Opcode::STORE_FAST)) return {Form::STORE_FAST_STORE_FAST, 2};
  }
  if (matches(at, {{Opcode::UNPACK_SEQUENCE, 2}, {Opcode::STORE_FAST}, {Opcode::STORE_FAST}}) && at[1].argument != at[2].argument)
    return {Form::UNPACK_PAIR, 3};
  if (is_sum(at[0]) && matches(at.subspan(1), {{Opcode::SWAP, 3}, {Opcode::SWAP, 2}, {Opcode::STORE_SUBSCR}}))
    return {Form::ARITHMETIC_STORE_ITEM, 4, is_subtract(at[0])};
  if (left > 1 && is(at[1], Opcode::STORE_FAST)) {
    if (is_add(at[0])) return {Form::ADD_STORE, 2};
    if (is_subtract(at[0])) return {Form::SUBTRACT_STORE, 2};
    if (is_multiply(at[0])) return {Form::MULTIPLY_STORE, 2};
  }
  if (is_add(at[0])) return {Form::ADD, 1};
  if (is_subtract(at[0])) return {Form::SUBTRACT, 1};
  if (is_multiply(at[0])) return {Form::MULTIPLY, 1};
  return {{}, 0};
}

// Whether what follows the beginning of `row[k] += …` is a product of two locals and the rest of the statement.
bool adds_product(std::span<const Unit> at) {
  return matches(at, {{Opcode::LOAD_FAST}, {Opcode::LOAD_FAST}, {Opcode::BINARY_OP}, {Opcode::BINARY_OP}, {Opcode::SWAP, 3},
                      {Opcode::SWAP, 2}, {Opcode::STORE_SUBSCR}}) && is_multiply(at[2]) && is_sum(at[3]);
}

// Items by a constant index, the commonest, have forms of their own that keep it in the unit.
Choice refine(const Code& code, std::span<const Unit> at, Choice choice) {
  const bool changes = choice.form == Form::FAST_CONST_ITEM_TO_CHANGE;
  if (choice.form != Form::FAST_CONST_ITEM && !changes) return choice;
  const Value index = code.constants[at[1].argument];
  if (!index.is_small() || index.small() < 0 || index.small() > UINT16_MAX) return choice;
  const auto place = static_cast<uint16_t>(index.small());
  if (changes && place < 1 << 15 && adds_product(at.subspan(5)))
    return {Form::FAST_INDEX_PRODUCT_STORE, 12, static_cast<uint16_t>(place * 2 + is_subtract(at[8]))};
  return {changes ? Form::FAST_INDEX_ITEM_TO_CHANGE : Form::FAST_INDEX_ITEM, choice.length, place};
}

void apply(Unit& unit, Form form, uint32_t cost, uint16_t detail) {
  unit.op = static_cast<uint8_t>(form);
  unit.cost = cost;
  unit.detail = detail;
}

bool ends_with_return(const Choice& choice) { return choice.form == Form::FAST_RETURN || choice.form == Form::CONST_RETURN; }

// The function's first instruction tries the shortcut; its returns end a measurement.
void mark_shortcut(std::span<Unit> units) {
  for (Unit& unit : units) {
    if (is(unit, Opcode::RETURN_VALUE)) apply(unit, Form::SHORTCUT_RETURN, unit.cost, 0);
    if (&unit == &units[0] && is(unit, Opcode::RESUME)) apply(unit, Form::SHORTCUT, unit.cost, 0);
  }
}

}  // namespace

void fuse(Code& code) {
  const std::span<Unit> units(code.units, static_cast<size_t>(code.unit_count));
  // Costs of the logical instructions, before forms overwrite them.
  std::vector<uint32_t> costs;
  for (const Unit& unit : units) costs.push_back(unit.cost);
  for (size_t i = 0; i < units.size(); ++i) {
    const Choice first_choice = choose(units.subspan(i));
    if (first_choice.length == 0) continue;
    if (code.shortcut && ends_with_return(first_choice)) continue;
    const Choice choice = refine(code, units.subspan(i), first_choice);
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
  if (code.shortcut) mark_shortcut(units);
}

}  // namespace gilsim::python

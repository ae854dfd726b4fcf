// The table of where each version looks whether somebody has asked for the GIL.
#include "interpreter/runtime/switch_points.h"

#include <doctest/doctest.h>

namespace gilsim::python {

namespace {

using compiler::Opcode;

// Two instructions after each other; a jump is taken when the next one comes before it.
bool switches(CheckSites sites, Opcode op, Opcode next = Opcode::LOAD_FAST, bool backward = false, int argument = 0) {
  Unit units[2] = {};
  Unit& before = units[backward ? 1 : 0];
  Unit& after = units[backward ? 0 : 1];
  before.op = before.logical = static_cast<uint8_t>(op);
  before.argument = argument;
  after.op = after.logical = static_cast<uint8_t>(next);
  return is_switch_point(sites, before, after);
}

}  // namespace

TEST_CASE("3.9 looks after nearly every instruction") {
  constexpr auto sites = CheckSites::EveryOpcode;
  for (const Opcode op : {Opcode::LOAD_GLOBAL, Opcode::STORE_GLOBAL, Opcode::BINARY_OP, Opcode::FOR_ITER, Opcode::CALL,
                          Opcode::COMPARE_OP, Opcode::LOAD_ATTR, Opcode::STORE_ATTR, Opcode::JUMP_BACKWARD})
    CHECK(switches(sites, op));
  for (const Opcode op : {Opcode::LOAD_FAST, Opcode::STORE_FAST, Opcode::LOAD_CONST, Opcode::POP_TOP, Opcode::JUMP_FORWARD,
                          Opcode::IS_OP, Opcode::CONTAINS_OP})
    CHECK_FALSE(switches(sites, op));
}

TEST_CASE("3.9 does not look before with and yield from") {
  CHECK_FALSE(switches(CheckSites::EveryOpcode, Opcode::LOAD_GLOBAL, Opcode::BEFORE_WITH));
  CHECK_FALSE(switches(CheckSites::EveryOpcode, Opcode::LOAD_GLOBAL, Opcode::SEND));
}

TEST_CASE("3.11 and 3.12 look at jumps backward and where functions begin") {
  for (const auto sites : {CheckSites::Jumps311, CheckSites::Jumps312}) {
    CHECK(switches(sites, Opcode::JUMP_BACKWARD, Opcode::LOAD_FAST, true));
    CHECK(switches(sites, Opcode::RESUME, Opcode::LOAD_FAST, false, 0));
    CHECK(switches(sites, Opcode::RESUME, Opcode::LOAD_FAST, false, 1));
    CHECK_FALSE(switches(sites, Opcode::RESUME, Opcode::LOAD_FAST, false, 2));  // after yield from
    CHECK_FALSE(switches(sites, Opcode::RESUME, Opcode::LOAD_FAST, false, 3));  // after await
    for (const Opcode op : {Opcode::LOAD_GLOBAL, Opcode::STORE_GLOBAL, Opcode::BINARY_OP, Opcode::FOR_ITER, Opcode::COMPARE_OP,
                            Opcode::LOAD_ATTR, Opcode::JUMP_FORWARD, Opcode::BEFORE_WITH})
      CHECK_FALSE(switches(sites, op));
    CHECK_FALSE(switches(sites, Opcode::JUMP_BACKWARD_NO_INTERRUPT, Opcode::LOAD_FAST, true));
  }
}

TEST_CASE("3.11 looks at a conditional jump backward only when it is taken") {
  CHECK(switches(CheckSites::Jumps311, Opcode::POP_JUMP_BACKWARD_IF_TRUE, Opcode::LOAD_FAST, true));
  CHECK_FALSE(switches(CheckSites::Jumps311, Opcode::POP_JUMP_BACKWARD_IF_TRUE, Opcode::LOAD_FAST, false));
}

TEST_CASE("disassembly marks what always and what sometimes looks") {
  auto point = [](CheckSites sites, Opcode op) { return switch_point_after(sites, compiler::Instruction{op, 0, {}}); };
  CHECK(point(CheckSites::EveryOpcode, Opcode::BINARY_OP) == SwitchPoint::Always);
  CHECK(point(CheckSites::EveryOpcode, Opcode::LOAD_FAST) == SwitchPoint::Never);
  CHECK(point(CheckSites::Jumps311, Opcode::BINARY_OP) == SwitchPoint::Never);
  CHECK(point(CheckSites::Jumps311, Opcode::JUMP_BACKWARD) == SwitchPoint::Always);
  CHECK(point(CheckSites::Jumps311, Opcode::CALL) == SwitchPoint::Sometimes);
}

}  // namespace gilsim::python

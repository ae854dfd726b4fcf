#include "interpreter/compiler/stack_effect.h"

#include <array>
#include <bit>
#include <cassert>

namespace gilsim::compiler {
namespace {

constexpr int kVaries = 1000;
constexpr int N = kVaries;  // as the table writes it

struct Fixed {
  int pops, pushes;
};
constexpr std::array<Fixed, kOpcodeCount> kFixed = {{
#define OPCODE(name, operand, pops, pushes, meaning) {pops, pushes},
#include "interpreter/compiler/opcodes.def"
#undef OPCODE
}};

int varying_effect(Opcode op, int argument, bool jump) {
  switch (op) {
    case Opcode::COPY: return 1;
    case Opcode::SWAP: return 0;
    case Opcode::LOAD_GLOBAL: return 1 + (argument & 1);
    case Opcode::BUILD_TUPLE:
    case Opcode::BUILD_LIST:
    case Opcode::BUILD_SET:
    case Opcode::BUILD_STRING: return 1 - argument;
    case Opcode::BUILD_MAP: return 1 - 2 * argument;
    case Opcode::BUILD_CONST_KEY_MAP: return -argument;
    case Opcode::BUILD_SLICE: return argument == 3 ? -2 : -1;
    case Opcode::FORMAT_VALUE: return (argument & 4) ? -1 : 0;
    case Opcode::UNPACK_SEQUENCE: return argument - 1;
    case Opcode::UNPACK_EX: return (argument & 0xff) + (argument >> 8);
    case Opcode::FOR_ITER: return jump ? -1 : 1;
    case Opcode::JUMP_IF_FALSE_OR_POP:
    case Opcode::JUMP_IF_TRUE_OR_POP: return jump ? 0 : -1;
    case Opcode::CALL: return -argument - 1;
    case Opcode::CALL_FUNCTION_EX: return -2 - (argument & 1);
    case Opcode::MAKE_FUNCTION: return -std::popcount(static_cast<unsigned>(argument) & 0xfu);
    case Opcode::RAISE_VARARGS: return -argument;
    default: break;
  }
  assert(false && "opcodes.def says N, but nothing here tells the effect");
  return 0;
}

}  // namespace

int stack_effect(Opcode op, int argument, bool jump) {
  if (op == Opcode::SEND) return jump ? -1 : 0;
  const Fixed& fixed = kFixed[static_cast<size_t>(op)];
  if (fixed.pops == kVaries || fixed.pushes == kVaries) return varying_effect(op, argument, jump);
  return fixed.pushes - fixed.pops;
}

}  // namespace gilsim::compiler

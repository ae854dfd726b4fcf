#include "interpreter/compiler/opcode.h"

#include <array>
#include <cassert>

namespace gilsim::compiler {
namespace {

constexpr std::array<OpcodeDescription, kOpcodeCount> kDescriptions = {{
#define OPCODE(name, operand, pops, pushes, meaning) {#name, OperandKind::operand, meaning},
#include "interpreter/compiler/opcodes.def"
#undef OPCODE
}};

}  // namespace

const OpcodeDescription& describe(Opcode op) {
  assert(static_cast<int>(op) < kOpcodeCount);
  return kDescriptions[static_cast<size_t>(op)];
}

}  // namespace gilsim::compiler

// The logical instruction set as an enum, from opcodes.def.
#pragma once

#include <cstdint>
#include <string_view>

namespace gilsim::compiler {

enum class Opcode : uint8_t {
#define OPCODE(name, operand, pops, pushes, meaning) name,
#include "interpreter/compiler/opcodes.def"
#undef OPCODE
};

inline constexpr int kOpcodeCount = 0
#define OPCODE(name, operand, pops, pushes, meaning) +1
#include "interpreter/compiler/opcodes.def"
#undef OPCODE
    ;

enum class OperandKind : uint8_t { None, Count, Constant, Name, Global, Local, Jump, Operator, Compare };

struct OpcodeDescription {
  std::string_view name;
  OperandKind operand;
  std::string_view meaning;
};

const OpcodeDescription& describe(Opcode op);

}  // namespace gilsim::compiler

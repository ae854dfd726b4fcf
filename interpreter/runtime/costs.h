// Virtual cost of instructions by Python version, packed as the eval loop subtracts it: nanoseconds << 20 | 1 step.
#pragma once

#include <array>
#include <cstdint>

#include "interpreter/compiler/opcode.h"
#include "interpreter/objects/vm.h"
#include "interpreter/runtime/python_version.h"

namespace gilsim::python {

using CostTable = std::array<uint32_t, compiler::kOpcodeCount>;

inline constexpr int kMostCostNs = 4095 / 8;  // so that eight instructions fused into one still fit 12 bits

const CostTable& costs_of(PythonVersion version);
// For programs that stand for ones in C: so little that what they ask of the system decides, but not nothing, so that a loop
// for ever comes to the limit of time.
const CostTable& costs_of_c();

}  // namespace gilsim::python

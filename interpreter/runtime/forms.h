// What a unit's `op` may be: a logical instruction by its opcode, or a form behind them.
#pragma once

#include "interpreter/runtime/code_object.h"

namespace gilsim::python {

enum class Form : uint8_t {
  First_ = compiler::kOpcodeCount - 1,
#define FORM(name, instructions, guard) name,
#include "interpreter/runtime/forms.def"
#undef FORM
};

// For which of less, equal, greater (bits 0, 1, 2) a comparison holds; by CompareOperator.
inline constexpr uint8_t kCompareMasks[] = {1, 3, 2, 5, 4, 6};

// Puts the longest form that matches at each index in place of the logical instruction there.
void fuse(Code& code);

}  // namespace gilsim::python

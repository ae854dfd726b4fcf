// Where a Python version looks whether another thread has asked for the GIL: between which instructions threads can
// switch. Sources: Python/ceval.c of CPython 3.9.18, 3.11.2 and 3.12.5 (CHECK_EVAL_BREAKER and the fast dispatch of 3.9).
#pragma once

#include "interpreter/objects/value.h"
#include "interpreter/runtime/code_object.h"
#include "interpreter/runtime/python_version.h"

namespace gilsim::python {

// May a switch happen between `before`, just executed, and `next`? `before` may be a call of a Python function, `next`
// then being the callee's first instruction.
bool is_switch_point(CheckSites sites, const Unit& before, const Unit& next);

// The same for disassembly: whether the version looks after an instruction (Sometimes: a jump when taken, a call when
// the callee is native).
enum class SwitchPoint : uint8_t { Never, Sometimes, Always };
SwitchPoint switch_point_after(CheckSites sites, const compiler::Instruction& instruction);

// After a call of this callable, do 3.11 and 3.12 look? They do unless it is a Python function (whose RESUME looks) or
// one of the calls specialised without a check: len, isinstance, list.append, type(x).
bool looks_after_call(Value callable);

}  // namespace gilsim::python

// What the compiler makes of a module, class body or function: CPython 3.11's code object as plain data, without any
// runtime value, so that the compiler can be read and tested alone. The runtime turns it into a code object and a
// stream of 16-byte units (interpreter/runtime/).
//
// Jumps: `Instruction::argument` of a jump is the index of its target in `CompiledCode::instructions` (not an offset in
// bytes or code units, and not relative). CACHE, EXTENDED_ARG and PRECALL do not exist here.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "interpreter/compiler/opcode.h"
#include "interpreter/syntax/position.h"

namespace gilsim::compiler {

struct CompiledCode;

struct NoneConstant { bool operator==(const NoneConstant&) const = default; };
struct EllipsisConstant { bool operator==(const EllipsisConstant&) const = default; };
struct IntegerConstant {  // digits as in syntax::Constant ("0x…" allowed), with an optional leading '-'
  std::string digits;
  bool operator==(const IntegerConstant&) const = default;
};
struct ImaginaryConstant { double imaginary; double real = 0; };  // `real`: from folding `1 + 2j`
struct TextConstant { std::string utf8; bool operator==(const TextConstant&) const = default; };
struct BytesConstant { std::string bytes; bool operator==(const BytesConstant&) const = default; };
struct TupleConstant;
struct FrozenSetConstant;

using Constant = std::variant<NoneConstant, bool, EllipsisConstant, IntegerConstant, double, ImaginaryConstant,
                              TextConstant, BytesConstant, std::shared_ptr<TupleConstant>,
                              std::shared_ptr<FrozenSetConstant>, std::shared_ptr<CompiledCode>>;
struct TupleConstant { std::vector<Constant> items; };
struct FrozenSetConstant { std::vector<Constant> items; };

// A line of kNoLine means that nobody wrote the instruction (CPython's None in co_positions); columns below 0 are unknown.
inline constexpr int kNoLine = -1;

struct Instruction {
  Opcode op;
  int32_t argument = 0;  // meaning by opcode: interpreter/compiler/opcodes.def
  syntax::Position position;
};

// While instructions [start, end) run, an exception cuts the operand stack to `depth` items, pushes the index of the
// failing instruction if `push_lasti`, pushes the exception and goes to `target`. The first entry that covers an
// instruction is the innermost.
struct ExceptionTableEntry {
  int32_t start, end, target, depth;
  bool push_lasti;
};

enum CodeFlag : uint32_t {  // values of CPython's inspect.CO_*
  kOptimized = 0x1, kNewLocals = 0x2, kVarArgs = 0x4, kVarKeywords = 0x8, kNested = 0x10, kGenerator = 0x20,
  kCoroutine = 0x80, kIterableCoroutine = 0x100, kAsyncGenerator = 0x200,
};

struct CompiledCode {
  std::string name;            // co_name
  std::string qualified_name;  // co_qualname
  int first_line = 1;
  uint32_t flags = 0;
  int argument_count = 0;                  // positional, positional-only included
  int positional_only_argument_count = 0;
  int keyword_only_argument_count = 0;
  int stack_size = 0;  // operand stack items at most

  std::vector<Instruction> instructions;
  std::vector<ExceptionTableEntry> exception_table;
  std::vector<Constant> constants;  // [0] is the docstring (or None) of a function
  std::vector<std::string> names;   // co_names

  // "Fast locals", numbered as one array: arguments, other locals, then cells that are not also locals, then free
  // variables. A parameter that is also a cell stands once, among the locals (MAKE_CELL turns it into a cell).
  std::vector<std::string> local_names;         // co_varnames
  std::vector<std::string> cell_names;          // co_cellvars
  std::vector<std::string> free_names;          // co_freevars
  std::vector<std::string> fast_local_names;    // co_localsplusnames: index -> name
};

}  // namespace gilsim::compiler

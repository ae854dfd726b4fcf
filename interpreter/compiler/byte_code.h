// Code as CPython 3.11 lays it out in bytes, for listings: with PRECALL, CACHE and EXTENDED_ARG, which gilsim does without,
// and arguments of jumps as distances.
#pragma once

#include <string>
#include <vector>

#include "interpreter/compiler/code.h"

namespace gilsim::compiler {

struct ByteInstruction {
  std::string_view name;
  int number;            // CPython's
  int offset;            // in bytes
  int argument;          // whole, with what the EXTENDED_ARGs before it say; of an EXTENDED_ARG: so far
  bool has_argument;
  int caches;            // how many two-byte CACHE entries follow
  int index;             // of the logical instruction that this is, or is part of
  std::string meaning;   // the argument's, as `dis` shows it in parentheses; may be empty
  int target = -1;       // of a jump: an offset
  bool is_target = false;
};

struct ByteCode {
  std::vector<ByteInstruction> instructions;
  std::vector<int> offsets;  // of each logical instruction's first byte; at the end: the size of all
};

ByteCode byte_code_of(const CompiledCode& code);

// (name, number) of all that CPython 3.11 has, by number; arguments have meaning from kHaveArgument on.
struct OpcodeNumber { std::string_view name; int number, caches; };
const std::vector<OpcodeNumber>& opcode_numbers();
inline constexpr int kHaveArgument = 90;

}  // namespace gilsim::compiler

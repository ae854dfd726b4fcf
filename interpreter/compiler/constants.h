// Constants as values: equality as the compiler needs it (1, 1.0 and True differ, and so do 0.0 and -0.0), the numbers
// that `co_consts` gives them, their truth and their repr.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "interpreter/compiler/code.h"
#include "interpreter/syntax/ast.h"

namespace gilsim::compiler {

Constant constant_of(const syntax::Constant& node);
Constant text_constant(std::string_view text);
Constant integer_constant(int64_t value);
Constant tuple_constant(std::vector<Constant> items);
Constant frozenset_constant(std::vector<Constant> items);  // equal ones once

// Two constants are the same constant if and only if their keys are equal. Code objects are so when they do the same
// at the same place (a comprehension in the test of a `while` is compiled twice, and kept once).
std::string key_of(const Constant& constant);
bool is_true(const Constant& constant);
bool is_none(const Constant& constant);

// As Python's repr() prints it; a code object as "<code object NAME>".
std::string repr(const Constant& constant);
std::string repr_text(std::string_view utf8);
std::string repr_double(double value);

// The growing co_consts of one code object: every constant once.
class ConstantPool {
 public:
  int add(Constant constant);
  const Constant& operator[](int index) const { return constants_[static_cast<size_t>(index)]; }
  // Forgets all constants after the last one that is in use. [0] stays: it may be a docstring.
  void trim(int used_count);
  std::vector<Constant> take() { return std::move(constants_); }

 private:
  std::vector<Constant> constants_;
  std::unordered_map<std::string, int> indices_;
};

}  // namespace gilsim::compiler

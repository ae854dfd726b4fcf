#include "interpreter/runtime/syntax_errors.h"

#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/tuple.h"

namespace gilsim::python {

namespace {

Type& exception_for(syntax::ProblemKind kind) {
  switch (kind) {
    case syntax::ProblemKind::Syntax: return exceptions::SyntaxError;
    case syntax::ProblemKind::Indentation: return exceptions::IndentationError;
    case syntax::ProblemKind::Tab: return exceptions::TabError;
    case syntax::ProblemKind::Unsupported: return exceptions::NotImplementedError;
  }
  return exceptions::SyntaxError;
}

// Problem columns are UTF-8 bytes from 0; SyntaxError's are characters from 1.
int64_t character_offset(const std::string& line, int bytes) {
  int64_t characters = 1;
  for (int i = 0; i < bytes && static_cast<size_t>(i) < line.size(); ++i) characters += (line[static_cast<size_t>(i)] & 0xC0) != 0x80;
  return characters;
}

}  // namespace

Ref raise_problem(Vm& vm, const syntax::Problem& problem, std::string_view file_name) {
  Type& type = exception_for(problem.kind);
  if (problem.kind == syntax::ProblemKind::Unsupported) return raise(vm, type, "{}", problem.message);
  const syntax::Position& at = problem.position;
  Ref text = at.line > 0 ? make_str(problem.source_line + "\n") : Ref(kNone);
  Ref details = make_tuple({make_str(file_name), make_int(int64_t{at.line}), make_int(character_offset(problem.source_line, at.column)),
                            text, make_int(int64_t{at.end_line}), make_int(character_offset(problem.source_line, at.end_column))});
  Ref exception = call(vm, Value::of(&type), {make_str(problem.message), details});
  return exception ? raise_exception(vm, exception) : Ref();
}

}  // namespace gilsim::python

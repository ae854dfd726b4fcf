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

// Problem columns are UTF-8 bytes from 0; SyntaxError's are characters from 1, but bytes where the compiler found it.
int64_t offset(const syntax::Problem& problem, int bytes) {
  if (bytes < 0 || problem.stage > syntax::ProblemStage::Parser) return int64_t{bytes} + 1;
  const std::string& line = problem.source_line;
  int64_t characters = 1;
  for (int i = 0; i < bytes && static_cast<size_t>(i) < line.size(); ++i) characters += (line[static_cast<size_t>(i)] & 0xC0) != 0x80;
  return characters;
}

// CPython knows no end of some of what its tokenizer notices, nor of what is missing where the text ends.
int64_t end_offset(const syntax::Problem& problem) {
  const syntax::Position& at = problem.position;
  auto says = [&](std::string_view words) { return problem.message.starts_with(words); };
  if (problem.kind == syntax::ProblemKind::Tab || says("too many levels") || says("unexpected character after") || says("':' expected") ||
      problem.message.ends_with("was never closed"))
    return 0;
  if (says("unindent") || says("unexpected indent") || says("unexpected unindent") || says("unexpected EOF")) return -1;
  return at.end_column < 0 && at.column >= 0 ? -1 : offset(problem, at.end_column);
}

// A line as the error shows it.
Ref text_of(const syntax::Problem& problem, bool is_readable) {
  const bool is_known = problem.position.line > 0 && (problem.stage <= syntax::ProblemStage::Parser || is_readable);
  return is_known ? make_str(problem.source_line + (problem.stage == syntax::ProblemStage::Lexer ? "" : "\n")) : Ref(kNone);
}

// What the symbol table says has no details among its arguments, and of a feature of the future not even an end.
Ref raise_of_symbols(Vm& vm, const syntax::Problem& problem, const Ref (&details)[6]) {
  Ref exception = call(vm, Value::of(&exceptions::SyntaxError), {make_str(problem.message)});
  if (!exception) return {};
  const bool has_end = !problem.message.starts_with("future feature") && problem.message != "not a chance";
  for (int i = 0; i < 6; ++i) {
    set_exception_field(exception, exception_fields::SyntaxError_filename + i, i == 5 && !has_end ? Value(kNone) : details[i].get());
  }
  return raise_exception(vm, exception);
}

}  // namespace

Ref raise_problem(Vm& vm, const syntax::Problem& problem, std::string_view file_name, bool is_readable) {
  Type& type = exception_for(problem.kind);
  if (problem.kind == syntax::ProblemKind::Unsupported) return raise(vm, type, "{}", problem.message);
  const syntax::Position& at = problem.position;
  const Ref details[] = {make_str(file_name), make_int(int64_t{at.line}), make_int(offset(problem, at.column)),
                         text_of(problem, is_readable), make_int(int64_t{at.end_line}), make_int(end_offset(problem))};
  if (problem.stage == syntax::ProblemStage::Symbols) return raise_of_symbols(vm, problem, details);
  Ref exception = call(vm, Value::of(&type), {make_str(problem.message), make_tuple({details[0], details[1], details[2], details[3], details[4], details[5]})});
  return exception ? raise_exception(vm, exception) : Ref();
}

}  // namespace gilsim::python

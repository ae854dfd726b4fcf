#include "interpreter/compiler/compiler.h"

#include "interpreter/compiler/code_generator.h"
#include "interpreter/compiler/constant_folding.h"
#include "interpreter/compiler/future.h"
#include "interpreter/compiler/scopes.h"

namespace gilsim::compiler {
namespace {

// The text of line `number`, counted from 1, without its newline.
std::string_view line_of(std::string_view source, int number) {
  while (number-- > 1) {
    const size_t end = source.find_first_of("\r\n");
    if (end == std::string_view::npos) return {};
    const bool is_pair = source.substr(end, 2) == "\r\n";
    source.remove_prefix(end + (is_pair ? 2 : 1));
  }
  return source.substr(0, source.find_first_of("\r\n"));
}

std::vector<syntax::Problem> with_source_lines(std::vector<syntax::Problem> problems, std::string_view source) {
  for (syntax::Problem& problem : problems) problem.source_line = line_of(source, problem.position.line);
  return problems;
}

}  // namespace

Result compile(const syntax::Tree& tree, std::string_view source, Mode mode, std::vector<syntax::Problem>* doubts) {
  std::vector<syntax::Problem> problems, warnings = tree.doubts;
  const FutureFeatures future = find_future_features(tree.module, problems);
  if (!problems.empty()) return with_source_lines(std::move(problems), source);

  const ConstantFolding folding(tree.module, !future.annotations_are_text);  // limits depth for the passes below
  if (const syntax::Position* position = folding.too_deep()) {
    problems.push_back({syntax::ProblemKind::Unsupported, "maximum recursion depth exceeded during compilation", *position});
    return with_source_lines(std::move(problems), source);
  }
  NameStore names;
  ScopeTable scopes;
  build_scopes(tree.module, future.annotations_are_text, names, scopes, problems);
  if (problems.empty()) resolve_scopes(scopes, problems);
  if (!problems.empty()) return with_source_lines(std::move(problems), source);

  CodeGenerator generator(folding, scopes, names, future, problems, warnings);
  std::shared_ptr<CompiledCode> code = generator.compile_module(tree.module, mode);
  if (!problems.empty()) return with_source_lines(std::move(problems), source);
  if (doubts) *doubts = with_source_lines(std::move(warnings), source);
  return code;
}

}  // namespace gilsim::compiler

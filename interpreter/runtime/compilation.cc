#include "interpreter/runtime/compilation.h"

#include "interpreter/objects/exception.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/syntax_errors.h"
#include "interpreter/runtime/warnings.h"

namespace gilsim::python {

Ref compile_text(Interpreter& vm, std::string_view source, std::string_view file_name, compiler::Mode mode) {
  if (source.find('\0') != std::string_view::npos)
    return raise(vm, exceptions::ValueError, "source code string cannot contain null bytes");
  auto parsed = mode == compiler::Mode::Eval ? syntax::parse_expression(source) : syntax::parse_module(source);
  if (auto* problem = std::get_if<syntax::Problem>(&parsed)) return raise_problem(vm, *problem, file_name);
  std::vector<syntax::Problem> doubts;
  auto result = compiler::compile(std::get<syntax::Tree>(parsed), source, mode, &doubts);
  if (auto* problems = std::get_if<std::vector<syntax::Problem>>(&result)) return raise_problem(vm, problems->front(), file_name, vm.knows_source(file_name));
  if (!file_name.starts_with('<')) vm.remember_source(file_name, source);
  if (!warn_of_doubts(vm, doubts, file_name)) return {};
  return vm.make_code(std::get<std::shared_ptr<compiler::CompiledCode>>(std::move(result)), file_name);
}

}  // namespace gilsim::python

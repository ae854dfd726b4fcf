#include "compiled.h"

#include <doctest/doctest.h>

using namespace gilsim;
using compiler::CompiledCode;

namespace {

std::string text_of(const syntax::Problem& problem) {
  return std::to_string(problem.position.line) + ":" + std::to_string(problem.position.column) + " " + problem.message;
}

}  // namespace

std::shared_ptr<CompiledCode> compiled(const std::string& source) {
  auto parsed = syntax::parse_module(source);
  REQUIRE(std::holds_alternative<syntax::Tree>(parsed));
  auto result = compiler::compile(std::get<syntax::Tree>(parsed), source);
  REQUIRE(std::holds_alternative<std::shared_ptr<CompiledCode>>(result));
  return std::get<std::shared_ptr<CompiledCode>>(result);
}

std::shared_ptr<CompiledCode> inner(const CompiledCode& outer) {
  for (const compiler::Constant& constant : outer.constants) {
    if (const auto* code = std::get_if<std::shared_ptr<CompiledCode>>(&constant)) return *code;
  }
  FAIL("no code inside");
  return nullptr;
}

std::string problem_in(const std::string& source) {
  auto parsed = syntax::parse_module(source);
  if (const auto* problem = std::get_if<syntax::Problem>(&parsed)) return "parser: " + text_of(*problem);
  const auto result = compiler::compile(std::get<syntax::Tree>(parsed), source);
  const auto* problems = std::get_if<std::vector<syntax::Problem>>(&result);
  return problems ? text_of(problems->front()) : "";
}

std::string opcodes(const CompiledCode& code) {
  std::string result;
  for (const compiler::Instruction& instruction : code.instructions) {
    result += (result.empty() ? "" : " ") + std::string(describe(instruction.op).name);
  }
  return result;
}

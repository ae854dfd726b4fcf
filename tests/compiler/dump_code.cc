// Prints the code that the compiler makes of each file named on the command line, one line a fact, for
// compare_code.py. A problem is printed as "problem LINE MESSAGE". Test only.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

#include "interpreter/compiler/compiler.h"
#include "interpreter/compiler/constants.h"

using namespace gilsim;
using compiler::CompiledCode;
using compiler::Constant;
using compiler::OperandKind;

namespace {

std::string hexadecimal(std::string_view bytes) {
  std::string result;
  char buffer[3];
  for (unsigned char byte : bytes) {
    std::snprintf(buffer, sizeof buffer, "%02x", byte);
    result += buffer;
  }
  return result;
}

// Unlike repr(), exact for every string, and the same whatever order a frozenset has.
std::string describe(const Constant& constant) {
  if (const auto* text = std::get_if<compiler::TextConstant>(&constant)) return "text:" + hexadecimal(text->utf8);
  if (const auto* bytes = std::get_if<compiler::BytesConstant>(&constant)) return "bytes:" + hexadecimal(bytes->bytes);
  if (const auto* code = std::get_if<std::shared_ptr<CompiledCode>>(&constant)) return "code:" + (*code)->name;
  if (const auto* tuple = std::get_if<std::shared_ptr<compiler::TupleConstant>>(&constant)) {
    std::string items;
    for (const Constant& item : (*tuple)->items) items += describe(item) + ",";
    return "(" + items + ")";
  }
  if (const auto* set = std::get_if<std::shared_ptr<compiler::FrozenSetConstant>>(&constant)) {
    return "frozenset:" + std::to_string((*set)->items.size());
  }
  return repr(constant);
}

std::string argument_text(const CompiledCode& code, const compiler::Instruction& instruction) {
  const auto index = static_cast<size_t>(instruction.argument);
  switch (describe(instruction.op).operand) {
    case OperandKind::None: return "";
    case OperandKind::Constant: return describe(code.constants.at(index));
    case OperandKind::Name: return code.names.at(index);
    case OperandKind::Global: return (index & 1 ? "NULL+" : "") + code.names.at(index / 2);
    case OperandKind::Local: return code.fast_local_names.at(index);
    default: return std::to_string(instruction.argument);
  }
}

void print_list(const char* title, const std::vector<std::string>& names) {
  std::cout << title;
  for (const std::string& name : names) std::cout << ' ' << name;
  std::cout << '\n';
}

void print(const CompiledCode& code) {
  std::cout << "code " << code.qualified_name << ' ' << code.first_line << '\n';
  std::cout << "shape " << code.flags << ' ' << code.argument_count << ' ' << code.positional_only_argument_count << ' '
            << code.keyword_only_argument_count << ' ' << code.stack_size << '\n';
  print_list("locals", code.local_names);
  print_list("cells", code.cell_names);
  print_list("free", code.free_names);
  print_list("names", code.names);
  for (const Constant& constant : code.constants) std::cout << "constant " << describe(constant) << '\n';
  for (size_t i = 0; i < code.instructions.size(); ++i) {
    const compiler::Instruction& instruction = code.instructions[i];
    const syntax::Position& at = instruction.position;
    std::cout << i << ' ' << describe(instruction.op).name << ' ' << argument_text(code, instruction) << " @" << at.line
              << ',' << at.column << ',' << at.end_line << ',' << at.end_column << '\n';
  }
  for (const compiler::ExceptionTableEntry& entry : code.exception_table) {
    std::cout << "except " << entry.start << ' ' << entry.end << ' ' << entry.target << ' ' << entry.depth << ' '
              << entry.push_lasti << '\n';
  }
  for (const Constant& constant : code.constants) {
    if (const auto* inner = std::get_if<std::shared_ptr<CompiledCode>>(&constant)) print(**inner);
  }
}

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void print_problem(const syntax::Problem& problem) {
  std::cout << "problem " << problem.position.line << ' ' << problem.position.column << ' ' << problem.message << '\n';
}

void dump(const char* path) {
  std::cout << "file " << path << '\n';
  const std::string source = read(path);
  auto parsed = syntax::parse_module(source);
  if (const auto* problem = std::get_if<syntax::Problem>(&parsed)) return print_problem(*problem);
  const compiler::Result result = compiler::compile(std::get<syntax::Tree>(parsed), source);
  if (const auto* problems = std::get_if<std::vector<syntax::Problem>>(&result)) return print_problem(problems->front());
  print(*std::get<std::shared_ptr<CompiledCode>>(result));
}

}  // namespace

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  for (int i = 1; i < count; ++i) dump(arguments[i]);
}

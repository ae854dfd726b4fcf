#include "interpreter/compiler/disassembler.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "interpreter/compiler/constants.h"

namespace gilsim::compiler {
namespace {

constexpr std::string_view kOperators[] = {"+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^"};
constexpr std::string_view kComparisons[] = {"<", "<=", "==", "!=", ">", ">="};
constexpr int kOperatorCount = 13;

std::string join(const std::vector<std::string_view>& parts) {
  std::string result;
  for (std::string_view part : parts) result += (result.empty() ? "" : ", ") + std::string(part);
  return result;
}

std::string describe_function_parts(int flags) {
  std::vector<std::string_view> parts;
  if (flags & 1) parts.push_back("defaults");
  if (flags & 2) parts.push_back("kwdefaults");
  if (flags & 4) parts.push_back("annotations");
  if (flags & 8) parts.push_back("closure");
  return join(parts);
}

std::string describe_format(int form) {
  constexpr std::string_view kConversions[] = {"", "str", "repr", "ascii"};
  std::vector<std::string_view> parts;
  if (form & 3) parts.push_back(kConversions[form & 3]);
  if (form & 4) parts.push_back("with format");
  return join(parts);
}

bool is_jump(const Instruction& instruction) { return describe(instruction.op).operand == OperandKind::Jump; }

std::unordered_set<int> jump_targets(const CompiledCode& code) {
  std::unordered_set<int> targets;
  for (const Instruction& instruction : code.instructions) {
    if (is_jump(instruction)) targets.insert(instruction.argument);
  }
  for (const ExceptionTableEntry& entry : code.exception_table) targets.insert(entry.target);
  return targets;
}

std::vector<std::string> marks_of(const CompiledCode& code, const Marker& mark) {
  std::vector<std::string> marks;
  size_t width = 0;
  for (const Instruction& instruction : code.instructions) {
    marks.push_back(mark ? mark(instruction) : "");
    width = std::max(width, marks.back().size());
  }
  for (std::string& text : marks) text.resize(width, ' ');
  return marks;
}

// An argument without meaning is not shown, as `dis` does for opcodes that take none.
std::string argument_column(const CompiledCode& code, const Instruction& instruction) {
  if (describe(instruction.op).operand == OperandKind::None) return "";
  const std::string meaning = describe_argument(code, instruction);
  if (meaning.empty()) return fmt::format("{:>5}", instruction.argument);
  return fmt::format("{:>5} ({})", instruction.argument, meaning);
}

void list_instructions(const CompiledCode& code, const Marker& mark, std::string& out) {
  const std::unordered_set<int> targets = jump_targets(code);
  const std::vector<std::string> marks = marks_of(code, mark);
  int line = kNoLine;
  bool is_first = true;
  for (size_t i = 0; i < code.instructions.size(); ++i) {
    const Instruction& instruction = code.instructions[i];
    const int own = instruction.position.line;
    const bool starts_line = own != kNoLine && (own != line || is_first);
    if (starts_line && !is_first) out += '\n';
    std::string text = fmt::format("{:>3} {:<3} {} {:>4} {:<30} {}", starts_line ? std::to_string(own) : "", marks[i],
                                   targets.contains(static_cast<int>(i)) ? ">>" : "  ",
                                   i, describe(instruction.op).name, argument_column(code, instruction));
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + '\n';
    if (own != kNoLine) line = own;
    is_first = false;
  }
}

// The last covered instruction is named, as `dis` does, not the one after it.
void list_exceptions(const CompiledCode& code, std::string& out) {
  if (code.exception_table.empty()) return;
  out += "ExceptionTable:\n";
  for (const ExceptionTableEntry& entry : code.exception_table) {
    out += fmt::format("  {} to {} -> {} [{}]{}\n", entry.start, entry.end - 1, entry.target, entry.depth,
                       entry.push_lasti ? " lasti" : "");
  }
}

}  // namespace

std::string describe_argument(const CompiledCode& code, const Instruction& instruction) {
  const int argument = instruction.argument;
  const auto index = static_cast<size_t>(argument);
  switch (describe(instruction.op).operand) {
    case OperandKind::Constant: return repr(code.constants[index]);
    case OperandKind::Name: return code.names[index];
    case OperandKind::Global: return (argument & 1 ? "NULL + " : "") + code.names[index / 2];
    case OperandKind::Local: return code.fast_local_names[index];
    case OperandKind::Jump: return fmt::format("to {}", argument);
    case OperandKind::Operator:
      return std::string(kOperators[index % kOperatorCount]) + (argument >= kOperatorCount ? "=" : "");
    case OperandKind::Compare: return std::string(kComparisons[index]);
    case OperandKind::Count:
      if (instruction.op == Opcode::MAKE_FUNCTION) return describe_function_parts(argument);
      return instruction.op == Opcode::FORMAT_VALUE ? describe_format(argument) : "";
    case OperandKind::None: return "";
  }
  return "";
}

std::string disassemble(const CompiledCode& code, const Marker& mark) {
  std::string out;
  list_instructions(code, mark, out);
  list_exceptions(code, out);
  for (const Constant& constant : code.constants) {
    if (const auto* inner = std::get_if<std::shared_ptr<CompiledCode>>(&constant)) {
      out += fmt::format("\nDisassembly of <code object {}, line {}>:\n", (*inner)->qualified_name, (*inner)->first_line);
      out += disassemble(**inner, mark);
    }
  }
  return out;
}

}  // namespace gilsim::compiler

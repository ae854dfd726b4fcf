#include "interpreter/compiler/byte_code.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "interpreter/compiler/disassembler.h"

namespace gilsim::compiler {
namespace {

constexpr int kUnitBytes = 2;

const OpcodeNumber& number_of(std::string_view name) {
  const auto& all = opcode_numbers();
  return *std::find_if(all.begin(), all.end(), [&](const OpcodeNumber& each) { return each.name == name; });
}

bool is_jump(Opcode op) { return describe(op).operand == OperandKind::Jump; }

// Each EXTENDED_ARG holds eight bits more.
int extended_count(int argument) { return argument > 0xffffff ? 3 : argument > 0xffff ? 2 : argument > 0xff ? 1 : 0; }

// Lays the instructions out. How far a jump goes depends on how many EXTENDED_ARGs lie on its way, and how many it needs
// itself depends on how far it goes: they only ever become more, until nothing changes.
class Layout {
 public:
  explicit Layout(const CompiledCode& code) : code_(code) {
    for (const Instruction& instruction : code.instructions) arguments_.push_back(is_jump(instruction.op) ? 0 : instruction.argument);
    do place();
    while (measure_jumps());
  }

  ByteCode take() {
    for (size_t i = 0; i < arguments_.size(); ++i) add(i);
    for (const ExceptionTableEntry& entry : code_.exception_table) targets_.insert(result_.offsets[static_cast<size_t>(entry.target)]);
    for (ByteInstruction& each : result_.instructions) each.is_target = targets_.contains(each.offset);
    return std::move(result_);
  }

 private:
  int units(size_t index) const {
    const Opcode op = code_.instructions[index].op;
    const int words = extended_count(arguments_[index]) + 1;
    const int own = words + number_of(describe(op).name).caches;
    return op == Opcode::CALL ? own + words + number_of("PRECALL").caches : own;
  }

  void place() {
    result_.offsets.assign(1, 0);
    for (size_t i = 0; i < arguments_.size(); ++i) result_.offsets.push_back(result_.offsets.back() + kUnitBytes * units(i));
  }

  bool measure_jumps() {
    bool changed = false;
    for (size_t i = 0; i < arguments_.size(); ++i) {
      if (!is_jump(code_.instructions[i].op)) continue;
      const int target = result_.offsets[static_cast<size_t>(code_.instructions[i].argument)];
      const int distance = std::abs(target - result_.offsets[i + 1]) / kUnitBytes;
      changed |= extended_count(distance) != extended_count(arguments_[i]);
      arguments_[i] = distance;
    }
    return changed;
  }

  void add(size_t index) {
    const Instruction& instruction = code_.instructions[index];
    if (instruction.op == Opcode::CALL) add_one(index, number_of("PRECALL"), true, "");
    const OpcodeNumber& number = number_of(describe(instruction.op).name);
    const bool is_to = is_jump(instruction.op);
    const int target = is_to ? result_.offsets[static_cast<size_t>(instruction.argument)] : -1;
    // `dis` of 3.11 does not say what KW_NAMES means.
    const std::string meaning = is_to ? "to " + std::to_string(target) : instruction.op == Opcode::KW_NAMES ? "" : describe_argument(code_, instruction);
    add_one(index, number, number.number >= kHaveArgument, meaning);
    if (!is_to) return;
    result_.instructions.back().target = target;
    targets_.insert(target);
  }

  void add_one(size_t index, const OpcodeNumber& number, bool has_argument, const std::string& meaning) {
    const int argument = arguments_[index];
    auto next = [&] {
      const auto& all = result_.instructions;
      return all.empty() ? 0 : all.back().offset + kUnitBytes * (1 + all.back().caches);
    };
    const OpcodeNumber& extended = number_of("EXTENDED_ARG");
    for (int left = has_argument ? extended_count(argument) : 0; left > 0; --left)
      result_.instructions.push_back({extended.name, extended.number, next(), argument >> (8 * left), true, 0, static_cast<int>(index), ""});
    result_.instructions.push_back({number.name, number.number, next(), argument, has_argument, number.caches, static_cast<int>(index), meaning});
  }

  const CompiledCode& code_;
  std::vector<int> arguments_;
  std::set<int> targets_;
  ByteCode result_;
};

}  // namespace

const std::vector<OpcodeNumber>& opcode_numbers() {
  static const std::vector<OpcodeNumber> all = {
#define NUMBER(name, number, caches) {#name, number, caches},
#include "interpreter/compiler/opcode_numbers.def"
#undef NUMBER
  };
  return all;
}

ByteCode byte_code_of(const CompiledCode& code) { return Layout(code).take(); }

}  // namespace gilsim::compiler

#include "interpreter/compiler/constants.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <unordered_set>

#include "interpreter/compiler/constant_arithmetic.h"
#include "interpreter/compiler/overloaded.h"

namespace gilsim::compiler {
namespace {

std::string sized(char kind, std::string_view content) {
  return std::string(1, kind) + std::to_string(content.size()) + ":" + std::string(content);
}

std::string bits_of(double value) { return std::to_string(std::bit_cast<uint64_t>(value)); }

std::string key_of_items(char kind, const std::vector<Constant>& items, bool ordered) {
  std::vector<std::string> keys;
  for (const Constant& item : items) keys.push_back(key_of(item));
  if (!ordered) std::sort(keys.begin(), keys.end());
  std::string joined;
  for (const std::string& key : keys) joined += sized('#', key);
  return sized(kind, joined);
}

std::string key_of_code(const CompiledCode& code) {
  std::string content = code.name + "\n";
  const auto add = [&](int64_t number) { content += std::to_string(number) + ","; };
  for (int number : {code.first_line, code.argument_count, code.positional_only_argument_count,
                     code.keyword_only_argument_count, static_cast<int>(code.flags)}) {
    add(number);
  }
  for (const Instruction& instruction : code.instructions) {
    const syntax::Position& at = instruction.position;
    for (int number : {static_cast<int>(instruction.op), instruction.argument, at.line, at.column, at.end_column}) {
      add(number);
    }
  }
  for (const auto* names : {&code.names, &code.fast_local_names}) {
    for (const std::string& name : *names) content += sized('n', name);
  }
  return sized('c', content + key_of_items('(', code.constants, true));
}

}  // namespace

Constant text_constant(std::string_view text) { return TextConstant{std::string(text)}; }
Constant integer_constant(int64_t value) { return IntegerConstant{std::to_string(value)}; }
Constant tuple_constant(std::vector<Constant> items) {
  return std::make_shared<TupleConstant>(TupleConstant{std::move(items)});
}

Constant frozenset_constant(std::vector<Constant> items) {
  auto set = std::make_shared<FrozenSetConstant>();
  std::unordered_set<std::string> seen;
  for (Constant& item : items) {
    if (seen.insert(key_of(item)).second) set->items.push_back(std::move(item));
  }
  return set;
}

Constant constant_of(const syntax::Constant& node) {
  switch (node.constant) {
    case syntax::ConstantKind::None: return NoneConstant{};
    case syntax::ConstantKind::True: return true;
    case syntax::ConstantKind::False: return false;
    case syntax::ConstantKind::Ellipsis: return EllipsisConstant{};
    case syntax::ConstantKind::Integer: return IntegerConstant{canonical_digits(node.text)};
    case syntax::ConstantKind::Float: return node.number;
    case syntax::ConstantKind::Imaginary: return ImaginaryConstant{node.number};
    case syntax::ConstantKind::Text: return TextConstant{std::string(node.text)};
    case syntax::ConstantKind::Bytes: return BytesConstant{std::string(node.text)};
  }
  assert(false);
  return NoneConstant{};
}

std::string key_of(const Constant& constant) {
  return std::visit(
      Overloaded{
          [](NoneConstant) -> std::string { return "N"; },
          [](bool value) -> std::string { return value ? "T" : "F"; },
          [](EllipsisConstant) -> std::string { return "E"; },
          [](const IntegerConstant& value) { return "i" + value.digits; },
          [](double value) { return "d" + bits_of(value); },
          [](const ImaginaryConstant& value) { return "j" + bits_of(value.imaginary) + "," + bits_of(value.real); },
          [](const TextConstant& value) { return sized('s', value.utf8); },
          [](const BytesConstant& value) { return sized('b', value.bytes); },
          [](const std::shared_ptr<TupleConstant>& value) { return key_of_items('(', value->items, true); },
          [](const std::shared_ptr<FrozenSetConstant>& value) { return key_of_items('{', value->items, false); },
          [](const std::shared_ptr<CompiledCode>& value) { return key_of_code(*value); },
      },
      constant);
}

bool is_none(const Constant& constant) { return std::holds_alternative<NoneConstant>(constant); }

bool is_true(const Constant& constant) {
  return std::visit(
      Overloaded{
          [](NoneConstant) { return false; },
          [](bool value) { return value; },
          [](EllipsisConstant) { return true; },
          [](const IntegerConstant& value) { return value.digits != "0"; },
          [](double value) { return value != 0; },
          [](const ImaginaryConstant& value) { return value.imaginary != 0 || value.real != 0; },
          [](const TextConstant& value) { return !value.utf8.empty(); },
          [](const BytesConstant& value) { return !value.bytes.empty(); },
          [](const std::shared_ptr<TupleConstant>& value) { return !value->items.empty(); },
          [](const std::shared_ptr<FrozenSetConstant>& value) { return !value->items.empty(); },
          [](const std::shared_ptr<CompiledCode>&) { return true; },
      },
      constant);
}

int ConstantPool::add(Constant constant) {
  const int next = static_cast<int>(constants_.size());
  const auto [entry, is_new] = indices_.emplace(key_of(constant), next);
  if (!is_new) return entry->second;
  constants_.push_back(std::move(constant));
  return next;
}

void ConstantPool::trim(int used_count) {
  const size_t keep = static_cast<size_t>(std::max(used_count, 1));
  if (keep < constants_.size()) constants_.resize(keep);
}

}  // namespace gilsim::compiler

#include "interpreter/compiler/constant_sequences.h"

#include <charconv>

#include "interpreter/compiler/constants.h"

namespace gilsim::compiler {
namespace {

using syntax::BinaryOperator;

constexpr int64_t kMaximumTextSize = 4096;
constexpr int64_t kMaximumTupleSize = 256;
constexpr int64_t kMaximumNestedItems = 4096;

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

int64_t character_count(std::string_view utf8) {
  int64_t count = 0;
  for (char byte : utf8) count += starts_character(byte);
  return count;
}

const TupleConstant* as_tuple(const Constant& constant) {
  const auto* tuple = std::get_if<std::shared_ptr<TupleConstant>>(&constant);
  return tuple ? tuple->get() : nullptr;
}

std::optional<int64_t> as_small_integer(const Constant& constant) {
  if (const bool* value = std::get_if<bool>(&constant)) return *value;
  const auto* value = std::get_if<IntegerConstant>(&constant);
  if (value == nullptr) return std::nullopt;
  int64_t result = 0;
  const char* end = value->digits.data() + value->digits.size();
  const auto [stop, error] = std::from_chars(value->digits.data(), end, result);
  if (error != std::errc() || stop != end) return std::nullopt;
  return result;
}

std::string repeat(const std::string& text, int64_t count) {
  std::string result;
  for (int64_t i = 0; i < count; ++i) result += text;
  return result;
}

// How many items a tuple holds at all depths, given up at `limit` (then negative).
int64_t nested_item_count(const Constant& constant, int64_t limit) {
  const TupleConstant* tuple = as_tuple(constant);
  if (tuple == nullptr) return limit;
  limit -= static_cast<int64_t>(tuple->items.size());
  for (const Constant& item : tuple->items) {
    if (limit < 0) break;
    limit = nested_item_count(item, limit);
  }
  return limit;
}

std::optional<Constant> fold_repeat(const Constant& sequence, int64_t count) {
  if (const auto* text = std::get_if<TextConstant>(&sequence)) {
    const int64_t size = character_count(text->utf8);
    if (size && (count < 0 || count > kMaximumTextSize / size)) return std::nullopt;
    return TextConstant{repeat(text->utf8, size ? count : 0)};
  }
  if (const auto* bytes = std::get_if<BytesConstant>(&sequence)) {
    const int64_t size = static_cast<int64_t>(bytes->bytes.size());
    if (size && (count < 0 || count > kMaximumTextSize / size)) return std::nullopt;
    return BytesConstant{repeat(bytes->bytes, size ? count : 0)};
  }
  const TupleConstant* tuple = as_tuple(sequence);
  if (tuple == nullptr) return std::nullopt;
  const int64_t size = static_cast<int64_t>(tuple->items.size());
  if (size && (count < 0 || count > kMaximumTupleSize / size)) return std::nullopt;
  if (count && nested_item_count(sequence, kMaximumNestedItems / count) < 0) return std::nullopt;
  std::vector<Constant> items;
  for (int64_t i = 0; size && i < count; ++i) items.insert(items.end(), tuple->items.begin(), tuple->items.end());
  return tuple_constant(std::move(items));
}

std::optional<Constant> fold_concatenation(const Constant& left, const Constant& right) {
  if (left.index() != right.index()) return std::nullopt;
  if (const auto* text = std::get_if<TextConstant>(&left)) {
    return TextConstant{text->utf8 + std::get<TextConstant>(right).utf8};
  }
  if (const auto* bytes = std::get_if<BytesConstant>(&left)) {
    return BytesConstant{bytes->bytes + std::get<BytesConstant>(right).bytes};
  }
  const TupleConstant* tuple = as_tuple(left);
  if (tuple == nullptr) return std::nullopt;
  std::vector<Constant> items = tuple->items;
  const TupleConstant* other = as_tuple(right);
  items.insert(items.end(), other->items.begin(), other->items.end());
  return tuple_constant(std::move(items));
}

std::string character_at(std::string_view utf8, int64_t index) {
  size_t start = 0;
  for (; start < utf8.size(); ++start) {
    if (starts_character(utf8[start]) && index-- == 0) break;
  }
  size_t end = start + 1;
  while (end < utf8.size() && !starts_character(utf8[end])) ++end;
  return std::string(utf8.substr(start, end - start));
}

std::optional<int64_t> from_start(int64_t index, int64_t size) {
  if (index < 0) index += size;
  if (index < 0 || index >= size) return std::nullopt;
  return index;
}

}  // namespace

std::optional<Constant> fold_sequences(const Constant& left, BinaryOperator op, const Constant& right) {
  if (op == BinaryOperator::Add) return fold_concatenation(left, right);
  if (op != BinaryOperator::Multiply) return std::nullopt;
  if (const auto count = as_small_integer(right)) return fold_repeat(left, *count);
  if (const auto count = as_small_integer(left)) return fold_repeat(right, *count);
  return std::nullopt;
}

std::optional<Constant> fold_index(const Constant& container, int64_t index) {
  if (const auto* text = std::get_if<TextConstant>(&container)) {
    const auto position = from_start(index, character_count(text->utf8));
    return position ? std::optional<Constant>(TextConstant{character_at(text->utf8, *position)}) : std::nullopt;
  }
  if (const auto* bytes = std::get_if<BytesConstant>(&container)) {
    const auto position = from_start(index, static_cast<int64_t>(bytes->bytes.size()));
    if (!position) return std::nullopt;
    return integer_constant(static_cast<unsigned char>(bytes->bytes[static_cast<size_t>(*position)]));
  }
  const TupleConstant* tuple = as_tuple(container);
  if (tuple == nullptr) return std::nullopt;
  const auto position = from_start(index, static_cast<int64_t>(tuple->items.size()));
  return position ? std::optional(tuple->items[static_cast<size_t>(*position)]) : std::nullopt;
}

}  // namespace gilsim::compiler

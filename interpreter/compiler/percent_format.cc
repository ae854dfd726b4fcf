#include "interpreter/compiler/percent_format.h"

#include <optional>
#include <string>

namespace gilsim::compiler {

using namespace syntax;

namespace {

constexpr int kMaximumDigits = 2;

struct Conversion {
  char letter;
  std::string specification;  // of format(); empty: none
};

class FormatReader {
 public:
  explicit FormatReader(std::string_view text) : text_(text) {}

  bool at_end() const { return next_ == text_.size(); }

  // Up to the next conversion, with "%%" as "%".
  std::string literal() {
    std::string result;
    while (!at_end()) {
      if (text_[next_] == '%') {
        if (next_ + 1 >= text_.size() || text_[next_ + 1] != '%') break;
        ++next_;
      }
      result += text_[next_++];
    }
    return result;
  }

  // REQUIRES: a '%' stands here.
  std::optional<Conversion> conversion() {
    ++next_;
    bool is_left_aligned = false;
    while (!at_end() && std::string_view("-+ #0").find(text_[next_]) != std::string_view::npos) {
      is_left_aligned |= text_[next_++] == '-';
    }
    std::optional<int> width = number(), precision;
    if (!at_end() && text_[next_] == '.') {
      ++next_;
      precision = number().value_or(0);
    }
    if (is_too_long_ || at_end()) return std::nullopt;
    const char letter = text_[next_++];
    if (letter != 's' && letter != 'r' && letter != 'a') return std::nullopt;
    std::string specification;
    if (width && *width > 0 && !is_left_aligned) specification += '>';
    if (width) specification += std::to_string(*width);
    if (precision) specification += "." + std::to_string(*precision);
    return Conversion{letter, specification};
  }

 private:
  std::optional<int> number() {
    std::optional<int> value;
    for (int digits = 0; !at_end() && text_[next_] >= '0' && text_[next_] <= '9'; ++next_) {
      if (++digits > kMaximumDigits) {
        is_too_long_ = true;
        return std::nullopt;
      }
      value = value.value_or(0) * 10 + (text_[next_] - '0');
    }
    return value;
  }

  std::string_view text_;
  size_t next_ = 0;
  bool is_too_long_ = false;
};

template <class Node>
Node* make(Arena& arena, const Position& position) {
  Node node{};
  node.kind = Node::Kind;
  node.position = position;
  return arena.make(node);
}

// Nobody wrote these pieces of text as they are: they have no position.
Constant* make_text(Arena& arena, std::string_view text) {
  auto* node = make<Constant>(arena, {-1, -1, -1, -1});
  node->constant = ConstantKind::Text;
  node->text = arena.copy(text);
  return node;
}

FormattedValue* make_value(Arena& arena, Expression* value, const Conversion& conversion) {
  auto* node = make<FormattedValue>(arena, value->position);
  node->value = value;
  node->conversion = conversion.letter;
  if (!conversion.specification.empty()) {
    Expression* text = make_text(arena, conversion.specification);
    node->format_spec = make<JoinedStr>(arena, value->position);
    node->format_spec->values = arena.copy(std::vector<Expression*>{text});
  }
  return node;
}

}  // namespace

const JoinedStr* format_as_joined_string(const BinOp& operation, std::string_view format, const Tuple& arguments,
                                         Arena& arena) {
  FormatReader reader(format);
  std::vector<Expression*> values;
  size_t used = 0;
  while (true) {
    if (const std::string literal = reader.literal(); !literal.empty()) {
      values.push_back(make_text(arena, literal));
    }
    if (reader.at_end()) break;
    if (used == arguments.elements.size()) return nullptr;
    const std::optional<Conversion> conversion = reader.conversion();
    if (!conversion) return nullptr;
    values.push_back(make_value(arena, arguments.elements[used++], *conversion));
  }
  if (used != arguments.elements.size()) return nullptr;
  auto* joined = make<JoinedStr>(arena, operation.position);
  joined->values = arena.copy(values);
  return joined;
}

}  // namespace gilsim::compiler

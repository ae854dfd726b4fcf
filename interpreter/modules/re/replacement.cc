#include "interpreter/modules/re/replacement.h"

#include <fmt/format.h>

#include "interpreter/modules/re/source.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/sequence.h"

namespace gilsim::python::re {

namespace {

constexpr int64_t kPieceCost = 5, kParseCost = 300;

class ReplacementParser {
 public:
  ReplacementParser(Pattern* pattern, std::u32string text, bool is_text)
      : pattern_(pattern), is_text_(is_text), source_(std::move(text), is_text) {}

  Problem parse(Replacement* replacement) {
    replacement_ = replacement;
    while (const Token token = source_.take()) {
      if (!token.is_escape())
        literal_ += token.first;
      else if (token.second == 'g')
        read_named_group();
      else if (token.second == '0')
        add_octal(source_.take_while(2, kOctalDigits));
      else if (kDigits.find(token.second) != kDigits.npos)
        read_number_escape(token);
      else
        read_escape(token);
    }
    end_literal();
    return source_.problem();
  }
  const std::vector<PatternWarning>& warnings() const { return warnings_; }

 private:
  void end_literal() {
    if (literal_.empty()) return;
    Ref text = is_text_ ? make_str(literal_.data(), std::ssize(literal_))
                        : make_bytes(std::string(literal_.begin(), literal_.end()));
    replacement_->push_back({std::move(text)});
    literal_.clear();
  }

  void add_group(int64_t group, int64_t back) {
    if (group > pattern_->group_count())
      return source_.fail(fmt::format("invalid group reference {}", group), back);
    end_literal();
    replacement_->push_back({{}, static_cast<int>(group)});
  }

  void add_octal(const std::u32string& digits) { literal_ += static_cast<char32_t>(read_number(digits, 8)); }

  void read_escape(const Token& token) {
    const char32_t simple = token.second == 'b' ? '\b' : simple_escape(token.second);
    if (simple)
      literal_ += simple;
    else if (is_ascii_letter(token.second))
      source_.fail("bad escape " + shown(token, is_text_), token.size);
    else
      literal_ += {'\\', token.second};
  }

  // Three octal digits are a character, everything else a group.
  void read_number_escape(const Token& token) {
    std::u32string digits = {token.second};
    digits += source_.take_while(1, kDigits);
    const bool may_be_octal = digits.size() == 2 && digits.find_first_not_of(kOctalDigits) == digits.npos;
    if (!may_be_octal || !source_.next().is_one_of(kOctalDigits))
      return add_group(static_cast<int64_t>(read_number(digits, 10)), std::ssize(digits));
    digits += source_.take().first;
    if (read_number(digits, 8) <= 0377) return add_octal(digits);
    source_.fail(fmt::format("octal escape value \\{} outside of range 0-0o377", shown(digits, true)), 4);
  }

  void read_named_group() {
    if (!source_.skip('<')) return source_.fail("missing <");
    const std::u32string name = source_.take_until('>', "group name");
    if (source_.has_failed()) return;
    const int64_t back = std::ssize(name) + 1;
    if (is_identifier(name)) {
      if (!is_text_ && !is_ascii(name)) warn_of_name(name);
      return add_group_by_name(name, back);
    }
    const int group = read_group_number(name);
    if (group < 0) return source_.fail("bad character in group name " + quoted(name, is_text_), back);
    if (!is_ascii_number(name)) warn_of_name(name);
    add_group(group, back);
  }

  void warn_of_name(const std::u32string& name) {
    warnings_.push_back(warning_of_name(name, is_text_, source_.position()));
  }

  void add_group_by_name(const std::u32string& name, int64_t back) {
    for (const GroupName& known : pattern_->compiled->parsed().names)
      if (known.name == name) return add_group(known.group, back);
    source_.fail({Problem::Kind::IndexError, "unknown group name " + quoted(name, true)});
  }

  Pattern* pattern_;
  bool is_text_;
  Source source_;
  std::u32string literal_;
  std::vector<PatternWarning> warnings_;
  Replacement* replacement_ = nullptr;
};

}  // namespace

bool parse_replacement(Vm& vm, Pattern* pattern, Value text, Replacement* replacement) {
  Hash unused;
  if (!hash(vm, text, &unused)) return false;  // in CPython it is the key of a cache
  if (!is_string(text))
    return fail(vm, exceptions::TypeError, "decoding to str: need a bytes-like object, {} found",
                type_name(text));
  vm.charge(kParseCost);
  std::u32string characters;
  if (!read_characters(vm, text, &characters)) return false;
  ReplacementParser parser(pattern, std::move(characters), is_str(text));
  const Problem problem = parser.parse(replacement);
  if (!show_warnings(vm, parser.warnings(), 1)) return false;
  if (problem.kind == Problem::Kind::None) return true;
  raise_problem(vm, problem, text);
  return false;
}

namespace {

Ref refuse_piece(Vm& vm, size_t number, const char* wanted, Value piece) {
  return raise(vm, exceptions::TypeError, "sequence item {}: expected {}, {} found", number, wanted,
               type_name(piece));
}

}  // namespace

Ref Pieces::join(Vm& vm) const {
  vm.charge(kPieceCost * std::ssize(pieces_));
  return is_text_ ? join_text(vm) : join_octets(vm);
}

Ref Pieces::join_text(Vm& vm) const {
  TextBuilder text;
  for (size_t i = 0; i < pieces_.size(); ++i) {
    if (!is_str(pieces_[i])) return refuse_piece(vm, i, "str instance", pieces_[i]);
    text.append(pieces_[i].get());
  }
  vm.charge(text.length() / 8);
  return text.finish();
}

Ref Pieces::join_octets(Vm& vm) const {
  std::string result;
  for (size_t i = 0; i < pieces_.size(); ++i) {
    HeldBuffer octets;
    if (!has_buffer(pieces_[i])) return refuse_piece(vm, i, "a bytes-like object", pieces_[i]);
    if (!octets.hold(vm, pieces_[i])) return {};
    result += octets.octets();
  }
  vm.charge(std::ssize(result) / 8);
  return make_bytes(result);
}

}  // namespace gilsim::python::re

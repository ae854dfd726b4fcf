#include "interpreter/unicode/database.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <vector>

#include "interpreter/unicode/packed_database.h"

namespace gilsim::unicode {

namespace {

struct Row {
  char32_t first, last;
  std::string_view line;  // from the name on
};
struct Name {
  std::string_view name, codes;  // hexadecimal
};
struct Number {
  char32_t character;
  std::string_view value;
};

char32_t code_point(std::string_view hexadecimal) {
  uint32_t result = 0;
  std::from_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), result, 16);
  return result;
}

// Takes the text up to a mark off the front.
std::string_view take(std::string_view& text, char mark) {
  const size_t end = std::min(text.find(mark), text.size());
  const std::string_view result = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return result;
}

class Database {
 public:
  Database() : text_(unpacked_size, '\0') {
    uLongf size = unpacked_size;
    const int status = uncompress(reinterpret_cast<Bytef*>(text_.data()), &size, packed_database, packed_size);
    assert(status == Z_OK && size == unpacked_size);
    static_cast<void>(status);
    for (std::string_view rest = text_; !rest.empty();) add(take(rest, '\n'));
    std::sort(names_.begin(), names_.end(), [](const Name& left, const Name& right) { return left.name < right.name; });
    std::sort(numbers_.begin(), numbers_.end(), [](const Number& left, const Number& right) { return left.character < right.character; });
  }

  const Row* row_of(char32_t character) const {
    auto found = std::upper_bound(rows_.begin(), rows_.end(), character, [](char32_t code, const Row& row) { return code < row.first; });
    return found != rows_.begin() && (--found)->last >= character ? &*found : nullptr;
  }
  std::string_view codes_of(std::string_view name) const {
    const auto found = std::lower_bound(names_.begin(), names_.end(), name, [](const Name& each, std::string_view wanted) { return each.name < wanted; });
    return found != names_.end() && found->name == name ? found->codes : std::string_view();
  }
  std::string_view number_of(char32_t character) const {
    const auto found = std::lower_bound(numbers_.begin(), numbers_.end(), character, [](const Number& each, char32_t wanted) { return each.character < wanted; });
    return found != numbers_.end() && found->character == character ? found->value : std::string_view();
  }

 private:
  void add(std::string_view line) {
    const char kind = line[0];
    if (kind == '=' || kind == '+') line.remove_prefix(1);
    const std::string_view first = take(line, ';');
    if (kind == '=') return names_.push_back({first, line});
    if (kind == '+') return numbers_.push_back({code_point(first), line});
    const size_t dots = first.find("..");
    const char32_t start = code_point(first.substr(0, dots));
    rows_.push_back({start, dots == first.npos ? start : code_point(first.substr(dots + 2)), line});
    if (line[0] != '<') names_.push_back({line.substr(0, line.find(';')), first});
  }

  std::string text_;
  std::vector<Row> rows_;
  std::vector<Name> names_;
  std::vector<Number> numbers_;
};

const Database& database() {
  static const Database result;
  return result;
}

// Names that follow from the code point.
constexpr std::string_view kIdeograph = "CJK UNIFIED IDEOGRAPH-", kSyllable = "HANGUL SYLLABLE ";
constexpr std::array<std::string_view, 19> kInitials = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
constexpr std::array<std::string_view, 21> kVowels = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
constexpr std::array<std::string_view, 28> kFinals = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};
constexpr char32_t kFirstSyllable = 0xAC00;

std::string syllable_name(char32_t character) {
  const size_t index = character - kFirstSyllable;
  std::string name(kSyllable);
  name += kInitials[index / (kVowels.size() * kFinals.size())];
  name += kVowels[index / kFinals.size() % kVowels.size()];
  return name += kFinals[index % kFinals.size()];
}

std::string hexadecimal(char32_t code) {
  char text[9];
  char* end = std::to_chars(text, text + sizeof text, static_cast<uint32_t>(code), 16).ptr;
  std::string result(text, end);
  for (char& c : result) c = static_cast<char>(c >= 'a' ? c - 32 : c);
  return result;
}

std::optional<char32_t> syllable_named(std::string_view sound) {
  for (char32_t code = kFirstSyllable; code <= 0xD7A3; ++code)
    if (syllable_name(code).substr(kSyllable.size()) == sound) return code;
  return std::nullopt;
}

std::optional<char32_t> computed(std::string_view name) {
  if (name.starts_with(kSyllable)) return syllable_named(name.substr(kSyllable.size()));
  if (!name.starts_with(kIdeograph)) return std::nullopt;
  const std::string_view digits = name.substr(kIdeograph.size());
  const char32_t code = code_point(digits);
  const bool spelt = (digits.size() == 4 || digits.size() == 5) && hexadecimal(code) == digits;
  return spelt && name_of(code) == name ? std::optional(code) : std::nullopt;
}

std::string in_capitals(std::string_view name) {
  std::string result(name);
  for (char& c : result) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return result;
}

}  // namespace

Character properties_of(char32_t character) {
  Character result;
  const Row* row = database().row_of(character);
  if (!row) return result;
  std::string_view line = row->line;
  take(line, ';');
  result.category = take(line, ';');
  // The file's order: combining class, bidi class, decomposition, numbers, mirrored.
  result.combining = take(line, ';');
  result.bidirectional = take(line, ';');
  result.decomposition = take(line, ';');
  result.decimal = take(line, ';');
  result.digit = take(line, ';');
  result.numeric = take(line, ';');
  result.mirrored = take(line, ';') == "Y";
  result.width = line;
  if (result.numeric.empty()) result.numeric = database().number_of(character);
  return result;
}

std::string name_of(char32_t character) {
  const Row* row = database().row_of(character);
  if (!row) return {};
  const std::string_view name = row->line.substr(0, row->line.find(';'));
  if (name[0] != '<') return std::string(name);
  if (name.starts_with("<CJK Ideograph")) return std::string(kIdeograph) + hexadecimal(character);
  return name.starts_with("<Hangul Syllable") ? syllable_name(character) : std::string();
}

std::u32string characters_named(std::string_view given) {
  const std::string name = in_capitals(given);
  if (const auto code = computed(name)) return {*code};
  std::u32string result;
  for (std::string_view codes = database().codes_of(name); !codes.empty();) result += code_point(take(codes, ' '));
  return result;
}

std::optional<char32_t> character_named(std::string_view name) {
  const std::u32string found = characters_named(name);
  return found.size() == 1 ? std::optional(found[0]) : std::nullopt;
}

}  // namespace gilsim::unicode

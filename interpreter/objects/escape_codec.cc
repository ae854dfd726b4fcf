#include "interpreter/objects/escape_codec.h"

#include <cctype>
#include <cstdlib>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/codec_errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/vm.h"
#include "interpreter/syntax/encoding.h"
#include "interpreter/unicode/database.h"

namespace gilsim::python {

namespace {

constexpr std::string_view kMarks = "\\'\"abfnrtv", kMeanings = "\\'\"\a\b\f\n\r\t\v";

void append_escape(std::string& out, char32_t c) {
  const auto code = static_cast<unsigned>(c);
  if (c == '\\' || c == '\t' || c == '\n' || c == '\r') (out += '\\') += kMarks[kMeanings.find(static_cast<char>(c))];
  else if (c >= 0x20 && c < 0x7F) out += static_cast<char>(c);
  else if (c < 0x100) out += fmt::format("\\x{:02x}", code);
  else if (c < 0x10000) out += fmt::format("\\u{:04x}", code);
  else out += fmt::format("\\U{:08x}", code);
}

class Reader {
 public:
  Reader(Vm& vm, std::string_view octets, Value source) : vm_(vm), octets_(octets), source_(source) {}

  Ref run() {
    while (at_ < octets_.size()) {
      const char c = octets_[at_++];
      if (c != '\\') out_ += static_cast<unsigned char>(c);
      else if (!escape()) return {};
    }
    return make_str(out_.data(), std::ssize(out_));
  }

 private:
  bool escape() {
    begin_ = at_ - 1;
    if (at_ == octets_.size()) return refuse("\\ at end of string");
    const char c = octets_[at_++];
    const size_t mark = kMarks.find(c);
    if (mark != std::string_view::npos) return out_ += static_cast<unsigned char>(kMeanings[mark]), true;
    switch (c) {
      case '\n': return true;
      case 'x': return digits(2, "truncated \\xXX escape");
      case 'u': return digits(4, "truncated \\uXXXX escape");
      case 'U': return digits(8, "truncated \\UXXXXXXXX escape");
      case 'N': return name();
      default: return c >= '0' && c <= '7' ? octal() : (out_ += {'\\', static_cast<unsigned char>(c)}, true);
    }
  }

  bool digits(size_t count, const char* complaint) {
    size_t end = at_;
    while (end < octets_.size() && end < at_ + count && std::isxdigit(static_cast<unsigned char>(octets_[end]))) ++end;
    const std::string number(octets_.substr(at_, end - at_));
    at_ = end;
    if (number.size() < count) return refuse(complaint);
    const auto code = static_cast<char32_t>(std::strtoul(number.c_str(), nullptr, 16));
    return code <= 0x10FFFF ? (out_ += code, true) : refuse("illegal Unicode character");
  }

  bool octal() {
    char32_t code = 0;
    --at_;
    for (int i = 0; i < 3 && at_ < octets_.size() && octets_[at_] >= '0' && octets_[at_] <= '7'; ++i)
      code = code * 8 + static_cast<char32_t>(octets_[at_++] - '0');
    return out_ += code, true;
  }

  bool name() {
    const size_t end = at_ < octets_.size() && octets_[at_] == '{' ? octets_.find('}', at_) : std::string_view::npos;
    if (end == std::string_view::npos) return refuse("malformed \\N character escape");
    const auto code = unicode::character_named(octets_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return code ? (out_ += *code, true) : refuse("unknown Unicode character name");
  }

  bool refuse(const char* reason) {
    Ref error = make_unicode_error(vm_, exceptions::UnicodeDecodeError, "unicodeescape", source_, static_cast<int64_t>(begin_),
                                   static_cast<int64_t>(at_), reason);
    if (error) (void)raise_exception(vm_, error);
    return false;
  }

  Vm& vm_;
  std::string_view octets_;
  Value source_;
  size_t at_ = 0, begin_ = 0;
  std::u32string out_;
};

}  // namespace

bool is_escape_encoding(Value name) { return !name.is_null() && syntax::simplified(to_utf8(name), '-') == "unicode-escape"; }

Ref encode_escapes(Vm& vm, const Str* text) {
  vm.charge(text->length);
  std::string out;
  for (int64_t i = 0; i < text->length; ++i) append_escape(out, text->at(i));
  return make_bytes(out);
}

Ref decode_escapes(Vm& vm, std::string_view octets, Value source) {
  vm.charge(std::ssize(octets));
  return Reader(vm, octets, source).run();
}

}  // namespace gilsim::python

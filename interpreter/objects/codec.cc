#include "interpreter/objects/codec.h"

#include <algorithm>
#include <array>
#include <optional>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/codec_errors.h"
#include "interpreter/objects/escape_codec.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/library_codec.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str_copy.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/vm.h"
#include "interpreter/unicode/database.h"
#include "interpreter/syntax/unicode.h"

namespace gilsim::python {
namespace {

enum class Encoding { Utf8, Ascii, Latin1, Utf16, Utf16Little, Utf16Big, Utf32, Utf32Little, Utf32Big };

struct EncodingName {
  std::string_view text;  // lower case, '-' for '_' and space
  Encoding encoding;
};
constexpr EncodingName kEncodings[] = {
    {"utf-8", Encoding::Utf8},
    {"utf8", Encoding::Utf8},
    {"u8", Encoding::Utf8},
    {"cp65001", Encoding::Utf8},
    {"ascii", Encoding::Ascii},
    {"us-ascii", Encoding::Ascii},
    {"646", Encoding::Ascii},
    {"latin-1", Encoding::Latin1},
    {"latin1", Encoding::Latin1},
    {"iso-8859-1", Encoding::Latin1},
    {"iso8859-1", Encoding::Latin1},
    {"l1", Encoding::Latin1},
    {"8859", Encoding::Latin1},
    {"latin", Encoding::Latin1},
    {"utf-16", Encoding::Utf16},
    {"utf16", Encoding::Utf16},
    {"u16", Encoding::Utf16},
    {"utf-16-le", Encoding::Utf16Little},
    {"utf-16le", Encoding::Utf16Little},
    {"utf-16-be", Encoding::Utf16Big},
    {"utf-16be", Encoding::Utf16Big},
    {"utf-32", Encoding::Utf32},
    {"utf32", Encoding::Utf32},
    {"u32", Encoding::Utf32},
    {"utf-32-le", Encoding::Utf32Little},
    {"utf-32le", Encoding::Utf32Little},
    {"utf-32-be", Encoding::Utf32Big},
    {"utf-32be", Encoding::Utf32Big},
};

// By its name; null: UTF-8.
std::optional<Encoding> find_encoding(Value name) {
  if (name.is_null()) return Encoding::Utf8;
  std::string text = to_utf8(name), wanted;
  for (char c : text)
    wanted += static_cast<char>(c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? c + 32 : c);
  for (const EncodingName& known : kEncodings)
    if (known.text == wanted) return known.encoding;
  return std::nullopt;
}

Ref unknown_encoding(Vm& vm, Value name) { return raise(vm, exceptions::LookupError, "unknown encoding: {}", to_utf8(name)); }

// One of those that the C library converts; null: it is not.
const syntax::Encoding* find_library_encoding(Value name) {
  const syntax::Encoding* encoding = syntax::find_encoding(to_utf8(name));
  return encoding && encoding->iconv_name ? encoding : nullptr;
}

// What to do with what cannot be encoded or decoded.
enum class Handler {
  Strict,
  Ignore,
  Replace,
  BackslashReplace,
  XmlReplace,
  NameReplace,
  SurrogateEscape,
  SurrogatePass,
  Unknown
};

Handler find_handler(Value name) {
  if (name.is_null()) return Handler::Strict;
  static constexpr std::array<std::string_view, 8> kNames = {
      "strict",          "ignore",       "replace", "backslashreplace", "xmlcharrefreplace",
      "namereplace", "surrogateescape", "surrogatepass"};
  auto found = std::find(kNames.begin(), kNames.end(), to_utf8(name));
  return static_cast<Handler>(found - kNames.begin());
}

Ref unknown_handler(Vm& vm, Value errors) {
  return raise(vm, exceptions::LookupError, "unknown error handler name '{}'", to_utf8(errors));
}

Ref raise_unicode_error(Vm& vm, Type& type, std::string_view codec, Value object, int64_t start, int64_t end,
                        std::string_view reason) {
  Ref exception = make_unicode_error(vm, type, codec, object, start, end, reason);
  return exception ? raise_exception(vm, exception) : Ref();
}

std::string backslashed(char32_t c) {
  const auto code = static_cast<unsigned>(c);
  return c < 0x100 ? fmt::format("\\x{:02x}", code) : c < 0x10000 ? fmt::format("\\u{:04x}", code) : fmt::format("\\U{:08x}", code);
}
std::string named(char32_t c) {
  const std::string name = unicode::name_of(c);
  return name.empty() ? backslashed(c) : "\\N{" + name + "}";
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

// --- encoding ---

struct Form {
  const char* name;       // in messages
  char32_t limit;         // the first character that cannot be encoded
  int unit;               // bytes a unit
  bool big_endian = false;
  bool mark = false;      // begins with a byte order mark
};

Form form_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8: return {"utf-8", 0x110000, 1};
    case Encoding::Ascii: return {"ascii", 0x80, 1};
    case Encoding::Latin1: return {"latin-1", 0x100, 1};
    case Encoding::Utf16: return {"utf-16", 0x110000, 2, false, true};
    case Encoding::Utf16Little: return {"utf-16-le", 0x110000, 2};
    case Encoding::Utf16Big: return {"utf-16-be", 0x110000, 2, true};
    case Encoding::Utf32: return {"utf-32", 0x110000, 4, false, true};
    case Encoding::Utf32Little: return {"utf-32-le", 0x110000, 4};
    case Encoding::Utf32Big: return {"utf-32-be", 0x110000, 4, true};
  }
  return {};
}

void append_unit(std::string& out, char32_t value, const Form& form) {
  for (int i = 0; i < form.unit; ++i)
    out += static_cast<char>(value >> 8 * (form.big_endian ? form.unit - 1 - i : i));
}

void append_character(std::string& out, char32_t c, Encoding encoding, const Form& form) {
  if (encoding == Encoding::Utf8) {
    append_utf8(out, c);
  } else if (form.unit == 2 && c >= 0x10000) {
    append_unit(out, 0xD800 + ((c - 0x10000) >> 10), form);
    append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF), form);
  } else {
    append_unit(out, c, form);
  }
}

class Encoder {
 public:
  Encoder(Vm& vm, const Str* text, Encoding encoding, Value errors)
      : vm_(vm), text_(text), encoding_(encoding), form_(form_of(encoding)), errors_(errors) {}

  Ref run() {
    if (form_.mark) append_unit(out_, 0xFEFF, form_);
    out_.reserve(static_cast<size_t>(text_->length * form_.unit));
    for (int64_t i = 0; i < text_->length;) {
      if (can_encode(text_->at(i))) {
        append_character(out_, text_->at(i++), encoding_, form_);
        continue;
      }
      int64_t stop = i + 1;
      while (stop < text_->length && !can_encode(text_->at(stop))) ++stop;
      if (!handle(i, stop, &i)) return {};
    }
    return make_bytes(out_);
  }

 private:
  bool can_encode(char32_t c) const {
    return c < form_.limit && !(is_surrogate(c) && form_.limit == 0x110000);
  }

  const char* reason() const {
    return form_.limit == 0x110000 ? "surrogates not allowed"
           : form_.limit == 0x80   ? "ordinal not in range(128)"
                                   : "ordinal not in range(256)";
  }

  bool refuse(int64_t start, int64_t stop) {
    (void)raise_unicode_error(vm_, exceptions::UnicodeEncodeError, form_.name, Value::of(text_), start, stop,
                              reason());
    return false;
  }

  // Encodes a run that the encoding has no codes for by the error handler; `next`: where to go on.
  bool handle(int64_t start, int64_t stop, int64_t* next) {
    Handler handler = find_handler(errors_);
    if (handler == Handler::Unknown) return ask(start, stop, next);
    *next = stop;
    for (int64_t i = start; i < stop; ++i) {
      char32_t c = text_->at(i);
      switch (handler) {
        case Handler::Strict: return refuse(start, stop);
        case Handler::Ignore: break;
        case Handler::Replace: append_unit(out_, '?', form_); break;
        case Handler::BackslashReplace: append_text(backslashed(c)); break;
        case Handler::NameReplace: append_text(named(c)); break;
        case Handler::XmlReplace: append_text(fmt::format("&#{};", static_cast<unsigned>(c))); break;
        case Handler::SurrogateEscape:
          if (c < 0xDC80 || c > 0xDCFF) return refuse(i, i + 1);
          out_ += static_cast<char>(c - 0xDC00);
          break;
        case Handler::SurrogatePass:
          if (!is_surrogate(c)) return refuse(start, stop);
          append_character(out_, c, encoding_, form_);
          break;
        case Handler::Unknown: return false;
      }
    }
    return true;
  }

  // The same by a handler of the program's.
  bool ask(int64_t start, int64_t stop, int64_t* next) {
    Ref handler = find_error_handler(errors_), stand_in;
    if (!handler) return (void)unknown_handler(vm_, errors_), false;
    Ref error = make_unicode_error(vm_, exceptions::UnicodeEncodeError, form_.name, Value::of(text_), start, stop, reason());
    if (!error || !ask_error_handler(vm_, handler, error, text_->length, &stand_in, next)) return false;
    if (is_bytes(stand_in)) return out_ += bytes_view(stand_in), true;
    for (int64_t i = 0; i < stand_in.as<Str>()->length; ++i) {
      const char32_t c = stand_in.as<Str>()->at(i);
      if (!can_encode(c)) return refuse(start, stop);
      append_character(out_, c, encoding_, form_);
    }
    return true;
  }

  void append_text(std::string_view ascii) {
    for (char c : ascii) append_unit(out_, static_cast<unsigned char>(c), form_);
  }

  Vm& vm_;
  const Str* text_;
  Encoding encoding_;
  Form form_;
  Value errors_;
  std::string out_;
};

// --- decoding ---

class Decoder {
 public:
  Decoder(Vm& vm, std::string_view octets, Value source, Encoding encoding, Value errors)
      : vm_(vm), octets_(octets), source_(source), form_(form_of(encoding)), errors_(errors) {
    if (form_.mark) read_mark(encoding);
    else encoding_ = encoding;
  }

  Ref run() {
    while (position_ < octets_.size())
      if (!decode_one()) return {};
    return make_str(out_.data(), static_cast<int64_t>(out_.size()));
  }

 private:
  unsigned byte(size_t at) const { return static_cast<unsigned char>(octets_[at]); }

  void read_mark(Encoding encoding) {
    bool wide = encoding == Encoding::Utf32;
    encoding_ = wide ? Encoding::Utf32Little : Encoding::Utf16Little;
    std::string_view little = wide ? std::string_view("\xFF\xFE\0\0", 4) : std::string_view("\xFF\xFE", 2);
    std::string_view big = wide ? std::string_view("\0\0\xFE\xFF", 4) : std::string_view("\xFE\xFF", 2);
    if (octets_.substr(0, little.size()) == little) position_ = little.size();
    else if (octets_.substr(0, big.size()) == big)
      position_ = big.size(), encoding_ = wide ? Encoding::Utf32Big : Encoding::Utf16Big;
    form_ = form_of(encoding_);
  }

  bool decode_one() {
    switch (encoding_) {
      case Encoding::Utf8: return decode_utf8();
      case Encoding::Latin1: return out_ += byte(position_++), true;
      case Encoding::Ascii:
        if (byte(position_) >= 0x80) return handle(1, "ordinal not in range(128)");
        return out_ += byte(position_++), true;
      default: return form_.unit == 2 ? decode_utf16() : decode_utf32();
    }
  }

  bool decode_utf8() {
    unsigned first = byte(position_);
    if (first < 0x80) return out_ += first, ++position_, true;
    size_t size = first >= 0xC2 && first < 0xE0   ? 2
                  : (first & 0xF0) == 0xE0        ? 3
                  : first >= 0xF0 && first < 0xF5 ? 4
                                                  : 0;
    if (size == 0) return handle(1, "invalid start byte");
    char32_t value = first & (0xFF >> (size + 1));
    for (size_t i = 1; i < size; ++i) {
      if (position_ + i >= octets_.size()) return handle(i, "unexpected end of data");
      unsigned next = byte(position_ + i);
      // The second byte also tells overlong forms, surrogates and numbers beyond Unicode.
      unsigned least = i == 1 && first == 0xE0 ? 0xA0 : i == 1 && first == 0xF0 ? 0x90 : 0x80;
      unsigned most = i == 1 && first == 0xED ? 0x9F : i == 1 && first == 0xF4 ? 0x8F : 0xBF;
      if (next < least || next > most) return handle(i, "invalid continuation byte");
      value = value << 6 | (next & 0x3F);
    }
    out_ += value;
    position_ += size;
    return true;
  }

  char32_t unit_at(size_t at) const {
    char32_t value = 0;
    for (int i = 0; i < form_.unit; ++i)
      value |= byte(at + i) << 8 * (form_.big_endian ? form_.unit - 1 - i : i);
    return value;
  }

  bool decode_utf16() {
    size_t left = octets_.size() - position_;
    if (left < 2) return handle(left, "truncated data");
    char32_t unit = unit_at(position_);
    if (!is_surrogate(unit)) return out_ += unit, position_ += 2, true;
    if (unit >= 0xDC00) return handle(2, "illegal encoding");
    if (left < 4) return handle(left, "unexpected end of data");
    char32_t low = unit_at(position_ + 2);
    if (low < 0xDC00 || low > 0xDFFF) return handle(2, "illegal UTF-16 surrogate");
    out_ += 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    position_ += 4;
    return true;
  }

  bool decode_utf32() {
    size_t left = octets_.size() - position_;
    if (left < 4) return handle(left, "truncated data");
    char32_t value = unit_at(position_);
    if (is_surrogate(value)) return handle(4, "code point in surrogate code point range(0xd800, 0xe000)");
    if (value > 0x10FFFF) return handle(4, "code point not in range(0x110000)");
    return out_ += value, position_ += 4, true;
  }

  // Passes over `count` octets that mean nothing, by the error handler.
  bool handle(size_t count, const char* reason) {
    size_t start = position_, stop = start + count;
    switch (find_handler(errors_)) {
      case Handler::Ignore: break;
      case Handler::Replace: out_ += 0xFFFD; break;
      case Handler::BackslashReplace:
        for (size_t i = start; i < stop; ++i)
          for (char c : fmt::format("\\x{:02x}", byte(i))) out_ += static_cast<unsigned char>(c);
        break;
      case Handler::SurrogateEscape:
        for (size_t i = start; i < stop; ++i) {
          if (byte(i) < 0x80) return refuse(start, stop, reason);
          out_ += 0xDC00 + byte(i);
        }
        break;
      case Handler::SurrogatePass:
        if (encoding_ == Encoding::Utf8 && start + 3 <= octets_.size() && byte(start) == 0xED &&
            byte(start + 1) >= 0xA0 && (byte(start + 1) & 0xC0) == 0x80 && (byte(start + 2) & 0xC0) == 0x80) {
          out_ += 0xD000 | (byte(start + 1) & 0x3F) << 6 | (byte(start + 2) & 0x3F);
          stop = start + 3;
          break;
        }
        return refuse(start, stop, reason);
      case Handler::Unknown: return ask(start, stop, reason);
      default: return refuse(start, stop, reason);
    }
    position_ = stop;
    return true;
  }

  bool ask(size_t start, size_t stop, const char* reason) {
    Ref handler = find_error_handler(errors_), stand_in;
    if (!handler) return (void)unknown_handler(vm_, errors_), false;
    Ref error = make_unicode_error(vm_, exceptions::UnicodeDecodeError, form_.name, source_, static_cast<int64_t>(start),
                                   static_cast<int64_t>(stop), reason);
    int64_t next;
    if (!error || !ask_error_handler(vm_, handler, error, std::ssize(octets_), &stand_in, &next)) return false;
    for (int64_t i = 0; i < stand_in.as<Str>()->length; ++i) out_ += stand_in.as<Str>()->at(i);
    position_ = static_cast<size_t>(next);
    return true;
  }

  bool refuse(size_t start, size_t stop, const char* reason) {
    (void)raise_unicode_error(vm_, exceptions::UnicodeDecodeError, form_.name, source_,
                              static_cast<int64_t>(start), static_cast<int64_t>(stop), reason);
    return false;
  }

  Vm& vm_;
  std::string_view octets_;
  Value source_;
  Encoding encoding_ = Encoding::Utf8;
  Form form_;
  Value errors_;
  size_t position_ = 0;
  std::u32string out_;
};

constexpr std::string_view kSignature = "\xEF\xBB\xBF";

// UTF-8 with its byte order mark in front.
bool is_with_signature(Value encoding) { return syntax::simplified(to_utf8(encoding), '-') == "utf-8-sig"; }

Ref decode_with_signature(Vm& vm, std::string_view octets, Value errors) {
  if (octets.starts_with(kSignature)) octets.remove_prefix(kSignature.size());
  Ref rest = make_bytes(octets);
  return rest ? decode(vm, bytes_view(rest), rest, kNull, errors) : Ref();
}

Ref encode_with_signature(Vm& vm, const Str* text, Value errors) {
  Ref plain = encode(vm, text, kNull, errors);
  return plain ? make_bytes(std::string(kSignature) + std::string(bytes_view(plain))) : Ref();
}

bool has_surrogates(const Str* text) {
  for (int64_t i = 0; i < text->length; ++i)
    if (is_surrogate(text->at(i))) return true;
  return false;
}

}  // namespace

Ref decode(Vm& vm, std::string_view octets, Value source, Value encoding, Value errors) {
  const auto kind = find_encoding(encoding);
  if (!kind) {
    if (is_escape_encoding(encoding)) return decode_escapes(vm, octets, source);
    if (is_with_signature(encoding)) return decode_with_signature(vm, octets, errors);
    const auto* known = find_library_encoding(encoding);
    return known ? decode_by_library(vm, octets, source, *known, errors) : unknown_encoding(vm, encoding);
  }
  vm.charge(static_cast<int64_t>(octets.size()) / 2);
  bool same_codes = kind == Encoding::Utf8 || kind == Encoding::Ascii || kind == Encoding::Latin1;
  if (same_codes && is_ascii(octets)) return make_ascii_str(octets);
  if (kind == Encoding::Utf8 && syntax::find_invalid_utf8(octets) == std::string_view::npos)
    return make_str(octets);
  std::string copy;  // a bytearray may change while an error handler runs
  if (!is_bytes(source)) octets = copy = octets;
  return Decoder(vm, octets, source, *kind, errors).run();
}

Ref encode(Vm& vm, const Str* text, Value encoding, Value errors) {
  const auto kind = find_encoding(encoding);
  if (!kind) {
    if (is_escape_encoding(encoding)) return encode_escapes(vm, text);
    if (is_with_signature(encoding)) return encode_with_signature(vm, text, errors);
    const auto* known = find_library_encoding(encoding);
    return known ? encode_by_library(vm, text, *known, errors) : unknown_encoding(vm, encoding);
  }
  vm.charge(text->length / 2);
  bool plain = kind == Encoding::Utf8 && (text->width == 1 || !has_surrogates(text));
  if (plain) {
    std::string octets;
    append_utf8(octets, text);
    return make_bytes(octets);
  }
  return Encoder(vm, text, *kind, errors).run();
}

namespace str_methods {

Ref encode(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"encoding", "errors"};
  Value out[2];
  if (!bind(vm, arguments.without_first(), {.function = "encode", .names = kNames, .count = 2}, out))
    return {};
  for (int i = 0; i < 2; ++i)
    if (!out[i].is_null() && !is_str(out[i]))
      return raise(vm, exceptions::TypeError, "encode() argument '{}' must be str, not {}", kNames[i],
                   type_name(out[i]));
  return python::encode(vm, arguments[0].as<Str>(), out[0], out[1]);
}

}  // namespace str_methods

}  // namespace gilsim::python

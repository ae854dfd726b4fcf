#include "interpreter/objects/library_codec.h"

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/codec_errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"
#include "interpreter/syntax/unicode.h"

namespace gilsim::python {

namespace {

Ref refuse(Vm& vm, Type& type, const syntax::Encoding& encoding, Value object, int64_t start, int64_t end, std::string_view reason) {
  Ref exception = make_unicode_error(vm, type, encoding.codec, object, start, end, reason);
  return exception ? raise_exception(vm, exception) : Ref();
}

Ref refuse_system(Vm& vm, const syntax::Encoding& encoding) {
  return raise(vm, exceptions::LookupError, "unknown encoding: {}", encoding.name);
}

// What stands for octets that mean nothing; nothing: the handler is "strict" or not known.
std::optional<std::string> stand_in(unsigned char octet, std::string_view handler) {
  if (handler == "ignore") return "";
  if (handler == "replace") return "\xEF\xBF\xBD";
  if (handler == "backslashreplace") return fmt::format("\\x{:02x}", octet);
  if (handler != "surrogateescape" || octet < 0x80) return std::nullopt;
  std::string escaped;
  syntax::append_utf8(escaped, char32_t{0xDC00} + octet);
  return escaped;
}

// The same for a character that the encoding does not have.
std::optional<std::string> stand_in(char32_t character, std::string_view handler) {
  const auto code = static_cast<unsigned>(character);
  if (handler == "ignore") return "";
  if (handler == "replace") return "?";
  if (handler == "xmlcharrefreplace") return fmt::format("&#{};", code);
  if (handler == "backslashreplace")
    return code < 0x100 ? fmt::format("\\x{:02x}", code) : code < 0x10000 ? fmt::format("\\u{:04x}", code) : fmt::format("\\U{:08x}", code);
  if (handler == "surrogateescape" && code >= 0xDC80 && code <= 0xDCFF) return std::string(1, static_cast<char>(code - 0xDC00));
  return std::nullopt;
}

// An error of a code page names the whole row of characters that it lacks.
int64_t refused_end(const Str* text, int64_t start, const syntax::Encoding& encoding) {
  int64_t end = start + 1;
  if (encoding.codec != "charmap") return end;
  auto lacks = [&](char32_t character) {
    std::string one;
    syntax::append_utf8(one, character);
    return syntax::convert_back(one, encoding)->stopped_at != std::string_view::npos;
  };
  while (end < text->length && lacks(text->at(end))) ++end;
  return end;
}

bool is_known(std::string_view handler) {
  return syntax::is_among(handler, "strict ignore replace backslashreplace xmlcharrefreplace surrogateescape surrogatepass");
}

Ref refuse_handler(Vm& vm, std::string_view handler) {
  return raise(vm, exceptions::LookupError, "unknown error handler name '{}'", handler);
}

// By a handler of the program's: what it gives for the one octet or character at `at`, as text or octets. It may not lead
// elsewhere than behind that. Nothing: an exception is pending.
std::optional<std::string> ask(Vm& vm, Type& type, Value name, const syntax::Encoding& encoding, Value object, int64_t at, int64_t size) {
  Ref handler = find_error_handler(name), given;
  if (!handler) return (void)refuse_handler(vm, to_utf8(name)), std::nullopt;
  Ref error = make_unicode_error(vm, type, encoding.codec, object, at, at + 1, encoding.complaint);
  int64_t next;
  if (!error || !ask_error_handler(vm, handler, error, size, &given, &next)) return std::nullopt;
  if (is_bytes(given)) return std::string(bytes_view(given));
  std::string text = to_utf8(given);
  if (&type == &exceptions::UnicodeDecodeError) return text;
  auto octets = syntax::convert_back(text, encoding);
  if (octets && octets->stopped_at == std::string_view::npos) return octets->text;
  return (void)raise_exception(vm, error), std::nullopt;
}

}  // namespace

Ref decode_by_library(Vm& vm, std::string_view octets, Value source, const syntax::Encoding& encoding, Value errors) {
  const std::string handler = errors.is_null() ? "strict" : to_utf8(errors);
  vm.charge(static_cast<int64_t>(octets.size()));
  std::string text;
  for (size_t at = 0; at < octets.size();) {
    auto part = syntax::convert(octets.substr(at), encoding);
    if (!part) return refuse_system(vm, encoding);
    text += part->text;
    if (part->stopped_at == std::string_view::npos) break;
    at += part->stopped_at;
    auto other = stand_in(static_cast<unsigned char>(octets[at]), handler);
    if (!other && !is_known(handler)) {
      other = ask(vm, exceptions::UnicodeDecodeError, errors, encoding, source, static_cast<int64_t>(at), std::ssize(octets));
      if (!other) return {};
    }
    if (!other) {
      const bool is_cut = encoding.codec == encoding.name && at + 1 == octets.size();
      return refuse(vm, exceptions::UnicodeDecodeError, encoding, source, static_cast<int64_t>(at), static_cast<int64_t>(at) + 1,
                    is_cut ? "incomplete multibyte sequence" : encoding.complaint);
    }
    text += *other;
    ++at;
  }
  return make_str(text);
}

Ref encode_by_library(Vm& vm, const Str* text, const syntax::Encoding& encoding, Value errors) {
  const std::string handler = errors.is_null() ? "strict" : to_utf8(errors), utf8 = to_utf8(text);
  vm.charge(text->length);
  std::string octets;
  for (size_t at = 0; at < utf8.size();) {
    auto part = syntax::convert_back(std::string_view(utf8).substr(at), encoding);
    if (!part) return refuse_system(vm, encoding);
    octets += part->text;
    if (part->stopped_at == std::string_view::npos) break;
    at += part->stopped_at;
    int64_t index = 0;  // of the character
    for (size_t i = 0; i < at; ++i) index += (utf8[i] & 0xC0) != 0x80;
    auto other = stand_in(text->at(index), handler);
    if (!other && !is_known(handler)) {
      other = ask(vm, exceptions::UnicodeEncodeError, errors, encoding, Value::of(text), index, text->length);
      if (!other) return {};
    }
    if (!other)
      return refuse(vm, exceptions::UnicodeEncodeError, encoding, Value::of(text), index, refused_end(text, index, encoding), encoding.complaint);
    octets += *other;
    for (++at; at < utf8.size() && (utf8[at] & 0xC0) == 0x80;) ++at;
  }
  return make_bytes(octets);
}

}  // namespace gilsim::python

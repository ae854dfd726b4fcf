// SyntaxError and the Unicode errors: exceptions that say where in a text something is wrong.
#include "interpreter/objects/exception_types.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

namespace {

namespace fields = exception_fields;

// --- SyntaxError(message, (file, line, offset, text[, end line, end offset])) --------------------------------------

bool syntax_error_initialize(Vm& vm, Value self, const Arguments& arguments) {
  if (!exception_initialize(vm, self, arguments)) return false;
  if (arguments.size() >= 1) set_exception_field(self, fields::SyntaxError_msg, arguments[0]);
  if (arguments.size() != 2) return true;
  Ref details = to_tuple(vm, arguments[1]);
  if (!details) return false;
  const Tuple* tuple = details.as<Tuple>();
  if (tuple->size < 4 || tuple->size > 6) {
    raise(vm, exceptions::TypeError, "function takes at {} {} arguments ({} given)", tuple->size < 4 ? "least" : "most",
          tuple->size < 4 ? 4 : 6, tuple->size);
    return false;
  }
  if (tuple->size == 5) {
    raise(vm, exceptions::TypeError, "end_offset must be provided when end_lineno is provided");
    return false;
  }
  for (int64_t i = 0; i < tuple->size; ++i) set_exception_field(self, fields::SyntaxError_filename + static_cast<int>(i), tuple->items[i]);
  return true;
}

Ref syntax_error_str(Vm& vm, Value self) {
  Value file = exception_field(self, fields::SyntaxError_filename), line = exception_field(self, fields::SyntaxError_lineno);
  Ref message = str(vm, exception_field(self, fields::SyntaxError_msg));
  if (!message) return {};
  bool has_file = is_str(file), has_line = line.is_small();
  if (!has_file && !has_line) return message;
  std::string name = has_file ? to_utf8(file) : "";
  name.erase(0, name.rfind('/') + 1);
  if (!has_line) return make_str(fmt::format("{} ({})", to_utf8(message), name));
  if (!has_file) return make_str(fmt::format("{} (line {})", to_utf8(message), line.small()));
  return make_str(fmt::format("{} ({}, line {})", to_utf8(message), name, line.small()));
}

// --- Unicode errors: (encoding, object, start, end, reason), the first not for translation --------------------------

enum class Unicode { Decode, Encode, Translate };

bool check(Vm& vm, bool right, size_t position, const char* what, Value given) {
  if (!right) raise(vm, exceptions::TypeError, "argument {} must be {}, not {}", position, what, type_name(given));
  return right;
}

template <Unicode kind>
bool unicode_initialize(Vm& vm, Value self, const Arguments& arguments) {
  if (!exception_initialize(vm, self, arguments)) return false;
  constexpr size_t kExpected = kind == Unicode::Translate ? 4 : 5;
  if (arguments.size() != kExpected) {
    raise(vm, exceptions::TypeError, "function takes exactly {} arguments ({} given)", kExpected, arguments.size());
    return false;
  }
  size_t at = 0;
  if (kind != Unicode::Translate && !check(vm, is_str(arguments[at]), at + 1, "str", arguments[at])) return false;
  if (kind != Unicode::Translate) set_exception_field(self, fields::UnicodeEncodeError_encoding, arguments[at++]);
  if (kind == Unicode::Decode && is_str(arguments[at])) {
    raise(vm, exceptions::TypeError, "a bytes-like object is required, not '{}'", type_name(arguments[at]));
    return false;
  }
  if (kind != Unicode::Decode && !check(vm, is_str(arguments[at]), at + 1, "str", arguments[at])) return false;
  set_exception_field(self, fields::UnicodeEncodeError_object, arguments[at++]);
  for (int field : {fields::UnicodeEncodeError_start, fields::UnicodeEncodeError_end}) {
    int64_t number;
    if (!as_int64(vm, arguments[at], &number)) return false;
    set_exception_field(self, field, make_int(number));
    ++at;
  }
  if (!check(vm, is_str(arguments[at]), at + 1, "str", arguments[at])) return false;
  set_exception_field(self, fields::UnicodeEncodeError_reason, arguments[at]);
  return true;
}

std::string escape(char32_t character) {
  auto number = static_cast<uint32_t>(character);
  if (number < 0x100) return fmt::format("\\x{:02x}", number);
  return number < 0x10000 ? fmt::format("\\u{:04x}", number) : fmt::format("\\U{:08x}", number);
}

template <Unicode kind>
Ref unicode_str(Vm& vm, Value self) {
  Value object = exception_field(self, fields::UnicodeEncodeError_object);
  if (object.is_none()) return Ref(make_str(""));
  int64_t start = int64_of(exception_field(self, fields::UnicodeEncodeError_start)).value_or(0);
  int64_t end = int64_of(exception_field(self, fields::UnicodeEncodeError_end)).value_or(0);
  Ref reason = str(vm, exception_field(self, fields::UnicodeEncodeError_reason));
  Ref encoding = str(vm, exception_field(self, fields::UnicodeEncodeError_encoding));
  if (!reason || !encoding) return {};
  std::string what = kind == Unicode::Translate ? "can't translate" : fmt::format("'{}' codec can't {}", to_utf8(encoding), kind == Unicode::Decode ? "decode" : "encode");
  const char* unit = kind == Unicode::Decode ? "byte" : "character";
  if (end != start + 1) return make_str(fmt::format("{} {}s in position {}-{}: {}", what, unit, start, end - 1, to_utf8(reason)));
  Ref item = get_item(vm, object, make_int(start));
  if (!item) return {};
  std::string shown = is_str(item) ? "'" + escape(item.as<Str>()->at(0)) + "'" : fmt::format("0x{:02x}", item.get().small());
  return make_str(fmt::format("{} {} {} in position {}: {}", what, unit, shown, start, to_utf8(reason)));
}

template <Unicode kind>
ExceptionBehaviour behaviour() {
  ExceptionBehaviour result;
  result.operations.initialize = unicode_initialize<kind>;
  result.operations.str = unicode_str<kind>;
  return result;
}

}  // namespace

ExceptionBehaviour syntax_error_behaviour() {
  ExceptionBehaviour result;
  result.operations.initialize = syntax_error_initialize;
  result.operations.str = syntax_error_str;
  return result;
}

ExceptionBehaviour unicode_error_behaviour(const Type& type) {
  if (&type == &exceptions::UnicodeDecodeError) return behaviour<Unicode::Decode>();
  return &type == &exceptions::UnicodeEncodeError ? behaviour<Unicode::Encode>() : behaviour<Unicode::Translate>();
}

}  // namespace gilsim::python

// protocols.h: repr, str, ascii and format of any value.
#include <fmt/format.h>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {


void append_escape(std::string& text, char32_t character) {
  if (character < 0x100) fmt::format_to(std::back_inserter(text), "\\x{:02x}", static_cast<uint32_t>(character));
  else if (character < 0x10000) fmt::format_to(std::back_inserter(text), "\\u{:04x}", static_cast<uint32_t>(character));
  else fmt::format_to(std::back_inserter(text), "\\U{:08x}", static_cast<uint32_t>(character));
}

Ref must_be_str(Vm& vm, Ref result, const char* method) {
  if (!result || is_str(result)) [[likely]] return result;
  return raise(vm, exceptions::TypeError, "{} returned non-string (type {})", method, type_name(result));
}

}  // namespace

Ref repr(Vm& vm, Value value) {
  if (is_exact_str(value)) return str_repr(vm, value);
  if (value.is_small()) return int_repr(vm, value);
  NativeRecursion guard(vm, " while getting the repr of an object");
  if (!guard) return {};
  return must_be_str(vm, type_of(value)->operations.repr(vm, value), "__repr__");
}

Ref str(Vm& vm, Value value) {
  if (is_exact_str(value)) return value;
  if (value.is_small()) return int_repr(vm, value);
  NativeRecursion guard(vm, " while getting the str of an object");
  if (!guard) return {};
  return must_be_str(vm, type_of(value)->operations.str(vm, value), "__str__");
}

Ref ascii(Vm& vm, Value value) {
  Ref text = repr(vm, value);
  if (!text) return {};
  auto* characters = text.as<Str>();
  std::string escaped;
  for (int64_t i = 0; i < characters->length; ++i) {
    char32_t character = characters->at(i);
    if (character < 0x80) escaped += static_cast<char>(character);
    else append_escape(escaped, character);
  }
  return make_str(escaped);
}

Ref format(Vm& vm, Value value, Value spec) {
  bool is_empty = spec.is_null() || spec.as<Str>()->length == 0;
  if (is_empty && is_exact_str(value)) return value;
  if (is_empty && value.is_small()) return int_repr(vm, value);
  SpecialMethod method = find_special(vm, value, names.format);
  if (!method) {
    if (method.failed) return {};
    return raise(vm, exceptions::TypeError, "Type {} doesn't define __format__", type_name(value));
  }
  Ref result = call_special(vm, method, value, {is_empty ? Value::of(names.empty) : spec});
  if (!result || is_str(result)) return result;
  return raise(vm, exceptions::TypeError, "__format__ must return a str, not {}", type_name(result));
}

std::string repr_utf8(Vm& vm, Value value) {
  Ref outer = take_pending_exception(vm);
  Ref text = repr(vm, value);
  clear_pending(vm);
  if (outer) set_pending_exception(vm, outer);
  return text ? to_utf8(text) : fmt::format("<{} object>", type_name(value));
}

}  // namespace gilsim::python

#include "interpreter/modules/system_call.h"

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

const char* error_text(int number) {
#define ERROR_NUMBER(name, value, text) \
  if (number == value) return text;
#include "interpreter/modules/error_numbers.def"
#undef ERROR_NUMBER
  return nullptr;
}

Ref raise_os_error(Vm& vm, int64_t error, Value path, Value second) {
  const int number = static_cast<int>(error < 0 ? -error : error);
  if (number == ENOMEM) return raise(vm, exceptions::MemoryError);
  const char* text = error_text(number);
  Ref message = make_str(text ? std::string(text) : fmt::format("Unknown error {}", number));
  Ref code = make_int(number), type = Value::of(&exceptions::OSError);
  Ref exception;
  if (path.is_null()) exception = call(vm, type, {code, message});
  else if (second.is_null()) exception = call(vm, type, {code, message, path});
  else exception = call(vm, type, {code, message, path, kNone, second});
  return exception ? raise_exception(vm, exception) : Ref();
}

namespace {

bool fail_type(Vm& vm, const char* function, const char* kinds, Value given) {
  return fail(vm, exceptions::TypeError, "{} should be {}, not {}", function, kinds, type_name(given));
}

}  // namespace

bool read_path(Vm& vm, Ref* given, const char* function, const char* kinds, std::string* path) {
  if (!is_str(*given) && !is_bytes(*given)) {
    bool failed = false;
    Ref method = get_attribute_or_null(vm, Value::of(type_of(*given)), intern("__fspath__"), &failed);
    if (failed) return false;
    if (!method) return fail_type(vm, function, kinds, *given);
    Ref text = call(vm, method, {*given});
    if (!text) return false;
    if (!is_str(text) && !is_bytes(text))
      return fail(vm, exceptions::TypeError, "expected {}.__fspath__() to return str or bytes, not {}", type_name(*given), type_name(text));
    *given = text;
  }
  *path = is_str(*given) ? to_utf8(*given) : std::string(bytes_view(*given));
  return path->find('\0') == std::string::npos || fail(vm, exceptions::ValueError, "embedded null byte");
}

}  // namespace gilsim::python

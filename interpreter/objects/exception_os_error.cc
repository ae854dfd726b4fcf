// OSError: errno, strerror and file names; OSError(2, …) makes a FileNotFoundError.
#include "interpreter/objects/exception_types.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

namespace {

namespace fields = exception_fields;

// The subclass for an error number, by Linux's numbers.
Type* class_for(int64_t number) {
  using namespace exceptions;
  switch (number) {
    case 11: case 114: case 115: return &BlockingIOError;  // EAGAIN, EALREADY, EINPROGRESS
    case 10: return &ChildProcessError;                    // ECHILD
    case 32: case 108: return &BrokenPipeError;            // EPIPE, ESHUTDOWN
    case 103: return &ConnectionAbortedError;
    case 111: return &ConnectionRefusedError;
    case 104: return &ConnectionResetError;
    case 17: return &FileExistsError;
    case 2: return &FileNotFoundError;
    case 4: return &InterruptedError;
    case 21: return &IsADirectoryError;
    case 20: return &NotADirectoryError;
    case 1: case 13: return &PermissionError;              // EPERM, EACCES
    case 3: return &ProcessLookupError;
    case 110: return &TimeoutError;
    default: return nullptr;
  }
}

bool has_numbers(const Arguments& arguments) { return arguments.size() >= 2 && arguments.size() <= 5; }

void fill(Value self, const Arguments& arguments) {
  set_exception_arguments(self, arguments);
  if (!has_numbers(arguments)) return;
  set_exception_field(self, fields::OSError_errno_, arguments[0]);
  set_exception_field(self, fields::OSError_strerror, arguments[1]);
  Value file = arguments.optional(2, kNone);
  if (file.is_none()) return;
  set_exception_field(self, fields::OSError_filename, file);
  if (Value second = arguments.optional(4, kNone); !second.is_none()) set_exception_field(self, fields::OSError_filename2, second);
  set_exception_arguments(self, {arguments.values, 2});
}

bool initialize(Vm& vm, Value self, const Arguments& arguments);

// What is given is used here, unless a class of the program has an __init__ of its own, which passes on what it wants.
bool has_own_initialize(const Type* type) { return type->operations.initialize != initialize; }

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (has_own_initialize(type)) return exception_create(vm, type, arguments);
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "{}() takes no keyword arguments", display_name(type));
  if (type == &exceptions::OSError && has_numbers(arguments) && is_int(arguments[0]))
    if (Type* specific = class_for(int64_of(arguments[0]).value_or(0))) type = specific;
  Ref self = exception_create(vm, type, arguments);
  fill(self, arguments);
  return self;
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  if (!has_own_initialize(type_of(self))) return true;
  if (arguments.keyword_count()) {
    raise(vm, exceptions::TypeError, "{}() takes no keyword arguments", type_name(self));
    return false;
  }
  fill(self, arguments);
  return true;
}

Ref text(Vm& vm, Value self) {
  Value number = exception_field(self, fields::OSError_errno_), reason = exception_field(self, fields::OSError_strerror);
  Value file = exception_field(self, fields::OSError_filename), second = exception_field(self, fields::OSError_filename2);
  if (file.is_none() && (number.is_none() || reason.is_none())) return exception_str(vm, self);
  Ref number_text = str(vm, number), reason_text = number_text ? str(vm, reason) : Ref();
  if (!reason_text) return {};
  std::string result = fmt::format("[Errno {}] {}", to_utf8(number_text), to_utf8(reason_text));
  for (Value each : {file, second}) {
    if (each.is_none()) continue;
    Ref shown = repr(vm, each);
    if (!shown) return {};
    result += (each == file ? ": " : " -> ") + to_utf8(shown);
  }
  return make_str(result);
}

}  // namespace

ExceptionBehaviour os_error_behaviour() {
  ExceptionBehaviour behaviour;
  behaviour.operations.create = create;
  behaviour.operations.initialize = initialize;
  behaviour.operations.str = text;
  return behaviour;
}

}  // namespace gilsim::python

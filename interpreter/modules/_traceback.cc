// _traceback: what the library's traceback and linecache need to know from the interpreter about code and its source.
#include "interpreter/objects/traceback.h"

#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

Traceback* traceback_argument(Vm& vm, Value value) {
  if (type_of(value) == &traceback_type) return value.as<Traceback>();
  raise(vm, exceptions::TypeError, "a traceback is required, not {}", type_name(value));
  return nullptr;
}

// A line of a file that was compiled, with its newline; None when the file is not known.
Ref source_line(Vm& vm, const Arguments& arguments) {
  int64_t line;
  if (!as_int64(vm, arguments[1], &line)) return {};
  if (!is_str(arguments[0]) || !traceback_source.source_line) return kNone;
  std::optional<std::string> text = traceback_source.source_line(to_utf8(arguments[0]), static_cast<int>(line));
  return text ? make_str(*text + "\n") : Ref(kNone);
}

// (line, end line, column, end column) of what an entry was doing; columns count bytes. None: unknown.
Ref position(Vm& vm, const Arguments& arguments) {
  Traceback* entry = traceback_argument(vm, arguments[0]);
  if (!entry) return {};
  if (!traceback_source.position) return kNone;
  syntax::Position place = traceback_source.position(entry->code, entry->instruction);
  if (place.line <= 0) return kNone;
  return make_tuple({Value::small(place.line), Value::small(place.end_line), Value::small(place.column), Value::small(place.end_column)});
}

Ref format(Vm& vm, const Arguments& arguments) {
  if (!is_exception(arguments[0])) return raise(vm, exceptions::TypeError, "an exception is required, not {}", type_name(arguments[0]));
  return make_str(format_exception(vm, arguments[0]));
}

constexpr NativeDescription kFunctions[] = {
    {"source_line", source_line, {2, 2}, "A line of a source file that was compiled, or None."},
    {"position", position, {1, 1}, "(line, end line, column, end column) of a traceback's entry, or None."},
    {"format_exception", format, {1, 1}, "The text that an uncaught exception is printed as."},
};

}  // namespace

const ModuleDefinition& _traceback_module() {
  static const ModuleDefinition definition{"_traceback", kFunctions, nullptr, "The interpreter's side of tracebacks."};
  return definition;
}

}  // namespace gilsim::python

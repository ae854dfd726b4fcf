#include "interpreter/runtime/traceback_source.h"

#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/traceback.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

std::optional<std::string> source_line(const std::string& file_name, int line) {
  if (!running_vm) return std::nullopt;
  const Interpreter& vm = interpreter(*running_vm);
  if (!vm.knows_source(file_name)) return std::nullopt;
  return vm.source_line(file_name, line);
}

Ref local_names(const Code* code) {
  List* list = new_list();
  for (const std::string& name : code->compiled->fast_local_names) list_append(list, Value::of(intern(name)));
  return Ref::take(list);
}

}  // namespace

void connect_tracebacks(Interpreter&) {
  traceback_source.file_name = [](const Code* code) { return to_utf8(code->file_name); };
  traceback_source.function_name = [](const Code* code) { return to_utf8(code->name); };
  traceback_source.position = [](const Code* code, int32_t instruction) {
    return code->compiled->instructions[static_cast<size_t>(instruction)].position;
  };
  traceback_source.source_line = source_line;
  traceback_source.local_names = local_names;
}

}  // namespace gilsim::python

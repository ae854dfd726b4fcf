#include "interpreter/objects/traceback.h"

#include "interpreter/objects/caret_line.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/frame_view.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type traceback_type;
TracebackSource traceback_source;

namespace {

constexpr size_t kMostEntries = 1000;  // PyTraceBack_LIMIT
constexpr int kRepeatsShown = 3;

Traceback* self_of(Value value) { return value.as<Traceback>(); }

// --- the type ------------------------------------------------------------------------------------------------------

void clear(Object* object) {
  auto* self = static_cast<Traceback*>(object);
  if (Traceback* next = std::exchange(self->next, nullptr)) decref(next);
  decref(std::exchange(self->globals, kNull));
}
void destroy_traceback(Object* object) {
  auto* self = static_cast<Traceback*>(object);
  clear(object);
  decref(reinterpret_cast<Object*>(self->code));
  free_object(self, sizeof(Traceback));
}
void traverse(Object* object, Visitor& visitor) {
  auto* self = static_cast<Traceback*>(object);
  if (self->next) visitor.visit(Value::of(self->next));
  visitor.visit(Value::of(reinterpret_cast<Object*>(self->code)));
  if (!self->globals.is_null()) visitor.visit(self->globals);
}

Ref get_line(Vm&, Value self) { return make_int(self_of(self)->line); }
Ref get_next(Vm&, Value self) { return self_of(self)->next ? Ref(self_of(self)->next) : Ref(kNone); }
Ref get_last_instruction(Vm&, Value self) { return make_int(self_of(self)->instruction * 2); }

bool set_next(Vm& vm, Value self, Value value) {
  bool right = !value.is_null() && (value.is_none() || type_of(value) == &traceback_type);
  if (!right) return raise(vm, exceptions::TypeError, "expected traceback object or None, got '{}'", value.is_null() ? "NULL" : type_name(value)), false;
  for (auto* each = value.is_none() ? nullptr : self_of(value); each; each = each->next)
    if (each == self_of(self)) return raise(vm, exceptions::ValueError, "traceback loop detected"), false;
  if (!value.is_none()) incref(value);
  Traceback* old = std::exchange(self_of(self)->next, value.is_none() ? nullptr : self_of(value));
  if (old) decref(old);
  return true;
}

// Frames are not kept; what tools read of a finished one is.
Ref get_frame(Vm&, Value self) {
  Ref frame = make_frame_view();
  auto set = [&](const char* name, const Ref& value) { store_attribute(frame.get().object(), intern(name), value); };
  Value globals = self_of(self)->globals;
  set("f_code", Ref(reinterpret_cast<Object*>(self_of(self)->code)));
  set("f_globals", globals.is_null() ? Ref::take(new_dict()) : Ref(globals));
  set("f_locals", Ref::take(new_dict()));
  set("f_lineno", make_int(self_of(self)->line));
  set("f_back", kNone);
  return frame;
}

constexpr GetterDescription kGetters[] = {
    {"tb_frame", get_frame}, {"tb_lineno", get_line}, {"tb_next", get_next, set_next}, {"tb_lasti", get_last_instruction}};

// --- text ----------------------------------------------------------------------------------------------------------

std::string file_of(const Traceback* entry) {
  return traceback_source.file_name ? traceback_source.file_name(entry->code) : "<unknown>";
}
std::string function_of(const Traceback* entry) {
  return traceback_source.function_name ? traceback_source.function_name(entry->code) : "<unknown>";
}

std::string format_entry(const Traceback* entry) {
  std::string file = file_of(entry);
  std::string text = fmt::format("  File \"{}\", line {}, in {}\n", file, entry->line, function_of(entry));
  if (!traceback_source.source_line) return text;
  std::optional<std::string> line = traceback_source.source_line(file, entry->line);
  if (!line) return text;
  syntax::Position position;
  if (traceback_source.position) position = traceback_source.position(entry->code, entry->instruction);
  return text + source_line_with_carets(*line, position);
}

bool same_place(const Traceback* one, const Traceback* other) {
  return one->line == other->line && (one->code == other->code || (file_of(one) == file_of(other) && function_of(one) == function_of(other)));
}

std::string repetition(int count) {
  int more = count - kRepeatsShown;
  return more > 0 ? fmt::format("  [Previous line repeated {} more time{}]\n", more, more > 1 ? "s" : "") : "";
}

}  // namespace

std::string format_traceback(const Traceback* first) {
  size_t depth = 0;
  for (const Traceback* each = first; each; each = each->next) ++depth;
  for (; depth > kMostEntries; --depth) first = first->next;
  std::string text;
  int count = 0;
  const Traceback* last = nullptr;
  for (const Traceback* each = first; each; last = each, each = each->next) {
    if (!last || !same_place(last, each)) {
      text += repetition(count);
      count = 0;
    }
    if (++count <= kRepeatsShown) text += format_entry(each);
  }
  return text + repetition(count);
}

void define_traceback_type() {
  Operations operations;
  operations.destroy = destroy_traceback;
  operations.traverse = traverse;
  operations.clear = clear;
  define_type(traceback_type, {.name = "traceback", .base = nullptr, .basic_size = sizeof(Traceback), .flags = kTracked,
                               .operations = operations, .getters = kGetters});
}

}  // namespace gilsim::python

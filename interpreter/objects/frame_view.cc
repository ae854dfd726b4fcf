#include "interpreter/objects/frame_view.h"

#include <fmt/format.h>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type frame_type;

namespace {

std::string text_of(Vm& vm, Value object, const char* name) {
  Ref value = get_attribute(vm, object, intern(name));
  Ref text = value ? str(vm, value) : Ref();
  if (!text) clear_pending(vm);
  return text ? to_utf8(text) : "?";
}

Ref repr_frame(Vm& vm, Value self) {
  Ref code = get_attribute(vm, self, intern("f_code"));
  if (!code) return {};
  return make_str(fmt::format("<frame at {:#x}, file '{}', line {}, code {}>", identity_number(self), text_of(vm, code, "co_filename"),
                              text_of(vm, self, "f_lineno"), text_of(vm, code, "co_name")));
}

Ref clear(Vm&, const Arguments&) { return kNone; }  // a view holds nothing of the frame's own

const NativeDescription kMethods[] = {{"clear", clear, {0, 0}, "F.clear(): clear most references held by the frame"}};

}  // namespace

Ref make_frame_view() { return Ref::take(allocate_object(&frame_type, sizeof(Object))); }

void define_frame_type() {
  Operations operations;
  operations.repr = repr_frame;
  define_type(frame_type, {.name = "frame", .base = nullptr, .basic_size = sizeof(Object), .flags = kHasAttributes,
                           .operations = operations, .methods = kMethods});
}

}  // namespace gilsim::python

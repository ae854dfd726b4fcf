#include "interpreter/modules/pickle/pickle_buffer.h"

#include "interpreter/modules/pickle/pickler.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/memory_view.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

Type pickle_buffer_type;

namespace {

bool check_owner(Vm& vm, Value self) {
  return !self.as<PickleBuffer>()->owner.is_null() ||
         fail(vm, exceptions::ValueError, "operation forbidden on released PickleBuffer object");
}

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.size() != 1)
    return raise(vm, exceptions::TypeError, "PickleBuffer expected 1 argument, got {}", arguments.size());
  if (!has_buffer(arguments[0]))
    return raise(vm, exceptions::TypeError, "a bytes-like object is required, not '{}'",
                 type_name(arguments[0]));
  auto* buffer = allocate_object<PickleBuffer>(type);
  incref(buffer->owner = arguments[0]);
  return Ref::take(buffer);
}

void destroy_buffer(Object* object) {
  decref(std::exchange(static_cast<PickleBuffer*>(object)->owner, kNull));
  free_object(object, sizeof(PickleBuffer));
}

bool export_buffer(Vm& vm, Value self, Buffer* out) {
  if (!check_owner(vm, self)) return false;
  const Value owner = self.as<PickleBuffer>()->owner;
  return type_of(owner)->operations.buffer(vm, owner, out);
}

Ref raw(Vm& vm, const Arguments& arguments) {
  return check_owner(vm, arguments[0]) ? make_memory_view(vm, arguments[0].as<PickleBuffer>()->owner) : Ref();
}

Ref release(Vm&, const Arguments& arguments) {
  decref(std::exchange(arguments[0].as<PickleBuffer>()->owner, kNull));
  return kNone;
}

constexpr NativeDescription kMethods[] = {{"raw", raw, {0, 0}}, {"release", release, {0, 0}}};

}  // namespace

void define_pickle_buffer_type() {
  define_type(pickle_buffer_type,
              {.name = "pickle.PickleBuffer",
               .base = nullptr,
               .basic_size = sizeof(PickleBuffer),
               .flags = kImmutable,
               .operations = {.destroy = destroy_buffer, .create = create, .buffer = export_buffer},
               .methods = kMethods,
               .doc = "Wrapper for potentially out-of-band buffers"});
}

}  // namespace gilsim::python

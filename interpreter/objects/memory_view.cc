// The type memoryview: making, releasing, describing.
#include "interpreter/objects/memory_view.h"

#include <fmt/format.h>

#include <cstring>
#include <numeric>
#include <vector>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/siphash.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type memory_view_type, memory_iterator_type;

namespace {

size_t variable_bytes(int dimensions) {
  return sizeof(int64_t) * 2 * static_cast<size_t>(dimensions);
}

MemoryView* new_view(Value owner, int64_t* owner_exports, int dimensions) {
  auto* view = allocate_object<MemoryView>(&memory_view_type, variable_bytes(dimensions));
  incref(view->owner = owner);
  view->owner_exports = owner_exports;
  if (owner_exports) ++*owner_exports;
  view->exports = 0;
  view->dimensions = dimensions;
  return view;
}

void drop_owner(MemoryView* view) {
  if (view->owner.is_null()) return;
  if (view->owner_exports) --*view->owner_exports;
  decref(std::exchange(view->owner, kNull));
}

void destroy_view(Object* object) {
  auto* view = static_cast<MemoryView*>(object);
  drop_owner(view);
  free_object(object, sizeof(MemoryView) + variable_bytes(view->dimensions));
}

MemoryView* self_of(const Arguments& arguments) {
  return arguments[0].as<MemoryView>();
}

bool export_view(Vm& vm, Value self, Buffer* out) {
  auto* view = self.as<MemoryView>();
  if (!check_not_released(vm, view)) return false;
  *out = {.data = view->start,
          .size = item_count(view) * view->item_size,
          .read_only = view->read_only,
          .contiguous = is_c_contiguous(view),
          .format = view->format ? view->format->code : 'w',
          .item_size = view->item_size,
          .exports = &view->exports};
  return true;
}

// A view of the same items.
Ref copy_view(const MemoryView* view) {
  auto* copy = new_view_like(view, view->dimensions);
  std::memcpy(copy->sizes, view->sizes, variable_bytes(view->dimensions));
  return Ref::take(copy);
}

Ref create(Vm& vm, Type*, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"object"};
  Value object;
  if (!bind(vm, arguments, {.function = "memoryview", .names = kNames, .count = 1, .required = 1}, &object))
    return {};
  return make_memory_view(vm, object);
}

Ref repr_view(Vm&, Value self) {
  return make_str(fmt::format("<{}memory at 0x{:x}>",
                              self.as<MemoryView>()->owner.is_null() ? "released " : "",
                              identity_number(self)));
}

bool hash_view(Vm& vm, Value self, Hash* result) {
  auto* view = self.as<MemoryView>();
  if (!check_not_released(vm, view)) return false;
  if (!view->read_only) return fail(vm, exceptions::ValueError, "cannot hash writable memoryview object");
  if (view->item_size != 1 || view->format->code == '?')
    return fail(vm, exceptions::ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  const std::string octets = gather_octets(view);
  vm.charge(std::ssize(octets));
  *result = hash_bytes(octets.data(), std::ssize(octets));
  return true;
}

int64_t length_of_view(Vm& vm, Value self) {
  auto* view = self.as<MemoryView>();
  if (!check_not_released(vm, view)) return -1;
  return view->dimensions ? view->shape()[0] : 1;
}

// --- methods
// ---------------------------------------------------------------------------------------------------------

Ref release(Vm& vm, const Arguments& arguments) {
  auto* view = self_of(arguments);
  if (view->exports)
    return raise(vm, exceptions::BufferError, "memoryview has {} exported buffer{}", view->exports,
                 view->exports == 1 ? "" : "s");
  drop_owner(view);
  return kNone;
}

Ref enter(Vm& vm, const Arguments& arguments) {
  return check_not_released(vm, self_of(arguments)) ? Ref(arguments[0]) : Ref();
}

Ref to_bytes(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"order"};
  Value order;
  if (!check_not_released(vm, self_of(arguments))) return {};
  if (!bind(vm, arguments.without_first(), {.function = "tobytes", .names = kNames, .count = 1}, &order))
    return {};
  const std::string text = order.is_null() || order.is_none() ? "C" : is_str(order) ? to_utf8(order) : "";
  if (text != "C" && text != "F" && text != "A")
    return raise(vm, exceptions::ValueError, "order must be 'C', 'F' or 'A'");
  auto* view = self_of(arguments);
  const std::string octets =
      gather_octets(view, text == "F" || (text == "A" && is_f_contiguous(view) && !is_c_contiguous(view)));
  vm.charge(std::ssize(octets) / 8);
  return make_bytes(octets);
}

Ref to_list_method(Vm& vm, const Arguments& arguments) {
  return check_not_released(vm, self_of(arguments)) ? memory_view_to_list(vm, self_of(arguments)) : Ref();
}

Ref hex(Vm& vm, const Arguments& arguments) {
  if (!check_not_released(vm, self_of(arguments))) return {};
  Ref octets = make_bytes(gather_octets(self_of(arguments)));
  Ref method = get_attribute(vm, octets, intern("hex"));
  return method ? call(vm, method, arguments.without_first()) : Ref();
}

Ref to_read_only(Vm& vm, const Arguments& arguments) {
  if (!check_not_released(vm, self_of(arguments))) return {};
  Ref copy = copy_view(self_of(arguments));
  copy.as<MemoryView>()->read_only = true;
  return copy;
}

// --- attributes
// ------------------------------------------------------------------------------------------------------

template <class Make>
Ref if_open(Vm& vm, Value self, Make make) {
  return check_not_released(vm, self.as<MemoryView>()) ? make(self.as<MemoryView>()) : Ref();
}

Ref make_number_tuple(const int64_t* numbers, int count) {
  Tuple* tuple = new_tuple(count);
  for (int i = 0; i < count; ++i) tuple->items[i] = make_int(numbers[i]).release();
  return Ref::take(tuple);
}

Ref get_object(Vm& vm, Value self) {
  return if_open(vm, self, [](MemoryView* view) { return Ref(view->owner); });
}
Ref get_byte_count(Vm& vm, Value self) {
  return if_open(vm, self, [](MemoryView* view) { return make_int(item_count(view) * view->item_size); });
}
Ref get_item_size(Vm& vm, Value self) {
  return if_open(vm, self, [](MemoryView* view) { return make_int(view->item_size); });
}
Ref get_format(Vm& vm, Value self) {
  return if_open(vm, self, [](MemoryView* view) { return make_ascii_str(view->format_text); });
}
Ref get_dimensions(Vm& vm, Value self) {
  return if_open(vm, self, [](MemoryView* view) { return make_int(view->dimensions); });
}
Ref get_shape(Vm& vm, Value self) {
  return if_open(vm, self,
                 [](MemoryView* view) { return make_number_tuple(view->shape(), view->dimensions); });
}
Ref get_strides(Vm& vm, Value self) {
  return if_open(vm, self,
                 [](MemoryView* view) { return make_number_tuple(view->strides(), view->dimensions); });
}
Ref get_suboffsets(Vm& vm, Value self) {
  return if_open(vm, self, [](MemoryView*) { return make_tuple({}); });
}
Ref get_c_contiguous(Vm& vm, Value self) {
  return if_open(vm, self, [](MemoryView* view) { return Ref(Value::of(is_c_contiguous(view))); });
}
Ref get_f_contiguous(Vm& vm, Value self) {
  return if_open(vm, self, [](MemoryView* view) { return Ref(Value::of(is_f_contiguous(view))); });
}
Ref get_contiguous(Vm& vm, Value self) {
  return if_open(vm, self, [](MemoryView* view) {
    return Ref(Value::of(is_c_contiguous(view) || is_f_contiguous(view)));
  });
}
Ref get_read_only(Vm& vm, Value self) {
  return if_open(vm, self, [](MemoryView* view) { return Ref(Value::of(view->read_only)); });
}

constexpr NativeDescription kMethods[] = {
    {"release", release, {0, 0}, "Release the underlying buffer exposed by the memoryview object."},
    {"tobytes", to_bytes, kAny, "Return the data in the buffer as a byte string."},
    {"hex", hex, kAny, "Return the data in the buffer as a str of hexadecimal numbers."},
    {"tolist", to_list_method, {0, 0}, "Return the data in the buffer as a list of elements."},
    {"cast", memory_view_cast, kAny, "Cast a memoryview to a new format or shape."},
    {"toreadonly", to_read_only, {0, 0}, "Return a readonly version of the memoryview."},
    {"__enter__", enter, {0, 0}},
    {"__exit__", [](Vm& vm, const Arguments& arguments) { return release(vm, arguments); }, {0, -1}},
};
constexpr GetterDescription kGetters[] = {
    {"obj", get_object},
    {"nbytes", get_byte_count},
    {"readonly", get_read_only},
    {"itemsize", get_item_size},
    {"format", get_format},
    {"ndim", get_dimensions},
    {"shape", get_shape},
    {"strides", get_strides},
    {"suboffsets", get_suboffsets},
    {"c_contiguous", get_c_contiguous},
    {"f_contiguous", get_f_contiguous},
    {"contiguous", get_contiguous},
};

// --- iterating
// -------------------------------------------------------------------------------------------------------

struct MemoryIterator : Object {
  Value view;  // owned; null: exhausted
  int64_t position, length;
};

Ref iterate_view(Vm& vm, Value self) {
  auto* view = self.as<MemoryView>();
  if (!check_not_released(vm, view)) return {};
  if (!view->dimensions) return raise(vm, exceptions::TypeError, "invalid indexing of 0-dim memory");
  auto* iterator = allocate_object<MemoryIterator>(&memory_iterator_type);
  incref(iterator->view = self);
  iterator->position = 0;
  iterator->length = view->shape()[0];
  return Ref::take(iterator);
}

Ref next_of_view(Vm& vm, Value self) {
  auto* iterator = self.as<MemoryIterator>();
  if (iterator->view.is_null()) return {};
  if (iterator->position < iterator->length)
    return memory_view_get_item(vm, iterator->view, make_int(iterator->position++));
  decref(std::exchange(iterator->view, kNull));
  return {};
}

void destroy_view_iterator(Object* object) {
  decref(std::exchange(static_cast<MemoryIterator*>(object)->view, kNull));
  free_object(object, sizeof(MemoryIterator));
}

}  // namespace

bool check_not_released(Vm& vm, const MemoryView* view) {
  if (view->owner.is_null())
    return fail(vm, exceptions::ValueError, "operation forbidden on released memoryview object");
  return !view->shared || vm.goes_on(vm);
}

MemoryView* new_view_like(const MemoryView* view, int dimensions) {
  auto* copy = new_view(view->owner, view->owner_exports, dimensions);
  copy->start = view->start;
  copy->format = view->format;
  copy->item_size = view->item_size;
  std::memcpy(copy->format_text, view->format_text, sizeof view->format_text);
  copy->read_only = view->read_only;
  copy->shared = view->shared;
  return copy;
}

Ref make_memory_view(Vm& vm, Value object) {
  if (!has_buffer(object))
    return raise(vm, exceptions::TypeError, "memoryview: a bytes-like object is required, not '{}'",
                 type_name(object));
  if (is_memory_view(object))
    return check_not_released(vm, object.as<MemoryView>()) ? copy_view(object.as<MemoryView>()) : Ref();
  Buffer buffer;
  if (!type_of(object)->operations.buffer(vm, object, &buffer)) return {};
  auto* view = new_view(object, buffer.exports, 1);
  view->start = buffer.data;
  view->format = native_item_format(buffer.format);
  view->item_size = buffer.item_size;
  view->format_text[0] = buffer.format;
  view->format_text[1] = 0;
  view->read_only = buffer.read_only;
  view->shared = buffer.shared;
  view->shape()[0] = buffer.size / buffer.item_size;
  view->strides()[0] = buffer.item_size;
  return Ref::take(view);
}

int64_t item_count(MemoryView* view) {
  return std::accumulate(view->shape(), view->shape() + view->dimensions, int64_t{1}, std::multiplies());
}

bool is_c_contiguous(MemoryView* view) {
  int64_t stride = view->item_size;
  if (item_count(view) == 0) return true;
  for (int i = view->dimensions; i-- > 0; stride *= view->shape()[i])
    if (view->shape()[i] != 1 && view->strides()[i] != stride) return false;
  return true;
}

bool is_f_contiguous(MemoryView* view) {
  int64_t stride = view->item_size;
  if (item_count(view) == 0) return true;
  for (int i = 0; i < view->dimensions; stride *= view->shape()[i++])
    if (view->shape()[i] != 1 && view->strides()[i] != stride) return false;
  return true;
}

std::string gather_octets(MemoryView* view, bool fortran) {
  const int64_t count = item_count(view);
  const auto size = static_cast<size_t>(view->item_size);
  if (count == 0) return {};
  if (!fortran && is_c_contiguous(view)) return {view->start, size * static_cast<size_t>(count)};
  std::string octets;
  octets.reserve(size * static_cast<size_t>(count));
  std::vector<int64_t> indices(static_cast<size_t>(view->dimensions));
  for (int64_t done = 0; done < count; ++done) {
    const char* item = view->start;
    for (int i = 0; i < view->dimensions; ++i) item += indices[static_cast<size_t>(i)] * view->strides()[i];
    octets.append(item, size);
    for (int i = 0; i < view->dimensions; ++i) {  // counts on, in the digit that runs fastest first
      const int digit = fortran ? i : view->dimensions - 1 - i;
      if (++indices[static_cast<size_t>(digit)] < view->shape()[digit]) break;
      indices[static_cast<size_t>(digit)] = 0;
    }
  }
  return octets;
}

void define_memory_view_types() {
  define_type(
      memory_iterator_type,
      {.name = "memory_iterator",
       .base = nullptr,
       .basic_size = sizeof(MemoryIterator),
       .flags = kImmutable,
       .operations = {.destroy = destroy_view_iterator, .iterate = iterate_self, .next = next_of_view}});
  Operations operations{.destroy = destroy_view,
                        .repr = repr_view,
                        .hash = hash_view,
                        .compare = memory_view_compare,
                        .create = create,
                        .iterate = iterate_view,
                        .length = length_of_view,
                        .get_item = memory_view_get_item,
                        .set_item = memory_view_set_item,
                        .buffer = export_view};
  define_type(memory_view_type, {.name = "memoryview",
                                 .base = nullptr,
                                 .basic_size = sizeof(MemoryView),
                                 .flags = kImmutable,
                                 .operations = operations,
                                 .methods = kMethods,
                                 .getters = kGetters,
                                 .doc = "Create a new memoryview object which references the given object."});
}

}  // namespace gilsim::python

// struct.Struct: a format that has been read.
#include <algorithm>

#include "interpreter/modules/struct/struct.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type struct_type, struct_error_type, unpack_iterator_type;

namespace {

constexpr int64_t kFormatCost = 150;       // reading a format, by character
constexpr int32_t kMostKeptFormats = 100;  // as many as CPython keeps

Dict* kept_structs = nullptr;  // by format
const AtReset forget_structs([] { kept_structs = nullptr; });

void drop_fields(Layout* layout) {
  if (!layout->fields.empty())
    heap.free(const_cast<LayoutField*>(layout->fields.data()), layout->fields.size_bytes());
  *layout = {};
}

// Moves the fields to the heap.
void take_layout(StructObject* self, const Layout& layout) {
  drop_fields(&self->layout);
  self->layout = layout;
  if (layout.fields.empty()) return;
  auto* fields = static_cast<LayoutField*>(heap.allocate(layout.fields.size_bytes()));
  std::copy(layout.fields.begin(), layout.fields.end(), fields);
  self->layout.fields = {fields, layout.fields.size()};
}

StructObject* self_of(const Arguments& arguments) {
  return arguments[0].as<StructObject>();
}

Ref create(Vm&, Type* type, const Arguments&) {
  auto* self = allocate_object<StructObject>(type);
  self->format = kNull;
  self->layout = {};
  return Ref::take(self);
}

void destroy_struct(Object* object) {
  drop_fields(&static_cast<StructObject*>(object)->layout);
  decref(std::exchange(static_cast<StructObject*>(object)->format, kNull));
  free_object(object, sizeof(StructObject));
}

bool initialize(Vm& vm, Value value, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"format"};
  Value format;
  if (!bind(vm, arguments, {.function = "Struct", .names = kNames, .count = 1, .required = 1}, &format))
    return false;
  if (!is_str(format) && !is_bytes(format))
    return fail(vm, exceptions::TypeError, "Struct() argument 1 must be a str or bytes object, not {}",
                type_name(format));
  Ref octets = is_str(format) ? encode(vm, format.as<Str>(), make_str("ascii"), kNull) : Ref(format);
  if (!octets) return false;
  vm.charge(kFormatCost + 10 * length(vm, octets));
  std::string problem;
  Layout layout;
  std::vector<LayoutField> fields;
  if (!read_layout(bytes_view(octets), &layout, &fields, &problem))
    return fail(vm, struct_error_type, problem);
  auto* self = value.as<StructObject>();
  take_layout(self, layout);
  Ref old = Ref::take(std::exchange(self->format, make_ascii_str(bytes_view(octets)).release()));
  return true;
}

bool check_value_count(Vm& vm, const Layout& layout, const char* function, size_t given) {
  if (static_cast<int64_t>(given) == layout.item_count) return true;
  return fail(vm, struct_error_type, "{} expected {} items for packing (got {})", function, layout.item_count,
              given);
}

// Where packing and unpacking at an offset into `size` octets begins; false: struct.error pending.
bool fit_offset(Vm& vm, const Layout& layout, int64_t* offset, int64_t size, bool packing) {
  if (*offset < 0) {
    if (*offset + layout.size > 0)
      return packing
                 ? fail(vm, struct_error_type, "no space to pack {} bytes at offset {}", layout.size, *offset)
                 : fail(vm, struct_error_type, "not enough data to unpack {} bytes at offset {}", layout.size,
                        *offset);
    if (*offset + size < 0)
      return fail(vm, struct_error_type, "offset {} out of range for {}-byte buffer", *offset, size);
    *offset += size;
  }
  if (size - *offset >= layout.size) return true;
  return fail(
      vm, struct_error_type,
      "{} requires a buffer of at least {} bytes for {} {} bytes at offset {} (actual buffer size is {})",
      packing ? "pack_into" : "unpack_from",
      static_cast<uint64_t>(layout.size) + static_cast<uint64_t>(*offset), packing ? "packing" : "unpacking",
      layout.size, *offset, size);
}

// --- unpacking one after the other
// -----------------------------------------------------------------------------------

struct UnpackIterator : Object {
  Value owner;  // the Struct; owned
  HeldBuffer* held;
  int64_t position;
};

void drop_buffer(UnpackIterator* iterator) {
  if (!iterator->held) return;
  iterator->held->~HeldBuffer();
  heap.free(std::exchange(iterator->held, nullptr), sizeof(HeldBuffer));
}

void destroy_iterator(Object* object) {
  auto* iterator = static_cast<UnpackIterator*>(object);
  drop_buffer(iterator);
  decref(std::exchange(iterator->owner, kNull));
  free_object(object, sizeof(UnpackIterator));
}

Ref next_tuple(Vm& vm, Value self) {
  auto* iterator = self.as<UnpackIterator>();
  if (!iterator->held) return {};
  const Layout& layout = iterator->owner.as<StructObject>()->layout;
  if (iterator->position >= iterator->held->size()) return drop_buffer(iterator), Ref();
  const char* data = iterator->held->data() + iterator->position;
  iterator->position += layout.size;
  return unpack_values(vm, layout, data);
}

int64_t remaining(const UnpackIterator* iterator) {
  return iterator->held
             ? (iterator->held->size() - iterator->position) / iterator->owner.as<StructObject>()->layout.size
             : 0;
}
Ref length_hint_of_iterator(Vm&, const Arguments& arguments) {
  return make_int(remaining(arguments[0].as<UnpackIterator>()));
}

// --- tables
// ----------------------------------------------------------------------------------------------------------

Ref get_format(Vm&, Value self) {
  return self.as<StructObject>()->format.is_null() ? Ref(kNone) : Ref(self.as<StructObject>()->format);
}
Ref get_size(Vm&, Value self) {
  return make_int(self.as<StructObject>()->layout.size);
}

constexpr NativeDescription kMethods[] = {
    {"pack", struct_pack, {0, -1}},
    {"pack_into", struct_pack_into, {0, -1}},
    {"unpack", struct_unpack, {1, 1}},
    {"unpack_from", struct_unpack_from, kAny},
    {"iter_unpack", struct_iter_unpack, {1, 1}},
};
constexpr GetterDescription kGetters[] = {{"format", get_format}, {"size", get_size}};
constexpr NativeDescription kIteratorMethods[] = {{"__length_hint__", length_hint_of_iterator, {0, 0}}};

}  // namespace

Ref struct_pack(Vm& vm, const Arguments& arguments) {
  const Layout& layout = self_of(arguments)->layout;
  if (!check_value_count(vm, layout, "pack", arguments.size() - 1)) return {};
  if (heap.refuses(static_cast<size_t>(layout.size))) return raise(vm, exceptions::MemoryError);
  Bytes* octets = new_bytes(layout.size);
  Ref result = Ref::take(octets);
  return pack_values(vm, layout, arguments.values + 1, octets->data) ? result : Ref();
}

Ref struct_pack_into(Vm& vm, const Arguments& arguments) {
  const Layout& layout = self_of(arguments)->layout;
  if (arguments.size() < 2) return raise(vm, struct_error_type, "pack_into expected buffer argument");
  if (arguments.size() < 3) return raise(vm, struct_error_type, "pack_into expected offset argument");
  if (!check_value_count(vm, layout, "pack_into", arguments.size() - 3)) return {};
  HeldBuffer held;
  int64_t offset;
  if (!held.hold_writable(vm, arguments[1], "argument") || !as_index(vm, arguments[2], &offset)) return {};
  if (!fit_offset(vm, layout, &offset, held.size(), true)) return {};
  return pack_values(vm, layout, arguments.values + 3, held.data() + offset) ? Ref(kNone) : Ref();
}

Ref struct_unpack(Vm& vm, const Arguments& arguments) {
  HeldBuffer held;
  const Layout& layout = self_of(arguments)->layout;
  if (!held.hold(vm, arguments[1])) return {};
  if (held.size() != layout.size)
    return raise(vm, struct_error_type, "unpack requires a buffer of {} bytes", layout.size);
  return unpack_values(vm, layout, held.data());
}

Ref struct_unpack_from(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"buffer", "offset"};
  Value out[2];
  if (!bind(vm, arguments.without_first(),
            {.function = "unpack_from", .names = kNames, .count = 2, .required = 1}, out))
    return {};
  HeldBuffer held;
  int64_t offset = 0;
  const Layout& layout = self_of(arguments)->layout;
  if (!held.hold(vm, out[0]) || (!out[1].is_null() && !as_index(vm, out[1], &offset))) return {};
  return fit_offset(vm, layout, &offset, held.size(), false) ? unpack_values(vm, layout, held.data() + offset)
                                                             : Ref();
}

Ref struct_iter_unpack(Vm& vm, const Arguments& arguments) {
  const Layout& layout = self_of(arguments)->layout;
  if (layout.size == 0)
    return raise(vm, struct_error_type, "cannot iteratively unpack with a struct of length 0");
  auto* iterator = allocate_object<UnpackIterator>(&unpack_iterator_type);
  incref(iterator->owner = arguments[0]);
  iterator->position = 0;
  iterator->held = new (heap.allocate(sizeof(HeldBuffer))) HeldBuffer;
  Ref result = Ref::take(iterator);
  if (!iterator->held->hold(vm, arguments[1])) return {};
  if (iterator->held->size() % layout.size == 0) return result;
  return raise(vm, struct_error_type, "iterative unpacking requires a buffer of a multiple of {} bytes",
               layout.size);
}

Ref struct_of_format(Vm& vm, Value format) {
  if (!kept_structs) kept_structs = new_dict();
  Value known;
  const bool is_key = is_str(format) || is_bytes(format);
  const int found = is_key ? dict_lookup(vm, kept_structs, format, &known) : 0;
  if (found) return found < 0 ? Ref() : Ref(known);
  Ref made = call(vm, Value::of(&struct_type), {format});
  if (!made) return {};
  if (kept_structs->used >= kMostKeptFormats) dict_clear(kept_structs);
  return dict_set(vm, kept_structs, format, made) ? made : Ref();
}

void define_struct_types() {
  define_type(struct_error_type, {.name = "struct.error",
                                  .base = &exceptions::Exception,
                                  .basic_size = sizeof(BaseException),
                                  .flags = kSubclassable,
                                  .operations = {}});
  define_type(struct_type,
              {.name = "_struct.Struct",
               .base = nullptr,
               .basic_size = sizeof(StructObject),
               .flags = kSubclassable,
               .operations = {.destroy = destroy_struct, .create = create, .initialize = initialize},
               .methods = kMethods,
               .getters = kGetters,
               .doc = "Struct(fmt) --> compiled struct object"});
  define_type(unpack_iterator_type,
              {.name = "_struct.unpack_iterator",
               .base = nullptr,
               .basic_size = sizeof(UnpackIterator),
               .flags = kImmutable,
               .operations = {.destroy = destroy_iterator, .iterate = iterate_self, .next = next_tuple},
               .methods = kIteratorMethods});
}

}  // namespace gilsim::python

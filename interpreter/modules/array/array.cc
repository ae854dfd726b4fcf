// array: rows of numbers of one type of C, or of characters, in one piece of memory.
#include "interpreter/modules/array/array.h"

#include <cstring>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type array_type, array_iterator_type;

namespace {

constexpr char kTypeCodes[] = "bBuhHiIlLqQfd";
constexpr ItemFormat kCharacter{'u', ItemFormat::Kind::Unsigned, 4};

// CPython's words for a number that an item has no room for; they follow how its C code reads each type.
bool refuse_number(Vm& vm, const ItemFormat& format, Value value) {
  auto refuse = [&](std::string_view message) { return fail(vm, exceptions::OverflowError, message); };
  const auto number = is_int(value) ? int64_of(value) : std::nullopt;
  const bool negative = is_int(value) ? int_sign(value) < 0 : number.value_or(0) < 0;
  const std::string_view end = negative ? " is less than minimum" : " is greater than maximum";
  auto named = [&](std::string_view name) { return refuse(std::string(name).append(end)); };
  switch (format.code) {
    case 'q': return refuse("int too big to convert");
    case 'Q': return refuse(negative ? "can't convert negative int to unsigned" : "int too big to convert");
    case 'I':
    case 'L':
      if (negative) return refuse("can't convert negative value to unsigned int");
      if (!number && int_bit_length(value) > 64)
        return refuse("Python int too large to convert to C unsigned long");
      return format.code == 'I' ? refuse("unsigned int is greater than maximum")
                                : refuse("Python int too large to convert to C unsigned long");
    default: break;
  }
  if (!number) return refuse("Python int too large to convert to C long");
  switch (format.code) {
    case 'b':
      return *number < -32768 || *number > 32767 ? named("signed short integer") : named("signed char");
    case 'B':
      return *number < -32768 || *number > 32767 ? named("signed short integer")
                                                 : named("unsigned byte integer");
    case 'h': return named("signed short integer");
    case 'H':
      return *number < INT32_MIN || *number > INT32_MAX ? named("signed integer") : named("unsigned short");
    default: return named("signed integer");
  }
}

// --- life
// ------------------------------------------------------------------------------------------------------------

void destroy_array(Object* object) {
  auto* array = static_cast<Array*>(object);
  if (array->data) heap.free(array->data, static_cast<size_t>(array->capacity * array->format->size));
  free_object(object, sizeof(Array));
}

bool fill(Vm& vm, Array* array, Value initial) {
  if (is_bytes_like(initial)) return array_add_octets(vm, array, std::string(bytes_view(initial)));
  if (is_str(initial)) {
    if (array->format->code == 'u') return array_add_text(array, vm, initial);
    return fail(vm, exceptions::TypeError, "cannot use a str to initialize an array with typecode '{}'",
                array->format->code);
  }
  if (is_array(initial) && initial.as<Array>()->format->code == 'u' && array->format->code != 'u')
    return fail(vm, exceptions::TypeError,
                "cannot use a unicode array to initialize an array with typecode '{}'", array->format->code);
  return for_each(vm, initial, [&](Value item) { return array_append(vm, array, item); });
}

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.keyword_count() && type == &array_type)
    return raise(vm, exceptions::TypeError, "array.array() takes no keyword arguments");
  if (arguments.size() < 1 || arguments.size() > 2)
    return raise(vm, exceptions::TypeError, "array() takes at {} ({} given)",
                 arguments.size() < 1 ? "least 1 argument" : "most 2 arguments", arguments.size());
  if (!is_str(arguments[0]) || arguments[0].as<Str>()->length != 1)
    return raise(vm, exceptions::TypeError, "array() argument 1 must be a unicode character, not {}",
                 type_name(arguments[0]));
  const ItemFormat* format = array_format(arguments[0].as<Str>()->at(0));
  if (!format)
    return raise(vm, exceptions::ValueError,
                 "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  auto* array = new_array(type, format, 0);
  Ref result = Ref::take(array);
  return arguments.size() < 2 || fill(vm, array, arguments[1]) ? result : Ref();
}

Ref repr_array(Vm& vm, Value self) {
  auto* array = self.as<Array>();
  const std::string start = to_utf8(type_of(self)->name) + "('" + array->format->code + "'";
  if (array->size == 0) return make_str(start + ")");
  Ref items = call_method(vm, self, intern(array->format->code == 'u' ? "tounicode" : "tolist"));
  Ref text = items ? repr(vm, items) : Ref();
  return text ? make_str(start + ", " + to_utf8(text) + ")") : Ref();
}

bool export_array(Vm&, Value self, Buffer* out) {
  auto* array = self.as<Array>();
  static char nothing;  // an address for what is empty
  *out = {.data = array->data ? array->data : &nothing,
          .size = array->size * array->format->size,
          .read_only = false,
          .contiguous = true,
          .format = array->format->code == 'u' ? 'w' : array->format->code,
          .item_size = array->format->size,
          .exports = &array->exports};
  return true;
}

// --- iterating
// -------------------------------------------------------------------------------------------------------

struct ArrayIterator : Object {
  Value array;  // owned; null: exhausted
  int64_t position;
};

Ref iterate_array(Vm&, Value self) {
  auto* iterator = allocate_object<ArrayIterator>(&array_iterator_type);
  incref(iterator->array = self);
  iterator->position = 0;
  return Ref::take(iterator);
}

Ref next_of_array(Vm& vm, Value self) {
  auto* iterator = self.as<ArrayIterator>();
  if (iterator->array.is_null()) return {};
  vm.charge(8);
  if (iterator->position < iterator->array.as<Array>()->size)
    return read_array_item(iterator->array.as<Array>(), iterator->position++);
  decref(std::exchange(iterator->array, kNull));
  return {};
}

void destroy_array_iterator(Object* object) {
  decref(std::exchange(static_cast<ArrayIterator*>(object)->array, kNull));
  free_object(object, sizeof(ArrayIterator));
}

// --- attributes and the module
// ---------------------------------------------------------------------------------------

Ref get_type_code(Vm&, Value self) {
  return make_str(static_cast<char32_t>(self.as<Array>()->format->code));
}
Ref get_item_size(Vm&, Value self) {
  return make_int(int64_t{self.as<Array>()->format->size});
}
constexpr GetterDescription kGetters[] = {{"typecode", get_type_code}, {"itemsize", get_item_size}};

// What pickles of protocol 3 and above name: (class, type code, machine format, octets).
Ref reconstruct(Vm& vm, const Arguments& arguments) {
  Ref array = call(vm, arguments[0], {arguments[1]});
  return array && array_add_octets(vm, array.as<Array>(), std::string(bytes_view(arguments[3]))) ? array
                                                                                                 : Ref();
}
constexpr NativeDescription kFunctions[] = {
    {"_array_reconstructor", reconstruct, {4, 4}, "Internal. Used for pickling support."}};

// collections.abc.MutableSequence.register(array)
bool register_sequence(Vm& vm) {
  Ref module =
      call(vm, dict_get_str(vm.builtins, intern("__import__")), {Value::of(intern("_collections_abc"))});
  Ref sequence = module ? get_attribute(vm, module, intern("MutableSequence")) : Ref();
  return sequence && call_method(vm, sequence, intern("register"), {Value::of(&array_type)});
}

bool populate(Vm& vm, Module* module) {
  Operations operations{.destroy = destroy_array,
                        .repr = repr_array,
                        .create = create,
                        .iterate = iterate_array,
                        .buffer = export_array};
  add_array_operations(&operations);
  define_type(array_type, {.name = "array.array",
                           .base = nullptr,
                           .basic_size = sizeof(Array),
                           .flags = kSubclassable | kUnhashable,
                           .operations = operations,
                           .methods = array_methods(),
                           .getters = kGetters,
                           .doc = "array(typecode [, initializer]) -> array"});
  define_type(
      array_iterator_type,
      {.name = "array.arrayiterator",
       .base = nullptr,
       .basic_size = sizeof(ArrayIterator),
       .flags = kImmutable,
       .operations = {.destroy = destroy_array_iterator, .iterate = iterate_self, .next = next_of_array}});
  if (!register_sequence(vm)) return false;
  dict_set_str(module->dictionary, intern("array"), Value::of(&array_type));
  dict_set_str(module->dictionary, intern("ArrayType"), Value::of(&array_type));
  dict_set_str(module->dictionary, intern("typecodes"), make_str(kTypeCodes));
  return true;
}

}  // namespace

const ItemFormat* array_format(char32_t code) {
  if (code == 'u') return &kCharacter;
  return code < 128 && code && std::strchr(kTypeCodes, static_cast<int>(code))
             ? native_item_format(static_cast<char>(code))
             : nullptr;
}

Array* new_array(Type* type, const ItemFormat* format, int64_t size) {
  auto* array = allocate_object<Array>(type);
  array->format = format;
  array->size = array->capacity = size;
  array->exports = 0;
  array->data = size ? static_cast<char*>(heap.allocate(static_cast<size_t>(size * format->size))) : nullptr;
  return array;
}

Ref read_array_item(Array* array, int64_t index) {
  if (array->format->code != 'u') return read_item(*array->format, array->at(index));
  char32_t character;
  std::memcpy(&character, array->at(index), sizeof character);
  return make_str(character);
}

bool write_array_item(Vm& vm, const Array* array, Value value, char* place) {
  if (array->format->code == 'u') {
    if (!is_str(value) || value.as<Str>()->length != 1)
      return fail(vm, exceptions::TypeError, "array item must be unicode character");
    const char32_t character = value.as<Str>()->at(0);
    return std::memcpy(place, &character, sizeof character), true;
  }
  double number;
  switch (write_item(vm, *array->format, value, place)) {
    case Packing::Done: return true;
    case Packing::Failed: return false;
    case Packing::WrongType:
      if (array->format->kind == ItemFormat::Kind::Floating)
        return as_double(vm, value, &number);  // says what it wants
      return fail(vm, exceptions::TypeError, "'{}' object cannot be interpreted as an integer",
                  type_name(value));
    case Packing::TooBig:
    case Packing::OutOfRange: break;
  }
  return refuse_number(vm, *array->format, value);
}

bool array_resize(Vm& vm, Array* array, int64_t size) {
  if (array->exports && size != array->size)
    return fail(vm, exceptions::BufferError, "cannot resize an array that is exporting buffers");
  if (size > array->capacity) {
    const int64_t capacity = size + size / 16 + (array->size < 8 ? 3 : 7);
    if (heap.refuses(static_cast<size_t>(capacity * array->format->size)))
      return fail(vm, exceptions::MemoryError);
    const auto old_bytes = static_cast<size_t>(array->capacity * array->format->size),
               bytes = static_cast<size_t>(capacity * array->format->size);
    array->data = static_cast<char*>(array->data ? heap.reallocate(array->data, old_bytes, bytes)
                                                 : heap.allocate(bytes));
    array->capacity = capacity;
  }
  array->size = size;
  return true;
}

bool array_append(Vm& vm, Array* array, Value value) {
  return array_insert(vm, array, array->size, value);
}

bool array_insert(Vm& vm, Array* array, int64_t position, Value value) {
  char item[8];
  return write_array_item(vm, array, value, item) && array_splice(vm, array, position, position, item, 1);
}

bool array_splice(Vm& vm, Array* array, int64_t start, int64_t stop, const char* items, int64_t count) {
  const int64_t tail = array->size - stop, change = count - (stop - start);
  const auto size = static_cast<size_t>(array->format->size);
  if (change > 0 && !array_resize(vm, array, array->size + change)) return false;
  if (change < 0 && array->exports) return array_resize(vm, array, array->size + change);
  if (tail && change)
    std::memmove(array->at(start + count), array->at(stop), static_cast<size_t>(tail) * size);
  if (count) std::memcpy(array->at(start), items, static_cast<size_t>(count) * size);
  vm.charge(5 + (change ? tail : 0) / 4 + count / 4);
  return change >= 0 || array_resize(vm, array, array->size + change);
}

bool array_extend(Vm& vm, Array* array, Value iterable) {
  if (!is_array(iterable))
    return for_each(vm, iterable, [&](Value item) { return array_append(vm, array, item); });
  auto* other = iterable.as<Array>();
  if (other->format != array->format)
    return fail(vm, exceptions::TypeError, "can only extend with array of same kind");
  const std::string items(other->data ? other->data : "",
                          static_cast<size_t>(other->size * other->format->size));
  return array_splice(vm, array, array->size, array->size, items.data(), other->size);
}

bool array_add_octets(Vm& vm, Array* array, std::string_view octets) {
  if (std::ssize(octets) % array->format->size)
    return fail(vm, exceptions::ValueError, "bytes length not a multiple of item size");
  return array_splice(vm, array, array->size, array->size, octets.data(),
                      std::ssize(octets) / array->format->size);
}

bool array_add_text(Array* array, Vm& vm, Value text) {
  const auto* str = text.as<Str>();
  std::u32string characters;
  for (int64_t i = 0; i < str->length; ++i) characters += str->at(i);
  return array_splice(vm, array, array->size, array->size, reinterpret_cast<const char*>(characters.data()),
                      str->length);
}

const ModuleDefinition& array_module() {
  static const ModuleDefinition module{"array", kFunctions, populate, "Rows of numbers of one type of C."};
  return module;
}

}  // namespace gilsim::python

// Making bytes and bytearrays, and reading what can be read as bytes.
#include "interpreter/objects/bytes.h"

#include <fmt/format.h>

#include <cstring>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/for_each.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/memory_view.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

std::string_view bytes_view(Value value) {
  if (is_bytes(value)) return {value.as<Bytes>()->data, static_cast<size_t>(value.as<Bytes>()->size)};
  return {value.as<ByteArray>()->data, static_cast<size_t>(value.as<ByteArray>()->size)};
}

Bytes* new_bytes(int64_t size) {
  auto* bytes = allocate_object<Bytes>(&bytes_type, static_cast<size_t>(size));
  bytes->hash = 0;
  bytes->size = size;
  return bytes;
}

Ref make_bytes(std::string_view octets) {
  Bytes* bytes = new_bytes(static_cast<int64_t>(octets.size()));
  if (!octets.empty()) std::memcpy(bytes->data, octets.data(), octets.size());
  return Ref::take(bytes);
}

Ref make_bytearray(std::string_view octets) {
  auto* array = allocate_object<ByteArray>(&bytearray_type);
  array->size = array->capacity = static_cast<int64_t>(octets.size());
  array->exports = 0;
  array->data = octets.empty() ? nullptr : static_cast<char*>(heap.allocate(octets.size()));
  if (!octets.empty()) std::memcpy(array->data, octets.data(), octets.size());
  return Ref::take(array);
}

bool check_resizable(Vm& vm, const ByteArray* array) {
  return !array->exports || fail(vm, exceptions::BufferError, "Existing exports of data: object cannot be re-sized");
}

bool bytearray_resize(Vm& vm, ByteArray* array, int64_t size) {
  if (size != array->size && !check_resizable(vm, array)) return false;
  if (size > array->capacity) {
    int64_t capacity = size + size / 8 + 8;
    if (heap.refuses(static_cast<size_t>(capacity))) return (void)raise(vm, exceptions::MemoryError), false;
    auto* data = static_cast<char*>(heap.allocate(static_cast<size_t>(capacity)));
    if (array->size) std::memcpy(data, array->data, static_cast<size_t>(array->size));
    if (array->data) heap.free(array->data, static_cast<size_t>(array->capacity));
    array->data = data;
    array->capacity = capacity;
  }
  array->size = size;
  return true;
}

namespace {

bool append_octet(Vm& vm, Value item, std::string& out) {
  int64_t number;
  if (!as_int64_clamped(vm, item, &number)) return false;
  if (number < 0 || number > 255)
    return (void)raise(vm, exceptions::ValueError, "bytes must be in range(0, 256)"), false;
  out += static_cast<char>(number);
  return true;
}

}  // namespace

Ref bytes_of(Vm& vm, Value value, std::string_view made) {
  if (value.is_object() && value.object()->type == &bytes_type) return value;
  if (is_bytes_like(value)) return make_bytes(bytes_view(value));
  bool failed = false;
  Ref method = get_attribute_or_null(vm, value, names.bytes, &failed);
  if (failed) return {};
  if (method) {
    Ref result = call(vm, method);
    if (!result || is_bytes(result)) return result;
    return raise(vm, exceptions::TypeError, "__bytes__ returned non-bytes (type {})", type_name(result));
  }
  if (is_memory_view(value) && check_not_released(vm, value.as<MemoryView>()))
    return make_bytes(gather_octets(value.as<MemoryView>()));
  HeldBuffer held;
  if (has_buffer(value)) return held.hold(vm, value) ? make_bytes(held.octets()) : Ref();
  const Operations& operations = type_of(value)->operations;
  if (is_str(value) || (!operations.iterate && !operations.get_item))
    return raise(vm, exceptions::TypeError, "cannot convert '{}' object to {}", type_name(value), made);
  std::string octets;
  if (!for_each(vm, value, [&](Value item) { return append_octet(vm, item, octets); })) return {};
  vm.charge(4 * static_cast<int64_t>(octets.size()));
  return make_bytes(octets);
}

std::string bytes_repr(std::string_view octets) {
  bool single = octets.find('\'') != std::string_view::npos,
       twofold = octets.find('"') != std::string_view::npos;
  char quote = single && !twofold ? '"' : '\'';
  std::string text = {'b', quote};
  for (char c : octets) {
    auto octet = static_cast<unsigned char>(c);
    if (c == quote || c == '\\') text += {'\\', c};
    else if (c == '\t') text += "\\t";
    else if (c == '\n') text += "\\n";
    else if (c == '\r') text += "\\r";
    else if (octet < 0x20 || octet >= 0x7F) text += fmt::format("\\x{:02x}", octet);
    else text += c;
  }
  return text + quote;
}

}  // namespace gilsim::python

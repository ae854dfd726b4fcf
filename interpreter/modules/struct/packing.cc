// struct: values into octets and back, with CPython's words for what does not fit.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "interpreter/modules/struct/struct.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

constexpr int64_t kItemCost = 20;

bool refuse(Vm& vm, std::string_view message) {
  return fail(vm, struct_error_type, message);
}

// C's own names for small numbers, which stand in the messages of the native formats.
const char* short_name(char code) {
  switch (code) {
    case 'b': return "byte";
    case 'B': return "ubyte";
    case 'h': return "short";
    case 'H': return "ushort";
    default: return nullptr;
  }
}

// The words for an integer that has no room. Native b, B, h and H are read as a C long first, the other
// formats as 64 bits with or without a sign.
bool refuse_integer(Vm& vm, const LayoutField& field, Value value, Packing problem) {
  const bool is_long = field.item->size == 8 && !field.native_words;
  const char* name = field.native_words || field.item->size == 1 ? short_name(field.code) : nullptr;
  Ref number = index(vm, value);
  if (!number) return false;
  const bool was_read = name ? int64_of(number).has_value() : problem == Packing::OutOfRange;
  if (field.item->kind == ItemFormat::Kind::Pointer || (!was_read && is_long))
    return refuse(vm, "int too large to convert");
  if (!was_read) return refuse(vm, "argument out of range");
  const std::string what = name ? name : fmt::format("'{}'", field.code);
  return refuse(vm, fmt::format("{} format requires {} <= number <= {}", what, least_of(*field.item),
                                greatest_of(*field.item)));
}

bool refuse_value(Vm& vm, const LayoutField& field, Value value, Packing problem) {
  switch (field.item->kind) {
    case ItemFormat::Kind::Floating:
      if (problem == Packing::WrongType) return refuse(vm, "required argument is not a float");
      return fail(vm, exceptions::OverflowError, "float too large to pack with {} format", field.code);
    case ItemFormat::Kind::Character: return refuse(vm, "char format requires a bytes object of length 1");
    default: break;
  }
  if (problem == Packing::WrongType) return refuse(vm, "required argument is not an integer");
  return refuse_integer(vm, field, value, problem);
}

bool pack_item(Vm& vm, const LayoutField& field, Value value, char* data) {
  const Packing packing = write_item(vm, *field.item, value, data, field.big_endian);
  if (packing == Packing::Failed) return false;
  if (packing != Packing::Done) return refuse_value(vm, field, value, packing);
  double number;
  // C converts what is too large for a float to infinity; the standard formats refuse it.
  const bool checked =
      field.code == 'f' && !field.native_words && is_float(value) && as_double(vm, value, &number);
  if (!checked || std::isinf(number) || !std::isinf(static_cast<float>(number))) return true;
  return refuse_value(vm, field, value, Packing::OutOfRange);
}

bool pack_octets(Vm& vm, const LayoutField& field, Value value, char* data) {
  if (!is_bytes_like(value))
    return refuse(vm, fmt::format("argument for '{}' must be a bytes object", field.code));
  std::string_view octets = bytes_view(value);
  int64_t room = field.count;
  if (field.code == 'p' && room > 0) {
    --room;
    *data++ = static_cast<char>(std::min<int64_t>({room, std::ssize(octets), 255}));
  }
  if (const auto size = std::min<int64_t>(room, std::ssize(octets)); size > 0)
    std::memcpy(data, octets.data(), static_cast<size_t>(size));
  return true;
}

Ref unpack_octets(const LayoutField& field, const char* data) {
  if (field.code == 's' || field.count == 0) return make_bytes({data, static_cast<size_t>(field.count)});
  const auto size = std::min<int64_t>(static_cast<uint8_t>(*data), field.count - 1);
  return make_bytes({data + 1, static_cast<size_t>(size)});
}

}  // namespace

bool pack_values(Vm& vm, const Layout& layout, const Value* values, char* data) {
  std::memset(data, 0, static_cast<size_t>(layout.size));
  vm.charge(kItemCost * layout.item_count + layout.size / 8);
  for (const LayoutField& field : layout.fields) {
    char* at = data + field.offset;
    if (!field.item) {
      if (!pack_octets(vm, field, *values++, at)) return false;
      continue;
    }
    for (int64_t i = 0; i < field.count; ++i, at += field.item->size)
      if (!pack_item(vm, field, *values++, at)) return false;
  }
  return true;
}

Ref unpack_values(Vm& vm, const Layout& layout, const char* data) {
  Tuple* tuple = new_tuple(layout.item_count);
  Ref result = Ref::take(tuple);
  vm.charge(kItemCost * layout.item_count + layout.size / 8);
  int64_t next = 0;
  for (const LayoutField& field : layout.fields) {
    const char* at = data + field.offset;
    if (!field.item) {
      tuple->items[next++] = unpack_octets(field, at).release();
      continue;
    }
    for (int64_t i = 0; i < field.count; ++i, at += field.item->size)
      tuple->items[next++] = read_item(*field.item, at, field.big_endian).release();
  }
  return result;
}

}  // namespace gilsim::python

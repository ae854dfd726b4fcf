#include "interpreter/objects/packed_item.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

namespace {

using enum ItemFormat::Kind;

constexpr ItemFormat kNative[] = {
    {'b', Signed, 1},   {'B', Unsigned, 1},  {'h', Signed, 2},   {'H', Unsigned, 2}, {'i', Signed, 4},
    {'I', Unsigned, 4}, {'l', Signed, 8},    {'L', Unsigned, 8}, {'q', Signed, 8},   {'Q', Unsigned, 8},
    {'n', Signed, 8},   {'N', Unsigned, 8},  {'e', Floating, 2}, {'f', Floating, 4}, {'d', Floating, 8},
    {'?', Bool, 1},     {'c', Character, 1}, {'P', Pointer, 8},
};
constexpr ItemFormat kStandard[] = {
    {'b', Signed, 1},   {'B', Unsigned, 1}, {'h', Signed, 2},   {'H', Unsigned, 2}, {'i', Signed, 4},
    {'I', Unsigned, 4}, {'l', Signed, 4},   {'L', Unsigned, 4}, {'q', Signed, 8},   {'Q', Unsigned, 8},
    {'e', Floating, 2}, {'f', Floating, 4}, {'d', Floating, 8}, {'?', Bool, 1},     {'c', Character, 1},
};

template <size_t count>
const ItemFormat* find(const ItemFormat (&formats)[count], char code) {
  auto* found = std::find_if(std::begin(formats), std::end(formats),
                             [=](const ItemFormat& format) { return format.code == code; });
  return found == std::end(formats) ? nullptr : found;
}

uint64_t load(const char* data, int size, bool big_endian) {
  uint64_t bits = 0;
  for (int i = 0; i < size; ++i)
    bits |= uint64_t{static_cast<uint8_t>(data[big_endian ? size - 1 - i : i])} << (8 * i);
  return bits;
}

void store(uint64_t bits, char* data, int size, bool big_endian) {
  for (int i = 0; i < size; ++i) data[big_endian ? size - 1 - i : i] = static_cast<char>(bits >> (8 * i));
}

// IEEE 754 binary16: 1 sign, 5 exponent and 10 fraction bits.
double half_to_double(uint16_t bits) {
  const int exponent = bits >> 10 & 31, fraction = bits & 1023;
  double number;
  if (exponent == 31)
    number = fraction ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
  else
    number = exponent ? std::ldexp(1024 + fraction, exponent - 25) : std::ldexp(fraction, -24);
  return bits >> 15 ? -number : number;
}

// Rounded half to even. False: too large.
bool double_to_half(double number, uint16_t* bits) {
  const auto sign = static_cast<uint16_t>(std::signbit(number) ? 0x8000 : 0);
  const double size = std::fabs(number);
  if (std::isnan(number) || std::isinf(number))
    return *bits = sign | (std::isnan(number) ? 0x7e00 : 0x7c00), true;
  int exponent = 0;
  std::frexp(size, &exponent);
  const int unit = std::max(exponent - 11, -24);  // the power of two that the last fraction bit stands for
  const double units = std::nearbyint(std::ldexp(size, -unit));
  if (std::ldexp(units, unit) >= 65536) return false;
  // A fraction that was rounded up to 2048 carries into the exponent by itself.
  const auto biased = units < 1024 ? 0 : unit + 24;
  *bits = static_cast<uint16_t>(sign | (static_cast<uint16_t>(units) + (biased << 10)));
  return true;
}

Packing write_float(Vm& vm, const ItemFormat& format, Value value, char* data, bool big_endian) {
  double number;
  if (!as_double(vm, value, &number)) return clear_pending(vm), Packing::WrongType;
  if (format.size == 8) return store(std::bit_cast<uint64_t>(number), data, 8, big_endian), Packing::Done;
  if (format.size == 4)
    return store(std::bit_cast<uint32_t>(static_cast<float>(number)), data, 4, big_endian), Packing::Done;
  uint16_t half;
  if (!double_to_half(number, &half)) return Packing::OutOfRange;
  return store(half, data, 2, big_endian), Packing::Done;
}

// The integer behind a value as 64 bits of two's complement; `*negative` tells how to read them.
Packing read_integer(Vm& vm, Value value, uint64_t* bits, bool* negative) {
  if (!is_int(value) && !type_of(value)->operations.index) return Packing::WrongType;
  Ref number = index(vm, value);
  if (!number) return Packing::Failed;
  *negative = int_sign(number) < 0;
  if (auto small = int64_of(number)) return *bits = static_cast<uint64_t>(*small), Packing::Done;
  if (*negative || int_bit_length(number) > 64) return Packing::TooBig;
  Ref low = int_subtract(vm, number, make_int(uint64_t{1} << 63));
  return *bits = static_cast<uint64_t>(*int64_of(low)) + (uint64_t{1} << 63), Packing::Done;
}

Packing write_integer(Vm& vm, const ItemFormat& format, Value value, char* data, bool big_endian) {
  uint64_t bits = 0;
  bool negative = false;
  const Packing read = read_integer(vm, value, &bits, &negative);
  if (read != Packing::Done) return read;
  if (format.kind == Unsigned && negative) return Packing::TooBig;
  if (format.kind == Signed && !negative && bits >> 63) return Packing::TooBig;
  const bool below = negative && static_cast<int64_t>(bits) < least_of(format);
  if (format.kind != Pointer && (below || (!negative && bits > greatest_of(format))))
    return Packing::OutOfRange;
  return store(bits, data, format.size, big_endian), Packing::Done;
}

}  // namespace

const ItemFormat* native_item_format(char code) {
  return find(kNative, code);
}
const ItemFormat* standard_item_format(char code) {
  return find(kStandard, code);
}

int64_t least_of(const ItemFormat& format) {
  return format.kind == Signed ? std::numeric_limits<int64_t>::min() >> (64 - 8 * format.size) : 0;
}
uint64_t greatest_of(const ItemFormat& format) {
  return std::numeric_limits<uint64_t>::max() >> (64 - 8 * format.size + (format.kind == Signed));
}

Ref read_item(const ItemFormat& format, const char* data, bool big_endian) {
  const uint64_t bits = load(data, format.size, big_endian);
  switch (format.kind) {
    case Signed:
      return make_int(static_cast<int64_t>(bits << (64 - 8 * format.size)) >> (64 - 8 * format.size));
    case Unsigned:
    case Pointer: return make_int(bits);
    case Bool: return Value::of(bits != 0);
    case Character: return make_bytes({data, 1});
    case Floating: break;
  }
  if (format.size == 8) return make_float(std::bit_cast<double>(bits));
  if (format.size == 4) return make_float(std::bit_cast<float>(static_cast<uint32_t>(bits)));
  return make_float(half_to_double(static_cast<uint16_t>(bits)));
}

Packing write_item(Vm& vm, const ItemFormat& format, Value value, char* data, bool big_endian) {
  switch (format.kind) {
    case Signed:
    case Unsigned:
    case Pointer: return write_integer(vm, format, value, data, big_endian);
    case Floating: return write_float(vm, format, value, data, big_endian);
    case Bool: {
      const int truth_value = truth(vm, value);
      if (truth_value < 0) return Packing::Failed;
      return *data = static_cast<char>(truth_value), Packing::Done;
    }
    case Character: break;
  }
  if (!is_bytes(value)) return Packing::WrongType;
  if (bytes_view(value).size() != 1) return Packing::OutOfRange;
  return *data = bytes_view(value)[0], Packing::Done;
}

}  // namespace gilsim::python

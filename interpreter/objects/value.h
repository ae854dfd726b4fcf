// A Python value in one 8-byte word: a 63-bit integer, one of five constants, or a pointer to an Object.
//
//   ...xxx1  integer, the value shifted left by one (arithmetic: bits >> 1)
//   ...x000  pointer to an Object (8-aligned, never 0)
//   ...x010  None, False, True, NotImplemented, Ellipsis
//   0        null: no value (an unbound local, the NULL below a call, "an exception is pending")
//
// A Value owns nothing: it is a borrowed look at a reference that somebody else holds. `Ref` (ref.h) owns.
// Integers that do not fit 63 bits are BigInteger objects (integer.h); both have type `int`.
#pragma once

#include <cassert>
#include <cstdint>

namespace gilsim::python {

struct Object;

class Value {
 public:
  constexpr Value() = default;
  static constexpr Value from_bits(uint64_t bits) { Value value; value.bits_ = bits; return value; }
  static Value of(const Object* object) { return from_bits(reinterpret_cast<uint64_t>(object)); }
  static constexpr Value of(bool truth) { return from_bits(truth ? 18 : 10); }
  // REQUIRES: fits(number).
  static constexpr Value small(int64_t number) { return from_bits((static_cast<uint64_t>(number) << 1) | 1); }
  static constexpr bool fits(int64_t number) { return number >= -(int64_t{1} << 62) && number < (int64_t{1} << 62); }

  constexpr uint64_t bits() const { return bits_; }
  constexpr bool is_null() const { return bits_ == 0; }
  constexpr bool is_small() const { return bits_ & 1; }
  constexpr bool is_object() const { return (bits_ & 7) == 0 && bits_ != 0; }
  constexpr bool is_constant() const { return (bits_ & 7) == 2; }
  constexpr bool is_none() const { return bits_ == 2; }
  constexpr bool is_bool() const { return bits_ == 10 || bits_ == 18; }
  constexpr bool is_true() const { return bits_ == 18; }    // exactly True
  constexpr bool is_false() const { return bits_ == 10; }   // exactly False

  constexpr int64_t small() const { return static_cast<int64_t>(bits_) >> 1; }  // REQUIRES: is_small()
  Object* object() const { return reinterpret_cast<Object*>(bits_); }           // REQUIRES: is_object()
  template <class T> T* as() const { return reinterpret_cast<T*>(bits_); }      // REQUIRES: the object is a T

  constexpr bool operator==(const Value&) const = default;  // identity, as Python's `is`

 private:
  uint64_t bits_ = 0;
};

inline constexpr Value kNull;
inline constexpr Value kNone = Value::from_bits(2);
inline constexpr Value kFalse = Value::from_bits(10);
inline constexpr Value kTrue = Value::from_bits(18);
inline constexpr Value kNotImplemented = Value::from_bits(26);
inline constexpr Value kEllipsis = Value::from_bits(34);

}  // namespace gilsim::python

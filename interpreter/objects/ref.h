// An owned reference to a Python value. Null means, as a result, "a Python exception is pending in the current thread"
// (or "the iterator is exhausted" for next()); functions say which.
#pragma once

#include <utility>

#include "interpreter/objects/object.h"

namespace gilsim::python {

class Ref {
 public:
  Ref() = default;
  // Shares: adds a reference of its own.
  Ref(Value value) : value_(value) { incref(value); }
  Ref(const Object* object) : Ref(Value::of(object)) {}
  // Takes over a reference that the caller owned.
  static Ref take(Value value) { Ref ref; ref.value_ = value; return ref; }
  static Ref take(const Object* object) { return take(Value::of(object)); }

  Ref(const Ref& other) : Ref(other.value_) {}
  Ref(Ref&& other) noexcept : value_(other.release()) {}
  Ref& operator=(Ref other) noexcept { std::swap(value_, other.value_); return *this; }
  ~Ref() { decref(value_); }

  explicit operator bool() const { return !value_.is_null(); }
  operator Value() const { return value_; }
  Value get() const { return value_; }
  Value release() {  // the caller owns the reference now
    const Value value = value_;
    value_ = Value();  // std::exchange would load kNull from memory, and g++ not know what it loads
    return value;
  }
  template <class T> T* as() const { return value_.as<T>(); }

 private:
  Value value_;
};

}  // namespace gilsim::python

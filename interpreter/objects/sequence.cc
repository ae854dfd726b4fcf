#include "interpreter/objects/sequence.h"

#include <algorithm>

#include "interpreter/objects/generic_alias.h"

namespace gilsim::python {

namespace {

// An argument of index(): any integer, clamped; negative ones count from the end.
bool read_bound(Vm& vm, Value value, int64_t length, int64_t* bound) {
  if (!is_index(value))
    return fail(vm, exceptions::TypeError, "slice indices must be integers or have an __index__ method");
  if (!as_int64_clamped(vm, value, bound)) return false;
  if (*bound < 0) *bound = std::max<int64_t>(*bound + length, 0);
  return true;
}

}  // namespace

bool read_search_range(Vm& vm, const Arguments& arguments, int64_t length, int64_t* start, int64_t* stop) {
  *start = 0;
  *stop = std::numeric_limits<int64_t>::max();
  if (arguments.size() > 2 && !read_bound(vm, arguments[2], length, start)) return false;
  return arguments.size() <= 3 || read_bound(vm, arguments[3], length, stop);
}

int64_t read_item_index(Vm& vm, Value key, int64_t size, const char* type_name, const char* range_message) {
  int64_t position;
  if (key.is_small()) {
    position = key.small();
  } else if (!is_index(key)) {
    fail(vm, exceptions::TypeError, "{} indices must be integers or slices, not {}", type_name, python::type_name(key));
    return -1;
  } else if (!as_index(vm, key, &position)) {
    return -1;
  }
  if (position < 0) position += size;
  if (position >= 0 && position < size) return position;
  fail(vm, exceptions::IndexError, std::string_view(range_message));
  return -1;
}

namespace {

bool may_answer(Value other, Binary op, BinaryFunction own) {
  Type* type = type_of(other);
  BinaryFunction theirs = type->operations.binary[static_cast<int>(op)];
  return has_flag(type, kHeapType) && theirs && theirs != own;
}

}  // namespace

Ref refuse_concatenation(Vm& vm, Value other, const char* type_name, BinaryFunction own) {
  if (may_answer(other, Binary::Add, own)) return kNotImplemented;
  return raise(vm, exceptions::TypeError, "can only concatenate {0} (not \"{1}\") to {0}", type_name,
               python::type_name(other));
}

Ref refuse_repetition(Vm& vm, Value other, BinaryFunction own) {
  if (may_answer(other, Binary::Multiply, own)) return kNotImplemented;
  return raise(vm, exceptions::TypeError, "can't multiply sequence by non-int of type '{}'", type_name(other));
}

bool read_repetitions(Vm& vm, Value count, int64_t size, int64_t item_bytes, int64_t* times) {
  if (count.is_small()) {
    *times = count.small();
  } else {
    Ref number = index(vm, count);
    if (!number) return false;
    auto exact = int64_of(number);
    if (!exact)
      return fail(vm, exceptions::OverflowError, "cannot fit '{}' into an index-sized integer", type_name(count));
    *times = *exact;
  }
  if (*times <= 0 || size == 0) {
    *times = 0;
    return true;
  }
  int64_t bytes;
  if (!__builtin_mul_overflow(size * item_bytes, *times, &bytes) && !heap.refuses(bytes)) return true;
  return fail(vm, exceptions::MemoryError);
}

Ref class_getitem(Vm& vm, const Arguments& arguments) { return make_generic_alias(vm, arguments[0], arguments[1]); }

}  // namespace gilsim::python

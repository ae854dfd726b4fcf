// array.array: subscripts, comparing, + and *.
#include <algorithm>
#include <cstring>

#include "interpreter/modules/array/array.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

// --- subscripts
// ------------------------------------------------------------------------------------------------------

// An index within the array; -1 with an exception pending.
int64_t read_position(Vm& vm, const Array* array, Value key, const char* range_message) {
  int64_t position;
  if (!is_index(key)) return fail(vm, exceptions::TypeError, "array indices must be integers"), -1;
  if (!as_index(vm, key, &position)) return -1;
  if (position < 0) position += array->size;
  if (position >= 0 && position < array->size) return position;
  return fail(vm, exceptions::IndexError, range_message), -1;
}

bool fit(Vm& vm, const Array* array, Value key, SlicePositions* positions) {
  if (!read_slice(vm, key.as<Slice>(), positions)) return false;
  return fit_slice(positions, array->size), true;
}

Ref get_array_item(Vm& vm, Value self, Value key) {
  auto* array = self.as<Array>();
  vm.charge(8);
  if (!is_slice(key)) {
    const int64_t position = read_position(vm, array, key, "array index out of range");
    return position < 0 ? Ref() : read_array_item(array, position);
  }
  SlicePositions positions;
  if (!fit(vm, array, key, &positions)) return {};
  auto* part = new_array(&array_type, array->format, positions.count);
  for (int64_t i = 0; i < positions.count; ++i)
    std::memcpy(part->at(i), array->at(positions.start + i * positions.step),
                static_cast<size_t>(array->format->size));
  vm.charge(positions.count / 4);
  return Ref::take(part);
}

bool delete_slice(Vm& vm, Array* array, const SlicePositions& positions) {
  if (positions.step == 1)
    return array_splice(vm, array, positions.start, positions.start + positions.count, nullptr, 0);
  int64_t start = positions.start, step = positions.step;
  if (step < 0) start += (positions.count - 1) * step, step = -step;
  for (int64_t i = positions.count; i-- > 0;)  // from the end, so that the others stay in place
    if (!array_splice(vm, array, start + i * step, start + i * step + 1, nullptr, 0)) return false;
  return true;
}

bool set_array_slice(Vm& vm, Array* array, Value key, Value value) {
  SlicePositions positions;
  if (!value.is_null() && !is_array(value))
    return fail(vm, exceptions::TypeError, "can only assign array (not \"{}\") to array slice",
                type_name(value));
  if (!value.is_null() && value.as<Array>()->format != array->format)
    return fail(vm, exceptions::TypeError, "bad argument type for built-in operation");
  if (!fit(vm, array, key, &positions)) return false;
  if (value.is_null()) return delete_slice(vm, array, positions);
  const std::string items = array_octets(value.as<Array>());
  const int64_t count = value.as<Array>()->size;
  if (positions.step == 1)
    return array_splice(vm, array, positions.start, positions.start + positions.count, items.data(), count);
  if (count != positions.count)
    return fail(vm, exceptions::ValueError, "attempt to assign array of size {} to extended slice of size {}",
                count, positions.count);
  const auto size = static_cast<size_t>(array->format->size);
  for (int64_t i = 0; i < count; ++i)
    std::memcpy(array->at(positions.start + i * positions.step), items.data() + static_cast<size_t>(i) * size,
                size);
  return true;
}

bool set_array_item(Vm& vm, Value self, Value key, Value value) {
  auto* array = self.as<Array>();
  vm.charge(8);
  if (is_slice(key)) return set_array_slice(vm, array, key, value);
  const int64_t position = read_position(vm, array, key, "array assignment index out of range");
  if (position < 0) return false;
  if (value.is_null()) return array_splice(vm, array, position, position + 1, nullptr, 0);
  char item[8];
  if (!write_array_item(vm, array, value, item)) return false;
  if (position < array->size)
    std::memcpy(array->at(position), item, static_cast<size_t>(array->format->size));
  return true;
}

int64_t length_of_array(Vm&, Value self) {
  return self.as<Array>()->size;
}

// --- finding and comparing
// -------------------------------------------------------------------------------------------

int array_contains(Vm& vm, Value self, Value item) {
  const int64_t found = array_find(vm, self.as<Array>(), item, 0, self.as<Array>()->size);
  return found == -2 ? -1 : found >= 0;
}

Ref compare_arrays(Vm& vm, Value self, Value other, CompareOperator op) {
  if (!is_array(self) || !is_array(other)) return kNotImplemented;
  auto *left = self.as<Array>(), *right = other.as<Array>();
  const bool for_equality = op == CompareOperator::Equal || op == CompareOperator::NotEqual;
  if (for_equality && left->size != right->size) return Value::of(op == CompareOperator::NotEqual);
  const int64_t common = std::min(left->size, right->size);
  for (int64_t i = 0; i < common && i < left->size && i < right->size; ++i) {
    vm.charge(15);
    Ref one = read_array_item(left, i), item = read_array_item(right, i);
    const int equal = compare_truth(vm, one, item, CompareOperator::Equal);
    if (equal < 0) return {};
    if (!equal)
      return for_equality ? Ref(Value::of(op == CompareOperator::NotEqual)) : compare(vm, one, item, op);
  }
  return compare(vm, make_int(left->size), make_int(right->size), op);
}

// --- arithmetic
// ------------------------------------------------------------------------------------------------------

Ref concatenate(Vm& vm, Value left, Value right) {
  if (!is_array(left)) return kNotImplemented;
  if (!is_array(right))
    return raise(vm, exceptions::TypeError, "can only append array (not \"{}\") to array", type_name(right));
  auto *one = left.as<Array>(), *other = right.as<Array>();
  if (one->format != other->format)
    return raise(vm, exceptions::TypeError, "bad argument type for built-in operation");
  auto* sum = new_array(&array_type, one->format, 0);
  Ref result = Ref::take(sum);
  return array_add_octets(vm, sum, array_octets(one) + array_octets(other)) ? result : Ref();
}

// The items so many times; false with an exception pending.
bool repeat_octets(Vm& vm, const Array* array, Value count, std::string* octets) {
  int64_t times;
  if (!read_repetitions(vm, count, array->size, array->format->size, &times)) return false;
  const std::string once = array_octets(array);
  for (int64_t i = 0; i < times && !once.empty(); ++i) *octets += once;
  return true;
}

Ref repeat(Vm& vm, Value left, Value right) {
  const Value array = is_array(left) ? left : right, count = is_array(left) ? right : left;
  if (!is_array(array)) return kNotImplemented;
  if (!is_int(count) && !type_of(count)->operations.index) return refuse_repetition(vm, count, repeat);
  auto* product = new_array(&array_type, array.as<Array>()->format, 0);
  Ref result = Ref::take(product);
  std::string octets;
  return repeat_octets(vm, array.as<Array>(), count, &octets) && array_add_octets(vm, product, octets)
             ? result
             : Ref();
}

Ref extend_in_place(Vm& vm, Value self, Value other) {
  if (!is_array(other))
    return raise(vm, exceptions::TypeError, "can only extend array with array (not \"{}\")",
                 type_name(other));
  return array_extend(vm, self.as<Array>(), other) ? Ref(self) : Ref();
}

Ref repeat_in_place(Vm& vm, Value self, Value count) {
  auto* array = self.as<Array>();
  if (!is_int(count) && !type_of(count)->operations.index) return refuse_repetition(vm, count, repeat);
  std::string octets;
  if (!repeat_octets(vm, array, count, &octets)) return {};
  return array_splice(vm, array, 0, array->size, octets.data(), std::ssize(octets) / array->format->size)
             ? Ref(self)
             : Ref();
}

}  // namespace

std::string array_octets(const Array* array) {
  return {array->data ? array->data : "", static_cast<size_t>(array->size * array->format->size)};
}

int64_t array_find(Vm& vm, Array* array, Value value, int64_t start, int64_t stop) {
  for (int64_t i = start; i < stop && i < array->size; ++i) {
    vm.charge(20);
    Ref item = read_array_item(array, i);
    const int equal = compare_truth(vm, item, value, CompareOperator::Equal);
    if (equal) return equal < 0 ? -2 : i;
  }
  return -1;
}

void add_array_operations(Operations* operations) {
  operations->compare = compare_arrays;
  operations->length = length_of_array;
  operations->get_item = get_array_item;
  operations->set_item = set_array_item;
  operations->contains = array_contains;
  operations->binary[static_cast<int>(Binary::Add)] = concatenate;
  operations->binary[static_cast<int>(Binary::Multiply)] = repeat;
  operations->in_place[static_cast<int>(Binary::Add)] = extend_in_place;
  operations->in_place[static_cast<int>(Binary::Multiply)] = repeat_in_place;
}

}  // namespace gilsim::python

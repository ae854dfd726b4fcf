#include "interpreter/objects/slice.h"

#include <limits>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type slice_type;

namespace {

constexpr int64_t kLeast = std::numeric_limits<int64_t>::min();
constexpr int64_t kMost = std::numeric_limits<int64_t>::max();

// A number of a slice, clamped: a slice may reach far beyond its sequence.
bool read_number(Vm& vm, Value value, int64_t* result) {
  if (value.is_small() || type_of(value)->operations.index) return as_int64_clamped(vm, value, result);
  return fail(vm, exceptions::TypeError, "slice indices must be integers or None or have an __index__ method");
}

bool read_step(Vm& vm, Value value, int64_t* step) {
  *step = 1;
  if (value.is_none()) return true;
  if (!read_number(vm, value, step)) return false;
  if (*step == 0) return fail(vm, exceptions::ValueError, "slice step cannot be zero");
  if (*step == kLeast) *step = -kMost;  // so that -step is a number, too
  return true;
}

}  // namespace

bool read_slice(Vm& vm, const Slice* slice, SlicePositions* positions) {
  if (!read_step(vm, slice->step, &positions->step)) return false;
  bool backward = positions->step < 0;
  positions->start = backward ? kMost : 0;
  positions->stop = backward ? kLeast : kMost;
  if (!slice->start.is_none() && !read_number(vm, slice->start, &positions->start)) return false;
  return slice->stop.is_none() || read_number(vm, slice->stop, &positions->stop);
}

namespace {

int64_t clip(int64_t position, int64_t length, bool backward) {
  if (position < 0) {
    position += length;
    return position < 0 ? (backward ? -1 : 0) : position;
  }
  return position >= length ? (backward ? length - 1 : length) : position;
}

}  // namespace

void fit_slice(SlicePositions* p, int64_t length) {
  bool backward = p->step < 0;
  p->start = clip(p->start, length, backward);
  p->stop = clip(p->stop, length, backward);
  p->count = 0;
  if (backward && p->stop < p->start) p->count = (p->start - p->stop - 1) / -p->step + 1;
  if (!backward && p->start < p->stop) p->count = (p->stop - p->start - 1) / p->step + 1;
}

Ref make_slice(Value start, Value stop, Value step) {
  auto* slice = allocate_object<Slice>(&slice_type);
  slice->start = start, slice->stop = stop, slice->step = step;
  incref(start), incref(stop), incref(step);
  return Ref::take(slice);
}

namespace {

Slice* self_of(Value self) { return self.as<Slice>(); }

void destroy_slice(Object* object) {
  auto* slice = static_cast<Slice*>(object);
  decref(slice->start), decref(slice->stop), decref(slice->step);
  free_object(slice, sizeof(Slice));
}

void traverse(Object* object, Visitor& visitor) {
  auto* slice = static_cast<Slice*>(object);
  visitor.visit(slice->start), visitor.visit(slice->stop), visitor.visit(slice->step);
}

Ref create(Vm& vm, Type*, const Arguments& arguments) {
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "slice() takes no keyword arguments");
  size_t count = arguments.size();
  if (count < 1) return raise(vm, exceptions::TypeError, "slice expected at least 1 argument, got 0");
  if (count > 3) return raise(vm, exceptions::TypeError, "slice expected at most 3 arguments, got {}", count);
  if (count == 1) return make_slice(kNone, arguments[0], kNone);
  return make_slice(arguments[0], arguments[1], arguments.optional(2, kNone));
}

Ref parts(Slice* slice) { return make_tuple({slice->start, slice->stop, slice->step}); }

Ref repr_slice(Vm& vm, Value self) {
  Ref tuple = repr(vm, parts(self_of(self)));
  if (!tuple) return {};
  return str_concatenate(vm, make_str("slice"), tuple);
}

Ref compare_slices(Vm& vm, Value left, Value right, CompareOperator op) {
  if (!is_slice(left) || !is_slice(right)) return kNotImplemented;
  return compare(vm, parts(self_of(left)), parts(self_of(right)), op);
}

// slice.indices: the same rules for integers of any size.
Ref read_any_number(Vm& vm, Value value) {
  if (!value.is_small() && !type_of(value)->operations.index)
    return raise(vm, exceptions::TypeError, "slice indices must be integers or None or have an __index__ method");
  return index(vm, value);
}

Ref read_clipped(Vm& vm, Value value, Value length, Value lowest, Value highest, Value otherwise) {
  if (value.is_none()) return otherwise;
  Ref number = read_any_number(vm, value);
  if (!number) return {};
  if (int_sign(number) < 0) {
    number = int_add(vm, number, length);
    return int_compare(number, lowest) < 0 ? Ref(lowest) : number;
  }
  return int_compare(number, highest) > 0 ? Ref(highest) : number;
}

Ref indices(Vm& vm, const Arguments& arguments) {
  Ref length = index(vm, arguments[1]);
  if (!length) return {};
  if (int_sign(length) < 0) return raise(vm, exceptions::ValueError, "length should not be negative");
  Slice* slice = self_of(arguments[0]);
  Ref step = slice->step.is_none() ? Ref(Value::small(1)) : read_any_number(vm, slice->step);
  if (!step) return {};
  if (int_sign(step) == 0) return raise(vm, exceptions::ValueError, "slice step cannot be zero");
  bool backward = int_sign(step) < 0;
  Ref lowest(Value::small(backward ? -1 : 0));
  Ref highest = backward ? int_subtract(vm, length, Value::small(1)) : length;
  Ref start = read_clipped(vm, slice->start, length, lowest, highest, backward ? highest : lowest);
  if (!start) return {};
  Ref stop = read_clipped(vm, slice->stop, length, lowest, highest, backward ? lowest : highest);
  if (!stop) return {};
  return make_tuple({start, stop, step});
}

Ref reduce(Vm&, const Arguments& arguments) {
  return make_tuple({Value::of(&slice_type), parts(self_of(arguments[0]))});
}

constexpr NativeDescription kMethods[] = {
    {"indices", indices, {1, 1}, "S.indices(len) -> (start, stop, stride)"},
    {"__reduce__", reduce, {0, 0}},
};

constexpr GetterDescription kGetters[] = {
    {"start", [](Vm&, Value self) { return Ref(self_of(self)->start); }},
    {"stop", [](Vm&, Value self) { return Ref(self_of(self)->stop); }},
    {"step", [](Vm&, Value self) { return Ref(self_of(self)->step); }},
};

}  // namespace

void define_slice_types() {
  Operations operations;
  operations.destroy = destroy_slice;
  operations.traverse = traverse;
  operations.repr = repr_slice;
  operations.compare = compare_slices;
  operations.create = create;
  define_type(slice_type, {.name = "slice",
                           .base = nullptr,
                           .basic_size = sizeof(Slice),
                           .flags = kTracked | kUnhashable,
                           .operations = operations,
                           .methods = kMethods,
                           .getters = kGetters});
}

}  // namespace gilsim::python

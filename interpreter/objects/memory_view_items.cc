// memoryview: subscripts, slices, comparing and cast().
#include <algorithm>
#include <cstring>
#include <numeric>
#include <string>
#include <vector>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/memory_view.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

constexpr int64_t kItemCost = 20;

Ref unsupported_format(Vm& vm, const MemoryView* view) {
  return raise(vm, exceptions::NotImplementedError, "memoryview: format {} not supported", view->format_text);
}

// Where the item of one index in the given dimension begins; null: IndexError pending.
char* step_into(Vm& vm, MemoryView* view, char* start, Value key, int dimension) {
  int64_t position;
  if (!as_index(vm, key, &position)) return nullptr;
  const int64_t length = view->shape()[dimension];
  if (position < 0) position += length;
  if (position >= 0 && position < length) return start + position * view->strides()[dimension];
  raise(vm, exceptions::IndexError, "index out of bounds on dimension {}", dimension + 1);
  return nullptr;
}

bool is_index_tuple(Value key) {
  if (!is_tuple(key)) return false;
  const auto* tuple = key.as<Tuple>();
  return std::all_of(tuple->items, tuple->items + tuple->size, [](Value item) { return is_index(item); });
}

char* find_by_tuple(Vm& vm, MemoryView* view, const Tuple* key) {
  if (key->size < view->dimensions) {
    raise(vm, exceptions::NotImplementedError, "sub-views are not implemented");
    return nullptr;
  }
  if (key->size > view->dimensions) {
    raise(vm, exceptions::TypeError, "cannot index {}-dimension view with {}-element tuple", view->dimensions,
          key->size);
    return nullptr;
  }
  char* item = view->start;
  for (int i = 0; i < view->dimensions && item; ++i) item = step_into(vm, view, item, key->items[i], i);
  return item;
}

// The place of the one item that a key of indices names; null with an exception pending.
char* find_item(Vm& vm, MemoryView* view, Value key, const char* sub_view_message) {
  if (is_tuple(key)) return find_by_tuple(vm, view, key.as<Tuple>());
  if (view->dimensions == 1) return step_into(vm, view, view->start, key, 0);
  if (view->dimensions == 0)
    raise(vm, exceptions::TypeError, "invalid indexing of 0-dim memory");
  else
    raise(vm, exceptions::NotImplementedError, sub_view_message);
  return nullptr;
}

// view[slice], a view of the first dimension's part.
Ref slice_view(Vm& vm, MemoryView* view, const Slice* slice) {
  SlicePositions positions;
  if (view->dimensions == 0) return raise(vm, exceptions::TypeError, "invalid indexing of 0-dim memory");
  if (!read_slice(vm, slice, &positions)) return {};
  fit_slice(&positions, view->shape()[0]);
  auto* part = new_view_like(view, view->dimensions);
  std::memcpy(part->sizes, view->sizes, sizeof(int64_t) * 2 * static_cast<size_t>(view->dimensions));
  part->start += positions.start * view->strides()[0];
  part->shape()[0] = positions.count;
  part->strides()[0] *= positions.step;
  return Ref::take(part);
}

bool assign_slice(Vm& vm, MemoryView* view, const Slice* slice, Value value) {
  if (!has_buffer(value))
    return fail(vm, exceptions::TypeError, "a bytes-like object is required, not '{}'", type_name(value));
  if (view->dimensions != 1)
    return fail(vm, exceptions::NotImplementedError,
                "memoryview slice assignments are currently restricted to ndim = 1");
  Ref source = make_memory_view(vm, value), target = slice_view(vm, view, slice);
  if (!source || !target) return false;
  auto *from = source.as<MemoryView>(), *to = target.as<MemoryView>();
  if (from->dimensions != 1 || from->shape()[0] != to->shape()[0] || from->format != to->format ||
      from->item_size != to->item_size)
    return fail(vm, exceptions::ValueError,
                "memoryview assignment: lvalue and rvalue have different structures");
  const std::string octets = gather_octets(from);  // the two may overlap
  const auto size = static_cast<size_t>(to->item_size);
  for (int64_t i = 0; i < to->shape()[0]; ++i)
    std::memcpy(to->start + i * to->strides()[0], octets.data() + static_cast<size_t>(i) * size, size);
  vm.charge(std::ssize(octets) / 8);
  return true;
}

bool assign_item(Vm& vm, const MemoryView* view, Value value, char* item) {
  if (!view->format) return static_cast<bool>(unsupported_format(vm, view));
  switch (write_item(vm, *view->format, value, item)) {
    case Packing::Done: return true;
    case Packing::Failed: return false;
    case Packing::WrongType:
      return fail(vm, exceptions::TypeError, "memoryview: invalid type for format '{}'", view->format->code);
    case Packing::TooBig:
    case Packing::OutOfRange: break;
  }
  return fail(vm, exceptions::ValueError, "memoryview: invalid value for format '{}'", view->format->code);
}

Ref list_of(MemoryView* view, const char* start, int dimension) {
  if (dimension == view->dimensions) return read_item(*view->format, start);
  List* list = new_list(view->shape()[dimension]);
  Ref result = Ref::take(list);
  for (int64_t i = 0; i < view->shape()[dimension]; ++i)
    list_append_owned(list, list_of(view, start + i * view->strides()[dimension], dimension + 1).release());
  return result;
}

bool same_shape(MemoryView* one, MemoryView* other) {
  return one->dimensions == other->dimensions &&
         std::equal(one->shape(), one->shape() + one->dimensions, other->shape());
}

// 1, 0, -1. Formats may differ as long as the items are equal.
int same_items(Vm& vm, MemoryView* one, MemoryView* other) {
  if (one->owner.is_null() || other->owner.is_null()) return one == other;
  if (!same_shape(one, other) || !one->format || !other->format) return 0;
  const std::string left = gather_octets(one), right = gather_octets(other);
  vm.charge(std::ssize(left) / 8);
  if (one->format->code == other->format->code && one->format->kind != ItemFormat::Kind::Floating)
    return left == right;
  for (int64_t i = 0, count = item_count(one); i < count; ++i) {
    Ref a = read_item(*one->format, left.data() + i * one->item_size),
        b = read_item(*other->format, right.data() + i * other->item_size);
    const int equal = compare_truth(vm, a, b, CompareOperator::Equal);
    if (equal != 1) return equal;
  }
  return 1;
}

// --- cast
// -----------------------------------------------------------------------------------------------------------

const ItemFormat* read_cast_format(Vm& vm, Value text, std::string* written) {
  if (!is_str(text)) {
    raise(vm, exceptions::TypeError, "cast() argument 'format' must be str, not {}", type_name(text));
    return nullptr;
  }
  *written = to_utf8(text);
  const size_t at = written->starts_with('@') ? 1 : 0;
  const ItemFormat* format = written->size() == at + 1 ? native_item_format((*written)[at]) : nullptr;
  if (format && format->code != 'e') return format;
  raise(vm, exceptions::ValueError,
        "memoryview: destination format must be a native single character format prefixed with an optional "
        "'@'");
  return nullptr;
}

bool read_cast_shape(Vm& vm, Value shape, std::vector<int64_t>* lengths) {
  if (!is_list(shape) && !is_tuple(shape))
    return fail(vm, exceptions::TypeError, "shape must be a list or a tuple");
  return for_each(vm, shape, [&](Value item) {
    if (!is_int(item))
      return fail(vm, exceptions::TypeError, "memoryview.cast(): elements of shape must be integers");
    auto length = int64_of(item);
    if (!length || *length <= 0)
      return fail(vm, exceptions::ValueError, "memoryview.cast(): elements of shape must be integers > 0");
    lengths->push_back(*length);
    return true;
  });
}

bool is_octet_format(const ItemFormat* format) {
  return format && (format->code == 'B' || format->code == 'b' || format->code == 'c');
}

bool check_cast(Vm& vm, MemoryView* view, const ItemFormat* format, Value shape, int64_t octets) {
  if (!is_c_contiguous(view))
    return fail(vm, exceptions::TypeError, "memoryview: casts are restricted to C-contiguous views");
  if (!shape.is_null() && (is_list(shape) || is_tuple(shape)) && view->dimensions != 1 &&
      length(vm, shape) != 1)
    return fail(vm, exceptions::TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
  if (!is_octet_format(view->format) && !is_octet_format(format))
    return fail(vm, exceptions::TypeError, "memoryview: cannot cast between two non-byte formats");
  return octets % format->size == 0 ||
         fail(vm, exceptions::TypeError, "memoryview: length is not a multiple of itemsize");
}

}  // namespace

Ref memory_view_get_item(Vm& vm, Value self, Value key) {
  auto* view = self.as<MemoryView>();
  vm.charge(kItemCost);
  if (!check_not_released(vm, view)) return {};
  if (is_slice(key)) return slice_view(vm, view, key.as<Slice>());
  if (view->dimensions == 0 && key == kEllipsis) return self;
  if (!is_index(key) && !is_index_tuple(key))
    return raise(vm, exceptions::TypeError, "memoryview: invalid slice key");
  if (!view->format) return unsupported_format(vm, view);
  const char* item = find_item(vm, view, key, "multi-dimensional sub-views are not implemented");
  return item ? read_item(*view->format, item) : Ref();
}

bool memory_view_set_item(Vm& vm, Value self, Value key, Value value) {
  auto* view = self.as<MemoryView>();
  vm.charge(kItemCost);
  if (!check_not_released(vm, view)) return false;
  if (view->read_only) return fail(vm, exceptions::TypeError, "cannot modify read-only memory");
  if (value.is_null()) return fail(vm, exceptions::TypeError, "cannot delete memory");
  if (is_slice(key)) return assign_slice(vm, view, key.as<Slice>(), value);
  if (view->dimensions == 0 && key == kEllipsis) return assign_item(vm, view, value, view->start);
  if (!is_index(key) && !is_index_tuple(key))
    return fail(vm, exceptions::TypeError, "memoryview: invalid slice key");
  char* item = find_item(vm, view, key, "sub-views are not implemented");
  Ref owner(view->owner);  // reading the value may run Python code that releases the view
  return item && assign_item(vm, view, value, item);
}

Ref memory_view_to_list(Vm& vm, MemoryView* view) {
  if (!view->format) return unsupported_format(vm, view);
  vm.charge(kItemCost * item_count(view));
  return list_of(view, view->start, 0);
}

Ref memory_view_compare(Vm& vm, Value self, Value other, CompareOperator op) {
  if (op != CompareOperator::Equal && op != CompareOperator::NotEqual) return kNotImplemented;
  if (!has_buffer(other)) return kNotImplemented;
  Ref view = is_memory_view(other) ? Ref(other) : make_memory_view(vm, other);
  if (!view) return {};
  const int same = same_items(vm, self.as<MemoryView>(), view.as<MemoryView>());
  return same < 0 ? Ref() : Ref(Value::of((same == 1) == (op == CompareOperator::Equal)));
}

Ref memory_view_cast(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"format", "shape"};
  Value out[2];
  auto* view = arguments[0].as<MemoryView>();
  if (!bind(vm, arguments.without_first(), {.function = "cast", .names = kNames, .count = 2, .required = 1},
            out))
    return {};
  if (!check_not_released(vm, view)) return {};
  std::string written;
  std::vector<int64_t> lengths;
  const ItemFormat* format = read_cast_format(vm, out[0], &written);
  const int64_t octets = item_count(view) * view->item_size;
  if (!format || !check_cast(vm, view, format, out[1], octets)) return {};
  if (out[1].is_null())
    lengths = {octets / format->size};
  else if (!read_cast_shape(vm, out[1], &lengths))
    return {};
  if (std::ssize(lengths) > kMostDimensions)
    return raise(vm, exceptions::ValueError, "memoryview: number of dimensions must not exceed {}",
                 kMostDimensions);
  const int64_t wanted =
      std::accumulate(lengths.begin(), lengths.end(), int64_t{format->size}, [&](int64_t a, int64_t b) {
        return a > octets ? a : a * std::min(b, octets + 1);  // too much is too much: no overflow
      });
  if (wanted != octets)
    return raise(vm, exceptions::TypeError, "memoryview: product(shape) * itemsize != buffer size");
  auto* cast = new_view_like(view, static_cast<int>(lengths.size()));
  cast->format = format;
  cast->item_size = format->size;
  std::memcpy(cast->format_text, written.c_str(), written.size() + 1);
  int64_t stride = format->size;
  for (int i = cast->dimensions; i-- > 0; stride *= cast->shape()[i]) {
    cast->shape()[i] = lengths[static_cast<size_t>(i)];
    cast->strides()[i] = stride;
  }
  return Ref::take(cast);
}

}  // namespace gilsim::python

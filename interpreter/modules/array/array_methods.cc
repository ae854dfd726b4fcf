// array.array: its methods.
#include <algorithm>
#include <cstring>

#include "interpreter/modules/array/array.h"
#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

Array* self_of(const Arguments& arguments) {
  return arguments[0].as<Array>();
}
Ref none_if(bool done) {
  return done ? Ref(kNone) : Ref();
}
// --- methods
// ---------------------------------------------------------------------------------------------------------

Ref append(Vm& vm, const Arguments& arguments) {
  return none_if(array_append(vm, self_of(arguments), arguments[1]));
}
Ref extend(Vm& vm, const Arguments& arguments) {
  return none_if(array_extend(vm, self_of(arguments), arguments[1]));
}

Ref insert(Vm& vm, const Arguments& arguments) {
  int64_t position;
  auto* array = self_of(arguments);
  if (!as_int64_clamped(vm, arguments[1], &position)) return {};
  if (position < 0) position = std::max<int64_t>(0, position + array->size);
  return none_if(array_insert(vm, array, std::min(position, array->size), arguments[2]));
}

Ref pop(Vm& vm, const Arguments& arguments) {
  int64_t position = -1;
  auto* array = self_of(arguments);
  if (arguments.size() > 1 && !as_index(vm, arguments[1], &position)) return {};
  if (array->size == 0) return raise(vm, exceptions::IndexError, "pop from empty array");
  if (position < 0) position += array->size;
  if (position < 0 || position >= array->size)
    return raise(vm, exceptions::IndexError, "pop index out of range");
  Ref item = read_array_item(array, position);
  return array_splice(vm, array, position, position + 1, nullptr, 0) ? item : Ref();
}

Ref remove(Vm& vm, const Arguments& arguments) {
  auto* array = self_of(arguments);
  const int64_t found = array_find(vm, array, arguments[1], 0, array->size);
  if (found == -1) return raise(vm, exceptions::ValueError, "array.remove(x): x not in array");
  return none_if(found >= 0 && array_splice(vm, array, found, found + 1, nullptr, 0));
}

Ref index_of(Vm& vm, const Arguments& arguments) {
  auto* array = self_of(arguments);
  int64_t bounds[] = {0, array->size};
  for (size_t i = 2; i < arguments.size(); ++i) {
    if (!as_int64_clamped(vm, arguments[i], &bounds[i - 2])) return {};
    if (bounds[i - 2] < 0) bounds[i - 2] = std::max<int64_t>(0, bounds[i - 2] + array->size);
  }
  const int64_t found = array_find(vm, array, arguments[1], bounds[0], bounds[1]);
  if (found == -1) return raise(vm, exceptions::ValueError, "array.index(x): x not in array");
  return found < 0 ? Ref() : make_int(found);
}

Ref count(Vm& vm, const Arguments& arguments) {
  int64_t count = 0;
  auto* array = self_of(arguments);
  for (int64_t i = 0; (i = array_find(vm, array, arguments[1], i, array->size)) >= 0; ++i) ++count;
  return is_pending(vm) ? Ref() : make_int(count);
}

Ref reverse(Vm&, const Arguments& arguments) {
  auto* array = self_of(arguments);
  const std::string items = array_octets(array);
  const auto size = static_cast<size_t>(array->format->size);
  for (int64_t i = 0; i < array->size; ++i)
    std::memcpy(array->at(array->size - 1 - i), items.data() + static_cast<size_t>(i) * size, size);
  return kNone;
}

Ref to_list_method(Vm& vm, const Arguments& arguments) {
  auto* array = self_of(arguments);
  List* list = new_list(array->size);
  Ref result = Ref::take(list);
  for (int64_t i = 0; i < array->size; ++i) list_append_owned(list, read_array_item(array, i).release());
  vm.charge(10 * array->size);
  return result;
}

Ref from_list(Vm& vm, const Arguments& arguments) {
  auto* array = self_of(arguments);
  if (!is_list(arguments[1])) return raise(vm, exceptions::TypeError, "arg must be list");
  const int64_t size = array->size;
  if (for_each(vm, arguments[1], [&](Value item) { return array_append(vm, array, item); })) return kNone;
  array->size = size;  // all or nothing
  return {};
}

Ref to_bytes(Vm& vm, const Arguments& arguments) {
  vm.charge(self_of(arguments)->size / 2);
  return make_bytes(array_octets(self_of(arguments)));
}

Ref from_bytes(Vm& vm, const Arguments& arguments) {
  std::string octets;
  return none_if(read_octets(vm, arguments[1], &octets) && array_add_octets(vm, self_of(arguments), octets));
}

Ref to_unicode(Vm& vm, const Arguments& arguments) {
  auto* array = self_of(arguments);
  if (array->format->code != 'u')
    return raise(vm, exceptions::ValueError, "tounicode() may only be called on unicode type arrays");
  return make_str(reinterpret_cast<const char32_t*>(array->data), array->size);
}

Ref from_unicode(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "fromunicode() argument must be str, not {}",
                 type_name(arguments[1]));
  if (self_of(arguments)->format->code != 'u')
    return raise(vm, exceptions::ValueError, "fromunicode() may only be called on unicode type arrays");
  return none_if(array_add_text(self_of(arguments), vm, arguments[1]));
}

Ref to_file(Vm& vm, const Arguments& arguments) {
  Ref octets = to_bytes(vm, arguments);
  return none_if(static_cast<bool>(call_method(vm, arguments[1], intern("write"), {octets})));
}

Ref from_file(Vm& vm, const Arguments& arguments) {
  int64_t count;
  auto* array = self_of(arguments);
  if (!as_int64(vm, arguments[2], &count)) return {};
  if (count < 0) return raise(vm, exceptions::ValueError, "negative count");
  Ref octets = call_method(vm, arguments[1], intern("read"), {make_int(count * array->format->size)});
  if (!octets) return {};
  if (!is_bytes(octets)) return raise(vm, exceptions::TypeError, "read() didn't return bytes");
  const std::string_view read = bytes_view(octets);
  if (!array_add_octets(vm, array, read)) return {};
  return std::ssize(read) == count * array->format->size
             ? Ref(kNone)
             : raise(vm, exceptions::EOFError, "read() didn't return enough bytes");
}

Ref byteswap(Vm&, const Arguments& arguments) {
  auto* array = self_of(arguments);
  for (int64_t i = 0; i < array->size; ++i) std::reverse(array->at(i), array->at(i) + array->format->size);
  return kNone;
}

// The address is the number that stands for the object elsewhere.
Ref buffer_info(Vm&, const Arguments& arguments) {
  return make_tuple({make_int(identity_number(arguments[0])), make_int(self_of(arguments)->size)});
}

Ref copy(Vm& vm, const Arguments& arguments) {
  auto* array = self_of(arguments);
  auto* other = new_array(type_of(arguments[0]), array->format, 0);
  Ref result = Ref::take(other);
  return array_add_octets(vm, other, array_octets(array)) ? result : Ref();
}

// By octets and CPython's number of this machine's format from protocol 3 on.
Ref reduce_ex(Vm& vm, const Arguments& arguments) {
  int64_t protocol;
  auto* array = self_of(arguments);
  if (!as_int64(vm, arguments[1], &protocol)) return {};
  Ref code = make_str(static_cast<char32_t>(array->format->code));
  const Value type = Value::of(type_of(arguments[0]));
  bool failed = false;
  Ref attributes = get_attribute_or_null(vm, arguments[0], intern("__dict__"), &failed);
  if (failed) return {};
  if (!attributes) attributes = kNone;
  if (protocol < 3) {
    Ref items = to_list_method(vm, arguments);
    return make_tuple({type, make_tuple({code, items}), attributes});
  }
  static constexpr std::pair<char, int> kMachineFormats[] = {
      {'b', 1},  {'B', 0},  {'u', 20}, {'h', 4},  {'H', 2},  {'i', 8}, {'I', 6},
      {'l', 12}, {'L', 10}, {'q', 12}, {'Q', 10}, {'f', 14}, {'d', 16}};
  int machine = 0;
  for (auto [each, number] : kMachineFormats)
    if (each == array->format->code) machine = number;
  Ref module = get_item(vm, Value::of(vm.modules), Value::of(intern("array")));
  Ref reconstructor = module ? get_attribute(vm, module, intern("_array_reconstructor")) : Ref();
  return reconstructor
             ? make_tuple({reconstructor,
                           make_tuple({type, code, make_int(machine), to_bytes(vm, arguments)}), attributes})
             : Ref();
}

constexpr NativeDescription kMethods[] = {
    {"append", append, {1, 1}},
    {"extend", extend, {1, 1}},
    {"insert", insert, {2, 2}},
    {"pop", pop, {0, 1}},
    {"remove", remove, {1, 1}},
    {"index", index_of, {1, 3}},
    {"count", count, {1, 1}},
    {"reverse", reverse, {0, 0}},
    {"tolist", to_list_method, {0, 0}},
    {"fromlist", from_list, {1, 1}},
    {"tobytes", to_bytes, {0, 0}},
    {"frombytes", from_bytes, {1, 1}},
    {"tounicode", to_unicode, {0, 0}},
    {"fromunicode", from_unicode, {1, 1}},
    {"tofile", to_file, {1, 1}},
    {"fromfile", from_file, {2, 2}},
    {"byteswap", byteswap, {0, 0}},
    {"buffer_info", buffer_info, {0, 0}},
    {"__copy__", copy, {0, 0}},
    {"__deepcopy__", copy, {1, 1}},
    {"__reduce_ex__", reduce_ex, {1, 1}},
};

}  // namespace

std::span<const NativeDescription> array_methods() {
  return kMethods;
}

}  // namespace gilsim::python

// Instructions that build containers and take them apart.
#include <algorithm>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/number_format.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/slice.h"
#include "interpreter/runtime/calls.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"

namespace gilsim::python {

namespace {

// The top `count` items, lowest first; still owned by the stack.
const Value* top_items(const Frame& frame, int32_t count) { return frame.top - count; }

}  // namespace

bool build_tuple(Interpreter&, Frame& frame, int32_t count) {
  Tuple* tuple = new_tuple(count);
  frame.top -= count;
  for (int32_t i = 0; i < count; ++i) tuple->items[i] = frame.top[i];  // the references move
  return push(frame, Ref::take(tuple));
}

bool build_list(Interpreter&, Frame& frame, int32_t count) {
  List* list = new_list(count);
  frame.top -= count;
  for (int32_t i = 0; i < count; ++i) list_append_owned(list, frame.top[i]);
  return push(frame, Ref::take(list));
}

bool build_set(Interpreter& vm, Frame& frame, int32_t count) {
  Ref set = make_set(vm, kNull);
  for (const Value *item = top_items(frame, count), *end = frame.top; item != end; ++item)
    if (!set_add(vm, set.as<Set>(), *item)) return false;
  drop(frame, count);
  return push(frame, std::move(set));
}

bool build_map(Interpreter& vm, Frame& frame, int32_t count) {
  Ref dict = Ref::take(new_dict());
  const Value* pair = top_items(frame, 2 * count);
  for (int32_t i = 0; i < count; ++i, pair += 2)
    if (!dict_set(vm, dict.as<Dict>(), pair[0], pair[1])) return false;
  drop(frame, 2 * count);
  return push(frame, std::move(dict));
}

bool build_const_key_map(Interpreter& vm, Frame& frame, int32_t count) {
  Ref keys = pop(frame);
  Ref dict = Ref::take(new_dict());
  const Value* values = top_items(frame, count);
  for (int32_t i = 0; i < count; ++i)
    if (!dict_set(vm, dict.as<Dict>(), keys.as<Tuple>()->items[i], values[i])) return false;
  drop(frame, count);
  return push(frame, std::move(dict));
}

bool build_string(Interpreter& vm, Frame& frame, int32_t count) {
  Ref text = str_join(vm, top_items(frame, count), count, names.empty);
  drop(frame, count);
  return push(frame, std::move(text));
}

bool build_slice(Interpreter&, Frame& frame, int32_t count) {
  Ref step = count == 3 ? pop(frame) : Ref(kNone);
  Ref stop = pop(frame);
  Ref start = pop(frame);
  return push(frame, make_slice(start, stop, step));
}

bool set_add(Interpreter& vm, Frame& frame, int32_t below) {
  Ref item = pop(frame);
  return set_add(vm, peek(frame, below).as<Set>(), item);
}

bool map_add(Interpreter& vm, Frame& frame, int32_t below) {
  Ref value = pop(frame);
  Ref key = pop(frame);
  return dict_set(vm, peek(frame, below).as<Dict>(), key, value);
}

bool extend_list(Interpreter& vm, Frame& frame, int32_t below) {
  Ref iterable = pop(frame);
  if (list_extend(vm, peek(frame, below).as<List>(), iterable)) return true;
  Type* type = type_of(iterable);
  if (pending_matches(vm, exceptions::TypeError) && !type->operations.iterate && !type->operations.get_item) {
    clear_pending(vm);
    raise(vm, exceptions::TypeError, "Value after * must be an iterable, not {}", type_name(iterable));
  }
  return false;
}

bool update_set(Interpreter& vm, Frame& frame, int32_t below) {
  Ref iterable = pop(frame);
  return set_update(vm, peek(frame, below).as<Set>(), iterable);
}

bool update_dict(Interpreter& vm, Frame& frame, int32_t below) {
  Ref mapping = pop(frame);
  bool failed = false;
  if (!is_dict(mapping) && !get_attribute_or_null(vm, mapping, names.keys, &failed))
    return failed ? false : fail(vm, exceptions::TypeError, "'{}' object is not a mapping", type_name(mapping));
  return dict_update(vm, peek(frame, below).as<Dict>(), mapping);
}

bool merge_dict(Interpreter& vm, Frame& frame, int32_t below) {
  Ref mapping = pop(frame);
  Dict* into = peek(frame, below).as<Dict>();
  if (type_of(mapping) == &dict_type && mapping.as<Dict>()->used == 0) return true;
  const auto function = [&] { return callable_text(vm, peek(frame, below + 2)); };
  bool failed = false;
  Ref keys = get_attribute_or_null(vm, mapping, names.keys, &failed);
  if (!keys) {
    if (!failed) raise(vm, exceptions::TypeError, "{} argument after ** must be a mapping, not {}", function(), type_name(mapping));
    return false;
  }
  Ref names_given = call(vm, keys);
  return names_given && for_each(vm, names_given, [&](Value key) {
    if (!is_str(key)) return raise(vm, exceptions::TypeError, "keywords must be strings"), false;
    Value existing;
    const int found = dict_lookup(vm, into, key, &existing);
    if (found < 0) return false;
    if (found)
      return raise(vm, exceptions::TypeError, "{} got multiple values for keyword argument '{}'", function(), to_utf8(key)), false;
    Ref value = get_item(vm, mapping, key);
    return value && dict_set(vm, into, key, value);
  });
}

bool list_to_tuple(Interpreter& vm, Frame& frame, int32_t) {
  Ref list = pop(frame);
  return push(frame, to_tuple(vm, list));
}

bool format_for_fstring(Interpreter& vm, Frame& frame, int32_t argument) {
  Ref spec = argument & 4 ? pop(frame) : Ref();
  Ref value = pop(frame);
  return push(frame, format_value(vm, value, argument & 3, spec));
}

bool unpack_sequence(Interpreter& vm, Frame& frame, int32_t count) {
  Ref sequence = pop(frame);
  // unpack() writes the first item first; the stack wants it on top.
  if (!unpack(vm, sequence, count, frame.top)) return false;
  std::reverse(frame.top, frame.top + count);
  frame.top += count;
  return true;
}

bool unpack_with_star(Interpreter& vm, Frame& frame, int32_t argument) {
  const int64_t before = argument & 0xff, after = argument >> 8;
  Ref sequence = pop(frame);
  Type* type = type_of(sequence);
  if (!type->operations.iterate && !type->operations.get_item)
    return raise(vm, exceptions::TypeError, "cannot unpack non-iterable {} object", type_name(sequence)), false;
  Ref items = to_list(vm, sequence);
  if (!items) return false;
  auto* list = items.as<List>();
  if (list->size < before + after)
    return raise(vm, exceptions::ValueError, "not enough values to unpack (expected at least {}, got {})", before + after, list->size), false;
  for (int64_t i = 0; i < after; ++i) push(frame, Ref(list->items[list->size - 1 - i]));
  List* middle = new_list(list->size - before - after);
  for (int64_t i = before; i < list->size - after; ++i) list_append(middle, list->items[i]);
  push(frame, Ref::take(middle));
  for (int64_t i = before; i-- > 0;) push(frame, Ref(list->items[i]));
  return true;
}

bool get_length(Interpreter& vm, Frame& frame, int32_t) {
  const int64_t size = length(vm, peek(frame));
  return size >= 0 && push(frame, Value::small(size));
}

}  // namespace gilsim::python

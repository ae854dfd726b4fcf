// str: split, rsplit, splitlines and join.
#include <algorithm>
#include <array>
#include <cstring>

#include "interpreter/objects/character.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

void append_piece(List* list, const Str* text, int64_t start, int64_t stop) {
  list_append_owned(list, str_slice(text, start, stop).release());
}

constexpr auto kSpaces = [] {
  std::array<bool, 256> table{};
  for (char c : {' ', '\t', '\n', '\v', '\f', '\r', '\x1c', '\x1d', '\x1e', '\x1f', '\x85', '\xa0'})
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();
bool is_space(char32_t c) { return c < kSpaces.size() ? kSpaces[c] : is_space_beyond_ascii(c); }

void split_at_spaces(List* list, const Str* text, int64_t most) {
  visit_text(text, [&](auto* data) {
    int64_t i = 0, length = text->length;
    while (true) {
      while (i < length && is_space(data[i])) ++i;
      if (i >= length) return;
      if (most-- == 0) return append_piece(list, text, i, length);  // with the spaces at its end
      int64_t start = i;
      while (i < length && !is_space(data[i])) ++i;
      append_piece(list, text, start, i);
    }
  });
}

// From the right; the pieces come in reverse.
void split_at_spaces_backward(List* list, const Str* text, int64_t most) {
  int64_t end = text->length;
  while (true) {
    while (end > 0 && is_space_character(text->at(end - 1))) --end;
    if (end == 0) return;
    if (most-- == 0) return append_piece(list, text, 0, end);  // with the spaces at its beginning
    int64_t stop = end;
    while (end > 0 && !is_space_character(text->at(end - 1))) --end;
    append_piece(list, text, end, stop);
  }
}

// At one character, of text that is as wide as it.
void split_at_character(List* list, const Str* text, uint8_t separator, int64_t most) {
  const uint8_t *start = text->data1(), *const end = start + text->length;
  while (most-- != 0) {
    auto* stop = static_cast<const uint8_t*>(std::memchr(start, separator, static_cast<size_t>(end - start)));
    if (!stop) break;
    list_append_owned(list, make_latin1_str(start, stop - start).release());
    start = stop + 1;
  }
  append_piece(list, text, start - text->data1(), text->length);
}

void split_at(List* list, const Str* text, const Str* separator, int64_t most) {
  if (text->width == 1 && separator->byte_count() == 1) return split_at_character(list, text, separator->data1()[0], most);
  int64_t start = 0;
  for (int64_t at; most-- != 0 && (at = str_find(text, separator, start, text->length)) >= 0;
       start = at + separator->length)
    append_piece(list, text, start, at);
  append_piece(list, text, start, text->length);
}

void split_at_backward(List* list, const Str* text, const Str* separator, int64_t most) {
  int64_t stop = text->length;
  for (int64_t at; most-- != 0 && (at = str_find_last(text, separator, 0, stop)) >= 0; stop = at)
    append_piece(list, text, at + separator->length, stop);
  append_piece(list, text, 0, stop);
}

struct SplitArguments {
  const Str* separator = nullptr;  // null: runs of white space
  int64_t most = -1;
};

bool read_split(Vm& vm, const Arguments& arguments, const char* name, SplitArguments* result) {
  static constexpr const char* kNames[] = {"sep", "maxsplit"};
  Value out[2];
  if (!bind(vm, arguments.without_first(), {.function = name, .names = kNames, .count = 2}, out))
    return false;
  if (!out[1].is_null() && !as_int64(vm, out[1], &result->most)) return false;
  if (out[0].is_null() || out[0].is_none()) return true;
  if (!is_str(out[0])) {
    (void)raise(vm, exceptions::TypeError, "must be str or None, not {}", type_name(out[0]));
    return false;
  }
  result->separator = out[0].as<Str>();
  if (result->separator->length) return true;
  (void)raise(vm, exceptions::ValueError, "empty separator");
  return false;
}

}  // namespace

namespace str_methods {

Ref split(Vm& vm, const Arguments& arguments) {
  SplitArguments how;
  if (!read_split(vm, arguments, "split", &how)) return {};
  auto* text = arguments[0].as<Str>();
  List* list = new_list();
  Ref result = Ref::take(list);
  if (how.separator) split_at(list, text, how.separator, how.most);
  else split_at_spaces(list, text, how.most);
  vm.charge(text->length + 10 * list->size);
  return result;
}

Ref rsplit(Vm& vm, const Arguments& arguments) {
  SplitArguments how;
  if (!read_split(vm, arguments, "rsplit", &how)) return {};
  auto* text = arguments[0].as<Str>();
  List* list = new_list();
  Ref result = Ref::take(list);
  if (how.separator) split_at_backward(list, text, how.separator, how.most);
  else split_at_spaces_backward(list, text, how.most);
  std::reverse(list->items, list->items + list->size);
  vm.charge(text->length + 10 * list->size);
  return result;
}

Ref splitlines(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"keepends"};
  Value out[1];
  int64_t keep = 0;
  if (!bind(vm, arguments.without_first(), {.function = "splitlines", .names = kNames, .count = 1}, out))
    return {};
  if (!out[0].is_null() && !as_int64(vm, out[0], &keep)) return {};
  auto* text = arguments[0].as<Str>();
  List* list = new_list();
  Ref result = Ref::take(list);
  for (int64_t i = 0, length = text->length; i < length;) {
    int64_t start = i;
    while (i < length && !is_line_break(text->at(i))) ++i;
    int64_t end = i;
    if (i < length) i += text->at(i) == '\r' && i + 1 < length && text->at(i + 1) == '\n' ? 2 : 1;
    append_piece(list, text, start, keep ? i : end);
  }
  vm.charge(text->length + 10 * list->size);
  return result;
}

Ref join(Vm& vm, const Arguments& arguments) {
  Ref row;  // a list or tuple holds the items meanwhile
  Value iterable = arguments[1];
  bool ready = iterable.is_object() &&
               (iterable.object()->type == &list_type || iterable.object()->type == &tuple_type);
  if (!ready) {
    if (!type_of(iterable)->operations.iterate && !type_of(iterable)->operations.get_item)
      return raise(vm, exceptions::TypeError, "can only join an iterable");
    row = to_list(vm, iterable);
    if (!row) return {};
    iterable = row;
  }
  bool is_row_tuple = iterable.object()->type == &tuple_type;
  const Value* items = is_row_tuple ? iterable.as<Tuple>()->items : iterable.as<List>()->items;
  int64_t count = is_row_tuple ? iterable.as<Tuple>()->size : iterable.as<List>()->size;
  for (int64_t i = 0; i < count; ++i)
    if (!is_str(items[i]))
      return raise(vm, exceptions::TypeError, "sequence item {}: expected str instance, {} found", i,
                   type_name(items[i]));
  vm.charge(8 * count);
  return str_join(vm, items, count, arguments[0].as<Str>());
}

}  // namespace str_methods

}  // namespace gilsim::python

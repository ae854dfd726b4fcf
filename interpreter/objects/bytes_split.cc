// bytes: split, rsplit, splitlines and join.
#include <algorithm>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
std::string_view self_of(const Arguments& arguments) { return bytes_view(arguments[0]); }

struct Pieces {
  Value like;
  List* list = new_list();
  Ref result = Ref::take(list);
  void append(std::string_view piece) { list_append_owned(list, make_like(like, piece).release()); }
};

void split_at_spaces(Pieces& pieces, std::string_view text, int64_t most) {
  while (true) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    if (text.empty()) return;
    size_t end = 0;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (most-- == 0) return pieces.append(text);
    pieces.append(text.substr(0, end));
    text.remove_prefix(end);
  }
}

void split_at_spaces_backward(Pieces& pieces, std::string_view text, int64_t most) {
  while (true) {
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    if (text.empty()) return;
    size_t start = text.size();
    while (start > 0 && !is_space(text[start - 1])) --start;
    if (most-- == 0) return pieces.append(text);
    pieces.append(text.substr(start));
    text.remove_suffix(text.size() - start);
  }
}

void split_at(Pieces& pieces, std::string_view text, const std::string& separator, int64_t most) {
  size_t start = 0;
  for (size_t at; most-- != 0 && (at = text.find(separator, start)) != std::string_view::npos;
       start = at + separator.size())
    pieces.append(text.substr(start, at - start));
  pieces.append(text.substr(start));
}

void split_at_backward(Pieces& pieces, std::string_view text, const std::string& separator, int64_t most) {
  for (size_t at; most-- != 0 && (at = text.rfind(separator)) != std::string_view::npos;
       text = text.substr(0, at))
    pieces.append(text.substr(at + separator.size()));
  pieces.append(text);
}

Ref split_by(Vm& vm, const Arguments& arguments, bool backward) {
  static constexpr const char* kNames[] = {"sep", "maxsplit"};
  Value out[2];
  std::string separator;
  int64_t most = -1;
  if (!bind(vm, arguments.without_first(),
            {.function = backward ? "rsplit" : "split", .names = kNames, .count = 2}, out))
    return {};
  if (!out[1].is_null() && !as_int64(vm, out[1], &most)) return {};
  bool by_space = out[0].is_null() || out[0].is_none();
  if (!by_space && !read_octets(vm, out[0], &separator)) return {};
  if (!by_space && separator.empty()) return raise(vm, exceptions::ValueError, "empty separator");
  auto text = self_of(arguments);
  Pieces pieces{arguments[0]};
  if (by_space) backward ? split_at_spaces_backward(pieces, text, most) : split_at_spaces(pieces, text, most);
  else backward ? split_at_backward(pieces, text, separator, most) : split_at(pieces, text, separator, most);
  if (backward) std::reverse(pieces.list->items, pieces.list->items + pieces.list->size);
  vm.charge(static_cast<int64_t>(text.size()) + 10 * pieces.list->size);
  return pieces.result;
}
Ref split(Vm& vm, const Arguments& arguments) { return split_by(vm, arguments, false); }
Ref rsplit(Vm& vm, const Arguments& arguments) { return split_by(vm, arguments, true); }

Ref splitlines(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"keepends"};
  Value out[1];
  int64_t keep = 0;
  if (!bind(vm, arguments.without_first(), {.function = "splitlines", .names = kNames, .count = 1}, out))
    return {};
  if (!out[0].is_null() && !as_int64(vm, out[0], &keep)) return {};
  auto text = self_of(arguments);
  Pieces pieces{arguments[0]};
  for (size_t i = 0; i < text.size();) {
    size_t start = i, end = std::min(text.find_first_of("\r\n", i), text.size());
    i = end == text.size() ? end : end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    pieces.append(text.substr(start, (keep ? i : end) - start));
  }
  return pieces.result;
}

Ref join(Vm& vm, const Arguments& arguments) {
  if (!type_of(arguments[1])->operations.iterate && !type_of(arguments[1])->operations.get_item)
    return raise(vm, exceptions::TypeError, "can only join an iterable");
  Ref items = to_tuple(vm, arguments[1]);
  if (!items) return {};
  std::string result, separator(self_of(arguments));
  for (int64_t i = 0; i < items.as<Tuple>()->size; ++i) {
    Value item = items.as<Tuple>()->items[i];
    if (!has_buffer(item))
      return raise(vm, exceptions::TypeError, "sequence item {}: expected a bytes-like object, {} found", i,
                   type_name(item));
    HeldBuffer held;
    if (!held.hold(vm, item)) return {};
    if (i) result += separator;
    result += held.octets();
  }
  vm.charge(static_cast<int64_t>(result.size()));
  return make_like(arguments[0], result);
}

constexpr NativeDescription kMethods[] = {
    {"join", join, {1, 1}},
    {"rsplit", rsplit, kAny},
    {"split", split, kAny},
    {"splitlines", splitlines, kAny},
};

}  // namespace

std::span<const NativeDescription> bytes_split_methods() { return kMethods; }

}  // namespace gilsim::python

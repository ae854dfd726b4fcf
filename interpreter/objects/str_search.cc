// str: finding, replacing and cutting at a substring.
#include <algorithm>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str_copy.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

void charge_characters(Vm& vm, int64_t count) { vm.charge(count / 2); }

namespace {

// An index as slices take it: out of range means the nearest end. False: TypeError pending.
bool read_bound(Vm& vm, Value value, int64_t otherwise, int64_t* result) {
  *result = otherwise;
  if (value.is_null() || value.is_none()) return true;
  if (is_int(value) || type_of(value)->operations.index) return as_int64_clamped(vm, value, result);
  (void)raise(vm, exceptions::TypeError,
              "slice indices must be integers or None or have an __index__ method");
  return false;
}

const Str* self_of(const Arguments& arguments) { return arguments[0].as<Str>(); }

// The substring argument; null with TypeError pending.
const Str* wanted_of(Vm& vm, Value value) {
  if (is_str(value)) return value.as<Str>();
  (void)raise(vm, exceptions::TypeError, "must be str, not {}", type_name(value));
  return nullptr;
}

using Finder = int64_t (*)(const Str*, const Str*, int64_t, int64_t);

// -1: not found, -2: exception.
int64_t search(Vm& vm, const Arguments& arguments, const char* name, Finder finder) {
  if (!check_search_arguments(vm, arguments, name)) return -2;
  const Str* wanted = wanted_of(vm, arguments[1]);
  int64_t start, stop;
  if (!wanted || !read_search_bounds(vm, arguments, 2, self_of(arguments)->length, &start, &stop)) return -2;
  if (start > stop) return -1;
  int64_t found = finder(self_of(arguments), wanted, start, stop);
  charge_characters(vm, found >= 0 && finder == str_find ? found - start : stop - start);
  return found;
}

Ref position_or_error(Vm& vm, int64_t found) {
  if (found == -1) return raise(vm, exceptions::ValueError, "substring not found");
  return found < 0 ? Ref() : make_int(found);
}

// How often `wanted` stands in text[start:stop], not overlapping; `most` -1: any number.
int64_t count_places(const Str* text, const Str* wanted, int64_t start, int64_t stop, int64_t most) {
  int64_t count = 0;
  if (wanted->length == 0) count = stop - start + 1;
  else
    for (int64_t at; (most < 0 || count < most) && (at = str_find(text, wanted, start, stop)) >= 0;
         start = at + wanted->length)
      ++count;
  return most >= 0 ? std::min(count, most) : count;
}

bool stands_at(const Str* text, const Str* part, int64_t at) {
  if (at < 0 || at + part->length > text->length) return false;
  if (part->width == text->width)
    return std::memcmp(text->data1() + at * static_cast<int64_t>(text->width), part->data1(),
                       static_cast<size_t>(part->byte_count())) == 0;
  if (part->width > text->width) return false;
  for (int64_t i = 0; i < part->length; ++i)
    if (text->at(at + i) != part->at(i)) return false;
  return true;
}

// startswith, endswith: whether text[start:stop] begins (ends) with the argument or one of a tuple of them.
Ref affix(Vm& vm, const Arguments& arguments, bool at_end, const char* name) {
  if (!check_search_arguments(vm, arguments, name)) return {};
  const Str* text = self_of(arguments);
  int64_t start, stop;
  if (!read_search_bounds(vm, arguments, 2, text->length, &start, &stop)) return {};
  auto fits = [&](Value part) {
    auto* wanted = part.as<Str>();
    return stop - start >= wanted->length && stands_at(text, wanted, at_end ? stop - wanted->length : start);
  };
  if (is_str(arguments[1])) return Value::of(start <= stop && fits(arguments[1]));
  if (!is_tuple(arguments[1]))
    return raise(vm, exceptions::TypeError, "{} first arg must be str or a tuple of str, not {}", name,
                 type_name(arguments[1]));
  auto* parts = arguments[1].as<Tuple>();
  for (int64_t i = 0; i < parts->size; ++i) {
    if (!is_str(parts->items[i]))
      return raise(vm, exceptions::TypeError, "tuple for {} must only contain str, not {}", name,
                   type_name(parts->items[i]));
    if (start <= stop && fits(parts->items[i])) return kTrue;
  }
  return kFalse;
}

Ref without(Vm& vm, const Arguments& arguments, bool at_end, const char* name) {
  if (!is_str(arguments[1]))
    return raise(vm, exceptions::TypeError, "{}() argument must be str, not {}", name,
                 arguments[1].is_none() ? "None" : type_name(arguments[1]));
  const Str* text = self_of(arguments);
  auto* part = arguments[1].as<Str>();
  if (part->length == 0 || !stands_at(text, part, at_end ? text->length - part->length : 0))
    return str_plain(arguments[0]);
  return at_end ? str_slice(text, 0, text->length - part->length)
                : str_slice(text, part->length, text->length);
}

Ref cut_at(Vm& vm, const Arguments& arguments, Finder finder) {
  const Str* text = self_of(arguments);
  const Str* separator = wanted_of(vm, arguments[1]);
  if (!separator) return {};
  if (separator->length == 0) return raise(vm, exceptions::ValueError, "empty separator");
  int64_t at = finder(text, separator, 0, text->length);
  charge_characters(vm, text->length);
  Ref whole = str_plain(arguments[0]), empty = empty_str();
  if (at < 0)
    return finder == str_find ? make_tuple({whole, empty, empty}) : make_tuple({empty, empty, whole});
  Ref before = str_slice(text, 0, at), after = str_slice(text, at + separator->length, text->length);
  return make_tuple({before, arguments[1], after});
}

// `text` with the first `count` places of `from` replaced; `count` places are there.
Ref replace_places(Vm& vm, const Str* text, const Str* from, const Str* to, int64_t count) {
  int64_t length;
  if (__builtin_mul_overflow(count, to->length - from->length, &length) ||
      __builtin_add_overflow(length, text->length, &length))
    return raise(vm, exceptions::OverflowError, "replace string is too long");
  unsigned width = std::max<unsigned>(text->width, to->width);
  Str* result = new_str_checked(vm, length, kWidest[width]);
  if (!result) return {};
  int64_t read = 0, write = 0;
  auto copy = [&](const Str* source, int64_t start, int64_t characters) {
    copy_text(result, write, source, start, characters);
    write += characters;
  };
  for (int64_t i = 0; i < count; ++i) {
    int64_t at = from->length == 0 ? read + (i > 0) : str_find(text, from, read, text->length);
    copy(text, read, at - read);
    copy(to, 0, to->length);
    read = at + from->length;
  }
  copy(text, read, text->length - read);
  // What was replaced may have been the widest characters.
  Ref wide = Ref::take(result);
  return width > 1 && from->width > to->width ? str_narrow(result) : wide;
}

}  // namespace

bool check_search_arguments(Vm& vm, const Arguments& arguments, const char* name) {
  size_t count = arguments.size() - 1;
  if (count >= 1 && count <= 3) return true;
  (void)raise(vm, exceptions::TypeError, "{}() takes at {} {} argument{} ({} given)", name,
              count ? "most" : "least", count ? 3 : 1, count ? "s" : "", count);
  return false;
}

bool read_search_bounds(Vm& vm, const Arguments& arguments, size_t first, int64_t length, int64_t* start,
                        int64_t* stop) {
  if (arguments.size() <= first) return *start = 0, *stop = length, true;
  if (!read_bound(vm, arguments.optional(first), 0, start) ||
      !read_bound(vm, arguments.optional(first + 1), length, stop))
    return false;
  if (*stop > length) *stop = length;
  if (*stop < 0) *stop = std::max<int64_t>(*stop + length, 0);
  if (*start < 0) *start = std::max<int64_t>(*start + length, 0);
  return true;
}

int str_contains(Vm& vm, Value self, Value item) {
  if (!is_str(item)) {
    (void)raise(vm, exceptions::TypeError, "'in <string>' requires string as left operand, not {}",
                type_name(item));
    return -1;
  }
  auto* text = self.as<Str>();
  int64_t found = str_find(text, item.as<Str>(), 0, text->length);
  charge_characters(vm, found >= 0 ? found : text->length);
  return found >= 0;
}

namespace str_methods {

Ref find(Vm& vm, const Arguments& arguments) {
  int64_t found = search(vm, arguments, "find", str_find);
  return found == -2 ? Ref() : make_int(found);
}
Ref rfind(Vm& vm, const Arguments& arguments) {
  int64_t found = search(vm, arguments, "rfind", str_find_last);
  return found == -2 ? Ref() : make_int(found);
}
Ref index(Vm& vm, const Arguments& arguments) {
  return position_or_error(vm, search(vm, arguments, "index", str_find));
}
Ref rindex(Vm& vm, const Arguments& arguments) {
  return position_or_error(vm, search(vm, arguments, "rindex", str_find_last));
}

Ref count(Vm& vm, const Arguments& arguments) {
  if (!check_search_arguments(vm, arguments, "count")) return {};
  const Str* wanted = wanted_of(vm, arguments[1]);
  int64_t start, stop;
  if (!wanted || !read_search_bounds(vm, arguments, 2, self_of(arguments)->length, &start, &stop)) return {};
  charge_characters(vm, std::max<int64_t>(0, stop - start));
  return make_int(start > stop ? 0 : count_places(self_of(arguments), wanted, start, stop, -1));
}

Ref startswith(Vm& vm, const Arguments& arguments) { return affix(vm, arguments, false, "startswith"); }
Ref endswith(Vm& vm, const Arguments& arguments) { return affix(vm, arguments, true, "endswith"); }
Ref removeprefix(Vm& vm, const Arguments& arguments) { return without(vm, arguments, false, "removeprefix"); }
Ref removesuffix(Vm& vm, const Arguments& arguments) { return without(vm, arguments, true, "removesuffix"); }
Ref partition(Vm& vm, const Arguments& arguments) { return cut_at(vm, arguments, str_find); }
Ref rpartition(Vm& vm, const Arguments& arguments) { return cut_at(vm, arguments, str_find_last); }

Ref replace(Vm& vm, const Arguments& arguments) {
  for (size_t i = 1; i <= 2; ++i)
    if (!is_str(arguments[i]))
      return raise(vm, exceptions::TypeError, "replace() argument {} must be str, not {}", i,
                   type_name(arguments[i]));
  int64_t most = -1;
  if (arguments.size() > 3 && !as_int64(vm, arguments[3], &most)) return {};
  const Str* text = self_of(arguments);
  auto *from = arguments[1].as<Str>(), *to = arguments[2].as<Str>();
  charge_characters(vm, text->length);
  int64_t places = most == 0 || (text->length == 0 && from->length > 0)
                       ? 0
                       : count_places(text, from, 0, text->length, most);
  return places == 0 ? str_plain(arguments[0]) : replace_places(vm, text, from, to, places);
}

}  // namespace str_methods

}  // namespace gilsim::python

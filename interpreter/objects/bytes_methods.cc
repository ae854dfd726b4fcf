#include "interpreter/objects/bytes_methods.h"

#include <algorithm>
#include <cstring>

#include "interpreter/objects/codec.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Ref make_like(Value like, std::string_view octets) { return is_bytearray(like) ? make_bytearray(octets) : make_bytes(octets); }

bool read_octets(Vm& vm, Value value, std::string* octets) {
  if (is_bytes_like(value)) return *octets = bytes_view(value), true;
  (void)raise(vm, exceptions::TypeError, "a bytes-like object is required, not '{}'", type_name(value));
  return false;
}

bool read_octet(Vm& vm, Value value, char* octet) {
  int64_t number;
  if (!as_int64_clamped(vm, value, &number)) return false;
  if (number < 0 || number > 255) return (void)raise(vm, exceptions::ValueError, "byte must be in range(0, 256)"), false;
  return *octet = static_cast<char>(number), true;
}

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

std::string_view self_of(const Arguments& arguments) { return bytes_view(arguments[0]); }

// A substring argument: bytes-like or one octet as an int.
bool read_wanted(Vm& vm, Value value, std::string* wanted) {
  if (is_bytes_like(value)) return *wanted = bytes_view(value), true;
  if (!is_int(value) && !type_of(value)->operations.index) {
    (void)raise(vm, exceptions::TypeError, "argument should be integer or bytes-like object, not '{}'", type_name(value));
    return false;
  }
  char octet;
  if (!read_octet(vm, value, &octet)) return false;
  return wanted->assign(1, octet), true;
}

// The argument and the part of self to search; `start` may be beyond it (then nothing is found).
struct Search {
  std::string wanted;
  int64_t start, stop;
  bool possible() const { return start <= stop; }
};
bool read_search(Vm& vm, const Arguments& arguments, const char* name, Search* search) {
  if (!check_search_arguments(vm, arguments, name)) return false;
  auto length = static_cast<int64_t>(self_of(arguments).size());
  return read_wanted(vm, arguments[1], &search->wanted) &&
         read_search_bounds(vm, arguments, 2, length, &search->start, &search->stop);
}

// -1: not there, -2: exception.
int64_t find_place(Vm& vm, const Arguments& arguments, const char* name, bool last) {
  Search search;
  if (!read_search(vm, arguments, name, &search)) return -2;
  if (!search.possible()) return -1;
  auto part = self_of(arguments).substr(static_cast<size_t>(search.start), static_cast<size_t>(search.stop - search.start));
  vm.charge(static_cast<int64_t>(part.size()) / 2);
  size_t found = last ? part.rfind(search.wanted) : part.find(search.wanted);
  return found == std::string_view::npos ? -1 : search.start + static_cast<int64_t>(found);
}

Ref find(Vm& vm, const Arguments& arguments) {
  int64_t found = find_place(vm, arguments, "find", false);
  return found == -2 ? Ref() : make_int(found);
}
Ref rfind(Vm& vm, const Arguments& arguments) {
  int64_t found = find_place(vm, arguments, "rfind", true);
  return found == -2 ? Ref() : make_int(found);
}
Ref place_or_error(Vm& vm, int64_t found) {
  if (found == -1) return raise(vm, exceptions::ValueError, "subsection not found");
  return found < 0 ? Ref() : make_int(found);
}
Ref index_of(Vm& vm, const Arguments& arguments) { return place_or_error(vm, find_place(vm, arguments, "index", false)); }
Ref rindex_of(Vm& vm, const Arguments& arguments) { return place_or_error(vm, find_place(vm, arguments, "rindex", true)); }

Ref count(Vm& vm, const Arguments& arguments) {
  Search search;
  if (!read_search(vm, arguments, "count", &search)) return {};
  if (!search.possible()) return make_int(0);
  auto part = self_of(arguments).substr(static_cast<size_t>(search.start), static_cast<size_t>(search.stop - search.start));
  if (search.wanted.empty()) return make_int(static_cast<int64_t>(part.size()) + 1);
  int64_t number = 0;
  for (size_t at = 0; (at = part.find(search.wanted, at)) != std::string_view::npos; at += search.wanted.size()) ++number;
  return make_int(number);
}

Ref affix(Vm& vm, const Arguments& arguments, bool at_end, const char* name) {
  if (!check_search_arguments(vm, arguments, name)) return {};
  int64_t start, stop;
  if (!read_search_bounds(vm, arguments, 2, static_cast<int64_t>(self_of(arguments).size()), &start, &stop)) return {};
  auto fits = [&](Value part) {
    if (start > stop) return false;
    auto text = self_of(arguments).substr(static_cast<size_t>(start), static_cast<size_t>(stop - start));
    return at_end ? text.ends_with(bytes_view(part)) : text.starts_with(bytes_view(part));
  };
  Value wanted = arguments[1];
  if (is_bytes_like(wanted)) return Value::of(fits(wanted));
  if (!is_tuple(wanted))
    return raise(vm, exceptions::TypeError, "{} first arg must be bytes or a tuple of bytes, not {}", name, type_name(wanted));
  for (int64_t i = 0; i < wanted.as<Tuple>()->size; ++i) {
    Value part = wanted.as<Tuple>()->items[i];
    if (!is_bytes_like(part)) return raise(vm, exceptions::TypeError, "a bytes-like object is required, not '{}'", type_name(part));
    if (fits(part)) return kTrue;
  }
  return kFalse;
}
Ref startswith(Vm& vm, const Arguments& arguments) { return affix(vm, arguments, false, "startswith"); }
Ref endswith(Vm& vm, const Arguments& arguments) { return affix(vm, arguments, true, "endswith"); }

Ref removeprefix(Vm& vm, const Arguments& arguments) {
  std::string part;
  if (!read_octets(vm, arguments[1], &part)) return {};
  auto text = self_of(arguments);
  return make_like(arguments[0], text.starts_with(part) ? text.substr(part.size()) : text);
}
Ref removesuffix(Vm& vm, const Arguments& arguments) {
  std::string part;
  if (!read_octets(vm, arguments[1], &part)) return {};
  auto text = self_of(arguments);
  return make_like(arguments[0], text.ends_with(part) ? text.substr(0, text.size() - part.size()) : text);
}

Ref replace(Vm& vm, const Arguments& arguments) {
  std::string from, to, result;
  int64_t most = -1;
  if (!read_octets(vm, arguments[1], &from) || !read_octets(vm, arguments[2], &to)) return {};
  if (arguments.size() > 3 && !as_int64(vm, arguments[3], &most)) return {};
  auto text = self_of(arguments);
  size_t position = 0;
  while (most-- != 0) {
    size_t at = from.empty() ? position : text.find(from, position);
    if (at == std::string_view::npos || at > text.size()) break;
    result.append(text.substr(position, at - position)).append(to);
    position = at + from.size();
    if (!from.empty()) continue;
    if (at == text.size()) {
      position = at + 1;
      break;
    }
    result += text[position++];
  }
  if (position < text.size()) result.append(text.substr(position));
  vm.charge(static_cast<int64_t>(result.size()));
  return make_like(arguments[0], result);
}

template <class Map>
Ref mapped(Vm& vm, const Arguments& arguments, Map map) {
  std::string text(self_of(arguments));
  for (size_t i = 0; i < text.size(); ++i) text[i] = map(text[i]);
  vm.charge(static_cast<int64_t>(text.size()) / 2);
  return make_like(arguments[0], text);
}
Ref upper(Vm& vm, const Arguments& arguments) { return mapped(vm, arguments, to_upper); }
Ref lower(Vm& vm, const Arguments& arguments) { return mapped(vm, arguments, to_lower); }
Ref swapcase(Vm& vm, const Arguments& arguments) {
  return mapped(vm, arguments, [](char c) { return is_lower(c) ? to_upper(c) : to_lower(c); });
}
Ref title(Vm& vm, const Arguments& arguments) {
  bool inside = false;
  return mapped(vm, arguments, [&](char c) {
    char result = inside ? to_lower(c) : to_upper(c);
    inside = is_letter(c);
    return result;
  });
}
Ref capitalize(Vm& vm, const Arguments& arguments) {
  bool first = true;
  return mapped(vm, arguments, [&](char c) { return std::exchange(first, false) ? to_upper(c) : to_lower(c); });
}

template <class Predicate>
Ref all_of(const Arguments& arguments, Predicate predicate) {
  auto text = self_of(arguments);
  return Value::of(!text.empty() && std::all_of(text.begin(), text.end(), predicate));
}
Ref isalpha(Vm&, const Arguments& arguments) { return all_of(arguments, is_letter); }
Ref isdigit(Vm&, const Arguments& arguments) { return all_of(arguments, is_digit); }
Ref isspace(Vm&, const Arguments& arguments) { return all_of(arguments, is_space); }
Ref isalnum(Vm&, const Arguments& arguments) {
  return all_of(arguments, [](char c) { return is_letter(c) || is_digit(c); });
}
Ref isascii(Vm&, const Arguments& arguments) {
  auto text = self_of(arguments);
  return Value::of(std::all_of(text.begin(), text.end(), [](char c) { return !(c & 0x80); }));
}
Ref has_only_case(const Arguments& arguments, bool (*wanted)(char), bool (*other)(char)) {
  auto text = self_of(arguments);
  return Value::of(std::any_of(text.begin(), text.end(), wanted) && std::none_of(text.begin(), text.end(), other));
}
Ref islower(Vm&, const Arguments& arguments) { return has_only_case(arguments, is_lower, is_upper); }
Ref isupper(Vm&, const Arguments& arguments) { return has_only_case(arguments, is_upper, is_lower); }
Ref istitle(Vm&, const Arguments& arguments) {
  bool inside = false, some = false;
  for (char c : self_of(arguments)) {
    if ((is_upper(c) && inside) || (is_lower(c) && !inside)) return kFalse;
    inside = is_letter(c);
    some |= inside;
  }
  return Value::of(some);
}

enum Side { kLeft = 1, kRight = 2 };
Ref strip_side(Vm& vm, const Arguments& arguments, int side) {
  std::string set = " \t\n\r\v\f";
  if (arguments.size() > 1 && !arguments[1].is_none() && !read_octets(vm, arguments[1], &set)) return {};
  auto text = self_of(arguments);
  auto is_stripped = [&](char c) { return set.find(c) != std::string::npos; };
  while ((side & kLeft) && !text.empty() && is_stripped(text.front())) text.remove_prefix(1);
  while ((side & kRight) && !text.empty() && is_stripped(text.back())) text.remove_suffix(1);
  return make_like(arguments[0], text);
}
Ref strip(Vm& vm, const Arguments& arguments) { return strip_side(vm, arguments, kLeft | kRight); }
Ref lstrip(Vm& vm, const Arguments& arguments) { return strip_side(vm, arguments, kLeft); }
Ref rstrip(Vm& vm, const Arguments& arguments) { return strip_side(vm, arguments, kRight); }

// Self on a field of the width asked for, with `left` of the missing octets before it.
template <class Share>
Ref on_field(Vm& vm, const Arguments& arguments, const char* name, Share left_share) {
  int64_t width;
  std::string fill = " ";
  if (!as_int64(vm, arguments[1], &width)) return {};
  if (arguments.size() > 2) {
    if (!is_bytes_like(arguments[2]) || bytes_view(arguments[2]).size() != 1)
      return raise(vm, exceptions::TypeError, "{}() argument 2 must be a byte string of length 1, not {}", name, type_name(arguments[2]));
    fill = bytes_view(arguments[2]);
  }
  auto text = self_of(arguments);
  int64_t missing = std::max<int64_t>(0, width - static_cast<int64_t>(text.size()));
  if (heap.refuses(static_cast<size_t>(missing))) return raise(vm, exceptions::MemoryError);
  auto left = static_cast<size_t>(left_share(missing, width));
  return make_like(arguments[0], std::string(left, fill[0]).append(text).append(static_cast<size_t>(missing) - left, fill[0]));
}
Ref ljust(Vm& vm, const Arguments& arguments) {
  return on_field(vm, arguments, "ljust", [](int64_t, int64_t) { return 0; });
}
Ref rjust(Vm& vm, const Arguments& arguments) {
  return on_field(vm, arguments, "rjust", [](int64_t missing, int64_t) { return missing; });
}
Ref center(Vm& vm, const Arguments& arguments) {
  return on_field(vm, arguments, "center", [](int64_t missing, int64_t width) { return missing / 2 + (missing & width & 1); });
}
Ref zfill(Vm& vm, const Arguments& arguments) {
  int64_t width;
  if (!as_int64(vm, arguments[1], &width)) return {};
  auto text = self_of(arguments);
  int64_t missing = std::max<int64_t>(0, width - static_cast<int64_t>(text.size()));
  if (heap.refuses(static_cast<size_t>(missing))) return raise(vm, exceptions::MemoryError);
  size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+');
  return make_like(arguments[0], std::string(text.substr(0, sign)).append(static_cast<size_t>(missing), '0').append(text.substr(sign)));
}

Ref expandtabs(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"tabsize"};
  Value out[1];
  int64_t size = 8, column = 0;
  if (!bind(vm, arguments.without_first(), {.function = "expandtabs", .names = kNames, .count = 1}, out)) return {};
  if (!out[0].is_null() && !as_int64(vm, out[0], &size)) return {};
  std::string result;
  for (char c : self_of(arguments)) {
    if (c == '\t') {
      int64_t spaces = size > 0 ? size - column % size : 0;
      if (heap.refuses(result.size() + static_cast<size_t>(spaces))) return raise(vm, exceptions::MemoryError);
      result.append(static_cast<size_t>(spaces), ' ');
      column += spaces;
    } else {
      result += c;
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  return make_like(arguments[0], result);
}

// --- splitting ---

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
  for (size_t at; most-- != 0 && (at = text.find(separator, start)) != std::string_view::npos; start = at + separator.size())
    pieces.append(text.substr(start, at - start));
  pieces.append(text.substr(start));
}

void split_at_backward(Pieces& pieces, std::string_view text, const std::string& separator, int64_t most) {
  for (size_t at; most-- != 0 && (at = text.rfind(separator)) != std::string_view::npos; text = text.substr(0, at))
    pieces.append(text.substr(at + separator.size()));
  pieces.append(text);
}

Ref split_by(Vm& vm, const Arguments& arguments, bool backward) {
  static constexpr const char* kNames[] = {"sep", "maxsplit"};
  Value out[2];
  std::string separator;
  int64_t most = -1;
  if (!bind(vm, arguments.without_first(), {.function = backward ? "rsplit" : "split", .names = kNames, .count = 2}, out)) return {};
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
  if (!bind(vm, arguments.without_first(), {.function = "splitlines", .names = kNames, .count = 1}, out)) return {};
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

Ref partition_at(Vm& vm, const Arguments& arguments, bool last) {
  std::string separator;
  if (!read_octets(vm, arguments[1], &separator)) return {};
  if (separator.empty()) return raise(vm, exceptions::ValueError, "empty separator");
  auto text = self_of(arguments);
  size_t at = last ? text.rfind(separator) : text.find(separator);
  bool found = at != std::string_view::npos;
  Ref middle = make_like(arguments[0], found ? separator : "");
  Ref before = make_like(arguments[0], found ? text.substr(0, at) : last ? "" : text);
  Ref after = make_like(arguments[0], found ? text.substr(at + separator.size()) : last ? text : "");
  return make_tuple({before, middle, after});
}
Ref partition(Vm& vm, const Arguments& arguments) { return partition_at(vm, arguments, false); }
Ref rpartition(Vm& vm, const Arguments& arguments) { return partition_at(vm, arguments, true); }

Ref join(Vm& vm, const Arguments& arguments) {
  if (!type_of(arguments[1])->operations.iterate && !type_of(arguments[1])->operations.get_item)
    return raise(vm, exceptions::TypeError, "can only join an iterable");
  Ref items = to_tuple(vm, arguments[1]);
  if (!items) return {};
  std::string result, separator(self_of(arguments));
  for (int64_t i = 0; i < items.as<Tuple>()->size; ++i) {
    Value item = items.as<Tuple>()->items[i];
    if (!is_bytes_like(item))
      return raise(vm, exceptions::TypeError, "sequence item {}: expected a bytes-like object, {} found", i, type_name(item));
    if (i) result += separator;
    result += bytes_view(item);
  }
  vm.charge(static_cast<int64_t>(result.size()));
  return make_like(arguments[0], result);
}

// --- conversions ---

Ref decode_method(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"encoding", "errors"};
  Value out[2];
  if (!bind(vm, arguments.without_first(), {.function = "decode", .names = kNames, .count = 2}, out)) return {};
  for (int i = 0; i < 2; ++i)
    if (!out[i].is_null() && !is_str(out[i]))
      return raise(vm, exceptions::TypeError, "decode() argument '{}' must be str, not {}", kNames[i], type_name(out[i]));
  return decode(vm, self_of(arguments), arguments[0], out[0], out[1]);
}

// The separator of hex(); 0: none. False with an exception pending.
bool read_separator(Vm& vm, Value value, char* separator) {
  *separator = 0;
  if (value.is_null()) return true;
  if (!is_str(value) && !is_bytes_like(value)) return (void)raise(vm, exceptions::TypeError, "sep must be str or bytes."), false;
  std::string text = is_str(value) ? to_utf8(value) : std::string(bytes_view(value));
  if ((is_str(value) ? value.as<Str>()->length : static_cast<int64_t>(text.size())) != 1)
    return (void)raise(vm, exceptions::ValueError, "sep must be length 1."), false;
  if (text[0] & 0x80) return (void)raise(vm, exceptions::ValueError, "sep must be ASCII."), false;
  return *separator = text[0], true;
}

Ref hex(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"sep", "bytes_per_sep"};
  Value out[2];
  char separator;
  int64_t group = 1;
  if (!bind(vm, arguments.without_first(), {.function = "hex", .names = kNames, .count = 2}, out)) return {};
  if (!read_separator(vm, out[0], &separator) || (!out[1].is_null() && !as_int64(vm, out[1], &group))) return {};
  auto text = self_of(arguments);
  auto size = static_cast<int64_t>(text.size()), every = std::abs(group);
  std::string result;
  for (int64_t i = 0; i < size; ++i) {
    // Groups are counted from the right, from the left when the number is negative.
    bool boundary = separator && every && i && (group > 0 ? (size - i) % every : i % every) == 0;
    if (boundary) result += separator;
    auto octet = static_cast<unsigned char>(text[static_cast<size_t>(i)]);
    result += {"0123456789abcdef"[octet >> 4], "0123456789abcdef"[octet & 15]};
  }
  vm.charge(size);
  return make_ascii_str(result);
}

Ref maketrans(Vm& vm, const Arguments& arguments) {
  std::string from, to, table;
  if (!read_octets(vm, arguments[0], &from) || !read_octets(vm, arguments[1], &to)) return {};
  if (from.size() != to.size()) return raise(vm, exceptions::ValueError, "maketrans arguments must have same length");
  for (int i = 0; i < 256; ++i) table += static_cast<char>(i);
  for (size_t i = 0; i < from.size(); ++i) table[static_cast<unsigned char>(from[i])] = to[i];
  return make_bytes(table);
}

Ref translate(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"", "delete"};
  Value out[2];
  std::string table, dropped, result;
  if (!bind(vm, arguments.without_first(), {.function = "translate", .names = kNames, .count = 2, .positional_only = 1, .required = 1}, out)) return {};
  if (!out[0].is_none() && !read_octets(vm, out[0], &table)) return {};
  if (!out[0].is_none() && table.size() != 256) return raise(vm, exceptions::ValueError, "translation table must be 256 characters long");
  if (!out[1].is_null() && !read_octets(vm, out[1], &dropped)) return {};
  for (char c : self_of(arguments))
    if (dropped.find(c) == std::string::npos) result += table.empty() ? c : table[static_cast<unsigned char>(c)];
  return make_like(arguments[0], result);
}

constexpr NativeDescription kMethods[] = {
    {"capitalize", capitalize, {0, 0}}, {"center", center, {1, 2}}, {"count", count, {0, -1}}, {"decode", decode_method, kAny},
    {"endswith", endswith, {0, -1}}, {"expandtabs", expandtabs, kAny}, {"find", find, {0, -1}}, {"hex", hex, kAny},
    {"index", index_of, {0, -1}}, {"isalnum", isalnum, {0, 0}}, {"isalpha", isalpha, {0, 0}}, {"isascii", isascii, {0, 0}},
    {"isdigit", isdigit, {0, 0}}, {"islower", islower, {0, 0}}, {"isspace", isspace, {0, 0}}, {"istitle", istitle, {0, 0}},
    {"isupper", isupper, {0, 0}}, {"join", join, {1, 1}}, {"ljust", ljust, {1, 2}}, {"lower", lower, {0, 0}},
    {"lstrip", lstrip, {0, 1}}, {"partition", partition, {1, 1}}, {"removeprefix", removeprefix, {1, 1}},
    {"removesuffix", removesuffix, {1, 1}}, {"replace", replace, {2, 3}}, {"rfind", rfind, {0, -1}},
    {"rindex", rindex_of, {0, -1}}, {"rjust", rjust, {1, 2}}, {"rpartition", rpartition, {1, 1}}, {"rsplit", rsplit, kAny},
    {"rstrip", rstrip, {0, 1}}, {"split", split, kAny}, {"splitlines", splitlines, kAny}, {"startswith", startswith, {0, -1}},
    {"strip", strip, {0, 1}}, {"swapcase", swapcase, {0, 0}}, {"title", title, {0, 0}}, {"translate", translate, kAny},
    {"upper", upper, {0, 0}}, {"zfill", zfill, {1, 1}},
};
constexpr NativeDescription kStaticMethods[] = {{"maketrans", maketrans, {2, 2}}};

}  // namespace

std::span<const NativeDescription> bytes_methods() { return kMethods; }
std::span<const NativeDescription> bytes_static_methods() { return kStaticMethods; }

}  // namespace gilsim::python

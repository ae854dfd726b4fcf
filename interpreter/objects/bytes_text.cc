// bytes as ASCII text: letter case, kinds of characters, padding and stripping.
#include <algorithm>
#include <utility>

#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

std::string_view self_of(const Arguments& arguments) { return bytes_view(arguments[0]); }

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
  return mapped(vm, arguments,
                [&](char c) { return std::exchange(first, false) ? to_upper(c) : to_lower(c); });
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
  return Value::of(std::any_of(text.begin(), text.end(), wanted) &&
                   std::none_of(text.begin(), text.end(), other));
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
      return raise(vm, exceptions::TypeError, "{}() argument 2 must be a byte string of length 1, not {}",
                   name, type_name(arguments[2]));
    fill = bytes_view(arguments[2]);
  }
  auto text = self_of(arguments);
  int64_t missing = std::max<int64_t>(0, width - static_cast<int64_t>(text.size()));
  if (heap.refuses(static_cast<size_t>(missing))) return raise(vm, exceptions::MemoryError);
  auto left = static_cast<size_t>(left_share(missing, width));
  return make_like(
      arguments[0],
      std::string(left, fill[0]).append(text).append(static_cast<size_t>(missing) - left, fill[0]));
}
Ref ljust(Vm& vm, const Arguments& arguments) {
  return on_field(vm, arguments, "ljust", [](int64_t, int64_t) { return 0; });
}
Ref rjust(Vm& vm, const Arguments& arguments) {
  return on_field(vm, arguments, "rjust", [](int64_t missing, int64_t) { return missing; });
}
Ref center(Vm& vm, const Arguments& arguments) {
  return on_field(vm, arguments, "center",
                  [](int64_t missing, int64_t width) { return missing / 2 + (missing & width & 1); });
}
Ref zfill(Vm& vm, const Arguments& arguments) {
  int64_t width;
  if (!as_int64(vm, arguments[1], &width)) return {};
  auto text = self_of(arguments);
  int64_t missing = std::max<int64_t>(0, width - static_cast<int64_t>(text.size()));
  if (heap.refuses(static_cast<size_t>(missing))) return raise(vm, exceptions::MemoryError);
  size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+');
  return make_like(
      arguments[0],
      std::string(text.substr(0, sign)).append(static_cast<size_t>(missing), '0').append(text.substr(sign)));
}

Ref expandtabs(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"tabsize"};
  Value out[1];
  int64_t size = 8, column = 0;
  if (!bind(vm, arguments.without_first(), {.function = "expandtabs", .names = kNames, .count = 1}, out))
    return {};
  if (!out[0].is_null() && !as_int64(vm, out[0], &size)) return {};
  std::string result;
  for (char c : self_of(arguments)) {
    if (c == '\t') {
      int64_t spaces = size > 0 ? size - column % size : 0;
      if (heap.refuses(result.size() + static_cast<size_t>(spaces)))
        return raise(vm, exceptions::MemoryError);
      result.append(static_cast<size_t>(spaces), ' ');
      column += spaces;
    } else {
      result += c;
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  return make_like(arguments[0], result);
}

constexpr NativeDescription kMethods[] = {
    {"capitalize", capitalize, {0, 0}},
    {"center", center, {1, 2}},
    {"expandtabs", expandtabs, kAny},
    {"isalnum", isalnum, {0, 0}},
    {"isalpha", isalpha, {0, 0}},
    {"isascii", isascii, {0, 0}},
    {"isdigit", isdigit, {0, 0}},
    {"islower", islower, {0, 0}},
    {"isspace", isspace, {0, 0}},
    {"istitle", istitle, {0, 0}},
    {"isupper", isupper, {0, 0}},
    {"ljust", ljust, {1, 2}},
    {"lower", lower, {0, 0}},
    {"lstrip", lstrip, {0, 1}},
    {"rjust", rjust, {1, 2}},
    {"rstrip", rstrip, {0, 1}},
    {"strip", strip, {0, 1}},
    {"swapcase", swapcase, {0, 0}},
    {"title", title, {0, 0}},
    {"upper", upper, {0, 0}},
    {"zfill", zfill, {1, 1}},
};

}  // namespace

std::span<const NativeDescription> bytes_text_methods() { return kMethods; }

}  // namespace gilsim::python

#include "interpreter/objects/bytes_methods.h"

#include <cstdlib>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Ref make_like(Value like, std::string_view octets) {
  return is_bytearray(like) ? make_bytearray(octets) : make_bytes(octets);
}

bool read_octets(Vm& vm, Value value, std::string* octets) {
  if (is_bytes_like(value)) return *octets = bytes_view(value), true;
  HeldBuffer held;
  if (!held.hold(vm, value)) return false;
  return *octets = held.octets(), true;
}

bool read_octet(Vm& vm, Value value, char* octet) {
  int64_t number;
  if (!as_int64_clamped(vm, value, &number)) return false;
  if (number < 0 || number > 255)
    return (void)raise(vm, exceptions::ValueError, "byte must be in range(0, 256)"), false;
  return *octet = static_cast<char>(number), true;
}

namespace {

std::string_view self_of(const Arguments& arguments) { return bytes_view(arguments[0]); }

Ref decode_method(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"encoding", "errors"};
  Value out[2];
  if (!bind(vm, arguments.without_first(), {.function = "decode", .names = kNames, .count = 2}, out))
    return {};
  for (int i = 0; i < 2; ++i)
    if (!out[i].is_null() && !is_str(out[i]))
      return raise(vm, exceptions::TypeError, "decode() argument '{}' must be str, not {}", kNames[i],
                   type_name(out[i]));
  return decode(vm, self_of(arguments), arguments[0], out[0], out[1]);
}

// The separator of hex(); 0: none. False with an exception pending.
bool read_separator(Vm& vm, Value value, char* separator) {
  *separator = 0;
  if (value.is_null()) return true;
  if (!is_str(value) && !is_bytes_like(value))
    return (void)raise(vm, exceptions::TypeError, "sep must be str or bytes."), false;
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
  if (!read_separator(vm, out[0], &separator) || (!out[1].is_null() && !as_int64(vm, out[1], &group)))
    return {};
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
  if (from.size() != to.size())
    return raise(vm, exceptions::ValueError, "maketrans arguments must have same length");
  for (int i = 0; i < 256; ++i) table += static_cast<char>(i);
  for (size_t i = 0; i < from.size(); ++i) table[static_cast<unsigned char>(from[i])] = to[i];
  return make_bytes(table);
}

Ref translate(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"", "delete"};
  Value out[2];
  std::string table, dropped, result;
  if (!bind(vm, arguments.without_first(),
            {.function = "translate", .names = kNames, .count = 2, .positional_only = 1, .required = 1}, out))
    return {};
  if (!out[0].is_none() && !read_octets(vm, out[0], &table)) return {};
  if (!out[0].is_none() && table.size() != 256)
    return raise(vm, exceptions::ValueError, "translation table must be 256 characters long");
  if (!out[1].is_null() && !read_octets(vm, out[1], &dropped)) return {};
  for (char c : self_of(arguments))
    if (dropped.find(c) == std::string::npos)
      result += table.empty() ? c : table[static_cast<unsigned char>(c)];
  return make_like(arguments[0], result);
}

// As in CPython: header, octets and a zero behind them, which an empty bytearray lacks.
Ref size_in_bytes(Vm&, const Arguments& arguments) {
  const auto size = static_cast<int64_t>(self_of(arguments).size());
  return make_int(is_bytes(arguments[0]) ? 33 + size : 56 + (size ? size + 1 : 0));
}

constexpr NativeDescription kMethods[] = {
    {"__sizeof__", size_in_bytes, {0, 0}},
    {"decode", decode_method, kAny},
    {"hex", hex, kAny},
    {"translate", translate, kAny},
};
constexpr NativeDescription kStaticMethods[] = {{"maketrans", maketrans, {2, 2}}};

}  // namespace

std::vector<NativeDescription> bytes_methods() {
  std::vector<NativeDescription> methods(std::begin(kMethods), std::end(kMethods));
  for (auto part : {bytes_search_methods(), bytes_split_methods(), bytes_text_methods()})
    methods.insert(methods.end(), part.begin(), part.end());
  return methods;
}
std::span<const NativeDescription> bytes_static_methods() { return kStaticMethods; }

}  // namespace gilsim::python

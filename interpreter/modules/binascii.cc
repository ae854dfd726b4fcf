// binascii: octets as text and back. base64 builds on it.
#include <algorithm>
#include <string>
#include <vector>

#include "interpreter/modules/binascii_quoted.h"
#include "interpreter/modules/zlib/checksums.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

Type binascii_error_type, incomplete_type;

constexpr char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Octets, or a str of ASCII characters as such.
bool read_ascii(Vm& vm, Value value, std::string* octets) {
  if (is_str(value)) {
    *octets = to_utf8(value);
    if (std::none_of(octets->begin(), octets->end(), [](char c) { return c & 0x80; })) return true;
    return fail(vm, exceptions::ValueError, "string argument should contain only ASCII characters");
  }
  HeldBuffer held;
  if (!has_buffer(value))
    return fail(vm, exceptions::TypeError, "argument should be bytes, buffer or ASCII string, not '{}'",
                type_name(value));
  if (!held.hold(vm, value)) return false;
  return *octets = held.octets(), true;
}

// --- hexadecimal
// -----------------------------------------------------------------------------------------------------

Ref hexlify(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"data", "sep", "bytes_per_sep"};
  Value out[3];
  HeldBuffer held;
  if (!bind(vm, arguments, {.function = "hexlify", .names = kNames, .count = 3, .required = 1}, out) ||
      !held.hold(vm, out[0]))
    return {};
  // bytes.hex() knows separators and groups.
  Ref octets = make_bytes(held.octets());
  std::vector<Value> values;
  for (int i = 1; i < 3 && !out[i].is_null(); ++i) values.push_back(out[i]);
  Ref method = get_attribute(vm, octets, intern("hex"));
  Ref text = method ? call(vm, method, Arguments{values.data(), values.size(), nullptr}) : Ref();
  return text ? make_bytes(to_utf8(text)) : Ref();
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const int lower = c | 32;
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Ref unhexlify(Vm& vm, const Arguments& arguments) {
  std::string text, octets;
  if (!read_ascii(vm, arguments[0], &text)) return {};
  vm.charge(std::ssize(text) * 2 / 3);
  if (text.size() % 2) return raise(vm, binascii_error_type, "Odd-length string");
  for (size_t i = 0; i < text.size(); i += 2) {
    const int high = hex_digit(text[i]), low = hex_digit(text[i + 1]);
    if (high < 0 || low < 0) return raise(vm, binascii_error_type, "Non-hexadecimal digit found");
    octets += static_cast<char>(high << 4 | low);
  }
  return make_bytes(octets);
}

// One positional argument and one option by keyword.
bool bind_with_option(Vm& vm, const Arguments& arguments, const char* function, const char* const* names, Value* out) {
  return bind(vm, arguments,
              {.function = function, .names = names, .count = 2, .positional_only = 1, .required = 1, .keyword_only_from = 1},
              out);
}

// --- base 64 ---

Ref b2a_base64(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"", "newline"};
  Value out[2];
  HeldBuffer held;
  if (!bind_with_option(vm, arguments, "b2a_base64", kNames, out)) return {};
  if (!held.hold(vm, out[0])) return {};
  const int newline = out[1].is_null() ? 1 : truth(vm, out[1]);
  if (newline < 0) return {};
  std::string text;
  uint32_t bits = 0;
  int count = 0;
  for (char octet : held.octets()) {
    bits = bits << 8 | static_cast<uint8_t>(octet);
    for (count += 8; count >= 6; count -= 6) text += kBase64[bits >> (count - 6) & 63];
  }
  if (count) text += kBase64[bits << (6 - count) & 63];
  while (text.size() % 4) text += '=';
  if (newline) text += '\n';
  vm.charge(held.size());
  return make_bytes(text);
}

class Base64Reader {
 public:
  Base64Reader(Vm& vm, std::string_view text, bool strict) : vm_(vm), text_(text), strict_(strict) {}

  Ref read() {
    if (strict_ && !text_.empty() && text_[0] == '=') return refuse("Leading padding not allowed");
    for (size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '=') {
        if (is_complete_after_padding()) {
          if (strict_ && i + 1 < text_.size()) return refuse("Excess data after padding");
          return make_bytes(octets_);
        }
        continue;
      }
      if (!take(text_[i])) return {};
    }
    if (digits_ == 0) return make_bytes(octets_);
    if (digits_ > 1) return refuse("Incorrect padding");
    return raise(
        vm_, binascii_error_type,
        "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
        octets_.size() / 3 * 4 + 1);
  }

 private:
  Ref refuse(const char* message) { return raise(vm_, binascii_error_type, message); }

  bool is_complete_after_padding() { return digits_ >= 2 && digits_ + ++padding_ >= 4; }

  bool take(char c) {
    const char* found = c ? std::find(kBase64, kBase64 + 64, c) : kBase64 + 64;
    if (found == kBase64 + 64) return !strict_ || (refuse("Only base64 data is allowed"), false);
    if (strict_ && padding_) return refuse("Discontinuous padding not allowed"), false;
    padding_ = 0;
    bits_ = bits_ << 6 | static_cast<uint32_t>(found - kBase64);
    if (++digits_ > 1) octets_ += static_cast<char>(bits_ >> (8 - 2 * digits_) & 255);
    if (digits_ == 4) digits_ = 0;
    return true;
  }

  Vm& vm_;
  std::string_view text_;
  bool strict_;
  std::string octets_;
  uint32_t bits_ = 0;
  int digits_ = 0, padding_ = 0;  // of the group of four
};

Ref a2b_base64(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"", "strict_mode"};
  Value out[2];
  std::string text;
  if (!bind_with_option(vm, arguments, "a2b_base64", kNames, out)) return {};
  const int strict = out[1].is_null() ? 0 : truth(vm, out[1]);
  if (strict < 0 || !read_ascii(vm, out[0], &text)) return {};
  vm.charge(std::ssize(text) * 2);
  return Base64Reader(vm, text, strict).read();
}

// --- uuencode, CRC of HQX ---

Ref b2a_uu(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"", "backtick"};
  Value out[2];
  HeldBuffer held;
  if (!bind_with_option(vm, arguments, "b2a_uu", kNames, out)) return {};
  const int backtick = out[1].is_null() ? 0 : truth(vm, out[1]);
  if (backtick < 0 || !held.hold(vm, out[0])) return {};
  if (held.size() > 45) return raise(vm, binascii_error_type, "At most 45 bytes at once");
  auto digit = [&](uint32_t six) { return backtick && six == 0 ? '`' : static_cast<char>(six + ' '); };
  std::string text(1, digit(static_cast<uint32_t>(held.size()))), octets(held.octets());
  octets.resize((octets.size() + 2) / 3 * 3);
  for (size_t i = 0; i < octets.size(); i += 3) {
    const uint32_t bits = static_cast<uint32_t>(static_cast<uint8_t>(octets[i])) << 16 |
                          static_cast<uint32_t>(static_cast<uint8_t>(octets[i + 1])) << 8 |
                          static_cast<uint8_t>(octets[i + 2]);
    for (int shift = 18; shift >= 0; shift -= 6) text += digit(bits >> shift & 63);
  }
  return make_bytes(text + '\n');
}

Ref a2b_uu(Vm& vm, const Arguments& arguments) {
  std::string text, octets;
  if (!read_ascii(vm, arguments[0], &text)) return {};
  const int first = text.empty() ? 0 : static_cast<uint8_t>(text[0]);
  const auto size = static_cast<size_t>((first - ' ') & 63);
  uint32_t bits = 0;
  int count = 0;
  text.resize(std::min(text.find_first_of("\r\n"), text.size()));  // spaces at the line's end may be missing
  for (size_t i = 1; octets.size() < size; ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (c < ' ' || c > ' ' + 64) return raise(vm, binascii_error_type, "Illegal char");
    bits = bits << 6 | (static_cast<uint32_t>(c - ' ') & 63);
    for (count += 6; count >= 8; count -= 8)
      if (octets.size() < size) octets += static_cast<char>(bits >> (count - 8));
  }
  return make_bytes(octets);
}

Ref crc_hqx(Vm& vm, const Arguments& arguments) {
  HeldBuffer held;
  int64_t start;
  if (!held.hold(vm, arguments[0]) || !as_int64(vm, arguments[1], &start)) return {};
  auto crc = static_cast<uint32_t>(start & 0xffff);
  for (char octet : held.octets()) {
    crc ^= static_cast<uint32_t>(static_cast<uint8_t>(octet)) << 8;
    for (int bit = 0; bit < 8; ++bit) crc = crc << 1 ^ (crc & 0x8000 ? 0x1021 : 0);
    crc &= 0xffff;
  }
  vm.charge(held.size());
  return make_int(static_cast<int64_t>(crc));
}

// --- quoted-printable ------------------------------------------------------------------------------------------------

Ref a2b_qp(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"data", "header"};
  Value out[2];
  std::string text;
  if (!bind(vm, arguments, {.function = "a2b_qp", .names = kNames, .count = 2, .required = 1}, out) || !read_ascii(vm, out[0], &text)) return {};
  const int header = out[1].is_null() ? 0 : truth(vm, out[1]);
  if (header < 0) return {};
  vm.charge(std::ssize(text));
  return make_bytes(from_quoted_printable(text, header));
}

Ref b2a_qp(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"data", "quotetabs", "istext", "header"};
  Value out[4];
  HeldBuffer held;
  if (!bind(vm, arguments, {.function = "b2a_qp", .names = kNames, .count = 4, .required = 1}, out) || !held.hold(vm, out[0])) return {};
  QuotedOptions options;
  bool* const chosen[] = {&options.quote_tabs, &options.is_text, &options.header};
  for (int i = 0; i < 3; ++i) {
    const int answer = out[i + 1].is_null() ? *chosen[i] : truth(vm, out[i + 1]);
    if (answer < 0) return {};
    *chosen[i] = answer;
  }
  vm.charge(held.size() * 2);
  return make_bytes(to_quoted_printable(held.octets(), options));
}

constexpr NativeDescription kFunctions[] = {
    {"hexlify", hexlify, kAny, "Hexadecimal representation of binary data."},
    {"b2a_hex", hexlify, kAny, "Hexadecimal representation of binary data."},
    {"unhexlify", unhexlify, {1, 1}, "Binary data of hexadecimal representation."},
    {"a2b_hex", unhexlify, {1, 1}, "Binary data of hexadecimal representation."},
    {"b2a_base64", b2a_base64, kAny, "Base64-code line of data."},
    {"a2b_base64", a2b_base64, kAny, "Decode a line of base64 data."},
    {"b2a_uu", b2a_uu, kAny, "Uuencode line of data."},
    {"a2b_uu", a2b_uu, {1, 1}, "Decode a line of uuencoded data."},
    {"a2b_qp", a2b_qp, kAny, "Decode a string of qp-encoded data."},
    {"b2a_qp", b2a_qp, kAny, "Encode a string using quoted-printable encoding."},
    {"crc32", crc32_of, {1, 2}, "Compute CRC-32 incrementally."},
    {"crc_hqx", crc_hqx, {2, 2}, "Compute CRC-CCITT incrementally."},
};

bool populate(Vm&, Module* module) {
  define_type(binascii_error_type, {.name = "binascii.Error",
                                    .base = &exceptions::ValueError,
                                    .basic_size = sizeof(BaseException),
                                    .flags = kSubclassable,
                                    .operations = {}});
  define_type(incomplete_type, {.name = "binascii.Incomplete",
                                .base = &exceptions::Exception,
                                .basic_size = sizeof(BaseException),
                                .flags = kSubclassable,
                                .operations = {}});
  dict_set_str(module->dictionary, intern("Error"), Value::of(&binascii_error_type));
  dict_set_str(module->dictionary, intern("Incomplete"), Value::of(&incomplete_type));
  return true;
}

}  // namespace

const ModuleDefinition& binascii_module() {
  static const ModuleDefinition module{"binascii", kFunctions, populate,
                                       "Conversion between binary data and ASCII"};
  return module;
}

}  // namespace gilsim::python

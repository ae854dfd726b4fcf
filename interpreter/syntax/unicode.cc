#include "interpreter/syntax/unicode.h"

#include <utf8proc.h>

#include <cstdlib>

namespace gilsim::syntax {
namespace {

utf8proc_category_t category_of(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

// The properties Other_ID_Start and Other_ID_Continue keep characters in names whose category changed.
bool is_other_start(char32_t c) {
  return c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212E;
}
bool is_other_continue(char32_t c) {
  return c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19DA;
}
// XID_Start and XID_Continue leave out what NFKC would turn into something that is no name.
bool changes_under_nfkc_start(char32_t c) {
  return c == 0x37A || c == 0xE33 || c == 0xEB3 || (c >= 0xFC5E && c <= 0xFC63) || c == 0xFDFA ||
         c == 0xFDFB || c == 0xFE70 || c == 0xFE72 || c == 0xFE74 || c == 0xFE76 || c == 0xFE78 ||
         c == 0xFE7A || c == 0xFE7C || c == 0xFE7E || c == 0xFF9E || c == 0xFF9F || c == 0x2E2F;
}
bool changes_under_nfkc_continue(char32_t c) {
  return changes_under_nfkc_start(c) && c != 0xE33 && c != 0xEB3 && c != 0xFF9E && c != 0xFF9F;
}

bool is_letter(char32_t c) {
  switch (category_of(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL: return true;
    default: return is_other_start(c);
  }
}

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

}  // namespace

CodePoint decode_utf8(std::string_view text) {
  if (text.empty()) return {};
  auto byte = [&](size_t index) { return static_cast<unsigned char>(text[index]); };
  unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  size_t size = first >= 0xF0 && first <= 0xF4  ? 4
                : first >= 0xE0 && first < 0xF0 ? 3
                : first >= 0xC2 && first < 0xE0 ? 2
                                                : 0;
  if (size == 0 || text.size() < size) return {};
  char32_t value = first & (0xFF >> (size + 1));
  for (size_t i = 1; i < size; ++i) {
    if (!is_continuation(byte(i))) return {};
    value = value << 6 | (byte(i) & 0x3F);
  }
  bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {};
  return {value, static_cast<int>(size)};
}

size_t find_invalid_utf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    int size = decode_utf8(text.substr(i, 4)).size;
    if (size == 0) return i;
    i += size;
  }
  return std::string_view::npos;
}

void append_utf8(std::string& text, char32_t c) {
  auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | c >> 12);
    tail(6), tail(0);
  } else {
    text += static_cast<char>(0xF0 | c >> 18);
    tail(12), tail(6), tail(0);
  }
}

bool can_start_name(char32_t c) {
  if (c < 0x80) return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter(c) && !changes_under_nfkc_start(c);
}

bool can_continue_name(char32_t c) {
  if (c < 0x80) return can_start_name(c) || (c >= '0' && c <= '9');
  if (changes_under_nfkc_continue(c)) return false;
  switch (category_of(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC: return true;
    default: return is_letter(c) || is_other_continue(c);
  }
}

bool is_printable(char32_t c) {
  if (c < 0x80) return c >= 0x20 && c < 0x7F;
  switch (category_of(c)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return false;
    default: return true;
  }
}

int display_width(char32_t c) {
  if (c < 0x80) return 1;
  int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return width < 0 ? 0 : width;
}

std::string normalize_name(std::string_view name) {
  utf8proc_uint8_t* result = nullptr;
  auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_STABLE);
  auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
  auto size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(name.size()), &result, options);
  std::string normalized = size < 0 ? std::string(name) : std::string(reinterpret_cast<char*>(result), size);
  std::free(result);
  return normalized;
}

}  // namespace gilsim::syntax

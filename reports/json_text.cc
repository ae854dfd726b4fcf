#include "reports/json_text.h"

#include <fmt/format.h>
#include <utf8proc.h>

namespace gilsim::reports {

std::string json_string(std::string_view text) {
  std::string result = "\"";
  while (!text.empty()) {
    utf8proc_int32_t code_point = -1;
    auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                  static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    std::size_t length = bytes > 0 ? static_cast<std::size_t>(bytes) : 1;
    if (bytes <= 0) {
      result += "\uFFFD";
    } else if (code_point == '"' || code_point == '\\') {
      result += '\\';
      result += static_cast<char>(code_point);
    } else if (code_point < 0x20) {
      result += fmt::format("\\u{:04x}", code_point);
    } else {
      result += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
  return result + "\"";
}

}  // namespace gilsim::reports

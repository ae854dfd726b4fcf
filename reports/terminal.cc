#include "reports/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace gilsim::reports {
namespace {

constexpr int smallest_width = 40;  // below, a table or a timeline has no room to say anything
constexpr int largest_width = 400;

int number_in_environment(const char* name) {
  const char* text = std::getenv(name);
  return text ? std::atoi(text) : 0;
}

int find_width(int file_descriptor) {
  winsize size{};
  int width = 0;
  if (ioctl(file_descriptor, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (width == 0) width = number_in_environment("COLUMNS");
  if (width == 0) width = 80;
  return std::clamp(width, smallest_width, largest_width);
}

bool wants_colors(ColorChoice choice, bool interactive) {
  if (choice != ColorChoice::Auto) return choice == ColorChoice::Always;
  const char* no_color = std::getenv("NO_COLOR");
  return interactive && !(no_color && *no_color);
}

struct Character {
  std::size_t bytes = 1;
  int columns = 1;
  std::int32_t code_point = -1;  // -1: not UTF-8
};

Character first_character(std::string_view text) {
  utf8proc_int32_t code_point = -1;
  auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                static_cast<utf8proc_ssize_t>(text.size()), &code_point);
  if (bytes <= 0) return {};
  return {static_cast<std::size_t>(bytes), utf8proc_charwidth(code_point), code_point};
}

bool is_control(std::int32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0) || code_point == 0x2028 ||
         code_point == 0x2029 || (code_point >= 0x202a && code_point <= 0x202e);
}

std::string_view escape_sequence(Color color) {
  switch (color) {
    case Color::None: return "";
    case Color::Green: return "\033[32m";
    case Color::Red: return "\033[31m";
    case Color::Yellow: return "\033[33m";
    case Color::Magenta: return "\033[35m";
    case Color::Blue: return "\033[34m";
    case Color::Cyan: return "\033[36m";
    case Color::Dim: return "\033[2m";
    case Color::Bold: return "\033[1m";
  }
  return "";
}

}  // namespace

Terminal find_terminal(int file_descriptor, ColorChoice choice) {
  bool interactive = isatty(file_descriptor) == 1;
  return {find_width(file_descriptor), wants_colors(choice, interactive), interactive};
}

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    Character character = first_character(text);
    width += character.columns;
    text.remove_prefix(character.bytes);
  }
  return width;
}

std::string cut_middle(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t tail = text.size();
  while (tail > 0) {  // a third of the room
    std::size_t previous = tail - 1;
    while (previous > 0 && (text[previous] & 0xC0) == 0x80) --previous;
    if (display_width(text.substr(previous)) > width / 3) break;
    tail = previous;
  }
  std::string_view end = text.substr(tail);
  return cut(text, width - display_width(end)) + std::string(end);
}

std::string cut(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t length = 0;
  for (int used = 0;;) {
    Character character = first_character(text.substr(length));
    used += character.columns;
    if (used > width - 1) break;
    length += character.bytes;
  }
  return width > 0 ? std::string(text.substr(0, length)) + "…" : "";
}

std::string pad_right(std::string_view text, int width) {
  return std::string(text) + std::string(std::max(0, width - display_width(text)), ' ');
}

std::string pad_left(std::string_view text, int width) {
  return std::string(std::max(0, width - display_width(text)), ' ') + std::string(text);
}

std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    Character character = first_character(text);
    if (character.code_point < 0) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[0]));
    } else if (is_control(character.code_point)) {
      bool short_form = character.code_point < 0x100;
      result += short_form ? fmt::format("\\x{:02x}", character.code_point)
                           : fmt::format("\\u{:04x}", character.code_point);
    } else {
      result += text.substr(0, character.bytes);
    }
    text.remove_prefix(character.bytes);
  }
  return result;
}

std::string paint(std::string_view text, Color color, const Terminal& terminal) {
  if (!terminal.colors || color == Color::None) return std::string(text);
  return fmt::format("{}{}\033[0m", escape_sequence(color), text);
}

std::string rewrite_line(std::string_view text) {
  return fmt::format("\r\033[K{}", text);
}

}  // namespace gilsim::reports

// CLI11 does not fold its lists of options, and knows nothing of characters that are two columns wide.
#include "app/wrap.h"

#include <algorithm>

#include "reports/terminal.h"

namespace gilsim::app {
namespace {

using reports::display_width;

constexpr std::size_t indent_below = 6;

std::size_t bytes_of_first(std::string_view text) {
  std::size_t bytes = 1;
  while (bytes < text.size() && (text[bytes] & 0xC0) == 0x80) ++bytes;
  return bytes;
}

// Chinese text has no blanks and may be broken anywhere but before closing and behind opening punctuation.
bool is_closing(std::string_view character) {
  constexpr std::string_view closing[] = {"，", "。", "、", "；", "：", "）", "”", "…"};
  return std::find(std::begin(closing), std::end(closing), character) != std::end(closing);
}

bool is_opening(std::string_view character) {
  return character == "（" || character == "“";
}

// How many bytes of `text`, which is too wide, go onto a line.
std::size_t bytes_that_fit(std::string_view text, int width) {
  std::size_t breakable = 0, at = 0;
  std::string_view previous = " ";
  for (int columns = 0; at < text.size();) {
    std::string_view character = text.substr(at, bytes_of_first(text.substr(at)));
    bool wide = display_width(character) == 2 || display_width(previous) == 2;
    if (at > 0 && (character == " " || (wide && !is_closing(character) && !is_opening(previous))))
      breakable = at;
    columns += display_width(character);
    if (columns > width) break;
    previous = character;
    at += character.size();
  }
  return breakable > 0 ? breakable : std::max<std::size_t>(at, bytes_of_first(text));
}

// Where a line's last column of text begins: behind its last gap of two blanks, else behind its indentation.
std::size_t text_column(std::string_view line) {
  std::size_t gap = line.rfind("  ");
  return gap == std::string_view::npos ? 0 : gap + 2;
}

std::string fold(std::string_view text, std::size_t indent, int width) {
  std::string folded;
  int room = std::max(10, width - static_cast<int>(indent));
  while (display_width(text) > room) {
    std::size_t bytes = bytes_that_fit(text, room);
    folded += std::string(text.substr(0, bytes)) + "\n" + std::string(indent, ' ');
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(' ', bytes)));
  }
  return folded += text;
}

std::string wrap_line(std::string_view line, int width) {
  if (display_width(line) <= width) return std::string(line);
  std::size_t column = text_column(line);
  std::string_view head = line.substr(0, column);
  std::size_t indent = static_cast<std::size_t>(display_width(head));
  if (static_cast<int>(indent) <= width / 2)
    return std::string(head) + fold(line.substr(column), indent, width);
  head = head.substr(0, head.find_last_not_of(' ') + 1);
  return fold(head, 4, width) + "\n" + std::string(indent_below, ' ') +
         fold(line.substr(column), indent_below, width);
}

}  // namespace

std::string wrap(std::string_view text, int width) {
  std::string wrapped;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    wrapped += wrap_line(text.substr(0, end), width);
    if (end < text.size()) wrapped += '\n';
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return wrapped;
}

}  // namespace gilsim::app

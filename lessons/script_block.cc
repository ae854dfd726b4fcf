#include "lessons/script_block.h"

#include <algorithm>

namespace gilsim::lessons {
namespace {

constexpr std::string_view opening = "# /// script";
constexpr std::string_view closing = "# ///";

bool is_comment(std::string_view line) {
  return line == "#" || line.starts_with("# ");
}

// Where the block that opens at line `begin` ends: at the last "# ///" of its comments, as the standard has
// it.
std::size_t find_closing(const std::vector<std::string_view>& lines, std::size_t begin) {
  std::size_t found = 0;
  for (std::size_t i = begin + 1; i < lines.size() && is_comment(lines[i]); ++i) {
    if (lines[i] == closing) found = i;
    if (lines[i] == opening) break;
  }
  return found;
}

}  // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

std::optional<ScriptBlock> find_script_block(std::string_view source, Language language,
                                             std::vector<Problem>& problems) {
  auto lines = split_lines(source);
  auto number = [&](auto line) { return static_cast<int>(line - lines.begin()) + 1; };
  auto begin = std::find(lines.begin(), lines.end(), opening);
  if (begin == lines.end()) {
    problems.push_back({{1, 1}, say(language, Message::no_block)});
    return std::nullopt;
  }
  std::size_t end = find_closing(lines, static_cast<std::size_t>(begin - lines.begin()));
  if (end == 0) {
    problems.push_back({{number(begin), 1}, say(language, Message::block_open)});
    return std::nullopt;
  }
  auto second = std::find(lines.begin() + static_cast<std::ptrdiff_t>(end), lines.end(), opening);
  if (second != lines.end()) problems.push_back({{number(second), 1}, say(language, Message::two_blocks)});
  ScriptBlock block;
  block.first_line = number(begin) + 1;
  block.end_line = static_cast<int>(end) + 1;
  for (auto line = begin + 1; line != lines.begin() + static_cast<std::ptrdiff_t>(end); ++line) {
    block.toml += std::string(line->substr(std::min<std::size_t>(2, line->size()))) + "\n";
  }
  return block;
}

bool is_lesson(std::string_view source) {
  std::vector<Problem> ignored;
  auto block = find_script_block(source, Language::English, ignored);
  return block && block->toml.find("[tool.gilsim]") != std::string::npos;
}

}  // namespace gilsim::lessons

#include "lessons/cells.h"

#include <optional>
#include <utility>

namespace gilsim::lessons {
namespace {

constexpr std::string_view solution_begins = "### BEGIN SOLUTION";
constexpr std::string_view solution_ends = "### END SOLUTION";

std::string_view trim(std::string_view text) {
  std::size_t start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return "";
  return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

class Splitter {
 public:
  Splitter(Language language, std::vector<Problem>& problems) : language_(language), problems_(problems) {}

  std::vector<Cell> split(std::string_view source, const ScriptBlock& block) {
    line_ = 0;
    for (std::string_view line : split_lines(source)) {
      ++line_;
      if (line_ < block.first_line - 1 || line_ > block.end_line) follow(line);
    }
    if (current_.is_solution) problem(Message::solution_open, solution_line_);
    close();
    return std::move(cells_);
  }

 private:
  void follow(std::string_view line) {
    if (line.starts_with("# %%")) return begin_cell(line);
    if (trim(line) == solution_begins) return begin_solution();
    if (trim(line) == solution_ends) return end_solution();
    if (current_.kind == CellKind::Prose) return add_prose(line);
    add(line);
  }

  void begin_cell(std::string_view line) {
    if (current_.is_solution) problem(Message::solution_open, solution_line_);
    close();
    current_ = {.kind = CellKind::Code, .line = line_ + 1, .text = ""};
    if (line.find("[markdown]") == std::string_view::npos) return;
    current_.kind = CellKind::Prose;
    bool chinese = line.find("lang=\"zh\"") != std::string_view::npos;
    bool english = line.find("lang=\"en\"") != std::string_view::npos;
    if (chinese == english) problem(Message::cell_language, line_);
    current_.language = chinese ? Language::Chinese : Language::English;
  }

  void begin_solution() {
    if (current_.is_solution) problem(Message::solution_open, solution_line_);
    solution_line_ = line_;
    restart(true);
  }

  void end_solution() {
    if (!current_.is_solution) problem(Message::solution_end, line_);
    restart(false);
  }

  void restart(bool is_solution) {
    Cell next{current_.kind, current_.language, is_solution, line_ + 1, ""};
    close();
    current_ = next;
  }

  void add_prose(std::string_view line) {
    if (trim(line).empty()) return add("");
    if (!line.starts_with('#')) return problem(Message::cell_text, line_);
    line.remove_prefix(1);
    add(line.starts_with(' ') ? line.substr(1) : line);
  }

  void add(std::string_view line) {
    if (current_.text.empty() && trim(line).empty()) {
      current_.line = line_ + 1;
      return;
    }
    current_.text += std::string(line) + "\n";
  }

  void close() {
    std::size_t end = current_.text.find_last_not_of('\n');
    if (end == std::string::npos) return;
    current_.text.resize(end + 1);
    current_.text += '\n';
    cells_.push_back(std::move(current_));
  }

  void problem(Message message, int line) { problems_.push_back({{line, 1}, say(language_, message)}); }

  Language language_;
  std::vector<Problem>& problems_;
  std::vector<Cell> cells_;
  Cell current_;
  int line_ = 0;
  int solution_line_ = 0;
};

}  // namespace

std::vector<Cell> split_cells(std::string_view source, const ScriptBlock& block, Language language,
                              std::vector<Problem>& problems) {
  return Splitter(language, problems).split(source, block);
}

}  // namespace gilsim::lessons

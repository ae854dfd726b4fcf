#include "reports/text_table.h"

#include <algorithm>
#include <numeric>

#include "reports/terminal.h"

namespace gilsim::reports {
namespace {

std::vector<int> column_widths(const std::vector<std::vector<std::string>>& rows) {
  std::vector<int> widths(rows[0].size());
  for (const auto& cells : rows) {
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], display_width(cells[i]));
  }
  return widths;
}

}  // namespace

std::string format_text_table(const std::vector<std::vector<std::string>>& rows, int width) {
  std::vector<int> widths = column_widths(rows);
  int columns = static_cast<int>(widths.size());
  int narrow = std::accumulate(widths.begin(), widths.end(), columns - 1);
  int gap = narrow + columns - 1 <= width ? 2 : 1;
  std::string text;
  for (std::size_t first = 1; first < widths.size();) {
    std::size_t end = first + 1;
    int used = widths[0] + gap + widths[first];
    while (end < widths.size() && used + gap + widths[end] <= width) used += gap + widths[end++];
    for (const auto& cells : rows) {
      text += pad_right(cells[0], widths[0]);
      for (std::size_t i = first; i < end; ++i)
        text += std::string(static_cast<std::size_t>(gap), ' ') + pad_left(cells[i], widths[i]);
      text += "\n";
    }
    first = end;
  }
  return text;
}

}  // namespace gilsim::reports

#include "reports/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "reports/state_intervals.h"
#include "sim/time.h"

namespace gilsim::reports {
namespace {

using sim::Nanoseconds;

using Tally = std::array<Nanoseconds, part_count>;  // time in each part

// What filled most of a slice; of equals the first in the order of the parts.
std::optional<Part> largest(const Tally& tally) {
  auto most = std::max_element(tally.begin(), tally.end());
  if (*most == 0) return std::nullopt;
  return static_cast<Part>(most - tally.begin());
}

void add(std::vector<Tally>& cells, const StateInterval& interval, Nanoseconds column_ns) {
  int part = static_cast<int>(part_of(interval.state));
  for (Nanoseconds at = interval.from; at < interval.to;) {
    auto cell = static_cast<std::size_t>(at / column_ns);
    Nanoseconds next = std::min(interval.to, static_cast<Nanoseconds>(cell + 1) * column_ns);
    cells[cell][part] += next - at;
    at = next;
  }
}

Color color_of(Part part) {
  switch (part) {
    case Part::Running: return Color::Green;
    case Part::Gil: return Color::Red;
    case Part::Ready: return Color::Yellow;
    case Part::Lock: return Color::Magenta;
    case Part::Condition: return Color::Magenta;
    case Part::Events: return Color::Blue;
    case Part::Sleeping: return Color::Blue;
    case Part::Io:
    case Part::Network: return Color::Cyan;
    case Part::Joining: return Color::Dim;
  }
  return Color::None;
}

// Neighbours of one colour are painted together.
std::string format_cells(const std::vector<std::optional<Part>>& cells, const Terminal& terminal) {
  std::string line;
  for (auto run = cells.begin(); run != cells.end();) {
    auto end = std::find_if(run, cells.end(), [&](auto cell) { return cell != *run; });
    auto length = static_cast<std::size_t>(end - run);
    line += *run ? paint(std::string(length, letter(**run)), color_of(**run), terminal)
                 : std::string(length, ' ');
    run = end;
  }
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

std::string format_axis(const Timeline& timeline) {
  int columns = timeline.rows.empty() ? 0 : static_cast<int>(timeline.rows[0].cells.size());
  std::string end = sim::format_duration(timeline.ended_at);
  std::string middle = sim::format_duration(timeline.ended_at / 2);
  int middle_at = columns / 2;
  int gap = columns - middle_at - static_cast<int>(middle.size()) - static_cast<int>(end.size());
  if (gap < 2 || middle_at < 8) return "0" + pad_left(end, columns - 1);
  return pad_right("0", middle_at) + middle + std::string(gap, ' ') + end;
}

std::string format_legend(const Timeline& timeline, Language language, const Terminal& terminal) {
  std::array<bool, part_count> occurs{};
  for (const TimelineRow& row : timeline.rows) {
    for (auto cell : row.cells) {
      if (cell) occurs[static_cast<int>(*cell)] = true;
    }
  }
  std::string legend;
  int column = 0;
  for (int i = 0; i < part_count; ++i) {
    if (!occurs[i]) continue;
    Part part = static_cast<Part>(i);
    std::string_view meaning = word(info(part).meaning, language);
    int width = display_width(meaning) + 2;
    bool fits = column == 0 || column + 3 + width <= terminal.width;
    if (column > 0) legend += fits ? "   " : "\n";
    column = fits && column > 0 ? column + 3 + width : width;
    legend += fmt::format("{} {}", paint(std::string(1, letter(part)), color_of(part), terminal), meaning);
  }
  return legend;
}

}  // namespace

Timeline make_timeline(const sim::Record& record, const RowChoice& choice, int columns, Nanoseconds span) {
  span = std::max(span, end_of(record));
  Timeline timeline{.column_ns = 1, .ended_at = end_of(record), .rows = {}};
  timeline.column_ns = std::max<Nanoseconds>(1, (span - 1) / columns + 1);
  auto used = static_cast<std::size_t>((span + timeline.column_ns - 1) / timeline.column_ns);
  std::unordered_map<std::uint32_t, std::size_t> row_of;
  for (std::size_t i = 0; i < choice.tids.size(); ++i) row_of[choice.tids[i]] = i;
  std::vector<std::vector<Tally>> tallies(choice.names.size(), std::vector<Tally>(used));
  for_each_interval(record, [&](const StateInterval& interval) {
    auto row = row_of.find(interval.tid);
    add(row == row_of.end() ? tallies.back() : tallies[row->second], interval, timeline.column_ns);
  });
  for (std::size_t i = 0; i < choice.names.size(); ++i) {
    timeline.rows.push_back({choice.names[i], {}});
    for (const Tally& tally : tallies[i]) timeline.rows.back().cells.push_back(largest(tally));
  }
  return timeline;
}

std::string format_timeline(const Timeline& timeline, int name_width, Language language,
                            const Terminal& terminal) {
  std::string text;
  for (const TimelineRow& row : timeline.rows) {
    text +=
        pad_right(cut_middle(row.name, name_width), name_width) + "  " + format_cells(row.cells, terminal) + "\n";
  }
  text += std::string(name_width + 2, ' ') + format_axis(timeline) + "\n";
  return text + format_legend(timeline, language, terminal) + "\n";
}

}  // namespace gilsim::reports

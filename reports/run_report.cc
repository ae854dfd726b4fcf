#include "reports/run_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <numeric>

#include "reports/text_table.h"
#include "reports/timeline.h"
#include "sim/process_numbers.h"
#include "sim/time.h"

namespace gilsim::reports {
namespace {

using sim::Nanoseconds;

// All times of a table are in one unit, with three decimals.
struct Unit {
  std::string_view name;
  Nanoseconds smallest;  // what the last decimal stands for
};

Unit unit_for(Nanoseconds longest) {
  if (longest >= 10 * sim::second) return {"s", sim::millisecond};
  if (longest >= sim::millisecond) return {"ms", sim::microsecond};
  return {"us", 1};
}

std::string format_decimals(std::int64_t thousandths) {
  return fmt::format("{}.{:03}", thousandths / 1000, thousandths % 1000);
}

struct ShownRows {
  std::vector<const ThreadStatistics*> threads;  // by process, in order of creation
  ThreadStatistics others;
  std::size_t other_count = 0;
};

// When there are too many threads: the first one and those that ran longest.
ShownRows choose_rows(const Statistics& statistics) {
  ShownRows rows;
  for (const ThreadStatistics& thread : statistics.threads) rows.threads.push_back(&thread);
  std::ranges::stable_sort(rows.threads, {}, &ThreadStatistics::pid);
  if (rows.threads.size() <= most_rows) return rows;
  std::stable_sort(rows.threads.begin() + 1, rows.threads.end(),
                   [](auto* a, auto* b) { return (*a)[Part::Running] > (*b)[Part::Running]; });
  for (std::size_t i = most_rows; i < rows.threads.size(); ++i) rows.others.add(*rows.threads[i]);
  rows.other_count = rows.threads.size() - most_rows;
  rows.threads.resize(most_rows);
  std::sort(rows.threads.begin(), rows.threads.end());  // pointers into one array: its order
  std::ranges::stable_sort(rows.threads, {}, &ThreadStatistics::pid);
  return rows;
}

// With several processes, by the number that programs know them by. A process's first thread stands for it.
std::string thread_name(const ThreadStatistics& thread, const Statistics& statistics) {
  if (statistics.processes.size() < 2) return printable(thread.name);
  const auto process = std::ranges::find(statistics.processes, thread.pid, &std::pair<std::uint32_t, std::string>::first);
  const bool is_first = thread.tid == thread.pid && process != statistics.processes.end();
  return fmt::format("{} {}", sim::shown_pid(thread.pid), printable(is_first ? process->second : thread.name));
}

std::string others_name(const ShownRows& rows, Language language) {
  return fmt::format(fmt::runtime(word(Word::more_threads, language)), rows.other_count);
}

int longest_name(const Terminal& terminal) {
  return std::max(12, terminal.width / 4);
}

// A heading and what belongs to it, on as many lines as the terminal's width asks for.
std::string flow(std::string_view heading, const std::vector<std::string>& items, Word separator,
                 Language language, const Terminal& terminal) {
  std::string lines = paint(heading, Color::Bold, terminal);
  int column = display_width(heading);
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::string_view before = word(i == 0 ? Word::colon : separator, language);
    int after = i + 1 < items.size() ? display_width(without_blank(word(separator, language))) : 0;
    int width = display_width(items[i]);
    bool fits = column + display_width(before) + width + after <= terminal.width;
    lines += fits ? before : without_blank(before);
    lines += (fits ? "" : "\n  ") + items[i];
    column = (fits ? column + display_width(before) : 2) + width;
  }
  return lines + "\n";
}

// Columns that show nothing but zeros are left out, but not the first three.
class Table {
 public:
  Table(const Statistics& statistics, Language language, const Terminal& terminal)
      : statistics_(statistics), language_(language), terminal_(terminal), total_(statistics.total()) {
    Nanoseconds longest = 0;
    for (const ThreadStatistics& thread : statistics.threads) longest = std::max(longest, thread.lifetime());
    unit_ = unit_for(longest);
  }

  std::string format() {
    add_rows();
    drop_columns_of_zeros();
    return flow(word(Word::threads, language_),
                {fmt::format(fmt::runtime(word(Word::times_in, language_)), unit_.name)}, Word::comma, language_,
                terminal_) +
           format_text_table(lines_, terminal_.width);
  }

 private:
  bool shows(Part part) const { return part <= Part::Gil || shown_[static_cast<int>(part)]; }

  void add_headings() {
    std::vector<std::string> cells{"", std::string(word(Word::lifetime, language_))};
    for (int i = 0; i < part_count; ++i) cells.emplace_back(word(info(static_cast<Part>(i)).heading, language_));
    cells.emplace_back(word(Word::gil_held, language_));
    cells.emplace_back(word(Word::gave_up, language_));
    lines_.push_back(std::move(cells));
  }

  void add_row(std::string name, const ThreadStatistics& row) {
    auto parts = round_parts(row.parts, row.lifetime(), unit_.smallest);
    std::int64_t lifetime = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
    std::vector<std::string> cells{cut_middle(name, longest_name(terminal_)), format_decimals(lifetime)};
    for (int i = 0; i < part_count; ++i) {
      cells.push_back(format_decimals(parts[i]));
      if (parts[i] != 0) shown_[i] = true;
    }
    cells.push_back(format_share(row.gil_held, statistics_.ended_at));
    cells.push_back(fmt::format("{}/{}", row.gil_given_up, row.gil_taken_away));
    lines_.push_back(std::move(cells));
  }

  void add_rows() {
    add_headings();
    ShownRows rows = choose_rows(statistics_);
    for (const ThreadStatistics* thread : rows.threads) add_row(thread_name(*thread, statistics_), *thread);
    if (rows.other_count > 0) add_row(others_name(rows, language_), rows.others);
    if (statistics_.threads.size() > 1) {
      add_row(fmt::format(fmt::runtime(word(Word::all_threads, language_)), statistics_.threads.size()),
              total_);
    }
  }

  void drop_columns_of_zeros() {
    constexpr int first_part = 2;  // behind the name and the lifetime
    for (int i = part_count; i-- > 0;) {
      if (shows(static_cast<Part>(i))) continue;
      for (auto& cells : lines_) cells.erase(cells.begin() + first_part + i);
    }
  }

  const Statistics& statistics_;
  Language language_;
  const Terminal& terminal_;
  ThreadStatistics total_;
  Unit unit_;
  std::vector<std::vector<std::string>> lines_;
  std::array<bool, part_count> shown_{};  // which parts have a figure that is not zero
};

std::string format_settings(const sim::Record& record, Language language, const Terminal& terminal) {
  std::vector<std::string> settings;
  for (const auto& [key, value] : record.settings()) {
    settings.push_back(fmt::format("{} {}", setting_name(key, language), printable(value)));
  }
  return flow(word(Word::settings, language), settings, Word::comma, language, terminal);
}

// What the table's last heading means, folded at blanks.
std::string format_note(Language language, const Terminal& terminal) {
  std::string note = std::string(word(Word::gave_up, language)) + std::string(word(Word::colon, language)) +
                     std::string(word(Word::gave_up_meaning, language));
  std::string lines;
  while (display_width(note) > terminal.width) {
    std::size_t blank = note.rfind(' ', static_cast<std::size_t>(terminal.width));
    if (blank == std::string::npos || blank == 0) break;
    lines += note.substr(0, blank) + "\n";
    note.replace(0, blank, " ");
  }
  return lines + note + "\n";
}

std::string format_rows_of_time(const sim::Record& record, const Statistics& statistics, Language language,
                                const Terminal& terminal) {
  RowChoice choice = choose_timeline_rows(statistics, language);
  int name_width = 0;
  for (const std::string& name : choice.names) name_width = std::max(name_width, display_width(name));
  name_width = std::min(name_width, longest_name(terminal));
  Timeline timeline = make_timeline(record, choice, terminal.width - name_width - 3);
  std::string column =
      fmt::format(fmt::runtime(word(Word::one_column, language)), sim::format_duration(timeline.column_ns));
  return flow(word(Word::timeline, language), {column}, Word::comma, language, terminal) +
         format_timeline(timeline, name_width, language, terminal);
}

}  // namespace

std::string_view without_blank(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

std::string setting_name(const std::string& key, Language language) {
  constexpr std::pair<std::string_view, Word> known[] = {
      {"program", Word::setting_program}, {"python", Word::setting_python},
      {"cores", Word::setting_cores},     {"machine", Word::setting_machine},
      {"policy", Word::setting_policy},   {"switch_interval", Word::setting_interval},
      {"seed", Word::setting_seed}};
  for (auto [name, its_word] : known) {
    if (key == name) return std::string(word(its_word, language));
  }
  return key;
}

RowChoice choose_timeline_rows(const Statistics& statistics, Language language) {
  ShownRows rows = choose_rows(statistics);
  RowChoice choice;
  for (const ThreadStatistics* thread : rows.threads) {
    choice.tids.push_back(thread->tid);
    choice.names.push_back(thread_name(*thread, statistics));
  }
  if (rows.other_count > 0) choice.names.push_back(others_name(rows, language));
  return choice;
}

std::string format_share(Nanoseconds part, Nanoseconds whole) {
  std::int64_t thousandths = 0;
  if (whole > 0) {
    bool large = part > sim::never / 2000;
    thousandths = large ? part / (whole / 1000) : (part * 1000 + whole / 2) / whole;
  }
  return fmt::format("{}.{} %", thousandths / 10, thousandths % 10);
}

std::vector<std::int64_t> round_parts(std::span<const Nanoseconds> parts, Nanoseconds total, Nanoseconds unit) {
  std::vector<std::int64_t> rounded;
  std::vector<std::size_t> by_rest;
  std::int64_t missing = (total + unit / 2) / unit;
  for (Nanoseconds part : parts) {
    by_rest.push_back(rounded.size());
    rounded.push_back(part / unit);
    missing -= rounded.back();
  }
  std::stable_sort(by_rest.begin(), by_rest.end(),
                   [&](std::size_t a, std::size_t b) { return parts[a] % unit > parts[b] % unit; });
  assert(missing >= 0 && missing <= static_cast<std::int64_t>(parts.size()));
  for (std::int64_t i = 0; i < missing; ++i) ++rounded[by_rest[static_cast<std::size_t>(i)]];
  return rounded;
}

std::string format_table(const Statistics& statistics, Language language, const Terminal& terminal) {
  return Table(statistics, language, terminal).format();
}

std::string format_cores(const Statistics& statistics, Language language, const Terminal& terminal) {
  constexpr std::size_t most_cores = 16;
  std::vector<std::string> items;
  CoreStatistics rest;
  for (std::size_t i = 0; i < statistics.cores.size(); ++i) {
    const CoreStatistics& core = statistics.cores[i];
    if (i >= most_cores) {
      rest.running += core.running, rest.switching += core.switching, rest.switches += core.switches;
      continue;
    }
    Word switches = core.switches == 1 ? Word::one_switch : Word::switches;
    items.push_back(fmt::format(
        "{}{}{}{}{}", fmt::format(fmt::runtime(word(Word::core, language)), i), word(Word::colon, language),
        fmt::format(fmt::runtime(word(Word::busy, language)), format_share(core.busy(), statistics.ended_at)),
        word(Word::comma, language), fmt::format(fmt::runtime(word(switches, language)), core.switches)));
  }
  if (statistics.cores.size() > most_cores) {
    auto count = static_cast<Nanoseconds>(statistics.cores.size() - most_cores);
    items.push_back(fmt::format(fmt::runtime(word(Word::more_threads, language)), count) +
                    std::string(word(Word::colon, language)) +
                    fmt::format(fmt::runtime(word(Word::busy, language)),
                                format_share(rest.busy(), statistics.ended_at * count)));
  }
  return flow(word(Word::cores, language), items, Word::semicolon, language, terminal);
}

std::string format_run_report(const sim::Record& record, Language language, const Terminal& terminal) {
  Statistics statistics = measure(record);
  return fmt::format("{}\n{}{}\n{}\n{}", format_settings(record, language, terminal),
                     format_table(statistics, language, terminal), format_note(language, terminal),
                     format_cores(statistics, language, terminal),
                     format_rows_of_time(record, statistics, language, terminal));
}

}  // namespace gilsim::reports

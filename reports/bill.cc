#include "reports/bill.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <numeric>

#include "reports/json_text.h"
#include "reports/limit.h"
#include "reports/run_report.h"
#include "reports/text_table.h"
#include "sim/time.h"

namespace gilsim::reports {
namespace {

using sim::Nanoseconds;

struct ShareInfo {
  Share share;
  const char* key;  // for other tools
  Word heading;
};

constexpr ShareInfo share_table[share_count] = {
    {Share::Cpu, "cpu_ns", Word::running},
    {Share::StartUp, "start_up_ns", Word::start_up},
    {Share::Pickling, "pickling_ns", Word::pickling},
    {Share::Gil, "gil_wait_ns", Word::gil},
    {Share::Core, "core_wait_ns", Word::ready},
    {Share::Locks, "lock_wait_ns", Word::locks},
    {Share::Io, "io_wait_ns", Word::io},
    {Share::Sleep, "sleep_ns", Word::sleeping},
    {Share::Join, "join_ns", Word::joining},
    {Share::Absent, "absent_ns", Word::absent},
};

Share share_of(Part part) {
  switch (part) {
    case Part::Running: return Share::Cpu;
    case Part::Gil: return Share::Gil;
    case Part::Ready: return Share::Core;
    case Part::Lock:
    case Part::Condition: return Share::Locks;
    case Part::Io:
    case Part::Network: return Share::Io;
    case Part::Events:
    case Part::Sleeping: return Share::Sleep;
    case Part::Joining: return Share::Join;
  }
  return Share::Absent;
}

template <typename... Values>
std::string say(Language language, Word text, const Values&... values) {
  return fmt::format(fmt::runtime(word(text, language)), values...);
}

// Whole units, rounded so that a row's parts add up to its printed total.
std::vector<std::int64_t> rounded(const BillRow& row, Nanoseconds unit) {
  return round_parts(row.shares, row.wall * static_cast<Nanoseconds>(row.threads), unit);
}

std::string thousandths(std::int64_t value) {
  return fmt::format("{}.{:03}", value / 1000, value % 1000);
}

// Who did not do the work has no speed.
std::string format_speed_up(const BillRow& first, const BillRow& row) {
  if (!first.finished() || !row.finished() || row.wall == 0) return "-";
  return fmt::format("{:.2f}", static_cast<double>(first.wall) / static_cast<double>(row.wall));
}

std::string format_memory(std::uint64_t bytes) {
  return bytes < 10 << 20 ? fmt::format("{} KiB", (bytes + 1023) >> 10)
                          : fmt::format("{} MiB", (bytes + (1 << 20) - 1) >> 20);
}

bool varies(const std::vector<BillRow>& rows, std::size_t setting) {
  return std::any_of(rows.begin(), rows.end(), [&](const BillRow& row) {
    return row.settings[setting].second != rows[0].settings[setting].second;
  });
}

// "threads (cores 2)": the row's name with the settings that vary.
std::string row_name(const BillRow& row, const std::vector<BillRow>& rows, Language language) {
  std::string settings;
  for (std::size_t i = 0; i < row.settings.size(); ++i) {
    if (!varies(rows, i)) continue;
    const auto& [key, value] = row.settings[i];
    settings += fmt::format("{}{} {}", settings.empty() ? "" : word(Word::comma, language),
                            setting_name(key, language), value);
  }
  return printable(row.name) + (settings.empty() ? "" : say(language, Word::in_brackets, settings));
}

std::vector<std::string> cells_of(const BillRow& row, const std::vector<BillRow>& rows, Nanoseconds unit,
                                  Language language) {
  std::vector<std::string> cells{row_name(row, rows, language), thousandths((row.wall + unit / 2) / unit),
                                 format_speed_up(rows[0], row), std::to_string(row.threads)};
  for (std::int64_t part : rounded(row, unit)) cells.push_back(thousandths(part));
  cells.push_back(format_memory(row.memory_bytes));
  return cells;
}

std::vector<std::string> headings(Language language) {
  std::vector<std::string> cells{""};
  for (Word heading : {Word::duration, Word::speed_up, Word::threads})
    cells.emplace_back(word(heading, language));
  for (const ShareInfo& info : share_table) cells.emplace_back(word(info.heading, language));
  cells.emplace_back(word(Word::memory, language));
  return cells;
}

constexpr std::size_t first_share = 4;  // among the columns

void drop_columns_of_zeros(std::vector<std::vector<std::string>>& lines) {
  for (std::size_t column = first_share + share_count; column-- > first_share + 1;) {
    if (column == first_share + static_cast<std::size_t>(Share::Gil)) continue;
    bool zeros = std::all_of(lines.begin() + 1, lines.end(),
                             [&](const auto& cells) { return cells[column] == "0.000"; });
    if (!zeros) continue;
    for (auto& cells : lines) cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(column));
  }
}

}  // namespace

BillRow make_row(std::string name, std::string outcome, const sim::Record& record,
                 const Statistics& statistics, std::uint64_t memory_bytes) {
  BillRow row{
      .name = std::move(name), .settings = {}, .outcome = std::move(outcome), .bounds = find_bounds(record)};
  for (const char* key : {"python", "cores", "switch_interval"}) {
    for (const auto& [known, value] : record.settings()) {
      if (known == key) row.settings.emplace_back(key, value);
    }
  }
  row.wall = statistics.ended_at;
  row.threads = statistics.threads.size();
  row.memory_bytes = memory_bytes;
  ThreadStatistics all = statistics.total();
  for (int i = 0; i < part_count; ++i)
    row.shares[static_cast<int>(share_of(static_cast<Part>(i)))] += all.parts[i];
  for (auto [share, purpose] : {std::pair{Share::StartUp, sim::Purpose::StartUp}, {Share::Pickling, sim::Purpose::Pickling}}) {
    row.shares[static_cast<int>(share)] = all[purpose];
    row.shares[static_cast<int>(Share::Cpu)] -= all[purpose];
  }
  Nanoseconds whole = row.wall * static_cast<Nanoseconds>(row.threads);
  row.shares[static_cast<int>(Share::Absent)] = whole - all.lifetime();
  assert(std::accumulate(row.shares.begin(), row.shares.end(), Nanoseconds{0}) == whole);
  return row;
}

std::string format_bill(const std::vector<BillRow>& rows, Language language, const Terminal& terminal) {
  Nanoseconds longest = 0;
  for (const BillRow& row : rows) longest = std::max(longest, row.wall);
  bool seconds = longest >= 10 * sim::second;
  Nanoseconds unit = seconds ? sim::millisecond : sim::microsecond;
  std::vector<std::vector<std::string>> lines{headings(language)};
  for (const BillRow& row : rows) lines.push_back(cells_of(row, rows, unit, language));
  drop_columns_of_zeros(lines);
  std::string text = say(language, Word::times_in, seconds ? "s" : "ms") + "\n" +
                     format_text_table(lines, terminal.width) + "\n";
  for (const BillRow& row : rows) {
    std::string name = row_name(row, rows, language);
    std::string outcome = row.finished() ? "" : say(language, Word::in_brackets, row.outcome);
    text +=
        fmt::format("{}{}{}{}\n", name, outcome, word(Word::colon, language), format_limit(row, language));
  }
  return text;
}

std::string bill_as_json(const std::vector<BillRow>& rows) {
  std::string text = "[";
  for (const BillRow& row : rows) {
    text += fmt::format("{}\n{{\"variant\":{},\"outcome\":{}", text.size() > 1 ? "," : "",
                        json_string(row.name), json_string(row.outcome));
    for (const auto& [key, value] : row.settings)
      text += fmt::format(",{}:{}", json_string(key), json_string(value));
    text += fmt::format(",\"wall_ns\":{},\"threads\":{}", row.wall, row.threads);
    for (const ShareInfo& info : share_table) text += fmt::format(",\"{}\":{}", info.key, row[info.share]);
    text += fmt::format(
        ",\"memory_bytes\":{},\"least_by_gil_ns\":{},\"least_by_cores_ns\":{},\"least_by_chain_ns\":{}}}",
        row.memory_bytes, row.bounds.gil, row.bounds.cores, row.bounds.chain);
  }
  return text + "\n]\n";
}

std::string bill_as_csv(const std::vector<BillRow>& rows) {
  auto quoted = [](const std::string& cell) {
    if (cell.find_first_of(",\"\n") == std::string::npos) return cell;
    std::string text = "\"";
    for (char letter : cell) text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return text + "\"";
  };
  std::string text = "variant,outcome";
  for (const auto& [key, value] : rows[0].settings) text += "," + key;
  text += ",wall_ns,threads";
  for (const ShareInfo& info : share_table) text += fmt::format(",{}", info.key);
  text += ",memory_bytes,least_by_gil_ns,least_by_cores_ns,least_by_chain_ns\n";
  for (const BillRow& row : rows) {
    text += quoted(row.name) + "," + row.outcome;
    for (const auto& [key, value] : row.settings) text += "," + quoted(value);
    text += fmt::format(",{},{}", row.wall, row.threads);
    for (const ShareInfo& info : share_table) text += fmt::format(",{}", row[info.share]);
    text +=
        fmt::format(",{},{},{},{}\n", row.memory_bytes, row.bounds.gil, row.bounds.cores, row.bounds.chain);
  }
  return text;
}

}  // namespace gilsim::reports

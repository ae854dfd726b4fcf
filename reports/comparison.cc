#include "reports/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/gil_switches.h"
#include "reports/run_report.h"
#include "reports/text_table.h"
#include "reports/timeline.h"
#include "sim/time.h"

namespace gilsim::reports {
namespace {

using sim::Nanoseconds;

std::string heading(Word title, Language language, const Terminal& terminal) {
  return "\n" + paint(word(title, language), Color::Bold, terminal) +
         std::string(without_blank(word(Word::colon, language))) + "\n";
}

template <typename... Values>
std::string say(Language language, Word text, const Values&... values) {
  return fmt::format(fmt::runtime(word(text, language)), values...);
}

std::string setting(const sim::Record& record, const std::string& key) {
  for (const auto& [known, value] : record.settings()) {
    if (known == key) return value;
  }
  return "-";
}

// The settings that differ, one a line: "cores: 1 / 4".
std::string format_settings(const sim::Record& a, const sim::Record& b, Language language) {
  std::string lines;
  for (const auto& [key, value] : a.settings()) {
    std::string other = setting(b, key);
    if (other != value)
      lines += fmt::format("  {}{}{} / {}\n", setting_name(key, language), word(Word::colon, language),
                           printable(value), printable(other));
  }
  return lines.empty() ? "  " + std::string(word(Word::same_settings, language)) + "\n" : lines;
}

// The ratio of two figures with three decimals.
std::string format_ratio(std::int64_t a, std::int64_t b) {
  if (a == 0) return "-";
  return fmt::format("{:.3f}", static_cast<double>(b) / static_cast<double>(a));
}

// The table of figures: names, A, B, B/A.
class Figures {
 public:
  Figures(const Statistics& a, const Statistics& b, Language language) : language_(language) {
    lines_.push_back({"", "A", "B", "B/A"});
    ThreadStatistics all_a = a.total(), all_b = b.total();
    add_time(Word::duration, a.ended_at, b.ended_at);
    for (int i = 0; i < part_count; ++i)
      add_time(info(static_cast<Part>(i)).heading, all_a.parts[i], all_b.parts[i]);
    add_time(Word::gil_held, a.gil_held, b.gil_held);
    add_count(Word::given_up_times, all_a.gil_given_up, all_b.gil_given_up);
    add_count(Word::taken_away_times, all_a.gil_taken_away, all_b.gil_taken_away);
    add_count(Word::core_switches, core_switches(a), core_switches(b));
    add_count(Word::threads, a.threads.size(), b.threads.size());
  }

  std::string format(const Terminal& terminal) const { return format_text_table(lines_, terminal.width); }

 private:
  static std::uint64_t core_switches(const Statistics& statistics) {
    std::uint64_t sum = 0;
    for (const CoreStatistics& core : statistics.cores) sum += core.switches;
    return sum;
  }

  void add_time(Word name, Nanoseconds a, Nanoseconds b) {
    if (a == 0 && b == 0) return;
    lines_.push_back({"  " + std::string(word(name, language_)), sim::format_duration(a),
                      sim::format_duration(b), format_ratio(a, b)});
  }

  void add_count(Word name, std::uint64_t a, std::uint64_t b) {
    if (a == 0 && b == 0) return;
    lines_.push_back({"  " + std::string(word(name, language_)), fmt::format("{}", a), fmt::format("{}", b),
                      format_ratio(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b))});
  }

  Language language_;
  std::vector<std::vector<std::string>> lines_;
};

// Both timelines with the same width of a column, so that what lasts equally long is equally wide.
std::string format_timelines(const ComparedRun& a, const ComparedRun& b,
                             const std::array<Statistics, 2>& statistics, Language language,
                             const Terminal& terminal) {
  std::array<RowChoice, 2> choices{choose_timeline_rows(statistics[0], language),
                                   choose_timeline_rows(statistics[1], language)};
  int name_width = 0;
  for (const RowChoice& choice : choices) {
    for (const std::string& name : choice.names) name_width = std::max(name_width, display_width(name) + 2);
  }
  name_width = std::min(name_width, std::max(12, terminal.width / 4));
  Nanoseconds span = std::max(statistics[0].ended_at, statistics[1].ended_at);
  Timeline both;
  for (int i = 0; i < 2; ++i) {
    Timeline one =
        make_timeline(i == 0 ? a.record : b.record, choices[i], terminal.width - name_width - 3, span);
    for (TimelineRow& row : one.rows) {
      row.name = (i == 0 ? "A " : "B ") + row.name;
      both.rows.push_back(std::move(row));
    }
    both.column_ns = one.column_ns;
  }
  both.ended_at = span;
  return format_timeline(both, name_width, language, terminal);
}

std::string format_cause(const GilSwitch& at, Language language) {
  if (at.forced) return say(language, Word::cause_forced, at.to);
  if (at.next == sim::ThreadState::Running) return say(language, Word::cause_short, at.from);
  if (at.next == sim::ThreadState::Done) return say(language, Word::cause_ended, at.from);
  return say(language, Word::cause_blocked, at.from, word(info(part_of(at.next)).meaning, language));
}

// "A: at 5.1 ms from Li to Wang (a.py:3): Wang had waited …".
std::string format_switch(const char* side, const std::vector<GilSwitch>& switches, std::size_t index,
                          Language language) {
  if (index >= switches.size()) return say(language, Word::no_more_switches, side);
  const GilSwitch& at = switches[index];
  std::string place =
      at.place.empty() ? std::string(word(Word::place_unknown, language)) : printable(at.place);
  return say(language, Word::switch_line, side, sim::format_duration(at.at), printable(at.from),
             printable(at.to), place, format_cause(at, language));
}

std::string format_pair(const std::vector<GilSwitch>& a, const std::vector<GilSwitch>& b, std::size_t index,
                        Language language) {
  return fmt::format("  {}\n  {}\n", format_switch("A", a, index, language),
                     format_switch("B", b, index, language));
}

template <typename Same>
std::size_t count_equal(const std::vector<GilSwitch>& a, const std::vector<GilSwitch>& b, Same same) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end(), same).first -
                                  a.begin());
}

// Runs part in time before they part in order, or never.
std::string format_divergence(const sim::Record& record_a, const sim::Record& record_b, Language language) {
  std::vector<GilSwitch> a = gil_switches(record_a), b = gil_switches(record_b);
  std::size_t in_time = count_equal(
      a, b, [](const GilSwitch& x, const GilSwitch& y) { return x.at == y.at && x.same_kind(y); });
  std::size_t in_order =
      count_equal(a, b, [](const GilSwitch& x, const GilSwitch& y) { return x.same_kind(y); });
  bool same_count = a.size() == b.size();
  if (in_time == a.size() && same_count) return "  " + say(language, Word::same_switches, a.size()) + "\n";
  std::string text;
  if (in_time < in_order)
    text +=
        "  " + say(language, Word::first_in_time, in_time + 1) + "\n" + format_pair(a, b, in_time, language);
  if (in_order == a.size() && same_count)
    return text + "  " + say(language, Word::same_order, a.size()) + "\n";
  return text + "  " + say(language, Word::first_in_order, in_order + 1) + "\n" +
         format_pair(a, b, in_order, language);
}

}  // namespace

std::string format_comparison(const ComparedRun& a, const ComparedRun& b, Language language,
                              const Terminal& terminal) {
  std::array<Statistics, 2> statistics{measure(a.record), measure(b.record)};
  std::string text =
      fmt::format("A{0}{1}\nB{0}{2}\n", word(Word::colon, language), printable(a.name), printable(b.name));
  text += heading(Word::settings_differ, language, terminal) + format_settings(a.record, b.record, language);
  text += heading(Word::all_threads_together, language, terminal) +
          Figures(statistics[0], statistics[1], language).format(terminal);
  text +=
      heading(Word::timelines, language, terminal) + format_timelines(a, b, statistics, language, terminal);
  return text + heading(Word::gil_switches, language, terminal) +
         format_divergence(a.record, b.record, language);
}

}  // namespace gilsim::reports

#include "app/matrix.h"

#include <unistd.h>

#include <cstring>

#include <algorithm>
#include <optional>

#include "app/exit_status.h"
#include "app/interrupt.h"
#include "app/lesson_file.h"
#include "app/setting_words.h"
#include "app/suggestion.h"
#include "app/variants.h"
#include "app/wrap.h"
#include "reports/bill.h"
#include "reports/verdict.h"

namespace gilsim::app {
namespace {

// A row before it has been run, under the settings that it has by itself.
struct Entry {
  std::string name;
  std::size_t program = 0;
  lessons::RunSettings settings;
};

class Matrix {
 public:
  explicit Matrix(const MatrixOptions& options) : options_(options), language_(options.common.language) {}

  int show() {
    auto text = read_program(options_.file, language_);
    if (!text) return exit_bad_input;
    if (!find_entries(*text)) return exit_bad_input;
    if (!run_all()) return exit_bad_input;
    if (*interrupt_flag()) return exit_by_signal + *interrupt_flag();
    print();
    mention_others();
    return status_;
  }

 private:
  // False when something is wrong; the user has then been told.
  bool find_entries(const ProgramText& text) {
    auto whole = RunnableProgram::load(text, language_);
    if (!whole) return false;
    auto chosen = choose_variants(callable_functions(text.text));
    if (!chosen) return false;
    for (const Variant& variant : *chosen) {
      if (!add(caller_of(text.file_name, variant), variant.name, text)) return false;
    }
    if (!chosen->empty()) return true;
    programs_.push_back(std::move(whole));
    for (const lessons::Run& run : runs_of(text.text, language_))
      entries_.push_back({run.name, 0, run.settings});
    if (entries_.empty()) entries_.push_back({text.file_name, 0, {}});
    return true;
  }

  bool add(const ProgramText& text, const std::string& name, const ProgramText& whole) {
    auto program = RunnableProgram::load(text, language_, &whole);
    if (!program) return false;
    entries_.push_back({name, programs_.size(), {}});
    programs_.push_back(std::move(program));
    return true;
  }

  // Nothing when a function that was asked for is not there.
  std::optional<std::vector<Variant>> choose_variants(const std::vector<Variant>& all) {
    std::vector<Variant> chosen;
    bool from_file = options_.file != "-";
    for (const Variant& variant : all) {
      if (options_.variants.empty() && from_file && is_known_variant(variant.name)) chosen.push_back(variant);
    }
    if (!options_.variants.empty() && !from_file) {
      complain(say(language_, Message::variants_from_file, options_.file));
      return std::nullopt;
    }
    for (const std::string& name : options_.variants) {
      auto found =
          std::find_if(all.begin(), all.end(), [&](const Variant& variant) { return variant.name == name; });
      if (found == all.end()) return missing(name, all);
      chosen.push_back(*found);
    }
    if (options_.variants.empty() && from_file) note_others(all);
    return chosen;
  }

  void note_others(const std::vector<Variant>& all) {
    for (const Variant& variant : all) {
      if (!is_known_variant(variant.name) && looks_like_variant(variant.name)) others_.push_back(variant.name);
    }
  }

  // Functions whose names suggest that somebody wants them as rows.
  void mention_others() const {
    if (!others_.empty() && options_.format == MatrixFormat::Table)
      complain(say(language_, Message::other_variants, list(others_), others_.front()));
  }

  std::optional<std::vector<Variant>> missing(const std::string& name,
                                              const std::vector<Variant>& all) const {
    std::vector<std::string> names;
    for (const Variant& variant : all) names.push_back(variant.name);
    complain(say(language_, Message::no_variant, options_.file, name, names.empty() ? "-" : list(names)));
    return std::nullopt;
  }

  // An empty list stands for one value: the one that is there anyway.
  static std::vector<std::string> or_own(const std::vector<std::string>& values) {
    return values.empty() ? std::vector<std::string>{""} : values;
  }

  bool run_all() {
    for (const std::string& python : or_own(options_.pythons)) {
      for (const std::string& cores : or_own(options_.cores)) {
        for (const std::string& interval : or_own(options_.switch_intervals)) {
          std::string words = fmt::format("{}{}{}{}", word("python", python), word("cores", cores),
                                          word("switch_interval", interval), word("seed", options_.seed));
          for (const Entry& entry : entries_) {
            if (!run(entry, words)) return false;
          }
        }
      }
    }
    return true;
  }

  static std::string word(const char* key, const std::string& value) {
    return value.empty() ? "" : fmt::format("{}={} ", key, value);
  }

  bool run(Entry entry, const std::string& words) {
    std::string problem = apply_words(entry.settings, words, {}, language_);
    if (!problem.empty()) {
      complain(problem);
      return false;
    }
    lessons::Bench& bench = programs_[entry.program]->bench();
    if (bench.interrupted()) return true;
    lessons::Experiment done = bench.perform(entry.name, entry.settings);
    const std::string outcome = outcome_of(done);
    if (outcome != "finished") show_failure(*programs_[entry.program], done);
    rows_.push_back(reports::make_row(entry.name, outcome, *done.record, done.statistics,
                                      done.result.peak_memory_bytes));
    return true;
  }

  // Here a variant that gave up by itself has not finished, either.
  static std::string outcome_of(const lessons::Experiment& done) {
    if (done.result.killed_by) return fmt::format("SIG{}", sigabbrev_np(done.result.killed_by));
    const bool came_to_its_end = done.outcome() == "finished";
    return came_to_its_end && done.result.exit_status ? fmt::format("exit {}", done.result.exit_status) : done.outcome();
  }

  // The last one gives the exit status.
  void show_failure(RunnableProgram& program, const lessons::Experiment& done) {
    auto lines = [&program](std::string_view file, std::uint32_t line) { return program.files().line(file, line); };
    const auto terminal = reports::find_terminal(STDERR_FILENO, options_.common.color);
    fmt::print(stderr, "{}{}", done.errors, reports::format_verdict(done.result.run, *done.record, lines, language_, terminal));
    status_ = done.result.exit_status ? done.result.exit_status : exit_stuck;
  }

  void print() const {
    switch (options_.format) {
      case MatrixFormat::Json: fmt::print("{}", reports::bill_as_json(rows_)); break;
      case MatrixFormat::Csv: fmt::print("{}", reports::bill_as_csv(rows_)); break;
      case MatrixFormat::Table:
        auto terminal = reports::find_terminal(STDOUT_FILENO, options_.common.color);
        fmt::print("{}", wrap(reports::format_bill(rows_, language_, terminal), terminal.width));
        break;
    }
  }

  const MatrixOptions& options_;
  const Language language_;
  std::vector<std::unique_ptr<RunnableProgram>> programs_;
  std::vector<Entry> entries_;
  std::vector<reports::BillRow> rows_;
  int status_ = exit_done;
  std::vector<std::string> others_;  // functions that may be meant as variants, too
};

}  // namespace

int show_matrix(const MatrixOptions& options) {
  return Matrix(options).show();
}

}  // namespace gilsim::app

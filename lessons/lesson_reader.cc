#include "lessons/lesson_reader.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "lessons/site_reader.h"

namespace gilsim::lessons {
namespace {

struct ExpectationKey {
  const char* key;
  Expects kind;
};

constexpr ExpectationKey expectation_keys[] = {
    {"output", Expects::Output},   {"contains", Expects::Contains},   {"lacks", Expects::Lacks},
    {"outcome", Expects::Outcome}, {"exception", Expects::Exception}, {"measure", Expects::Measure},
};

std::vector<std::string> names_of_kinds() {
  std::vector<std::string> names;
  for (const ExpectationKey& known : expectation_keys) names.emplace_back(known.key);
  return names;
}

std::vector<std::string> with(std::vector<std::string> names, std::initializer_list<const char*> more) {
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

class Reader {
 public:
  explicit Reader(Lesson& lesson) : lesson_(lesson) {}

  void read(const TomlTable& top) {
    top.allow({"title", "goal", "settings", "runs", "expect", "predictions", "questions", "sites"});
    lesson_.title = top.bilingual("title");
    lesson_.goal = top.bilingual("goal");
    if (auto settings = top.table("settings")) {
      settings->allow(setting_keys());
      apply(*settings, common_);
    }
    lesson_.sites = read_sites(top);
    read_runs(top);
    for (const TomlTable& expectation : top.tables("expect")) read_expectation(expectation);
    if (!top.has("expect")) top.note(top.place(), Message::no_expectations);
    lesson_.predictions = read_questions(top, "predictions");
    lesson_.questions = read_questions(top, "questions");
    if (!top.has("predictions") && !top.has("questions")) top.note(top.place(), Message::no_questions);
  }

 private:
  // In the order of the known keys: a machine before its number of cores.
  static void apply(const TomlTable& table, Run& run) {
    for (const std::string& key : setting_keys()) {
      auto value = table.scalar(key);
      if (!value) continue;
      std::string problem = apply_setting(run.settings, key, *value, table.language());
      if (!problem.empty()) table.note(table.place_of(key), Message::as_is, problem);
      run.given.emplace_back(key, *value);
    }
    std::string together = settings_problem(run.settings, table.language());
    if (!together.empty()) table.note(table.place(), Message::as_is, together);
  }

  void read_runs(const TomlTable& top) {
    for (const TomlTable& table : top.tables("runs")) {
      table.allow(with(setting_keys(), {"name"}));
      Run run = common_;
      run.name = table.text("name");
      apply(table, run);
      if (has_run(run.name)) table.note(table.place_of("name"), Message::run_twice, run.name);
      lesson_.runs.push_back(std::move(run));
    }
    if (lesson_.runs.empty()) top.note(top.place(), Message::no_runs);
  }

  bool has_run(std::string_view name) const {
    return std::any_of(lesson_.runs.begin(), lesson_.runs.end(),
                       [&](const Run& run) { return run.name == name; });
  }

  std::vector<std::string> run_names() const {
    std::vector<std::string> names;
    for (const Run& run : lesson_.runs) names.push_back(run.name);
    return names;
  }

  std::string read_run_name(const TomlTable& table, std::string_view key) const {
    std::string name = table.optional_text(key).value_or("");
    if (!name.empty() && !has_run(name))
      table.note(table.place_of(key), Message::no_such_run, name, list(run_names()));
    return name;
  }

  void read_expectation(const TomlTable& table) {
    table.allow(with(names_of_kinds(), {"run", "over", "between", "at_least", "at_most"}));
    Expectation expectation{.place = table.place()};
    expectation.run = read_run_name(table, "run");
    int found = 0;
    for (const ExpectationKey& known : expectation_keys) {
      auto value = table.optional_text(known.key);
      if (!value) continue;
      ++found;
      expectation.kind = known.kind;
      expectation.text = *value;
      expectation.place = table.place_of(known.key);
    }
    if (found != 1) return table.note(table.place(), Message::expects_one_thing, list(names_of_kinds()));
    if (expectation.kind == Expects::Outcome)
      check_choice(table, "outcome", expectation.text, outcome_names());
    read_measure(table, expectation);
    lesson_.expectations.push_back(std::move(expectation));
  }

  static void check_choice(const TomlTable& table, const char* key, const std::string& value,
                           const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), value) == known.end())
      table.note(table.place_of(key), Message::unknown_choice, key, value, list(known));
  }

  void read_measure(const TomlTable& table, Expectation& expectation) const {
    auto band = table.band("between");
    auto least = table.number("at_least"), most = table.number("at_most");
    bool bounded = table.has("between") || least || most;
    if (expectation.kind != Expects::Measure) {
      if (bounded || table.has("over"))
        table.note(table.place(), Message::bounds_alone, list(measure_names()));
      return;
    }
    check_choice(table, "measure", expectation.text, measure_names());
    expectation.measure = find_measure(expectation.text).value_or(Measure::wall);
    expectation.over = read_run_name(table, "over");
    if (expectation.run.empty()) table.note(table.place(), Message::measure_run, list(run_names()));
    if (!bounded) table.note(table.place(), Message::measure_bounds);
    if (band) std::tie(expectation.least, expectation.most) = *band;
    if (least) expectation.least = *least;
    if (most) expectation.most = *most;
  }

  static std::vector<Question> read_questions(const TomlTable& top, std::string_view key) {
    std::vector<Question> questions;
    for (const TomlTable& table : top.tables(key)) {
      table.allow({"ask", "answer"});
      questions.push_back({table.bilingual("ask"), table.bilingual("answer")});
    }
    return questions;
  }

  Lesson& lesson_;
  Run common_;
};

void check_prose(const Lesson& lesson, const ScriptBlock& block, Language language,
                 std::vector<Problem>& problems) {
  for (auto [needed, name] : {std::pair{Language::English, "en"}, std::pair{Language::Chinese, "zh"}}) {
    bool there = std::any_of(lesson.cells.begin(), lesson.cells.end(), [needed = needed](const Cell& cell) {
      return cell.kind == CellKind::Prose && cell.language == needed;
    });
    if (!there) problems.push_back({{block.end_line, 1}, say(language, Message::no_prose, name)});
  }
}

}  // namespace

LessonFile read_lesson(std::string_view source, Language language) {
  LessonFile file;
  auto block = find_script_block(source, language, file.problems);
  if (!block) return file;
  Notes notes{*block, language, file.problems};
  if (auto toml = parse_toml(*block, notes)) {
    const toml::table* table = toml->at_path("tool.gilsim").as_table();
    if (table) {
      Reader(file.lesson).read(TomlTable(*table, "", notes));
    } else {
      file.problems.push_back({{block->first_line - 1, 1}, say(language, Message::no_table)});
    }
  }
  file.lesson.cells = split_cells(source, *block, language, file.problems);
  check_prose(file.lesson, *block, language, file.problems);
  std::stable_sort(file.problems.begin(), file.problems.end(), [](const Problem& a, const Problem& b) {
    return std::pair{a.place.line, a.place.column} < std::pair{b.place.line, b.place.column};
  });
  return file;
}

}  // namespace gilsim::lessons

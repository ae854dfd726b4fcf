#include "lessons/lesson_reader.h"

#include <doctest/doctest.h>

#include "lessons/template.h"

namespace gilsim::lessons {
namespace {

constexpr char head[] = "title = { en = \"T\", zh = \"题\" }\ngoal = { en = \"G\", zh = \"标\" }\n";
constexpr char run[] = "[[tool.gilsim.runs]]\nname = \"a\"\ncores = 1\n";
constexpr char question[] = "[[tool.gilsim.questions]]\nask = { en = \"?\", zh = \"？\" }\nanswer = { en = \"!\", zh = \"！\" }\n";
constexpr char expect[] = "[[tool.gilsim.expect]]\noutput = \"x\"\n";
constexpr char prose[] = "# %% [markdown] lang=\"en\"\n# E\n# %% [markdown] lang=\"zh\"\n# 中\n# %%\nprint('x')\n";

// The lines of TOML become comments, from line 3 on.
std::string lesson_of(const std::string& toml) {
  std::string source = "# /// script\n# [tool.gilsim]\n";
  for (std::string_view line : split_lines(toml)) source += "# " + std::string(line) + "\n";
  return source + "# ///\n" + prose;
}

LessonFile read(const std::string& toml) { return read_lesson(lesson_of(toml), Language::English); }

std::string only_problem(const std::string& toml) {
  auto problems = read(toml).problems;
  for (const Problem& problem : problems) INFO(format(problem, "f.py"));
  CHECK(problems.size() == 1);
  return problems.empty() ? "" : format(problems[0], "f.py");
}

const std::string good = std::string(head) + run + expect + question;

TEST_CASE("a complete lesson is read without problems") {
  LessonFile file = read(good);
  CHECK(file.problems.empty());
  CHECK(file.lesson.title.in(Language::Chinese) == "题");
  REQUIRE(file.lesson.runs.size() == 1);
  CHECK(file.lesson.runs[0].settings.machine.cores == 1);
  CHECK(file.lesson.questions[0].answer.english == "!");
  CHECK(file.lesson.cells.size() == 3);
}

TEST_CASE("settings of all runs come first, those of a run win") {
  LessonFile file = read(std::string(head) + "[tool.gilsim.settings]\ncores = 8\nseed = 3\n" + run + expect + question);
  CHECK(file.problems.empty());
  CHECK(file.lesson.runs[0].settings.machine.cores == 1);
  CHECK(file.lesson.runs[0].settings.settings.seed == 3);
}

TEST_CASE("problems name line and column and what to do") {
  CHECK(only_problem(std::string(head) + "colour = 1\n" + run + expect + question)
            .starts_with("f.py:5:12: there is no 'colour' here; known: title, goal,"));
  CHECK(only_problem(std::string(head) + "[[tool.gilsim.runs]]\nname = \"a\"\ncores = 100\n" + expect + question) ==
        "f.py:7:11: 'cores' cannot be '100'; it is a whole number from 1 to 64.\n");
  CHECK(only_problem(good + "[[tool.gilsim.expect]]\nrun = \"b\"\noutput = \"x\"\n").find("no run 'b'; the runs are a.") !=
        std::string::npos);
  CHECK(only_problem(std::string(head) + expect + question).find("there are no runs") != std::string::npos);
  CHECK(only_problem(good + "a = \n").find("f.py:13:") != std::string::npos);
}

TEST_CASE("an expectation is about one thing, and a measure has a run and bounds") {
  auto problem = [](const std::string& lines) { return only_problem(good + "[[tool.gilsim.expect]]\n" + lines); };
  CHECK(problem("output = \"x\"\ncontains = \"x\"\n").find("exactly one of") != std::string::npos);
  CHECK(problem("outcome = \"bored\"\n").find("'outcome' cannot be 'bored'") != std::string::npos);
  CHECK(problem("measure = \"wall\"\nrun = \"a\"\n").find("needs its bounds") != std::string::npos);
  CHECK(problem("measure = \"wall\"\nat_most = 1\n").find("needs the run") != std::string::npos);
  CHECK(problem("measure = \"luck\"\nrun = \"a\"\nat_most = 1\n").find("'measure' cannot be 'luck'") != std::string::npos);
  CHECK(problem("measure = \"wall\"\nrun = \"a\"\nbetween = [2, 1]\n").find("two numbers") != std::string::npos);
  CHECK(problem("output = \"x\"\nat_most = 1\n").find("bounds belong to a measure") != std::string::npos);
}

TEST_CASE("both languages are asked for, in the texts and in the prose") {
  LessonFile file = read_lesson("# /// script\n# [tool.gilsim]\n# title = { en = \"T\" }\n# ///\nprint()\n", Language::English);
  std::string all;
  for (const Problem& problem : file.problems) all += format(problem, "f.py");
  for (const char* part : {"'title.zh' is missing", "'goal' is missing", "there are no runs", "nothing is expected",
                           "nothing is asked", "no prose in en", "no prose in zh"}) {
    CHECK(all.find(part) != std::string::npos);
  }
}

TEST_CASE("the template is refused for its empty texts alone") {
  std::string text = lesson_template();
  LessonFile file = read_lesson(text, Language::English);
  CHECK(file.problems.size() == 8);
  for (const Problem& problem : file.problems) CHECK(problem.message.find("is empty; write it") != std::string::npos);
  for (std::size_t at; (at = text.find("\"\"")) != std::string::npos;) text.insert(at + 1, "x");
  CHECK(read_lesson(text, Language::English).problems.empty());
}

}  // namespace
}  // namespace gilsim::lessons

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

TEST_CASE("sites are read, several tables of one name are pages of one site") {
  LessonFile file = read(good +
                         "[[tool.gilsim.sites]]\nname = \"a.example\"\nlatency = \"5ms\"\nbandwidth = \"8 Mbit/s\"\nsize = \"1.5 kB\"\n"
                         "[[tool.gilsim.sites]]\nname = \"a.example\"\npath = \"/x\"\nredirect = \"/y\"\nwait = \"1s\"\n"
                         "[[tool.gilsim.sites]]\nname = \"b.example\"\nfails = \"reset\"\nbody = \"text\"\n");
  CHECK(file.problems.empty());
  const auto& sites = file.lesson.sites;
  REQUIRE(sites.size() == 2);
  CHECK(sites[0].latency == 5 * sim::millisecond);
  CHECK(sites[0].bytes_per_second == 1'000'000);
  REQUIRE(sites[0].pages.size() == 2);
  CHECK(sites[0].pages[0].size == 1500);
  CHECK(sites[0].pages[1].status == 302);
  CHECK(sites[0].pages[1].wait == sim::second);
  CHECK(sites[1].failure == sim::SiteFailure::Reset);
  CHECK(sites[1].pages[0].body == "text");
}

TEST_CASE("problems of sites name line and column") {
  const std::string site = good + "[[tool.gilsim.sites]]\nname = \"a.example\"\n";  // its name stands in line 14
  CHECK(only_problem(good + "[[tool.gilsim.sites]]\nsize = 1\n").starts_with("f.py:13:"));
  CHECK(only_problem(site + "colour = 1\n").starts_with("f.py:15:12: there is no 'sites.colour' here; known: name, latency,"));
  CHECK(only_problem(site + "bandwidth = \"fast\"\n").starts_with("f.py:15:15: 'bandwidth' cannot be 'fast'; it is an amount such as"));
  CHECK(only_problem(site + "latency = \"5\"\n").starts_with("f.py:15:13: 'latency' cannot be '5'; it is a time"));
  CHECK(only_problem(site + "size = \"big\"\n").starts_with("f.py:15:10: 'size' cannot be 'big'"));
  CHECK(only_problem(site + "fails = \"often\"\n").starts_with("f.py:15:11: 'fails' cannot be 'often'; it is one of refused, unreachable,"));
  CHECK(only_problem(site + "path = \"x\"\n").find("a path begins with a slash: \"/x\".") != std::string::npos);
  CHECK(only_problem(site + "status = 99\n").find("'status' is a number from 200 to 599.") != std::string::npos);
  CHECK(only_problem(site + "body = \"x\"\nsize = 3\n").find("not both; remove one.") != std::string::npos);
  CHECK(only_problem(good + "[[tool.gilsim.sites]]\nname = \"http://a\"\n").find("not 'http://a'.") != std::string::npos);
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

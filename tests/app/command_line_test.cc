#include "app/command_line.h"

#include <doctest/doctest.h>

namespace gilsim::app {
namespace {

const std::string known = "run, disassemble, compare, matrix, lessons, lesson, check, new";

using Words = std::vector<std::string>;

RunOptions run_options(const Words& words) {
  Words all{"run"};
  all.insert(all.end(), words.begin(), words.end());
  Request request = parse_command_line(all, Language::English);
  if (auto* error = std::get_if<UsageError>(&request)) FAIL(error->text);
  return std::get<RunOptions>(request);
}

std::string error_of(const Words& words, Language language = Language::English) {
  Request request = parse_command_line(words, language);
  REQUIRE(std::holds_alternative<UsageError>(request));
  return std::get<UsageError>(request).text;
}

std::string answer_to(const Words& words, Language language = Language::English) {
  Request request = parse_command_line(words, language);
  REQUIRE(std::holds_alternative<Answer>(request));
  return std::get<Answer>(request).text;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("without options everything has its default") {
  RunOptions options = run_options({"a.py"});
  CHECK(options.file == "a.py");
  CHECK(options.settings.arguments.empty());
  CHECK(options.settings.seed == 0);
  CHECK(options.settings.switch_interval_ns == 5 * sim::millisecond);
  CHECK(options.settings.version == python::PythonVersion::Python311);
  CHECK(options.settings.fusion);
  CHECK(options.machine.name == "reference");
  CHECK(options.machine.cores == 2);
  CHECK(options.policy == "fair-share");
  CHECK_FALSE(options.quiet);
  CHECK(options.trace_path.empty());
}

TEST_CASE("every option is read, in short and long form, with and without =") {
  RunOptions options =
      run_options({"-s",           "7",           "-n",       "4",           "--switch-interval=1ms",
                   "--python",     "3.9",         "--policy", "round-robin", "--quantum",
                   "20 ms",        "--max-steps", "1000",     "--max-time",  "2s",
                   "--max-memory", "512M",        "-q",       "--trace",     "t.json.gz",
                   "--lang",       "zh",          "--color",  "never",       "--no-fusion",
                   "a.py"});
  CHECK(options.settings.seed == 7);
  CHECK(options.machine.cores == 4);
  CHECK(options.settings.switch_interval_ns == sim::millisecond);
  CHECK(options.settings.version == python::PythonVersion::Python39);
  CHECK(options.policy == "round-robin");
  CHECK(options.quantum_ns == 20 * sim::millisecond);
  CHECK(options.settings.max_steps == 1000);
  CHECK(options.settings.max_time_ns == 2 * sim::second);
  CHECK(options.settings.max_memory_bytes == std::size_t{512} << 20);
  CHECK(options.quiet);
  CHECK(options.trace_path == "t.json.gz");
  CHECK(options.common.language == Language::Chinese);
  CHECK(options.common.color == reports::ColorChoice::Never);
  CHECK_FALSE(options.settings.fusion);
}

TEST_CASE("all that follows the file belongs to the program") {
  RunOptions options = run_options({"-q", "a.py", "-n", "8", "--help", "--", "-x", "中文", ""});
  CHECK(options.machine.cores == 2);
  CHECK(options.settings.arguments == Words{"-n", "8", "--help", "--", "-x", "中文", ""});
  CHECK(run_options({"--", "-odd.py", "1"}).file == "-odd.py");
  CHECK(run_options({"run"}).file == "run");
  CHECK(run_options({"disassemble", "run"}).settings.arguments == Words{"run"});
}

TEST_CASE("the number of cores is that of the machine unless it is said, in either order") {
  CHECK(run_options({"--machine", "laptop", "a.py"}).machine.cores == 8);
  CHECK(run_options({"--machine", "laptop", "-n", "3", "a.py"}).machine.cores == 3);
  CHECK(run_options({"-n", "3", "--machine", "laptop", "a.py"}).machine.cores == 3);
}

TEST_CASE("of an option given twice the last counts") {
  CHECK(run_options({"-s", "1", "-s", "2", "a.py"}).settings.seed == 2);
}

TEST_CASE("errors say what would be right") {
  CHECK(error_of({"run", "--sed", "3", "a.py"}) == "there is no option '--sed'. Did you mean --seed?");
  CHECK(error_of({"run", "--zzzzzz", "a.py"}) ==
        "there is no option '--zzzzzz'. 'gilsim run --help' lists what there is.");
  CHECK(error_of({"run", "--python", "3.7", "a.py"}) == "--python knows no '3.7'; it knows 3.9, 3.11, 3.12.");
  CHECK(error_of({"run", "--switch-interval", "5", "a.py"}) ==
        "--switch-interval takes a duration such as 5ms, 250us or 2s, not '5'.");
  CHECK(error_of({"run", "-n", "0", "a.py"}) == "--cores takes a whole number from 1 to 64, not '0'.");
  CHECK(error_of({"run", "-n", "2x", "a.py"}) == "--cores takes a whole number from 1 to 64, not '2x'.");
  CHECK(holds(error_of({"run", "--seed=-1", "a.py"}), "--seed takes a whole number from 0 to"));
  CHECK(error_of({"run", "--max-memory", "lots", "a.py"}) ==
        "--max-memory takes an amount of memory such as 512M or 2G, with its unit and at least 1M, not 'lots'.");
  CHECK(error_of({"run", "--seed"}) == "the option --seed needs a value.");
  CHECK(error_of({"run"}) ==
        "name the Python file: gilsim run [options] FILE. FILE may be - for standard input.");
  CHECK(error_of({"rum", "a.py"}) ==
        "there is no command 'rum'. Known commands: " + known + ". Did you mean run?");
  CHECK(error_of({"a.py"}) ==
        "there is no command 'a.py'. Known commands: " + known + ". Did you mean 'gilsim run a.py'?");
  CHECK(error_of({}) == "say what to do. Known commands: " + known + ". 'gilsim --help' explains them.");
  CHECK(error_of({"disassemble", "a.py", "b.py"}) == "only one FILE can be given; 'b.py' is one too many.");
  CHECK(error_of({"run", "--lang", "fr", "a.py"}) == "--lang knows no 'fr'; it knows en, zh.");
}

TEST_CASE("a quantum is refused by a policy that has none") {
  CHECK(error_of({"run", "--policy", "fifo", "--quantum", "1ms", "a.py"}) ==
        "--quantum means nothing to the policy fifo; these have a time slice: fair-share, round-robin, "
        "priority-feedback.");
  CHECK(run_options({"--quantum", "1ms", "--policy", "priority-feedback", "a.py"}).quantum_ns ==
        sim::millisecond);
}

TEST_CASE("an option takes its value and no other word") {
  CHECK(error_of({"run", "--trace=", "a.py"}) == "the option --trace needs a value.");
  CHECK(error_of({"run", "--quiet=5", "a.py"}) == "the option --quiet takes no value.");
  CHECK(run_options({"-q", "a.py", "--trace="}).settings.arguments == Words{"--trace="});
}

TEST_CASE("options of the commands about lessons stand before or behind the name") {
  auto lesson = [](const Words& words) { return std::get<LessonOptions>(parse_command_line(words, Language::English)); };
  for (const Words& words : {Words{"lesson", "-c", "01"}, Words{"lesson", "01", "-c"}, Words{"lesson", "01", "--compute"}}) {
    CHECK(lesson(words).id == "01");
    CHECK(lesson(words).compute);
  }
  CHECK(lesson({"lesson", "01", "--lang", "zh"}).common.language == Language::Chinese);
  CHECK(std::get<CheckOptions>(parse_command_line({"check", "a.py", "b.py"}, Language::English)).files == Words{"a.py", "b.py"});
  CHECK(std::get<LessonsOptions>(parse_command_line({"lessons"}, Language::English)).folder.empty());
  CHECK(error_of({"lesson", "01", "02"}) == "'02' is one word too many.");
  CHECK(error_of({"new"}).starts_with("name the new lesson"));
  for (const char* id : {"", "../x", "/tmp/x", "folder/x", ".hidden", ".."})
    CHECK(error_of({"new", id}).starts_with("'" + std::string(id) + "' is no ID; "));
  CHECK(holds(error_of({"check", "a.py", "--nosuch"}), "--nosuch"));
}

TEST_CASE("the command stands first, but help is found in several ways") {
  CHECK(error_of({"--lang", "zh", "run", "a.py"}, Language::English) ==
        "请先给出命令，选项写在命令之后：gilsim 命令 [选项] FILE。已有的命令：" + known + "。");
  CHECK(error_of({"--verison"}) ==
        "say what to do first; options go after the command: gilsim COMMAND [options] FILE. Known commands: " + known + ". Did you mean "
        "--version?");
  CHECK(answer_to({"help", "disassemble"}) == answer_to({"disassemble", "--help"}));
  CHECK(answer_to({"-V"}) == answer_to({"--version"}));
}

TEST_CASE("errors and help speak the language of the environment or of --lang") {
  CHECK(error_of({"run", "--sed", "3"}, Language::Chinese) == "没有选项“--sed”。您是不是想写 --seed？");
  CHECK(error_of({"run", "--seed"}, Language::Chinese) == "选项 --seed 需要一个值。");
  CHECK(error_of({"run", "--lang", "zh", "--seed"}) == "选项 --seed 需要一个值。");
  CHECK(holds(answer_to({"run", "--help"}, Language::Chinese), "退出状态"));
  CHECK(holds(answer_to({"run", "--help", "--lang", "en"}, Language::Chinese), "Exit status"));
  CHECK(run_options({"a.py", "--lang", "zh"}).common.language == Language::English);
}

TEST_CASE("help names every option, its default and the exit statuses, but not what only developers need") {
  std::string help = answer_to({"run", "--help"});
  for (const char* part :
       {"Usage: gilsim run [options] FILE", "-n,--cores", "--switch-interval TIME", "default: 5 ms",
        "3.9, 3.11, 3.12", "reference, laptop", "Examples:", "Exit status:", "deadlock", "130"}) {
    CAPTURE(part);
    CHECK(holds(help, part));
  }
  CHECK_FALSE(holds(help, "fusion"));
  CHECK_FALSE(holds(help, "lesson"));
  CHECK(holds(help, "always 3.11's"));
  CHECK(holds(help, "default: 4G)"));
  CHECK(holds(answer_to({"--help"}), "disassemble"));
  CHECK(answer_to({"--version"}).starts_with("gilsim "));
}

}  // namespace
}  // namespace gilsim::app

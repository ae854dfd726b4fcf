// Command lines of the commands that work on one program.
#include <algorithm>

#include "app/option_groups.h"
#include "app/parse_commands.h"
#include "app/suggestion.h"
#include "sim/scheduling_policy.h"

namespace gilsim::app {

Request parse_run(const std::vector<std::string>& arguments, Language language) {
  RunOptions options;
  options.machine = sim::machine_profiles()[0];
  options.policy = sim::scheduling_policies()[0].name;
  int cores = 0;
  CommandParser parser("run", language, Message::about_run, Message::usage_run);
  add_interpreter(parser, options.settings);
  add_computer(parser, options, cores);
  parser.add_flag("-q,--quiet", Message::option_quiet, options.quiet);
  parser.add("--trace", "FILE", say(language, Message::option_trace), "",
             [&options](const std::string& value) {
               options.trace_path = value;
               return "";
             });
  add_common(parser, options.common);
  parser.set_footer(run_footer(language));
  auto rest = parser.parse(arguments);
  if (!rest) return answer(parser);
  if (cores > 0) options.machine.cores = cores;
  auto with_quantum = policies_with_quantum();
  bool has_quantum =
      std::find(with_quantum.begin(), with_quantum.end(), options.policy) != with_quantum.end();
  if (options.quantum_ns > 0 && !has_quantum)
    return UsageError{say(options.common.language, Message::no_quantum, options.policy, list(with_quantum))};
  options.file = rest->front();
  options.settings.arguments.assign(rest->begin() + 1, rest->end());
  return options;
}

Request parse_disassemble(const std::vector<std::string>& arguments, Language language) {
  DisassembleOptions options;
  CommandParser parser("disassemble", language, Message::about_disassemble, Message::usage_disassemble);
  add_python(parser, Message::option_python_disassemble, options.version);
  add_common(parser, options.common);
  parser.set_footer(section(language, Message::examples, Message::examples_disassemble));
  auto rest = parser.parse(arguments);
  if (!rest) return answer(parser);
  if (rest->size() > 1) return UsageError{say(language, Message::too_many_files, (*rest)[1])};
  options.file = rest->front();
  return options;
}

}  // namespace gilsim::app

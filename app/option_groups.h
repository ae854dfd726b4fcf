// Options that several commands share, and the frame of their help.
#pragma once

#include <string>
#include <vector>

#include "app/command_line.h"
#include "app/command_parser.h"

namespace gilsim::app {

void add_common(CommandParser& parser, CommonOptions& common);
void add_python(CommandParser& parser, Message description, python::PythonVersion& version);
// `cores` stays 0 when the machine's own number is to be used.
void add_computer(CommandParser& parser, RunOptions& options, int& cores);
void add_interpreter(CommandParser& parser, python::Settings& settings);
std::vector<std::string> policies_with_quantum();

// A heading and its lines.
std::string section(Language language, Message heading, Message body);
std::string run_footer(Language language);
// What came of a command line that gives nothing to do.
Request answer(const CommandParser& parser);

}  // namespace gilsim::app

// The command line of each command, without the command's name. command_line.cc chooses among them.
#pragma once

#include <string>
#include <vector>

#include "app/command_line.h"

namespace gilsim::app {

Request parse_run(const std::vector<std::string>& arguments, Language language);
Request parse_disassemble(const std::vector<std::string>& arguments, Language language);
Request parse_lessons(const std::vector<std::string>& arguments, Language language);
Request parse_lesson(const std::vector<std::string>& arguments, Language language);
Request parse_check(const std::vector<std::string>& arguments, Language language);
Request parse_compare(const std::vector<std::string>& arguments, Language language);
Request parse_matrix(const std::vector<std::string>& arguments, Language language);
Request parse_new(const std::vector<std::string>& arguments, Language language);

}  // namespace gilsim::app

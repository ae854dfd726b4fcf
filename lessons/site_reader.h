// The sites that a lesson or another program declares: [[tool.gilsim.sites]] in its settings block.
#pragma once

#include <string_view>
#include <vector>

#include "lessons/toml_table.h"
#include "sim/net/site.h"

namespace gilsim::lessons {

// Of the table [tool.gilsim]; problems go to its notes.
std::vector<sim::SitePlan> read_sites(const TomlTable& top);

// Of a program's text, which need not be a lesson; none without a settings block. Problems of the sites alone are noted.
std::vector<sim::SitePlan> find_sites(std::string_view source, Language language, std::vector<Problem>& problems);

}  // namespace gilsim::lessons

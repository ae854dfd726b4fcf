// How a run that did not simply finish ended, in words: a deadlock with the threads, locks and lines of its
// circles, or a limit with where each thread was.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "reports/terminal.h"
#include "reports/words.h"
#include "sim/record.h"
#include "sim/run_result.h"

namespace gilsim::reports {

// The text of a line of a source file, empty when it is not known.
using SourceLines = std::function<std::string(std::string_view file, std::uint32_t line)>;

// Empty for a run that finished or that the program itself ended. The block starts with the verdict's word.
std::string format_verdict(const sim::RunResult& result, const sim::Record& record,
                           const SourceLines& source_lines, Language language, const Terminal& terminal);

}  // namespace gilsim::reports

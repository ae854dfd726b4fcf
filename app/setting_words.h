// Settings on the command line as lessons write them: "cores=4 python=3.9", or the name of a lesson's run.
#pragma once

#include <string>
#include <vector>

#include "app/messages.h"
#include "lessons/lesson.h"
#include "lessons/run_settings.h"

namespace gilsim::app {

// Changes `run` by the words. Returns what is wrong; empty when nothing is. `runs` are those that may be
// named.
std::string apply_words(lessons::RunSettings& run, const std::string& words,
                        const std::vector<lessons::Run>& runs, Language language);

// The runs of a program that is a lesson; none of any other.
std::vector<lessons::Run> runs_of(const std::string& source, Language language);

}  // namespace gilsim::app

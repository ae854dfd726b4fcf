// A lesson: a Python program with a settings block and prose. docs/lessons.md describes the format.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "lessons/cells.h"
#include "lessons/expectation.h"
#include "lessons/run_settings.h"
#include "sim/net/site.h"

namespace gilsim::lessons {

struct Bilingual {
  std::string english, chinese;

  const std::string& in(Language language) const { return language == Language::Chinese ? chinese : english; }
};

// Asked before the runs when it is a prediction, behind them otherwise.
struct Question {
  Bilingual ask, answer;
};

struct Run {
  std::string name;
  RunSettings settings;
  std::vector<std::pair<std::string, std::string>> given;  // the settings that the lesson names, for display
};

struct Lesson {
  Bilingual title, goal;
  std::vector<Run> runs;
  std::vector<Expectation> expectations;
  std::vector<Question> predictions, questions;
  std::vector<sim::SitePlan> sites;  // of the simulated network
  std::vector<Cell> cells;
};

}  // namespace gilsim::lessons

// What a lesson says its runs show, and whether they do. Everything that is compared comes out of the runs.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "lessons/experiment.h"
#include "lessons/measure.h"
#include "lessons/problem.h"

namespace gilsim::lessons {

enum class Expects : std::uint8_t { Output, Contains, Lacks, Outcome, Exception, Measure };

struct Expectation {
  Place place;  // in the lesson
  Expects kind = Expects::Output;
  std::string run;   // empty: every run
  std::string text;  // what kinds other than Measure compare with
  Measure measure = Measure::wall;
  std::string over;  // the run that the measure is divided by; empty: none
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
};

// What does not hold, naming what is expected and what came. REQUIRES: the runs it names are there.
std::vector<Problem> judge(const Expectation& expectation, const std::vector<Experiment>& runs,
                           Language language);

// "the duration of run 'a' over that of run 'b'" and what it came to; for kind Measure.
std::string describe(const Expectation& expectation, Language language);
std::string format_band(const Expectation& expectation, Language language);
// Nothing for a division by zero.
std::optional<double> measured(const Expectation& expectation, const std::vector<Experiment>& runs);
std::string format_figure(double value);

}  // namespace gilsim::lessons

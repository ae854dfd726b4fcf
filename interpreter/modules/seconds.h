// Durations as programs give them to sleep(), to timeouts and to timers.
#pragma once

#include "interpreter/objects/value.h"
#include "sim/time.h"

namespace gilsim::python {

class Vm;

// _PyTime_ROUND_TIMEOUT and _PyTime_ROUND_CEILING of CPython.
enum class Rounding { AwayFromZero, Up };

// Seconds as a float or as something with __index__, in nanoseconds, as _PyTime_FromSecondsObject of CPython 3.11
// (Python/pytime.c) reads them. Negative ones are for the caller to refuse. False: TypeError, ValueError for NaN, or
// OverflowError is pending.
bool read_seconds(Vm& vm, Value given, sim::Nanoseconds* duration, Rounding rounding = Rounding::AwayFromZero);

}  // namespace gilsim::python

// The seed of the run: what modules take chance from when a program gives no seed of its own.
#pragma once

#include <cstdint>

namespace gilsim::python {

inline uint64_t run_seed = 0;  // set from the settings before a run

}  // namespace gilsim::python

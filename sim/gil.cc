#include "sim/gil.h"

#include <algorithm>

namespace gilsim::sim {

void GlobalInterpreterLock::set_switch_interval(Nanoseconds interval) {
  switch_interval_ = std::max(interval / microsecond, Nanoseconds{1}) * microsecond;
}

}  // namespace gilsim::sim

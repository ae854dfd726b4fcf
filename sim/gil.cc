#include "sim/gil.h"

namespace gilsim::sim {

void GlobalInterpreterLock::set_switch_interval(Nanoseconds interval) {
  switch_interval_ = interval / microsecond * microsecond;
}

}  // namespace gilsim::sim

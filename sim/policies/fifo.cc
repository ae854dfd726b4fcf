#include "sim/policies/fifo.h"

namespace gilsim::sim {

std::unique_ptr<SchedulingPolicy> make_fifo(const PolicyOptions&) {
  return std::make_unique<Fifo>();
}

}  // namespace gilsim::sim

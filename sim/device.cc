#include "sim/device.h"

namespace gilsim::sim {

void Device::transfer(Thread& thread, std::int64_t bytes) {
  computer_.note(HappeningKind::DeviceStarted, &thread, label_, bytes, computer_.place_of(thread));
  computer_.advance(costs_.cpu_ns + bytes * costs_.byte_ns);
  if (costs_.latency_ns > 0) {
    const Nanoseconds completed = saturating_add(computer_.now(), costs_.latency_ns);
    computer_.block_until(completed, ThreadState::DoingIo, label_);
  }
  computer_.note(HappeningKind::DeviceEnded, &thread, label_, bytes);
}

}  // namespace gilsim::sim

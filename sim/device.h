// A device that programs write to or read from (a terminal, a pipe, a disk): what a transfer costs. A
// transfer keeps the thread in the kernel, on its core, for `cpu_ns` and `byte_ns` per byte, and then blocks
// it for `latency_ns`, during which others may run.
#pragma once

#include "sim/computer.h"

namespace gilsim::sim {

class Device {
 public:
  struct Costs {
    Nanoseconds cpu_ns = 0;
    Nanoseconds byte_ns = 0;
    Nanoseconds latency_ns = 0;
  };

  Device(Computer& computer, LabelId label, Costs costs)
      : computer_(computer), label_(label), costs_(costs) {}
  // A terminal or pipe by the machine's figures.
  static Costs output_costs(const Machine& machine) {
    return {machine.output_write_ns, machine.output_byte_ns, 0};
  }

  LabelId label() const { return label_; }
  // One system call. Thread context; `thread` is the active one.
  void transfer(Thread& thread, std::int64_t bytes);

 private:
  Computer& computer_;
  LabelId label_;
  Costs costs_;
};

}  // namespace gilsim::sim

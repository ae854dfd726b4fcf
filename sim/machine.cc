#include "sim/machine.h"

#include <array>

namespace gilsim::sim {
namespace {

// The machine on which the reference figures were measured: two virtual CPUs of an AMD EPYC (Zen 3) under
// KVM, Linux 6 with EEVDF and HZ=250. Waking an idle virtual CPU takes 20 us and more there, since it means
// leaving the guest.
Machine reference() {
  Machine machine;
  machine.name = "reference";
  machine.description = "two cores of a virtual machine, Linux, HZ=250";
  return machine;
}

// Eight cores without virtualisation: leaving an idle state takes 5 us (C1) to some 50 us (deep states),
// system calls and thread creation are two to three times cheaper than under KVM.
Machine laptop() {
  Machine machine;
  machine.name = "laptop";
  machine.description = "eight cores, bare metal, Linux, HZ=250";
  machine.cores = 8;
  machine.context_switch_ns = 1'200;
  machine.migration_ns = 2'000;
  machine.wake_up_latency_ns = 15'000;
  machine.shallow_wake_up_latency_ns = 5'000;
  machine.system_call_ns = 150;
  machine.thread_create_ns = 12'000;
  machine.thread_exit_ns = 5'000;
  // fork(2) of a small interpreter takes 0.3 to 1 ms in all, and `python -c pass` some 15 ms.
  machine.process_fork_ns = 200'000;
  machine.page_copy_ns = 1'000;
  machine.process_exit_ns = 300'000;
  machine.process_start_ns = 12'000'000;
  return machine;
}

// The dual-core MacBook (2 GHz, OS X 10.5) of David Beazley's GIL talk of 2009: a 10 ms time slice, and
// slower system calls, because the lock there is a mutex and a condition variable that go through Mach.
Machine beazley() {
  Machine machine;
  machine.name = "beazley";
  machine.description = "the dual-core MacBook of Beazley's GIL talk, 2009";
  machine.tick_ns = 10 * millisecond;
  machine.context_switch_ns = 3'000;
  machine.migration_ns = 5'000;
  machine.wake_up_latency_ns = 15'000;
  machine.shallow_wake_up_latency_ns = 8'000;
  machine.futex_wake_ns = 3'000;
  machine.system_call_ns = 1'000;
  machine.file_path_ns = 3'000;
  machine.file_change_ns = 15'000;
  machine.file_kib_ns = 400;
  // Its hard disk turned 5400 times a minute: 12 ms to seek and half a turn, 50 MB/s.
  machine.disk_latency_ns = 17'500'000;
  machine.disk_flush_ns = 17'500'000;
  machine.disk_read_bytes_per_us = 50;
  machine.disk_write_bytes_per_us = 50;
  return machine;
}

}  // namespace

std::span<const Machine> machine_profiles() {
  static const std::array profiles{reference(), laptop(), beazley()};
  return profiles;
}

const Machine* find_machine(std::string_view name) {
  for (const Machine& machine : machine_profiles()) {
    if (machine.name == name) return &machine;
  }
  return nullptr;
}

}  // namespace gilsim::sim

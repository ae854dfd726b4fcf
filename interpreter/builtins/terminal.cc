#include "interpreter/builtins/terminal.h"

namespace gilsim::python {

namespace {

constexpr sim::Nanoseconds kAfterSignalNs = 10'000'000;

}  // namespace

Terminal::Terminal(sim::Computer& computer, Outside& outside, StreamKind kind, sim::LabelId label)
    : sim::OpenFile(kind == StreamKind::Input ? O_RDONLY : O_WRONLY),
      computer_(computer),
      outside_(outside),
      kind_(kind),
      device_(computer, label, sim::Device::output_costs(computer.machine())) {}

// False: a signal came first. While a thread waits for the host nobody else runs: so a signal's
// handler, which another thread may run, gets time for itself.
bool Terminal::read_line(sim::Thread& thread) {
  if (!unread_.empty() || !outside_.read_line) return true;
  for (;;) {
    const bool read = computer_.run_in_first_process([this] {
      const auto line = outside_.read_line();
      unread_ = line.value_or("");
      return line.has_value();
    });
    if (read || !computer_.look_at_keyboard()) return true;
    if (thread.process().signals.caught) return computer_.sleep_for(kAfterSignalNs), false;
    if (computer_.ending()) return true;
  }
}

int64_t Terminal::read(sim::Thread& thread, int64_t most, int64_t position, std::string* octets) {
  if (!readable() || position >= 0) return readable() ? -ESPIPE : -EBADF;
  if (!read_line(thread)) return -EINTR;
  *octets = unread_.substr(0, static_cast<size_t>(most));
  unread_.erase(0, octets->size());
  device_.transfer(thread, static_cast<int64_t>(octets->size()));
  return static_cast<int64_t>(octets->size());
}

int64_t Terminal::write(sim::Thread& thread, std::string_view octets, int64_t position) {
  if (!writable() || position >= 0) return writable() ? -ESPIPE : -EBADF;
  device_.transfer(thread, static_cast<int64_t>(octets.size()));
  auto deliver = [this](std::string_view text) { (kind_ == StreamKind::Errors ? outside_.write_errors : outside_.write_output)(text); };
  if (computer_.is_first_process()) deliver(octets);
  else computer_.run_in_first_process([deliver, text = sim::SharedString(octets)] { deliver(text); });
  return static_cast<int64_t>(octets.size());
}

}  // namespace gilsim::python

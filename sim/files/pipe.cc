#include "sim/files/pipe.h"

#include <algorithm>
#include <limits>

namespace gilsim::sim {
namespace {

constexpr std::size_t kCapacity = 65'536, kWhole = 4'096;  // Linux's pipe size, PIPE_BUF
constexpr int kAll = std::numeric_limits<int>::max();

}  // namespace

PipeEnd::PipeEnd(std::shared_ptr<Pipe> pipe, int flags) : OpenFile(flags), pipe_(std::move(pipe)) {
  ++(readable() ? pipe_->readers : pipe_->writers);
}

PipeEnd::~PipeEnd() {
  --(readable() ? pipe_->readers : pipe_->writers);
  if (pipe_->computer.ending()) return;
  pipe_->computer.wake(readable() ? pipe_->for_room : pipe_->for_octets, kAll);
}

bool PipeEnd::wait(WaitQueue& queue) {
  return pipe_->computer.wait(queue, never, ThreadState::DoingIo, pipe_->label, nullptr, OnSignal::Return) == WakeReason::Woken;
}

std::int64_t PipeEnd::read(Thread& thread, std::int64_t most, std::int64_t position, std::string* octets) {
  octets->clear();
  if (position >= 0) return -ESPIPE;
  if (!readable()) return -EBADF;
  auto pipe = pipe_;
  while (pipe->octets.empty() && pipe->writers > 0 && most > 0)
    if (!wait(pipe->for_octets)) return -EINTR;
  const auto count = std::min(pipe->octets.size(), static_cast<std::size_t>(most));
  octets->assign(pipe->octets, 0, count);
  pipe->octets.erase(0, count);
  pipe->computer.note(HappeningKind::DeviceStarted, &thread, pipe->label, static_cast<std::int64_t>(count), pipe->computer.place_of(thread));
  pipe->computer.advance(pipe->computer.machine().output_write_ns);
  pipe->computer.note(HappeningKind::DeviceEnded, &thread, pipe->label, static_cast<std::int64_t>(count));
  if (!pipe->for_room.empty()) pipe->computer.wake(pipe->for_room, kAll);
  return static_cast<std::int64_t>(count);
}

std::int64_t PipeEnd::write(Thread& thread, std::string_view octets, std::int64_t position) {
  if (position >= 0) return -ESPIPE;
  if (!writable()) return -EBADF;
  auto pipe = pipe_;
  const auto total = static_cast<std::int64_t>(octets.size());
  pipe->computer.note(HappeningKind::DeviceStarted, &thread, pipe->label, total, pipe->computer.place_of(thread));
  pipe->computer.advance(pipe->computer.machine().output_write_ns + total * pipe->computer.machine().output_byte_ns);
  const std::size_t needed = octets.size() <= kWhole ? octets.size() : 1;
  while (!octets.empty()) {
    if (pipe->readers == 0) return -EPIPE;
    const std::size_t room = kCapacity - pipe->octets.size();
    if (room < needed) {
      if (wait(pipe->for_room)) continue;
      const auto written = total - static_cast<std::int64_t>(octets.size());
      return written > 0 ? written : -EINTR;
    }
    const std::size_t count = std::min(room, octets.size());
    pipe->octets.append(octets.substr(0, count));
    octets.remove_prefix(count);
    if (!pipe->for_octets.empty()) pipe->computer.wake(pipe->for_octets, kAll);
  }
  pipe->computer.note(HappeningKind::DeviceEnded, &thread, pipe->label, total);
  return total;
}

}  // namespace gilsim::sim

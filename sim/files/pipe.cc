#include "sim/files/pipe.h"

#include <algorithm>
#include <csignal>
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
  auto pipe = pipe_;
  pipe->computer.wake(readable() ? pipe->for_room : pipe->for_octets, kAll);
  (readable() ? pipe->writing : pipe->reading).changed(pipe->computer);
}

int PipeEnd::ready() const {
  if (!readable()) return pipe_->readers == 0 ? POLLOUT | POLLERR : kCapacity - pipe_->octets.size() >= kWhole ? POLLOUT : 0;
  return (pipe_->octets.empty() ? 0 : POLLIN) | (pipe_->writers == 0 ? POLLHUP : 0);
}

bool PipeEnd::wait(WaitQueue& queue) {
  LabelId awaited = pipe_->label;
  if (&queue == &pipe_->for_room) {
    Record& record = pipe_->computer.record();
    awaited = record.label("room in " + std::string(record.text(pipe_->label)));
  }
  return pipe_->computer.wait(queue, never, ThreadState::DoingIo, awaited, nullptr, OnSignal::Return) == WakeReason::Woken;
}

std::int64_t PipeEnd::read(Thread& thread, std::int64_t most, std::int64_t position, std::string* octets) {
  octets->clear();
  if (position >= 0) return -ESPIPE;
  if (!readable()) return -EBADF;
  if (nonblocking && pipe_->octets.empty() && pipe_->writers > 0 && most > 0) return -EAGAIN;
  while (pipe_->octets.empty() && pipe_->writers > 0 && most > 0)
    if (!wait(pipe_->for_octets)) return -EINTR;
  const auto count = std::min(pipe_->octets.size(), static_cast<std::size_t>(most));
  octets->assign(pipe_->octets, 0, count);
  pipe_->octets.erase(0, count);
  pipe_->computer.note(HappeningKind::DeviceStarted, &thread, pipe_->label, static_cast<std::int64_t>(count), pipe_->computer.place_of(thread));
  pipe_->pay_for(count);
  pipe_->computer.note(HappeningKind::DeviceEnded, &thread, pipe_->label, static_cast<std::int64_t>(count));
  if (!pipe_->for_room.empty()) pipe_->computer.wake(pipe_->for_room, kAll);
  pipe_->writing.changed(pipe_->computer);
  return static_cast<std::int64_t>(count);
}

std::int64_t PipeEnd::write(Thread& thread, std::string_view octets, std::int64_t position) {
  if (position >= 0) return -ESPIPE;
  if (!writable()) return -EBADF;
  const auto total = static_cast<std::int64_t>(octets.size());
  pipe_->computer.note(HappeningKind::DeviceStarted, &thread, pipe_->label, total, pipe_->computer.place_of(thread));
  pipe_->pay_for(total);
  const std::size_t needed = octets.size() <= kWhole ? octets.size() : 1;
  while (!octets.empty()) {
    if (pipe_->readers == 0) return pipe_->computer.send_signal(thread, SIGPIPE), -EPIPE;
    const std::size_t room = kCapacity - pipe_->octets.size();
    if (room < needed) {
      if (nonblocking) break;
      if (wait(pipe_->for_room)) continue;
      const auto written = total - static_cast<std::int64_t>(octets.size());
      return written > 0 ? written : -EINTR;
    }
    const std::size_t count = std::min(room, octets.size());
    pipe_->octets.append(octets.substr(0, count));
    octets.remove_prefix(count);
    if (!pipe_->for_octets.empty()) pipe_->computer.wake(pipe_->for_octets, kAll);
    pipe_->reading.changed(pipe_->computer);
  }
  const std::int64_t written = total - static_cast<std::int64_t>(octets.size());
  pipe_->computer.note(HappeningKind::DeviceEnded, &thread, pipe_->label, written);
  return written == 0 && total > 0 ? -EAGAIN : written;
}

}  // namespace gilsim::sim

// How a loop's thread waits, and how another thread wakes it: epoll_wait(2) on a self-pipe, as CPython's selector loop.
#include <cmath>

#include "interpreter/modules/asyncio/event_loop.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/runtime/blocking.h"

namespace gilsim::python::asyncio {

namespace {

constexpr double kLongestWaitSeconds = 24 * 3600;
// The system calls, outside the GIL, on the measured machine; the Python code around them is in run_once.cc's figure.
constexpr sim::Nanoseconds kPollNs = 500, kReadPipeNs = 5'000, kWritePipeNs = 4'000;

// epoll_wait counts milliseconds, and CPython rounds up so as not to come back too early.
sim::Nanoseconds rounded_up(double seconds) { return static_cast<sim::Nanoseconds>(std::ceil(seconds * 1e3)) * 1'000'000; }

// In the epoll's queue when descriptors are watched, else in the loop's own.
sim::WakeReason poll(sim::Computer& computer, EventLoop* loop, double seconds, Deadline& deadline, sim::Epoll* epoll,
                     std::vector<sim::EpollEvent>* events) {
  computer.advance(kPollNs);
  const auto most = static_cast<size_t>(loop->watched.as<Dict>()->used);
  if (epoll) epoll->collect(most, events);
  if (seconds <= 0 || loop->wake_ups > 0 || !events->empty() || computer.ending()) return sim::WakeReason::Woken;
  const sim::LabelId label = computer.record().label("event loop");
  if (!epoll) return computer.wait(loop->waiting, deadline(computer), sim::ThreadState::WaitingForEvents, label, sim::OnSignal::Return);
  const auto reason = computer.wait(epoll->waiting(), deadline(computer), sim::ThreadState::WaitingForEvents, label, nullptr, sim::OnSignal::Return);
  epoll->collect(most, events);
  return events->empty() ? reason : sim::WakeReason::Woken;
}

}  // namespace

bool wait_for_events(Vm& vm, EventLoop* loop, double seconds) {
  Deadline deadline(std::isinf(seconds) ? -1 : rounded_up(std::min(seconds, kLongestWaitSeconds)));
  const std::shared_ptr<sim::Epoll> epoll = epoll_of(interpreter(vm), loop);
  std::vector<sim::EpollEvent> events;
  const auto wait = [&](ReleasedGil& released) { return poll(released.computer(), loop, seconds, deadline, epoll.get(), &events); };
  sim::WakeReason came_back;
  if (!wait_through_signals(vm, wait, &came_back)) return false;
  if (!events.empty() && !add_ready_handles(vm, loop, events)) return false;
  if (std::exchange(loop->wake_ups, 0) == 0) return true;
  ReleasedGil released(vm);
  released.computer().advance(kReadPipeNs);
  return released.take_back();
}

bool wake_loop(Vm& vm, EventLoop* loop) {
  Ref keep(loop);
  ReleasedGil released(vm);
  released.computer().advance(kWritePipeNs);
  ++loop->wake_ups;
  released.computer().wake(loop->waiting);
  if (auto epoll = epoll_of(interpreter(vm), loop)) released.computer().wake(epoll->waiting());
  return released.take_back();
}

}  // namespace gilsim::python::asyncio

#include "sim/event_queue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>

#include "sim/chance.h"

namespace gilsim::sim {
namespace {

void nothing(Computer&, void*) {}

}  // namespace

TEST_CASE("events come by time, then priority, then order of scheduling") {
  EventQueue queue;
  Event late(EventPriority::Timer, nothing, nullptr), check(EventPriority::SchedulingCheck, nothing, nullptr),
      first(EventPriority::Timer, nothing, nullptr), second_timer(EventPriority::Timer, nothing, nullptr);
  queue.schedule(late, 20);
  queue.schedule(check, 10);
  queue.schedule(first, 10);
  queue.schedule(second_timer, 10);
  CHECK(queue.next_time() == 10);
  CHECK(&queue.pop() == &first);
  CHECK(&queue.pop() == &second_timer);
  CHECK(&queue.pop() == &check);
  CHECK(&queue.pop() == &late);
  CHECK(queue.empty());
  CHECK(queue.next_time() == never);
}

TEST_CASE("a cancelled event never comes, and may be scheduled again") {
  EventQueue queue;
  Event event(EventPriority::Timer, nothing, nullptr);
  queue.schedule(event, 5);
  CHECK(event.pending());
  queue.cancel(event);
  CHECK(!event.pending());
  CHECK(queue.empty());
  queue.cancel(event);
  queue.schedule(event, 7);
  CHECK(queue.next_time() == 7);
  queue.clear();
  CHECK(!event.pending());
}

TEST_CASE("a thousand events with many equal times and cancellations come sorted") {
  Chance chance(1);
  EventQueue queue;
  std::deque<Event> events;
  std::vector<std::pair<Nanoseconds, Event*>> expected;
  for (int i = 0; i < 1000; ++i) {
    Event& event = events.emplace_back(EventPriority::Timer, nothing, nullptr);
    const auto time = static_cast<Nanoseconds>(chance.below(50));
    queue.schedule(event, time);
    expected.emplace_back(time, &event);
  }
  std::erase_if(expected, [&](const auto& entry) {
    const bool cancelled = chance.below(3) == 0;
    if (cancelled) queue.cancel(*entry.second);
    return cancelled;
  });
  std::ranges::stable_sort(expected, {}, [](const auto& entry) { return entry.first; });
  for (const auto& [time, event] : expected) {
    REQUIRE(queue.next_time() == time);
    REQUIRE(&queue.pop() == event);
  }
  CHECK(queue.empty());
}

}  // namespace gilsim::sim

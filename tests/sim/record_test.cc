#include "sim/record.h"

#include <doctest/doctest.h>

#include <set>

#include "sim/run_result.h"
#include "sim/thread_state.h"

namespace gilsim::sim {

TEST_CASE("the record keeps happenings in order, over many chunks") {
  Record record;
  CHECK(record.empty());
  CHECK(record.begin() == record.end());
  constexpr int count = 700'000;
  for (int i = 0; i < count; ++i) record.append({.time = i, .value = -i});
  CHECK(record.size() == count);
  Nanoseconds expected = 0;
  for (const Happening& happening : record) {
    if (happening.time != expected || happening.value != -expected) break;
    ++expected;
  }
  CHECK(expected == count);
  CHECK(record[0].time == 0);
  CHECK(record[count - 1].time == count - 1);
  CHECK(record[123'456].time == 123'456);
}

TEST_CASE("the record knows what it takes") {
  Record record;
  for (int i = 0; i < 700'000; ++i) record.append({.time = i});
  CHECK(record.bytes() == 700'000 * sizeof(Happening));
  record.label(std::string(1000, 'x'));
  CHECK(record.bytes() > 700'000 * sizeof(Happening) + 1000);
}

TEST_CASE("labels and places are numbered once") {
  Record record;
  CHECK(record.label("") == no_label);
  const LabelId lock = record.label("lock");
  CHECK(record.label("lock") == lock);
  CHECK(record.text(lock) == "lock");
  CHECK(record.label("\xE9\x94\x81") != lock);
  const LabelId other = record.new_label("lock");
  CHECK(other != lock);
  CHECK(record.text(other) == "lock");

  const PlaceId place = record.place(record.label("a.py"), 7);
  CHECK(place != no_place);
  CHECK(record.place(record.label("a.py"), 7) == place);
  CHECK(record.place(record.label("a.py"), 8) != place);
  CHECK(record.place_of(place) == Place{record.label("a.py"), 7});
  CHECK(record.place(no_label, 0) == no_place);
}

TEST_CASE("settings keep their order and the last value") {
  Record record;
  record.set("seed", "0");
  record.set("cores", "2");
  record.set("seed", "7");
  CHECK(record.settings().size() == 2);
  CHECK(record.settings()[0] == std::pair<std::string, std::string>{"seed", "7"});
}

TEST_CASE("the tables agree with their enumerations") {
  std::set<char> letters;
  for (const ThreadStateInfo& state : thread_state_table) {
    CHECK(&info(state.state) == &state);
    letters.insert(state.letter);
  }
  CHECK(letters.size() == thread_state_count);
  CHECK(is_blocked(ThreadState::Joining));
  CHECK(!is_blocked(ThreadState::Ready));
  for (const HappeningInfo& happening : happening_table) CHECK(&info(happening.kind) == &happening);
  for (const RunOutcomeInfo& outcome : run_outcome_table) CHECK(&info(outcome.outcome) == &outcome);
}

}  // namespace gilsim::sim

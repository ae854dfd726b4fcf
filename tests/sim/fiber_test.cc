#include "sim/fiber.h"

#include <doctest/doctest.h>

#include <cstring>
#include <exception>
#include <stdexcept>
#include <string>

namespace gilsim::sim {
namespace {

struct Ping {
  Fiber host;
  Fiber fiber;
  std::string said;
};

void ping(void* argument) {
  Ping& ping = *static_cast<Ping*>(argument);
  ping.said += "a";
  ping.fiber.switch_to(ping.host);
  ping.said += "c";
  ping.fiber.leave_for(ping.host);
}

// Throws and catches on its own stack, with a switch in between: exceptions in flight stay apart.
void throw_and_catch(void* argument) {
  Ping& ping = *static_cast<Ping*>(argument);
  for (int i = 0; i < 3; ++i) {
    try {
      throw std::runtime_error("mine");
    } catch (const std::runtime_error& error) {
      ping.said += error.what();
    }
    if (std::uncaught_exceptions() != 0) ping.said += "!";
    ping.fiber.switch_to(ping.host);
  }
  ping.fiber.leave_for(ping.host);
}

void fill_stack(void* argument) {
  Ping& ping = *static_cast<Ping*>(argument);
  char bytes[200 * 1024];
  std::memset(bytes, 1, sizeof bytes);
  ping.said += bytes[1000] == 1 ? "full" : "?";
  ping.fiber.leave_for(ping.host);
}

}  // namespace

TEST_CASE("a fiber goes on where it left") {
  FiberStackPool pool;
  Ping state;
  state.fiber.prepare(pool.take(64 * 1024), ping, &state);
  state.host.switch_to(state.fiber);
  state.said += "b";
  state.host.switch_to(state.fiber);
  CHECK(state.said == "abc");
  pool.give_back(state.fiber.stack());
}

TEST_CASE("each fiber has its own C++ exceptions") {
  FiberStackPool pool;
  Ping state;
  state.fiber.prepare(pool.take(64 * 1024), throw_and_catch, &state);
  for (int i = 0; i < 4; ++i) {
    state.host.switch_to(state.fiber);
    CHECK_THROWS_AS(throw std::logic_error("host's"), std::logic_error);
  }
  CHECK(state.said == "mineminemine");
  pool.give_back(state.fiber.stack());
}

TEST_CASE("a stack is usable to its size and is used again") {
  FiberStackPool pool;
  const FiberStack stack = pool.take(256 * 1024);
  Ping state;
  state.fiber.prepare(stack, fill_stack, &state);
  state.host.switch_to(state.fiber);
  CHECK(state.said == "full");
  pool.give_back(stack);
  CHECK(pool.take(256 * 1024).bottom == stack.bottom);
  CHECK(pool.take(256 * 1024).bottom != stack.bottom);
}

}  // namespace gilsim::sim

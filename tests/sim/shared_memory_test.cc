#include "sim/shared_memory.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <memory>

namespace gilsim::sim {
namespace {

struct Counter : SharedObject {
  int value = 0;
};

struct Numbers : SharedObject {
  SharedVector<int> all;
};

// What a forked host process makes of it; then it is gone.
void in_another_process(auto body) {
  const pid_t child = fork();
  if (child == 0) {
    body();
    _exit(0);
  }
  int status = -1;
  waitpid(child, &status, 0);
  CHECK(status == 0);
}

}  // namespace

TEST_CASE("blocks are aligned, apart from each other, and used again") {
  SharedVector<int> keeps_the_area{1};
  void* small = shared_memory::allocate(24);
  void* other = shared_memory::allocate(24);
  CHECK(reinterpret_cast<std::uintptr_t>(small) % 16 == 0);
  CHECK(static_cast<char*>(other) - static_cast<char*>(small) >= 24);
  shared_memory::free(small, 24);
  CHECK(shared_memory::allocate(20) == small);
  void* large = shared_memory::allocate(3 << 20);
  CHECK(reinterpret_cast<std::uintptr_t>(large) % (2 << 20) == 0);
  std::memset(large, 7, 3 << 20);
  shared_memory::free(large, 3 << 20);
  CHECK(shared_memory::allocate(4 << 20) == large);
  CHECK(static_cast<char*>(large)[1 << 20] == 0);  // its pages were given back
  shared_memory::free(small, 20);
  shared_memory::free(other, 24);
  shared_memory::free(large, 4 << 20);
}

TEST_CASE("objects made by new and the contents of containers lie there") {
  auto counter = std::make_unique<Counter>();
  CHECK(shared_memory::contains(counter.get()));
  const SharedString text(100, 'x');
  CHECK(shared_memory::contains(text.data()));
  SharedMap<int, SharedVector<int>> rows;
  rows[1].push_back(2);
  CHECK(shared_memory::contains(&rows[1]));
  CHECK(shared_memory::contains(make_in_shared_memory<Counter>().get()));
  Counter on_the_stack;
  CHECK_FALSE(shared_memory::contains(&on_the_stack));
}

TEST_CASE("forked processes see each other's changes from share() on, at the same addresses") {
  auto counter = std::make_unique<Counter>();
  counter->value = 5;
  in_another_process([&] { counter->value = 6; });
  CHECK(counter->value == 5);
  shared_memory::share();
  CHECK(shared_memory::is_shared());
  CHECK(counter->value == 5);
  auto numbers = std::make_unique<Numbers>();
  in_another_process([&] {
    counter->value = 7;
    numbers->all.assign(100'000, 3);
  });
  CHECK(numbers->all.size() == 100'000);
  CHECK(counter->value == 7);
}

TEST_CASE("when nothing is left it belongs to one process again") {
  CHECK(shared_memory::bytes_in_use() == 0);
  CHECK_FALSE(shared_memory::is_shared());
  auto counter = std::make_unique<Counter>();
  CHECK(shared_memory::bytes_in_use() == sizeof(Counter));
}

}  // namespace gilsim::sim

#include "sim/files/poll.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include "tests/sim/net/fixture.h"

namespace gilsim::sim {

TEST_CASE("poll looks, waits until something comes, and until its deadline") {
  NetworkFixture fixture;
  std::shared_ptr<Socket> ends[2];
  fixture.thread([&](Thread& thread) {
    REQUIRE(fixture.network.make_pair(SOCK_STREAM, ends) == 0);
    PollRequest requests[] = {{ends[0], POLLIN}, {ends[1], POLLIN}, {std::shared_ptr<OpenFile>(), POLLIN}};
    const std::span both(requests, 2);
    CHECK(poll(fixture.computer, both, 0) == 0);
    const Nanoseconds before = fixture.computer.now();
    CHECK(poll(fixture.computer, both, before + millisecond) == 0);
    CHECK(fixture.computer.now() >= before + millisecond);
    CHECK(poll(fixture.computer, requests, 0) == 1);
    CHECK(requests[2].found == POLLNVAL);
    fixture.thread([&](Thread& other) {
      fixture.computer.sleep_for(millisecond);
      ends[0]->send(other, "x", 0, never, nullptr);
    });
    CHECK(poll(fixture.computer, both, never) == 1);
    CHECK(requests[1].found == POLLIN);
    requests[0].wanted = POLLOUT;
    CHECK(poll(fixture.computer, both, never) == 2);
    std::string octets;
    ends[1]->receive(thread, 1, 0, never, &octets, nullptr);
    ends[1]->shut_down(SHUT_WR);
    requests[0].wanted = POLLIN;
    CHECK(poll(fixture.computer, both, never) == 1);
  });
  CHECK(fixture.run().outcome == RunOutcome::Finished);
}

TEST_CASE("epoll reports what is ready again and again, edges once") {
  NetworkFixture fixture;
  std::shared_ptr<Socket> ends[2];
  fixture.thread([&](Thread& thread) {
    REQUIRE(fixture.network.make_pair(SOCK_STREAM, ends) == 0);
    auto epoll = make_in_shared_memory<Epoll>(fixture.computer);
    CHECK(epoll->add(5, ends[0], EPOLLIN) == 0);
    CHECK(epoll->add(5, ends[0], EPOLLIN) == -EEXIST);
    CHECK(epoll->add(6, nullptr, EPOLLIN) == -EBADF);
    std::vector<EpollEvent> events;
    CHECK(epoll->wait(10, 0, &events) == 0);
    ends[1]->send(thread, "x", 0, never, nullptr);
    for (int turn = 0; turn < 2; ++turn) {
      events.clear();
      REQUIRE(epoll->wait(10, never, &events) == 1);
      CHECK(events[0].number == 5);
      CHECK(events[0].events == EPOLLIN);
    }
    CHECK(epoll->modify(5, ends[0], EPOLLIN | EPOLLET) == 0);
    events.clear();
    CHECK(epoll->wait(10, 0, &events) == 1);
    events.clear();
    CHECK(epoll->wait(10, 0, &events) == 0);
    CHECK(epoll->remove(5, ends[0]) == 0);
    CHECK(epoll->remove(5, ends[0]) == -ENOENT);
  });
  CHECK(fixture.run().outcome == RunOutcome::Finished);
}

}  // namespace gilsim::sim

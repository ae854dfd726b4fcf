#include <sys/socket.h>

#include <cerrno>

#include "sim/net/channel.h"
#include "tests/sim/net/fixture.h"

namespace gilsim::sim {

TEST_CASE("addresses are read and written as inet_aton does") {
  CHECK(parse_ip("127.0.0.1") == loopback_ip);
  CHECK(parse_ip("127.1") == loopback_ip);
  CHECK(parse_ip("1.2.3.4") == 0x01020304u);
  for (const char* wrong : {"", "1.2.3.4.5", "256.1.1.1", "1.2.3.x", "localhost", "1..2"}) CHECK_FALSE(parse_ip(wrong));
  CHECK(ip_text(0x01020304) == "1.2.3.4");
}

TEST_CASE("a channel takes as much as it has room for") {
  Channel channel(10, false);
  std::string octets;
  CHECK(channel.put("12345678") == 8);
  CHECK(channel.put("abcdef") == 2);
  CHECK_FALSE(channel.has_room());
  channel.take(3, true, &octets);
  CHECK(octets == "123");
  channel.take(9, false, &octets);
  CHECK(octets == "12345678a");
  CHECK(channel.has_room());
  CHECK(channel.size() == 1);
}

TEST_CASE("small pieces of the local family fill a channel early") {
  Channel channel(212'992, true);
  int count = 0;
  while (channel.put("x")) ++count;
  CHECK(count == 278);  // as measured on Linux
}

TEST_CASE("a connection carries octets both ways, and its end") {
  NetworkFixture fixture;
  auto listener = fixture.stream();
  std::string received, answer;
  std::uint16_t port = 0;
  fixture.thread([&](Thread& thread) {
    CHECK(listener->bind(fixture.address(0)) == 0);
    CHECK(listener->listen(1) == 0);
    port = listener->local().port;
    std::shared_ptr<Socket> end;
    CHECK(listener->accept(thread, never, &end) == 0);
    std::string octets;
    while (end->receive(thread, 100, 0, never, &octets, nullptr) > 0) received += octets;
    CHECK(end->send(thread, "bye", 0, never, nullptr) == 3);
  });
  fixture.thread([&](Thread& thread) {
    fixture.computer.sleep_for(millisecond);
    auto client = fixture.socket(SOCK_STREAM);
    CHECK(client->connect(thread, fixture.address(port), never) == 0);
    CHECK(client->send(thread, "hello", 0, never, nullptr) == 5);
    CHECK(client->shut_down(SHUT_WR) == 0);
    CHECK(client->send(thread, "x", 0, never, nullptr) == -EPIPE);
    CHECK(client->receive(thread, 100, 0, never, &answer, nullptr) == 3);
  });
  CHECK(fixture.run().outcome == RunOutcome::Finished);
  CHECK(received == "hello");
  CHECK(answer == "bye");
}

TEST_CASE("a full connection holds its sender back until somebody reads") {
  NetworkFixture fixture;
  std::shared_ptr<Socket> ends[2];
  std::int64_t sent = 0, received = 0;
  fixture.thread([&](Thread& thread) {
    CHECK(fixture.network.make_pair(SOCK_STREAM, ends) == 0);
    fixture.thread([&](Thread& reader) {
      fixture.computer.sleep_for(second);
      std::string octets;
      while (ends[1]->receive(reader, 65'536, 0, never, &octets, nullptr) > 0) received += static_cast<std::int64_t>(octets.size());
    });
    const std::string much(1'000'000, 'x');
    sent = ends[0]->send(thread, much, 0, never, nullptr);
    CHECK(fixture.computer.now() > second);
    ends[0].reset();
  });
  CHECK(fixture.run().outcome == RunOutcome::Finished);
  CHECK(sent == 1'000'000);
  CHECK(received == 1'000'000);
}

TEST_CASE("nobody there, ports taken, timeouts, resets") {
  NetworkFixture fixture;
  fixture.thread([&](Thread& thread) {
    auto client = fixture.socket(SOCK_STREAM);
    CHECK(client->connect(thread, fixture.address(1), never) == -ECONNREFUSED);
    auto listener = fixture.socket(SOCK_STREAM), other = fixture.socket(SOCK_STREAM);
    CHECK(listener->bind(fixture.address(80)) == -EACCES);
    CHECK(listener->bind(fixture.address(8080, 0x08080808)) == -EADDRNOTAVAIL);
    CHECK(listener->bind(fixture.address(8080)) == 0);
    CHECK(listener->listen(5) == 0);
    CHECK(other->bind(fixture.address(8080)) == -EADDRINUSE);
    std::shared_ptr<Socket> end;
    CHECK(listener->accept(thread, 0, &end) == -EAGAIN);
    const Nanoseconds before = fixture.computer.now();
    CHECK(listener->accept(thread, before + millisecond, &end) == -ETIMEDOUT);
    CHECK(fixture.computer.now() >= before + millisecond);
    client = fixture.socket(SOCK_STREAM);
    CHECK(client->connect(thread, fixture.address(8080), never) == 0);
    CHECK(client->connect(thread, fixture.address(8080), never) == -EISCONN);
    CHECK(listener->accept(thread, never, &end) == 0);
    CHECK(client->send(thread, "unread", 0, never, nullptr) == 6);
    end.reset();
    std::string octets;
    CHECK(client->receive(thread, 1, 0, never, &octets, nullptr) == -ECONNRESET);
    CHECK(client->receive(thread, 1, 0, never, &octets, nullptr) == 0);
    CHECK(client->send(thread, "x", 0, never, nullptr) == -EPIPE);
  });
  CHECK(fixture.run().outcome == RunOutcome::Finished);
}

TEST_CASE("datagrams are whole, lost when nobody is there, and refused afterwards when connected") {
  NetworkFixture fixture;
  fixture.thread([&](Thread& thread) {
    auto server = fixture.socket(SOCK_DGRAM), client = fixture.socket(SOCK_DGRAM);
    CHECK(server->bind(fixture.address(9000)) == 0);
    const Address to = fixture.address(9000), nobody = fixture.address(9001);
    CHECK(client->send(thread, "one", 0, never, &to) == 3);
    CHECK(client->send(thread, "two", 0, never, &to) == 3);
    std::string octets;
    Address from;
    CHECK(server->receive(thread, 100, 0, never, &octets, &from) == 3);
    CHECK(octets == "one");
    CHECK(from.port == client->local().port);
    CHECK(server->receive(thread, 1, 0, never, &octets, &from) == 1);
    CHECK(server->receive(thread, 1, 0, 0, &octets, &from) == -EAGAIN);
    CHECK(client->send(thread, "x", 0, never, &nobody) == 1);
    CHECK(client->connect(thread, nobody, never) == 0);
    CHECK(client->send(thread, "x", 0, never, nullptr) == 1);
    CHECK(client->receive(thread, 1, 0, never, &octets, nullptr) == -ECONNREFUSED);
  });
  CHECK(fixture.run().outcome == RunOutcome::Finished);
}

TEST_CASE("threads that wait for each other's octets are in a deadlock that names the sockets") {
  NetworkFixture fixture;
  std::shared_ptr<Socket> ends[2];
  fixture.thread([&](Thread& thread) {
    CHECK(fixture.network.make_pair(SOCK_STREAM, ends) == 0);
    std::string octets;
    fixture.thread([&](Thread& other) {
      std::string more;
      CHECK(ends[1]->receive(other, 1, 0, never, &more, nullptr) == -EINTR);
    });
    CHECK(ends[0]->receive(thread, 1, 0, never, &octets, nullptr) == -EINTR);
  });
  const RunResult result = fixture.run();
  REQUIRE(result.outcome == RunOutcome::Deadlock);
  REQUIRE(result.diagnosis.threads.size() == 2);
  for (const ThreadSituation& thread : result.diagnosis.threads) {
    CHECK(thread.state == ThreadState::DoingIo);
    CHECK(std::string_view(fixture.record.text(thread.object)) == "socketpair 1");
  }
}

}  // namespace gilsim::sim

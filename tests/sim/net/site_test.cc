#include <sys/socket.h>

#include <cerrno>

#include "tests/sim/net/fixture.h"

namespace gilsim::sim {
namespace {

constexpr char request[] = "GET / HTTP/1.1\r\nHost: far\r\nConnection: close\r\n\r\n";

SitePlan site(const char* name, PagePlan page, SiteFailure failure = SiteFailure::None) {
  SitePlan plan;
  plan.name = name;
  plan.latency = 100 * millisecond;
  plan.bytes_per_second = 1'000'000;
  plan.failure = failure;
  plan.pages.push_back(std::move(page));
  return plan;
}

// Everything that the site answers; an error number at its end as text.
std::string download(NetworkFixture& fixture, Thread& thread, const char* name, Nanoseconds timeout = never) {
  std::uint32_t ip = 0;
  REQUIRE(fixture.network.resolve(name, &ip));
  auto client = fixture.socket(SOCK_STREAM);
  auto deadline = [&] { return saturating_add(fixture.computer.now(), timeout); };
  if (int error = client->connect(thread, fixture.address(80, ip), deadline())) return std::to_string(error);
  client->send(thread, request, 0, never, nullptr);
  std::string all, octets;
  for (;;) {
    const auto count = client->receive(thread, 65'536, 0, deadline(), &octets, nullptr);
    if (count < 0) return all + std::to_string(count);
    if (count == 0) return all;
    all += octets;
  }
}

}  // namespace

TEST_CASE("a download takes two round trips, the server's time and the size by the bandwidth") {
  PagePlan page;
  page.size = 500'000;
  page.wait = 50 * millisecond;
  NetworkFixture fixture({site("far", page)});
  Nanoseconds took = 0;
  fixture.thread([&](Thread& thread) {
    const std::string answer = download(fixture, thread, "far");
    CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(answer.size() - answer.find("\r\n\r\n") - 4 == 500'000);
    took = fixture.computer.now();
  });
  CHECK(fixture.run().outcome == RunOutcome::Finished);
  CHECK(took > 750 * millisecond);
  CHECK(took < 760 * millisecond);
}

TEST_CASE("downloads from one site share its line, those from several do not") {
  PagePlan page;
  page.size = 500'000;
  for (bool same : {true, false}) {
    NetworkFixture fixture({site("one", page), site("two", page)});
    for (const char* name : {"one", same ? "one" : "two"})
      fixture.thread([&fixture, name](Thread& thread) { CHECK(download(fixture, thread, name).size() > 500'000); });
    const RunResult result = fixture.run();
    CHECK(result.outcome == RunOutcome::Finished);
    CHECK(result.ended_at / millisecond == doctest::Approx(same ? 1200 : 700).epsilon(0.02));
  }
}

TEST_CASE("sites fail as they are told to") {
  PagePlan page;
  page.body = "0123456789";
  NetworkFixture fixture({site("refused", page, SiteFailure::Refused), site("unreachable", page, SiteFailure::Unreachable),
                          site("silent", page, SiteFailure::Silent), site("reset", page, SiteFailure::Reset),
                          site("broken", page, SiteFailure::Broken)});
  fixture.thread([&](Thread& thread) {
    CHECK(download(fixture, thread, "refused") == std::to_string(-ECONNREFUSED));
    CHECK(download(fixture, thread, "unreachable", second) == std::to_string(-ETIMEDOUT));
    CHECK(download(fixture, thread, "silent", second) == std::to_string(-ETIMEDOUT));
    CHECK(download(fixture, thread, "reset") == std::to_string(-ECONNRESET));
    CHECK(download(fixture, thread, "broken").ends_with("\r\n\r\n01234"));
    std::uint32_t ip = 0;
    CHECK_FALSE(fixture.network.resolve("unknown", &ip));
  });
  CHECK(fixture.run().outcome == RunOutcome::Finished);
}

}  // namespace gilsim::sim

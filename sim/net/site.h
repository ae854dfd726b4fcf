// Sites of the simulated network: servers somewhere else, whose names, distances and contents a lesson states. Nothing is
// known of any other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/shared_memory.h"
#include "sim/time.h"

namespace gilsim::sim {

// How a site fails, if it does: SITE_FAILURE(identifier, name, meaning).
enum class SiteFailure : std::uint8_t {
#define SITE_FAILURE(identifier, name, meaning) identifier,
#include "sim/net/site_failures.def"
#undef SITE_FAILURE
};

// What a site answers to a request.
struct PagePlan {
  std::string path;  // with its slash; empty: every path that has no page of its own
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::optional<std::string> body;  // otherwise `size` octets of text
  std::int64_t size = 0;
  std::string redirect;        // the field Location
  Nanoseconds wait = 0;        // how long the server thinks
};

struct SitePlan {
  std::string name;                      // as in URLs: "example.com"
  Nanoseconds latency = 20 * millisecond;  // a round trip, as ping shows it
  std::int64_t bytes_per_second = 12'500'000;  // for all of its connections together
  SiteFailure failure = SiteFailure::None;
  std::vector<PagePlan> pages;
};

inline const std::vector<SitePlan> no_sites;

// A site while a run goes on. Its plan was made before the run and never changes.
struct Site : SharedObject {
  Site(const SitePlan& its_plan, std::uint32_t its_ip) : plan(its_plan), ip(its_ip) {}

  // The page for a path (without what follows "?"); null: 404.
  const PagePlan* find_page(std::string_view path) const;
  // When so many octets that are to be sent from `start` on have passed the site's line, which is then taken until there.
  Nanoseconds transfer(Nanoseconds start, std::int64_t octets);

  const SitePlan plan;  // made before the first fork: every process has a copy of its texts
  const std::uint32_t ip;
  Nanoseconds line_free_at = 0;
};

}  // namespace gilsim::sim

#include "sim/net/site.h"

#include <algorithm>

namespace gilsim::sim {

const PagePlan* Site::find_page(std::string_view path) const {
  const PagePlan* otherwise = nullptr;
  for (const PagePlan& page : plan.pages) {
    if (page.path == path) return &page;
    if (page.path.empty()) otherwise = &page;
  }
  return otherwise;
}

Nanoseconds Site::transfer(Nanoseconds start, std::int64_t octets) {
  line_free_at = std::max(start, line_free_at);
  const auto whole = octets / plan.bytes_per_second, rest = octets % plan.bytes_per_second;
  // To the microsecond: so the products stay within 64 bits.
  line_free_at += whole * second + rest * 1'000'000 / plan.bytes_per_second * 1'000;
  return line_free_at;
}

}  // namespace gilsim::sim

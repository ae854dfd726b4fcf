#include "app/memory_size.h"

#include <doctest/doctest.h>

namespace gilsim::app {
namespace {

constexpr std::size_t mebibyte = 1 << 20;

TEST_CASE("an amount of memory may be written in many ways, in powers of 1024") {
  for (const char* text :
       {"50M", "50MB", "50MiB", "50m", "50mb", "50 MB", "51200K", "51200KiB", "52428800B"}) {
    CAPTURE(text);
    CHECK(parse_memory_size(text) == 50 * mebibyte);
  }
  CHECK(parse_memory_size("1G") == 1024 * mebibyte);
  CHECK(parse_memory_size("2TiB") == 2 * 1024 * 1024 * mebibyte);
}

TEST_CASE("anything else is no amount of memory") {
  for (const char* text :
       {"", "50", "M", "0M", "-1M", "1.5G", "5X", "5MM", "5iB", "5Bi", "1M ", "99999999999999T"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_memory_size(text));
  }
}

TEST_CASE("amounts are shown in the largest unit that is exact") {
  CHECK(format_memory_size(4096 * mebibyte) == "4G");
  CHECK(format_memory_size(50 * mebibyte) == "50M");
  CHECK(format_memory_size(1536) == "1536B");
  CHECK(parse_memory_size(format_memory_size(123456)) == 123456);
}

}  // namespace
}  // namespace gilsim::app

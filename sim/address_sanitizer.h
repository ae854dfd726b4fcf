// What memory that we manage ourselves tells AddressSanitizer; nothing in other builds. The only file that knows how each
// compiler says that it is there.
#pragma once

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
#define GILSIM_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GILSIM_ADDRESS_SANITIZER 1
#endif
#endif

#ifdef GILSIM_ADDRESS_SANITIZER
#include <sanitizer/asan_interface.h>
#endif

namespace gilsim::sim {

inline void poison_memory([[maybe_unused]] const void* start, [[maybe_unused]] std::size_t bytes) {
#ifdef GILSIM_ADDRESS_SANITIZER
  __asan_poison_memory_region(start, bytes);
#endif
}

inline void unpoison_memory([[maybe_unused]] const void* start, [[maybe_unused]] std::size_t bytes) {
#ifdef GILSIM_ADDRESS_SANITIZER
  __asan_unpoison_memory_region(start, bytes);
#endif
}

}  // namespace gilsim::sim

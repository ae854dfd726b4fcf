// Free lists by size class over one growing area. Small blocks have classes in steps of 16 bytes, larger ones are rounded
// up to powers of two, which costs address space but no memory: pages that nobody touches do not exist.
#include "sim/shared_memory.h"

#include <sys/mman.h>

#include <bit>
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "sim/address_sanitizer.h"

namespace gilsim::sim::shared_memory {
namespace {

constexpr std::size_t small_bytes = 512, page_bytes = 4096, huge_page_bytes = 2 << 20;
constexpr std::size_t small_classes = small_bytes / 16 + 1;
// Freed blocks of this size and above give their pages back, but the first one.
constexpr std::size_t release_bytes = 64 << 10;
// Tools such as valgrind and strict limits leave less than the first wish.
constexpr std::size_t most_reserved = std::size_t{64} << 30, least_reserved = std::size_t{1} << 30;

struct FreeBlock {
  FreeBlock* next;
};

// Stands at the beginning of the area itself: all host processes take from the same lists.
struct Area {
  char* top;  // above it nothing was ever allocated
  char* end;
  std::size_t blocks, bytes;
  bool shared;
  FreeBlock* free[small_classes + 64];
};

constinit Area* area = nullptr;  // the same in all host processes

char* first_block() { return reinterpret_cast<char*>(area) + page_bytes; }

[[noreturn]] void give_up(const char* what) {
  std::fprintf(stderr, "gilsim: no address space left for %s\n", what);
  std::abort();
}

void* reserve(std::size_t bytes, int kind) {
  void* start = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, kind | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return start == MAP_FAILED ? nullptr : start;
}

void make_area() {
  static_assert(sizeof(Area) <= page_bytes);
  std::size_t bytes = most_reserved;
  void* start = reserve(bytes, MAP_PRIVATE);
  while (start == nullptr && bytes > least_reserved) start = reserve(bytes /= 2, MAP_PRIVATE);
  if (start == nullptr) give_up("the simulated computer");
  madvise(start, bytes, MADV_NOHUGEPAGE);  // only what is large gets them, below
  area = new (start) Area{};
  area->top = first_block();
  area->end = static_cast<char*>(start) + bytes;
}

std::size_t class_of(std::size_t bytes) {
  return bytes <= small_bytes ? (bytes + 15) / 16 : small_classes + static_cast<std::size_t>(std::bit_width(bytes - 1));
}
std::size_t rounded(std::size_t bytes) { return bytes <= small_bytes ? (bytes + 15) / 16 * 16 : std::bit_ceil(bytes); }

char* aligned(char* address, std::size_t bytes) {
  return reinterpret_cast<char*>((reinterpret_cast<std::uintptr_t>(address) + bytes - 1) & ~(bytes - 1));
}

void* grow(std::size_t bytes) {
  const std::size_t alignment = bytes >= huge_page_bytes ? huge_page_bytes : bytes >= page_bytes ? page_bytes : 16;
  char* block = aligned(area->top, alignment);
  if (bytes > static_cast<std::size_t>(area->end - block)) give_up("what the simulated computer holds");
  area->top = block + bytes;
  if (bytes >= huge_page_bytes) madvise(block, bytes, MADV_HUGEPAGE);
  return block;
}

// Pages that were never written to are not made by copying them.
void copy_pages(char* to, const char* from, std::size_t bytes) {
  for (std::size_t at = 0; at < bytes; at += page_bytes) {
    const char* page = from + at;
    const bool is_blank = page[0] == 0 && std::memcmp(page, page + 1, page_bytes - 1) == 0;
    if (!is_blank) std::memcpy(to + at, page, page_bytes);
  }
}

void release_pages(char* block, std::size_t bytes) {
  madvise(block + page_bytes, bytes - page_bytes, area->shared ? MADV_REMOVE : MADV_DONTNEED);
}

// Each host process has a map of poisoned memory of its own, so there is none once they share this.
void poison([[maybe_unused]] void* block, [[maybe_unused]] std::size_t bytes) {
  if (!area->shared) poison_memory(block, bytes);
}

// Nothing is left: the next run begins with the area as new, and with pages of one process again.
void start_again() {
  unpoison_memory(first_block(), static_cast<std::size_t>(area->top - first_block()));
  const auto bytes = static_cast<std::size_t>(area->end - reinterpret_cast<char*>(area));
  if (area->shared) {
    munmap(area, bytes);
    area = nullptr;
    return;
  }
  if (static_cast<std::size_t>(area->top - first_block()) > huge_page_bytes)
    madvise(first_block(), static_cast<std::size_t>(area->top - first_block()), MADV_DONTNEED);
  area->top = first_block();
  std::memset(area->free, 0, sizeof area->free);
}

}  // namespace

void* allocate(std::size_t bytes) {
  assert(bytes > 0);
  if (area == nullptr) make_area();
  FreeBlock*& list = area->free[class_of(bytes)];
  void* block = list;
  if (block != nullptr) {
    unpoison_memory(block, rounded(bytes));
    list = list->next;
  } else {
    block = grow(rounded(bytes));
  }
  ++area->blocks;
  area->bytes += bytes;
  return block;
}

void free(void* block, std::size_t bytes) {
  if (block == nullptr) return;
  assert(contains(block));
  area->bytes -= bytes;
  if (--area->blocks == 0) return start_again();
  if (rounded(bytes) >= release_bytes) release_pages(static_cast<char*>(block), rounded(bytes));
  FreeBlock*& list = area->free[class_of(bytes)];
  list = new (block) FreeBlock{list};
  poison(block, rounded(bytes));
}

bool contains(const void* address) {
  return area != nullptr && address >= area && address < area->top;
}

// The same contents, under the same addresses, in pages of another kind.
void share() {
  if (area == nullptr) make_area();
  if (area->shared) return;
  const auto reserved = static_cast<std::size_t>(area->end - reinterpret_cast<char*>(area));
  const auto used = static_cast<std::size_t>(area->top - reinterpret_cast<char*>(area));
  unpoison_memory(area, used);
  area->shared = true;
  void* pages = reserve(reserved, MAP_SHARED);
  if (pages == nullptr) give_up("processes");
  copy_pages(static_cast<char*>(pages), reinterpret_cast<const char*>(area), used);
  if (mremap(pages, reserved, reserved, MREMAP_MAYMOVE | MREMAP_FIXED, area) == MAP_FAILED) give_up("processes");
}

bool is_shared() {
  return area != nullptr && area->shared;
}

std::size_t bytes_in_use() {
  return area == nullptr ? 0 : area->bytes;
}

}  // namespace gilsim::sim::shared_memory

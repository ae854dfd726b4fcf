#include "sim/fiber.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cxxabi.h>
#include <boost/context/detail/fcontext.hpp>
#include <cassert>
#include <cstdio>
#include <cstdlib>

#include "sim/address_sanitizer.h"

#ifdef GILSIM_ADDRESS_SANITIZER
#include <sanitizer/common_interface_defs.h>
#endif

namespace gilsim::sim {

namespace context = boost::context::detail;

// Stacks

namespace {

constexpr std::size_t stacks_per_mapping = 32;
// Each guard page made with mprotect splits a mapping in two, and Linux allows a process 65,530 mappings
// (vm.max_map_count). Stacks beyond this many have no guard page.
constexpr std::size_t protected_page_limit = 20'000;
constexpr int advice_guard_install =
    102;  // MADV_GUARD_INSTALL, Linux 6.13: a guard page without a mapping of its own

std::size_t page_size() {
  static const std::size_t size = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  return size;
}

}  // namespace

FiberStackPool::~FiberStackPool() {
  for (const Mapping& mapping : mappings_) munmap(mapping.start, mapping.size);
}

FiberStack FiberStackPool::take(std::size_t size) {
  const std::size_t rounded = (size + page_size() - 1) / page_size() * page_size();
  SizeClass& stacks = class_of(rounded);
  if (stacks.free.empty()) map_more(stacks);
  void* bottom = stacks.free.back();
  stacks.free.pop_back();
  return {bottom, rounded};
}

void FiberStackPool::give_back(FiberStack stack) {
  unpoison_memory(stack.bottom, stack.size);  // frames that were left for good have poisoned it
  class_of(stack.size).free.push_back(stack.bottom);
}

FiberStackPool::SizeClass& FiberStackPool::class_of(std::size_t size) {
  for (SizeClass& stacks : classes_) {
    if (stacks.size == size) return stacks;
  }
  return classes_.emplace_back(SizeClass{size, {}});
}

void FiberStackPool::map_more(SizeClass& stacks) {
  const std::size_t stride = stacks.size + page_size();
  const std::size_t count = stacks.size > (1u << 20) ? 1 : stacks_per_mapping;
  void* start = mmap(nullptr, stride * count, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (start == MAP_FAILED) {
    std::fprintf(stderr, "gilsim: no address space left for the stack of another thread\n");
    std::abort();
  }
  madvise(start, stride * count, MADV_NOHUGEPAGE);  // a huge page a stack would cost 2 MiB instead of 8 KiB
  mappings_.push_back({start, stride * count});
  for (std::size_t i = count; i-- > 0;) {
    char* page = static_cast<char*>(start) + i * stride;
    guard(page);
    stacks.free.push_back(page + page_size());
  }
}

void FiberStackPool::guard(void* page) {
  if (madvise(page, page_size(), advice_guard_install) == 0) return;
  if (protected_pages_ == protected_page_limit) return;
  if (mprotect(page, page_size(), PROT_NONE) == 0) ++protected_pages_;
}

// Switching

struct FiberSwitch {
  // The C++ runtime's record of exceptions in flight belongs to the host thread; each fiber needs its own.
  static Fiber::ExceptionState& runtime_exceptions() {
    return *reinterpret_cast<Fiber::ExceptionState*>(abi::__cxa_get_globals());
  }

  // The first thing on the new side: files the context of the fiber that was left where it can be found
  // again.
  static void arrive(Fiber& self, const context::transfer_t& from) {
    auto& left = *static_cast<Fiber*>(from.data);
    left.context_ = from.fctx;
#ifdef GILSIM_ADDRESS_SANITIZER
    const void* bottom = nullptr;
    std::size_t size = 0;
    __sanitizer_finish_switch_fiber(self.fake_stack_, &bottom, &size);
    // Only the host's own stack is not known from the start.
    if (left.stack_.bottom == nullptr) left.stack_ = {const_cast<void*>(bottom), size};
#endif
    runtime_exceptions() = self.exceptions_;
  }

  static context::transfer_t leave(Fiber& from, Fiber& target, [[maybe_unused]] bool for_good) {
    assert(target.prepared());
    from.exceptions_ = runtime_exceptions();
#ifdef GILSIM_ADDRESS_SANITIZER
    __sanitizer_start_switch_fiber(for_good ? nullptr : &from.fake_stack_, target.stack_.bottom,
                                   target.stack_.size);
#endif
    return context::jump_fcontext(target.context_, &from);
  }

  static void enter(context::transfer_t from);
  static thread_local Fiber* entering;
};

// The fiber that a first switch goes to: its entry function is told only who was left.
thread_local Fiber* FiberSwitch::entering = nullptr;

void FiberSwitch::enter(context::transfer_t from) {
  Fiber& self = *entering;
  arrive(self, from);
  self.entry_(self.argument_);
  std::abort();  // an entry leaves by leave_for()
}

void Fiber::prepare(FiberStack stack, Entry entry, void* argument) {
  stack_ = stack;
  entry_ = entry;
  argument_ = argument;
  context_ =
      context::make_fcontext(static_cast<char*>(stack.bottom) + stack.size, stack.size, FiberSwitch::enter);
}

// Its context is filed when it is left for the first time.
void Fiber::take_over(const Fiber& original) {
  stack_ = original.stack_;
  context_ = original.stack_.bottom;
}

void Fiber::switch_to(Fiber& target) {
  FiberSwitch::entering = &target;
  FiberSwitch::arrive(*this, FiberSwitch::leave(*this, target, false));
}

void Fiber::leave_for(Fiber& target) {
  FiberSwitch::entering = &target;
  FiberSwitch::leave(*this, target, true);
  std::abort();  // nobody may come back
}

}  // namespace gilsim::sim

// Fibers: stacks that the simulation jumps between within one host thread. The only file pair that knows
// Boost.Context. The low-level jump is used because the library's own fiber class neither keeps the C++
// runtime's exception state apart for each fiber nor lets a finished stack be used again at once.
//
// Rules for code on a fiber: never switch inside a C++ catch block or a destructor that runs during
// unwinding, hold no host mutex and no cached thread_local reference across a switch.
#pragma once

#include <cstddef>
#include <vector>

namespace gilsim::sim {

// A piece of address space that grows towards its guard page; only the pages that were touched cost memory.
struct FiberStack {
  void* bottom = nullptr;  // lowest usable address
  std::size_t size = 0;    // usable bytes
};

// Hands out stacks and takes them back for the next fiber of that size. Several stacks share one mapping, so
// that tens of thousands stay far from the host's limit on mappings.
class FiberStackPool {
 public:
  FiberStackPool() = default;
  FiberStackPool(const FiberStackPool&) = delete;
  FiberStackPool& operator=(const FiberStackPool&) = delete;
  // REQUIRES: no stack is in use.
  ~FiberStackPool();

  // `size` is rounded up to whole pages. Ends the host program with a message when address space is
  // exhausted.
  FiberStack take(std::size_t size);
  void give_back(FiberStack stack);

 private:
  struct Mapping {
    void* start;
    std::size_t size;
  };
  struct SizeClass {
    std::size_t size;
    std::vector<void*> free;
  };
  SizeClass& class_of(std::size_t size);
  void map_more(SizeClass& stacks);
  void guard(void* page);

  std::vector<SizeClass> classes_;
  std::vector<Mapping> mappings_;
  std::size_t protected_pages_ = 0;
};

class Fiber {
 public:
  using Entry = void (*)(void* argument);

  Fiber() = default;
  Fiber(const Fiber&) = delete;
  Fiber& operator=(const Fiber&) = delete;

  // Prepares the fiber to run `entry(argument)` on `stack` at the first switch to it. `entry` must not
  // return: its last act is leave_for().
  void prepare(FiberStack stack, Entry entry, void* argument);
  bool prepared() const { return context_ != nullptr; }
  FiberStack stack() const { return stack_; }
  // In a forked host process: stands for the copy of `original`, the fiber that executes.
  void take_over(const Fiber& original);

  // Leaves this fiber (which is the one executing) and goes on in `target`; returns when something switches
  // back. A default-made fiber stands for the host's own stack when it is the first to switch.
  void switch_to(Fiber& target);
  // As switch_to, but this fiber never runs again; its stack may be given back as soon as `target` runs.
  [[noreturn]] void leave_for(Fiber& target);

 private:
  struct ExceptionState {  // what the Itanium C++ ABI keeps for each thread: see __cxa_eh_globals there
    void* caught = nullptr;
    unsigned int uncaught = 0;
  };
  friend struct FiberSwitch;  // the part that knows Boost.Context

  void* context_ = nullptr;
  ExceptionState exceptions_;
  FiberStack stack_;
  Entry entry_ = nullptr;
  void* argument_ = nullptr;
  [[maybe_unused]] void* fake_stack_ = nullptr;  // AddressSanitizer's
};

}  // namespace gilsim::sim

// One simulated Python process: its modules, threads and settings; and, of a thread, what objects need to know of it.
// What runs code is in interpreter/runtime/; natives only use the members below.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "interpreter/objects/ref.h"

namespace gilsim::sim {
class Computer;
class Thread;
}

namespace gilsim::python {

struct Dict;
struct Frame;
struct Visitor;
class Gil;
class ReprGuard;

// The exception being handled (`sys.exc_info`), innermost first; generators bring one of their own.
struct HandledException {
  Value exception;  // owned; null: none
  HandledException* previous = nullptr;
};

// A Python thread. Created by the thread that starts it, freed when its function has returned.
struct ThreadState {
  Value pending;  // owned: the exception on its way through the frames; null: none
  Frame* frame = nullptr;             // innermost
  HandledException bottom_handled;
  HandledException* handled = &bottom_handled;
  int frame_depth = 0;                // Python frames, checked against sys.setrecursionlimit
  int native_depth = 0;               // eval loops and recursive natives on the fiber's stack
  int native_depth_limit = 200;       // what the stack has room for, by a wide margin
  ReprGuard* repr_guards = nullptr;   // containers that are being printed, innermost first
  // Time and steps left until the computer must be asked again: nanoseconds << 20 | steps. Natives subtract from it.
  int64_t budget = 0;
  sim::Thread* os_thread = nullptr;
  Value thread_dictionary;            // owned: dict of `threading.local` values and the like, or null
  uint64_t ident = 0;
};

inline constexpr int kBudgetStepBits = 20;

class Vm {
 public:
  ThreadState* thread = nullptr;  // the one that is running

  // A native's work in virtual time, by a deterministic measure (items moved, bytes copied, comparisons), in nanoseconds
  // of the reference machine. The base cost of a call is charged by CALL itself.
  void charge(int64_t nanoseconds) { thread->budget -= nanoseconds << kBudgetStepBits; }

  // Asked now and then while a native takes items one by one (protocols_iteration.cc): lets the time that was charged
  // pass; false, with an exception pending, where the run is over or at a limit. The runtime sets it.
  bool (*goes_on)(Vm&) = nullptr;
  uint32_t items_taken = 0;

  // Visits what the process holds for certain: its modules, and what its threads' frames refer to. The runtime sets it.
  void (*visit_roots)(Vm&, Visitor&) = nullptr;

  Dict* modules = nullptr;   // sys.modules
  Dict* builtins = nullptr;  // namespace of the builtins module
  Dict* struct_sequences = nullptr;  // classes of modules/struct_sequence.h, by name
  int recursion_limit = 1000;

  // Globals of the innermost frame, or null: classes made by type() get their __module__ from there. Set by the runtime.
  Dict* (*current_globals)(Vm&) = nullptr;

  // Prints "Exception ignored in: <function C.__del__ at 0x…>" and the traceback on sys.stderr, for exceptions that have
  // nowhere to go. The runtime sets it; the exception is no longer pending when it is called. Null: silence.
  void (*print_unraisable)(Vm&, Value exception, Value where) = nullptr;
};

// The process whose code runs: for the few functions that start Python code without being handed a Vm (a reference count
// that reaches 0 runs __del__). The runtime sets it whenever it switches processes.
extern Vm* running_vm;

// Guards recursive natives (repr of nested containers, comparison, hash …): `NativeRecursion guard(vm, " while getting
// the repr of an object"); if (!guard) return {};` RecursionError is pending when false.
class NativeRecursion {
 public:
  NativeRecursion(Vm& vm, const char* where) : vm_(vm), entered_(vm.thread->native_depth < vm.thread->native_depth_limit) {
    if (entered_) [[likely]] ++vm.thread->native_depth;
    else refuse(where);
  }
  ~NativeRecursion() {
    if (entered_) [[likely]] --vm_.thread->native_depth;
  }
  explicit operator bool() const { return entered_; }

 private:
  [[gnu::cold]] void refuse(const char* where);
  Vm& vm_;
  bool entered_;
};

// Containers that contain themselves: repr prints "[...]" for an object that is being printed in this thread.
class ReprGuard {
 public:
  ReprGuard(Vm& vm, Value value);
  ~ReprGuard();
  bool is_recursive() const { return recursive_; }

 private:
  Vm& vm_;
  Value value_;
  ReprGuard* outer_;
  bool recursive_ = false;
};

}  // namespace gilsim::python

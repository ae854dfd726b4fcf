// What the objects of _hashlib and _blake2 share: taking octets, and letting the GIL go for many of them.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/heap.h"
#include "interpreter/runtime/blocking.h"
#include "sim/lock.h"

namespace gilsim::python {

// CPython keeps the GIL for fewer octets (HASHLIB_GIL_MINSIZE, Modules/hashlib.h).
inline constexpr int64_t kLetsGilGoFrom = 2048;

struct Hasher : Object {
  // From the first large update on, every one releases the GIL and takes this lock, whatever its size.
  sim::Lock lock;
  bool has_lock;
};

// The octets to hash; false with TypeError pending.
bool hold_octets(Vm& vm, Value value, HeldBuffer* held);
std::string hexadecimal(std::string_view octets);

// Lets `update` take so many octets and pays for them; false: the run is ending. The virtual time is spent
// without the GIL for large ones, so that other threads run Python code meanwhile.
template <class Update>
bool feed(Vm& vm, Hasher* hasher, int64_t size, int64_t byte_cost_ps, Update update) {
  const int64_t cost_ns = size * byte_cost_ps / 1000;
  if (size >= kLetsGilGoFrom) hasher->has_lock = true;
  if (!hasher->has_lock) {
    vm.charge(cost_ns);
    update();
    return true;
  }
  Ref keep(hasher);
  ReleasedGil released(vm);
  sim::Thread& thread = released.os_thread();
  const bool locked =
      hasher->lock.try_acquire(thread) || hasher->lock.acquire(thread) == sim::WakeReason::Woken;
  update();
  released.computer().advance(cost_ns);
  if (locked) hasher->lock.release(released.computer());
  return released.take_back();
}

}  // namespace gilsim::python

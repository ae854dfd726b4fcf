// _thread.lock and _thread.RLock: what threading.Lock and threading.RLock are. Both stand on sim::Lock.
#pragma once

#include "interpreter/objects/type_definition.h"
#include "sim/lock.h"

namespace gilsim::python {

struct ThreadLock : Object {
  sim::Lock lock;
  sim::ThreadState reason;  // what a wait for it means to the program: a lock, a condition, a join
};

struct RecursiveLock : Object {
  sim::Lock lock;
  int64_t count;  // how often its holder has taken it
};

extern Type thread_lock_type, recursive_lock_type;
void define_lock_types();

Ref make_thread_lock(sim::ThreadState reason = sim::ThreadState::WaitingForLock);

// Takes it, waiting with the GIL released for at most `timeout_ns` (0: only if it is free; -1: for ever) if somebody has
// it; reports call the wait one for `owner`. Whether it was taken; null: an exception is pending.
Ref acquire_lock(Vm& vm, Value owner, ThreadLock* lock, sim::Nanoseconds timeout_ns);

// Releases a lock on behalf of the interpreter: no exception when it is free.
void release_quietly(Vm& vm, ThreadLock* lock);

}  // namespace gilsim::python

// The diagnosis of a run that cannot go on, or was ended: what every live thread waits for, who holds it, where it was
// taken and where it is wanted, and which threads wait for each other in a circle. Neutral: names, labels and
// places only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/record.h"
#include "sim/thread_state.h"

namespace gilsim::sim {

class Thread;

// A task of an event loop, which one thread runs by turns: what is left undone when that thread waits for ever.
struct TaskSituation {
  SharedString name;
  PlaceId waiting_at = no_place;  // where it awaits; nowhere in the program: its coroutine is the library's
  SharedString awaited;           // what: a Lock, a Queue, another task …; empty: nothing that has a name
};

struct ThreadSituation {
  std::uint32_t tid = 0;
  LabelId name = no_label;
  std::uint32_t pid = 0;
  ThreadState state = ThreadState::New;
  LabelId object = no_label;     // what it waits for
  PlaceId wanted_at = no_place;  // where it is
  bool waits_for_lock = false;   // then the next four say what is known of the lock and of the wait
  std::uint32_t holder_tid = 0;  // 0: nobody (or nobody that is known)
  PlaceId taken_at = no_place;
  bool left_behind = false;  // who held the lock when the process was forked, which has no such thread
  Nanoseconds waits_since = 0;
  bool gives_up = false;         // at some time, by itself
  SharedVector<TaskSituation> tasks;  // of a thread that waits for events; in the order of their creation
};

struct Diagnosis {
  std::vector<ThreadSituation> threads;  // by tid
  // Each cycle lists indices into `threads`: the lock that each waits for, without end, is held by the next,
  // the last one's by the first. A thread that waits for a lock of its own is a cycle of one. Each starts with its smallest
  // tid.
  std::vector<std::vector<std::size_t>> cycles;

  const ThreadSituation* find(std::uint32_t tid) const;
};

// Completes `cycles` from `threads`.
void find_cycles(Diagnosis& diagnosis);

}  // namespace gilsim::sim

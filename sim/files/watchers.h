// Who is told when an open file may have become ready for reading or writing: threads in poll(2), and the event queues of
// epoll.
#pragma once

#include <algorithm>
#include <memory>

#include "sim/computer.h"
#include "sim/shared_memory.h"

namespace gilsim::sim {

class Watcher {
 public:
  virtual ~Watcher() = default;
  // May wake threads, so others may run before it returns. Also called in event handlers.
  virtual void changed(Computer& computer) = 0;
};

class Watchers {
 public:
  void add(const std::shared_ptr<Watcher>& watcher) { list_.push_back(watcher); }
  void remove(const Watcher* watcher) {
    std::erase_if(list_, [&](const auto& known) { return known.get() == watcher; });
  }
  // Goes over a copy, since those who are woken leave the list.
  void changed(Computer& computer) {
    if (list_.empty() || computer.ending()) return;
    const auto watchers = list_;
    for (const auto& watcher : watchers) watcher->changed(computer);
  }

 private:
  SharedVector<std::shared_ptr<Watcher>> list_;
};

}  // namespace gilsim::sim

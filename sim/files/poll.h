// poll(2) and epoll(7): waiting for several open files at once.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "sim/files/open_file.h"
#include "sim/files/watchers.h"

namespace gilsim::sim {

struct PollRequest {
  std::weak_ptr<OpenFile> file;    // gone: there is no such descriptor. Weak: the thread's stack may vanish with its process
  int wanted;                      // POLLIN, POLLOUT …
  int found = 0;                   // the same, and POLLERR, POLLHUP, POLLNVAL whether wanted or not
};

// Waits until one of them is ready, at most until the deadline (0: only looks). Says how many are; -EINTR: a signal has
// come, or the run is over. Thread context.
int poll(Computer& computer, std::span<PollRequest> requests, Nanoseconds deadline);

struct EpollEvent {
  int number;  // the descriptor
  unsigned events;
};

class Epoll final : public OpenFile {
 public:
  explicit Epoll(Computer& computer);
  ~Epoll() override;

  // epoll_ctl(2); an error number as a negative one, or 0.
  int add(int number, const std::shared_ptr<OpenFile>& file, unsigned events);
  int modify(int number, const std::shared_ptr<OpenFile>& file, unsigned events);
  int remove(int number, const std::shared_ptr<OpenFile>& file);
  // epoll_wait(2): at most so many events, in the order in which they came up. -EINTR: the run is over.
  int wait(std::size_t most, Nanoseconds deadline, std::vector<EpollEvent>* events);
  // Looks without waiting.
  void collect(std::size_t most, std::vector<EpollEvent>* events);
  bool has_events() { return ready() != 0; }
  WaitQueue& waiting() { return waiting_; }

  std::int64_t read(Thread&, std::int64_t, std::int64_t, std::string*) override { return -EINVAL; }
  std::int64_t write(Thread&, std::string_view, std::int64_t) override { return -EINVAL; }
  FileStatus status() const override { return {FileKind::File, 0600, 1, 0, 1, ordinary_user, 0, 0, 0, 0}; }
  int ready() const override;
  Watchers* watchers() override { return &watchers_; }
  LabelId label() override;
  ThreadState waiting_state() const override;

 private:
  struct Interest;
  std::shared_ptr<Interest> find(int number, const std::shared_ptr<OpenFile>& file);
  void list(const std::shared_ptr<Interest>& interest);

  Computer& computer_;
  SharedMap<int, std::shared_ptr<Interest>> interests_;
  SharedDeque<std::shared_ptr<Interest>> listed_;  // that may be ready
  WaitQueue waiting_;
  Watchers watchers_;
};

}  // namespace gilsim::sim

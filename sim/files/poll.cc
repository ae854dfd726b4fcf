#include "sim/files/poll.h"

#include <sys/epoll.h>

#include <limits>

namespace gilsim::sim {
namespace {

constexpr int kAll = std::numeric_limits<int>::max();
constexpr int kAlways = POLLERR | POLLHUP | POLLNVAL;

// A thread in poll(2), in shared memory as its queue must be.
class Sleeper final : public Watcher {
 public:
  void changed(Computer& computer) override {
    ++changes;
    computer.wake(queue, kAll);
  }
  WaitQueue queue;
  std::uint64_t changes = 0;
};

int look(std::span<PollRequest> requests) {
  int count = 0;
  for (PollRequest& request : requests) {
    const auto file = request.file.lock();
    request.found = file ? file->ready() & (request.wanted | kAlways) : POLLNVAL;
    count += request.found != 0;
  }
  return count;
}

// What is waited for, by the names of the first two.
LabelId label_of(Computer& computer, std::span<PollRequest> requests) {
  LabelId first = no_label, second = no_label;
  bool more = false;
  for (const PollRequest& request : requests) {
    const auto file = request.file.lock();
    const LabelId label = file ? file->label() : no_label;
    if (label == no_label || label == first || label == second) continue;
    (first == no_label ? first : second == no_label ? second : (more = true, second)) = label;
    if (more) break;
  }
  if (second == no_label) return first;
  Record& record = computer.record();
  std::string names(record.text(first));
  names += ", ";
  names += record.text(second);
  return record.label(more ? names + " …" : names);
}

ThreadState waiting_state(std::span<PollRequest> requests) {
  for (const PollRequest& request : requests)
    if (const auto file = request.file.lock(); file && file->waiting_state() == ThreadState::UsingNetwork)
      return ThreadState::UsingNetwork;
  return ThreadState::DoingIo;
}

}  // namespace

// What changes while the thread is not in the queue yet, because paying let others run, is counted.
int poll(Computer& computer, std::span<PollRequest> requests, Nanoseconds deadline) {
  computer.advance(computer.machine().poll_ns + computer.machine().poll_file_ns * static_cast<Nanoseconds>(requests.size()));
  if (int count = look(requests); count > 0 || deadline == 0) return count;
  auto sleeper = make_in_shared_memory<Sleeper>();
  for (PollRequest& request : requests)
    if (auto file = request.file.lock(); file && file->watchers()) file->watchers()->add(sleeper);
  const LabelId label = label_of(computer, requests);
  int count = 0;
  WakeReason reason = WakeReason::Woken;
  while ((count = look(requests)) == 0 && reason == WakeReason::Woken)
    reason = computer.wait(sleeper->queue, deadline, waiting_state(requests), label, nullptr, OnSignal::Return);
  for (PollRequest& request : requests)
    if (auto file = request.file.lock(); file && file->watchers()) file->watchers()->remove(sleeper.get());
  return count == 0 && reason != WakeReason::TimedOut ? -EINTR : count;
}

// --- epoll -----------------------------------------------------------------------------------------------------------

struct Epoll::Interest final : Watcher, std::enable_shared_from_this<Interest> {
  Epoll* owner = nullptr;  // null: it was removed
  std::weak_ptr<OpenFile> file;
  int number = 0;
  unsigned events = 0;
  bool listed = false;

  void changed(Computer&) override {
    if (owner) owner->list(shared_from_this());
  }
  unsigned found() const {
    auto open = file.lock();
    return owner && open ? static_cast<unsigned>(open->ready()) & (events | EPOLLERR | EPOLLHUP) : 0;
  }
};

Epoll::Epoll(Computer& computer) : OpenFile(O_RDWR), computer_(computer) {}

Epoll::~Epoll() {
  for (auto& [number, interest] : interests_) {
    interest->owner = nullptr;
    if (auto file = interest->file.lock(); file && file->watchers()) file->watchers()->remove(interest.get());
  }
}

LabelId Epoll::label() {
  for (auto& [number, interest] : interests_)
    if (auto file = interest->file.lock(); file && file->label() != no_label) return file->label();
  return no_label;
}

ThreadState Epoll::waiting_state() const {
  for (const auto& [number, interest] : interests_)
    if (auto file = interest->file.lock(); file && file->waiting_state() == ThreadState::UsingNetwork)
      return ThreadState::UsingNetwork;
  return ThreadState::DoingIo;
}

void Epoll::list(const std::shared_ptr<Interest>& interest) {
  if (!interest->listed) {
    interest->listed = true;
    listed_.push_back(interest);
  }
  if (!waiting_.empty() && interest->found()) computer_.wake(waiting_, 1);
  watchers_.changed(computer_);
}

std::shared_ptr<Epoll::Interest> Epoll::find(int number, const std::shared_ptr<OpenFile>& file) {
  auto found = interests_.find(number);
  if (found == interests_.end()) return nullptr;
  if (found->second->file.lock() == file) return found->second;
  found->second->owner = nullptr;  // the descriptor has become another file's
  interests_.erase(found);
  return nullptr;
}

int Epoll::add(int number, const std::shared_ptr<OpenFile>& file, unsigned events) {
  if (!file) return -EBADF;
  if (!file->watchers()) return -EPERM;
  if (find(number, file)) return -EEXIST;
  auto interest = make_in_shared_memory<Interest>();
  interest->owner = this;
  interest->file = file;
  interest->number = number;
  interest->events = events;
  interests_[number] = interest;
  file->watchers()->add(interest);
  if (interest->found()) list(interest);
  return 0;
}

int Epoll::modify(int number, const std::shared_ptr<OpenFile>& file, unsigned events) {
  if (!file) return -EBADF;
  auto interest = find(number, file);
  if (!interest) return -ENOENT;
  interest->events = events;
  if (interest->found()) list(interest);
  return 0;
}

int Epoll::remove(int number, const std::shared_ptr<OpenFile>& file) {
  if (!file) return -EBADF;
  auto interest = find(number, file);
  if (!interest) return -ENOENT;
  interest->owner = nullptr;
  file->watchers()->remove(interest.get());
  interests_.erase(number);
  return 0;
}

// Those that were reported stay listed, behind the others, until somebody finds them not ready.
void Epoll::collect(std::size_t most, std::vector<EpollEvent>* events) {
  for (std::size_t left = listed_.size(); left > 0 && events->size() < most; --left) {
    auto interest = listed_.front();
    listed_.pop_front();
    interest->listed = false;
    const unsigned found = interest->found();
    if (!found) continue;
    events->push_back({interest->number, found});
    if (interest->events & EPOLLONESHOT) interest->events = 0;
    if (interest->events & (EPOLLET | EPOLLONESHOT) || interest->events == 0) continue;
    interest->listed = true;
    listed_.push_back(interest);
  }
}

int Epoll::ready() const {
  for (const auto& interest : listed_)
    if (interest->found()) return POLLIN;
  return 0;
}

int Epoll::wait(std::size_t most, Nanoseconds deadline, std::vector<EpollEvent>* events) {
  computer_.advance(computer_.machine().poll_ns);
  collect(most, events);
  while (events->empty() && deadline != 0) {
    const WakeReason reason = computer_.wait(waiting_, deadline, waiting_state(), label(), nullptr, OnSignal::Return);
    collect(most, events);
    if (reason == WakeReason::TimedOut) break;
    if (reason != WakeReason::Woken && events->empty()) return -EINTR;
  }
  return static_cast<int>(events->size());
}

}  // namespace gilsim::sim

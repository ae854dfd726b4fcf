#include "sim/host_process.h"

#include <linux/futex.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace gilsim::sim {
namespace {

// How often the first process looks up from its sleep.
constexpr long look_every_ns = 50'000'000;
// Turns often come back within a few microseconds, which is what a sleep alone takes.
constexpr int spins = 2'000;

pid_t first_process = 0;       // 0 in the first process itself
bool others_exist = false;     // in the first process

long futex(std::atomic<std::uint32_t>& word, int operation, std::uint32_t value, const timespec* timeout = nullptr) {
  return syscall(SYS_futex, &word, operation, value, timeout, nullptr, 0);
}

// The first process's child, whichever process calls.
pid_t fork_below_first() {
  if (first_process == 0) return ::fork();
  return static_cast<pid_t>(syscall(SYS_clone, CLONE_PARENT | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

// A new process lives as long as the first one and leaves the keyboard to it.
void settle(pid_t first) {
  first_process = first;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != first) _exit(0);
  std::signal(SIGINT, SIG_IGN);
}

}  // namespace

int HostProcess::fork(HostProcess& made) {
  const pid_t first = first_process == 0 ? getpid() : first_process;
  made.word_ = Waiting;
  const pid_t id = fork_below_first();
  if (id < 0) return -errno;
  if (id == 0) settle(first);
  if (first_process == 0) others_exist = true;
  return id;
}

void HostProcess::set(Word word) {
  word_.store(word, std::memory_order_release);
  futex(word_, FUTEX_WAKE, 1);
}

void HostProcess::resume() { set(Turn); }
void HostProcess::dismiss() { set(Dismissed); }

void HostProcess::wait_for_turn(void (*while_waiting)(void*), void* argument) {
  for (int i = 0; i < spins && word_.load(std::memory_order_acquire) == Waiting; ++i) __builtin_ia32_pause();
  const timespec pause{0, look_every_ns};
  while (word_.load(std::memory_order_acquire) == Waiting) {
    futex(word_, FUTEX_WAIT, Waiting, first_process == 0 ? &pause : nullptr);
    if (first_process == 0) while_waiting(argument);
  }
  if (word_ == Dismissed) _exit(0);
  word_.store(Waiting, std::memory_order_relaxed);
}

// Those that end as they should exit with 0.
void HostProcess::look_for_crashes() {
  int status = 0;
  while (others_exist) {
    const pid_t ended = waitpid(-1, &status, WNOHANG);
    if (ended < 0) others_exist = false;
    if (ended <= 0) return;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) continue;
    std::fprintf(stderr, "gilsim: a process of the host that stood for a simulated one has ended (status %d)\n", status);
    std::abort();  // which ends the others, too
  }
}

void HostProcess::wait_for_others() {
  while (others_exist) others_exist = waitpid(-1, nullptr, 0) > 0 || errno == EINTR;
}

}  // namespace gilsim::sim

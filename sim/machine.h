// The figures of a simulated computer: how many cores, what each service of hardware and operating system
// costs. Every figure can be set one by one; named profiles give sets that belong together.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sim/time.h"

namespace gilsim::sim {

struct Machine {
  std::string name;
  std::string description;

  int cores = 2;

  // Threads that one user's processes may have at once: RLIMIT_NPROC as kernel/fork.c sets it up on a machine of 16 GiB
  // (half of threads-max, which is memory / (8 * THREAD_SIZE)).
  int most_threads = 64'000;
  // Processes that there may be at once. Less than Linux allows: each is a process of the host.
  int most_processes = 256;

  // Period of the scheduler's tick; kernel option CONFIG_HZ=250 (Debian, Ubuntu) is 4 ms. The fair share
  // policy looks at the end of a slice only then.
  Nanoseconds tick_ns = 4 * millisecond;

  // Core time of a switch from one thread to another, the way into and out of the kernel included.
  Nanoseconds context_switch_ns = 1'500;
  // Added when a thread goes on on another core than before: refilling the caches.
  Nanoseconds migration_ns = 3'000;

  // From waking a thread to its first instruction when the chosen core is idle: the interrupt and the way out
  // of the idle state. A core that fell idle within `shallow_idle_window_ns` is still in a light state (guest
  // halt polling, C1) and comes back sooner. Each such wake-up takes up to `wake_up_jitter_ns` longer, by
  // chance.
  Nanoseconds wake_up_latency_ns = 20'000;
  Nanoseconds shallow_wake_up_latency_ns = 10'000;
  Nanoseconds shallow_idle_window_ns = 200'000;
  Nanoseconds wake_up_jitter_ns = 20'000;

  // A timed wait may end this much after its deadline: prctl(PR_SET_TIMERSLACK), 50 us by default on Linux.
  // It ends up to `timer_early_ns` before that, by chance, when another interrupt comes in time to serve its
  // timer as well.
  Nanoseconds timer_slack_ns = 50'000;
  Nanoseconds timer_early_ns = 20'000;

  // CPU time that the caller pays.
  Nanoseconds futex_wake_ns = 1'000;      // waking one sleeping thread: futex(FUTEX_WAKE)
  Nanoseconds system_call_ns = 400;       // entering and leaving the kernel for something short
  // pthread_create: mapping the stack, clone(2), the first page faults. With waking it and its end, Thread.start() and
  // join() take 138 us; measured 118 (3.9) to 200 (3.11), 157 (3.13).
  Nanoseconds thread_create_ns = 90'000;
  Nanoseconds thread_exit_ns = 10'000;    // unmapping, exit(2)
  // Processes of an interpreter's size: fork, _exit and waitpid take 2 ms in all. After fork(2) both have the same pages of
  // memory until one writes to them; then each is copied, which takes 2.5 us (in a child) to 3.8 (in a parent) on a machine
  // on which Python runs twice as fast as on the reference machine. A child of CPython 3.11 that ends at once has had 205
  // such faults (getrusage(2)).
  Nanoseconds process_fork_ns = 550'000;      // fork(2): its page tables are copied
  Nanoseconds page_copy_ns = 7'000;           // the first write to a page that is shared since: fault, new page, 4 KiB copied
  int process_copied_pages = 205;             // those that the new process writes to before it goes on with the program
  // execve(2) of an interpreter and what it does before its program. `python -c pass` took 17 to 77 ms; about half as long as
  // a process by spawn, which took 79. Of that 15 ms are CPU time.
  Nanoseconds process_start_ns = 36'000'000;
  Nanoseconds process_exit_ns = 900'000;      // exit_group(2): they are taken down
  // A small program in C takes 0.6 (true) to 1 ms (ls), of which its starter spends 0.13.
  Nanoseconds program_spawn_ns = 130'000;     // vfork(2) for a small program, up to its execve(2)
  Nanoseconds program_start_ns = 100'000;     // from there to its main(); its end is counted as that of an interpreter
  Nanoseconds wait_ns = 1'200;            // wait4(2) above an empty system call, of a child that still runs, too
  Nanoseconds pipe_call_ns = 2'000;        // read(2) or write(2) of a pipe that need not wait, likewise
  Nanoseconds pipe_kib_ns = 120;          // the same, for each KiB
  Nanoseconds output_write_ns = 2'000;    // write(2) to a terminal
  Nanoseconds output_byte_ns = 1;         // the same, for each byte
  Nanoseconds file_path_ns = 700;         // finding the file of a path: open(2), stat(2), above an empty system call
  Nanoseconds file_change_ns = 4'000;     // making, renaming or removing an entry of a folder, with its journal
  Nanoseconds file_call_ns = 400;         // read(2) and write(2) of a file in the page cache, above an empty system call
  Nanoseconds file_kib_ns = 100;          // the same, for each KiB: copying at 10 GB/s

  // Sockets over loopback, kernel time above an empty system call, by timing pairs of calls in one thread on the reference
  // machine (CPython 3.11): TCP send and recv of one octet 7.3 us together, of 60,000 octets 10.6 us; UDP 4.4 us; socketpair
  // 2.9 us; socket and close 6 us; connect, accept and both closes 39 us with the sockets. A send carries the octets through
  // the receiver's part of the stack as well.
  Nanoseconds network_send_ns = 5'200;     // send(2) by TCP
  Nanoseconds datagram_send_ns = 2'500;    // the same by UDP
  Nanoseconds local_send_ns = 1'300;       // the same between sockets of the local family
  Nanoseconds network_receive_ns = 500;
  Nanoseconds network_kib_ns = 40;         // for each KiB of either
  Nanoseconds socket_make_ns = 3'200;      // socket(2)
  Nanoseconds socket_close_ns = 2'000;
  Nanoseconds network_connect_ns = 16'000;  // connect(2) with the three packets of a new connection
  Nanoseconds network_accept_ns = 5'000;
  Nanoseconds poll_ns = 500;               // select, poll, epoll_wait (0.5 to 1.2 us with their Python)
  Nanoseconds poll_file_ns = 150;          // the same for each descriptor; epoll has it once, when it is registered
  Nanoseconds name_lookup_ns = 9'000;      // getaddrinfo(3) of a name that stands in /etc/hosts

  // The disk, by default by the data sheet of an NVMe one (Samsung 970 EVO, 250 GB): one 4 KiB read at a time comes to
  // 15,000 a second, a row of them to 3,400 MB/s, writing to 1,500 MB/s. Emptying its cache, for fsync(2), is in no data
  // sheet; disks without a battery take about a millisecond.
  Nanoseconds disk_latency_ns = 67'000;
  Nanoseconds disk_flush_ns = 1'000'000;
  std::int64_t disk_read_bytes_per_us = 3'400;
  std::int64_t disk_write_bytes_per_us = 1'500;
};

// All named profiles; the first is the default.
std::span<const Machine> machine_profiles();
// The profile of that name, or nullptr.
const Machine* find_machine(std::string_view name);

}  // namespace gilsim::sim

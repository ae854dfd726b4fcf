// The disk and the page cache in front of it. What was read or written once is in memory; only the first read of a file
// that was there before the run, and fsync, wait for the disk. It moves the octets of one request at a time, while the
// latencies of several requests pass together, as in the queue of a real one.
#pragma once

#include "sim/computer.h"
#include "sim/files/file_node.h"

namespace gilsim::sim {

class Disk {
 public:
  explicit Disk(Computer& computer) : computer_(computer) {}

  // Waits until so many octets of the file from `position` on are in memory. Thread context.
  void fetch(Thread& thread, FileNode& file, std::int64_t position, std::int64_t count);
  // Waits until what was written to the file is safe: fsync(2). Thread context.
  void save(Thread& thread, FileNode& file);

 private:
  void transfer(Thread& thread, std::int64_t bytes, std::int64_t bytes_per_us, Nanoseconds latency);

  Computer& computer_;
  LabelId label_ = no_label;  // made when it is first used
  Nanoseconds free_at_ = 0;  // when the last request will have been moved
};

}  // namespace gilsim::sim

// What processes find by name, or inherit: semaphores (sem_open(3)) and blocks of memory (shm_open(3), mmap(2)). They stay
// until the end of the run, as the processes that have them open may; a name that is taken away can be given again.
//
// Functions give 0 or an error number of Linux.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "sim/semaphore.h"

namespace gilsim::sim {

// Memory that is the same in all processes. Who reads or writes it first lets the clock catch up, so that the order of
// accesses is that of virtual time.
class MemoryBlock : public SharedObject {
 public:
  explicit MemoryBlock(std::size_t size) : size_(size), octets_(static_cast<char*>(shared_memory::allocate(size + 1))) {}
  ~MemoryBlock() { shared_memory::free(octets_, size_ + 1); }
  MemoryBlock(const MemoryBlock&) = delete;
  MemoryBlock& operator=(const MemoryBlock&) = delete;

  char* octets() const { return octets_; }
  std::size_t size() const { return size_; }

 private:
  std::size_t size_;
  char* octets_;
};

class NamedObjects : public SharedObject {
 public:
  explicit NamedObjects(Computer& computer) : computer_(computer) {}

  // EEXIST. `label`: what reports call it.
  int create_semaphore(std::string_view name, int value, LabelId label, bool is_lock, Semaphore** made);
  // ENOENT
  int find_semaphore(std::string_view name, Semaphore** found);
  int unlink_semaphore(std::string_view name);

  // All zeros. An empty name: nobody finds it.
  int create_block(std::string_view name, std::size_t size, MemoryBlock** made);
  int find_block(std::string_view name, MemoryBlock** found);
  int unlink_block(std::string_view name);

 private:
  Computer& computer_;
  SharedDeque<Semaphore> semaphores_;
  SharedDeque<MemoryBlock> blocks_;
  SharedMap<SharedString, Semaphore*, std::less<>> semaphore_names_;
  SharedMap<SharedString, MemoryBlock*, std::less<>> block_names_;
};

}  // namespace gilsim::sim

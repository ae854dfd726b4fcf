// io.BufferedReader, BufferedWriter and BufferedRandom: octets of a raw stream, read ahead or gathered until they are a
// whole buffer. Each has a lock, held while the raw stream works with the GIL released: threads that share a file wait
// for each other there.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/modules/io/io.h"
#include "sim/lock.h"

namespace gilsim::python::io {

struct BufferedFile : Object {  // kHasAttributes
  Value raw;            // null: not initialised, or detached
  Row<char> buffer;     // read ahead, from `position` on; or, `writes`, what is still to be written
  int64_t position;
  int64_t buffer_size;
  bool writes;
  bool can_read, can_write;
  bool detached;
  sim::Lock lock;

  int64_t ahead() const { return writes ? 0 : buffer.length - position; }
};

extern Type buffered_reader_type, buffered_writer_type, buffered_random_type;
void define_buffered_types();

inline bool is_buffered(Value value) {
  return type_of(value) == &buffered_reader_type || type_of(value) == &buffered_writer_type || type_of(value) == &buffered_random_type;
}

// What text files ask of the buffer below them: our own without detours, anything else by its methods. False: an
// exception is pending.
bool buffer_read1(Vm& vm, Value buffer, int64_t most, std::string* octets);
bool buffer_read_all(Vm& vm, Value buffer, std::string* octets);
bool buffer_write(Vm& vm, Value buffer, std::string_view octets);

}  // namespace gilsim::python::io

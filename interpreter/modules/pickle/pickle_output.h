// The octets of a pickle while it is written: frames (protocol 4 and above) and numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "interpreter/objects/heap_allocator.h"

namespace gilsim::python {

class PickleOutput {
 public:
  void begin_framing() { framing_ = true; }
  // Ends the last frame.
  void end_framing();
  // Between two opcodes: a frame that has become large enough is ended here.
  void at_boundary();

  void write(std::string_view octets) {
    if (framing_ && frame_start_ < 0) begin_frame();
    octets_ += octets;
  }
  void write(unsigned char octet) { write(std::string_view(reinterpret_cast<const char*>(&octet), 1)); }
  void write_number(uint64_t number, int size);  // little-endian
  // An opcode with its length, and what it says the length of: large ones stand outside of frames.
  void write_payload(std::string_view header, std::string_view payload);

  const HeapString& octets() const { return octets_; }
  void clear() { octets_.clear(); }

 private:
  void begin_frame();
  void commit_frame();

  HeapString octets_;
  bool framing_ = false;
  int64_t frame_start_ = -1;
};

// An opcode followed by a little-endian number.
std::string opcode_with_number(unsigned char opcode, uint64_t number, int size);

}  // namespace gilsim::python

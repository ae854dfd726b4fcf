#include "interpreter/modules/pickle/pickle_output.h"

#include "interpreter/modules/pickle/opcodes.h"

namespace gilsim::python {

namespace {

constexpr int64_t kFrameHeader = 9;          // the opcode and 64 bits of length
constexpr int64_t kFrameTarget = 64 * 1024;  // a frame ends at the first boundary behind this
constexpr int64_t kFrameLeast = 4;           // what is shorter gets no frame

}  // namespace

std::string opcode_with_number(unsigned char opcode, uint64_t number, int size) {
  std::string text(1, static_cast<char>(opcode));
  for (int i = 0; i < size; ++i) text += static_cast<char>(number >> (8 * i));
  return text;
}

void PickleOutput::write_number(uint64_t number, int size) {
  for (int i = 0; i < size; ++i) write(static_cast<unsigned char>(number >> (8 * i)));
}

void PickleOutput::begin_frame() {
  frame_start_ = std::ssize(octets_);
  octets_.append(kFrameHeader, '\0');
}

void PickleOutput::commit_frame() {
  if (frame_start_ < 0) return;
  const auto start = static_cast<size_t>(frame_start_);
  const int64_t length = std::ssize(octets_) - frame_start_ - kFrameHeader;
  if (length >= kFrameLeast)
    octets_.replace(start, kFrameHeader, opcode_with_number(kFrame, static_cast<uint64_t>(length), 8));
  else
    octets_.erase(start, kFrameHeader);
  frame_start_ = -1;
}

void PickleOutput::at_boundary() {
  if (frame_start_ >= 0 && std::ssize(octets_) - frame_start_ - kFrameHeader >= kFrameTarget) commit_frame();
}

void PickleOutput::end_framing() {
  commit_frame();
  framing_ = false;
}

void PickleOutput::write_payload(std::string_view header, std::string_view payload) {
  const bool framing = framing_, is_large = std::ssize(payload) >= kFrameTarget;
  if (is_large) end_framing();
  write(header);
  write(payload);
  framing_ = framing;
}

}  // namespace gilsim::python

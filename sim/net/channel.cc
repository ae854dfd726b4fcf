#include "sim/net/channel.h"

#include <algorithm>
#include <bit>

namespace gilsim::sim {

// What a piece takes of a local socket's buffer on Linux: the next power of two above it and its headers, and the record
// that leads to it (measured: 768 for one octet, 2304 for a thousand).
std::int64_t Channel::room_of(std::size_t octets) {
  constexpr std::size_t kHeaders = 320, kRecord = 256, kLargestBlock = 32'768;
  const std::size_t needed = octets + kHeaders;
  return static_cast<std::int64_t>(kRecord + (needed > kLargestBlock ? needed : std::bit_ceil(std::max<std::size_t>(needed, 512))));
}

std::size_t Channel::put(std::string_view octets) {
  if (!has_room()) return 0;
  const auto free = static_cast<std::size_t>(capacity_ - used_);
  octets = octets.substr(0, std::max<std::size_t>(free, piece_overhead_ ? 512 : 1));
  put_whole(octets);
  return octets.size();
}

void Channel::put_whole(std::string_view octets) {
  octets_.append(octets);
  const std::int64_t room = piece_overhead_ ? room_of(octets.size()) : static_cast<std::int64_t>(octets.size());
  if (piece_overhead_) pieces_.push_back({octets.size(), room});
  used_ += room;
}

void Channel::take(std::size_t most, bool keep, std::string* octets) {
  const std::size_t count = std::min(most, size());
  octets->assign(octets_.data() + start_, count);
  if (keep) return;
  start_ += count;
  if (start_ == octets_.size() || start_ > octets_.size() / 2) {
    octets_.erase(0, start_);
    start_ = 0;
  }
  if (!piece_overhead_) {
    used_ -= static_cast<std::int64_t>(count);
    return;
  }
  for (std::size_t left = count; left > 0;) {
    Piece& piece = pieces_.front();
    const std::size_t read = std::min(left, piece.octets);
    left -= read;
    piece.octets -= read;
    if (piece.octets > 0) continue;
    used_ -= piece.room;
    pieces_.pop_front();
  }
}

}  // namespace gilsim::sim

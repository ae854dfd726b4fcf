// One direction of a connection: octets that one party has sent and the other has not read yet.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sim/computer.h"
#include "sim/shared_memory.h"

namespace gilsim::sim {

// An end of a connection: a socket, or a site somewhere else. Either call may wake threads.
class Party {
 public:
  virtual ~Party() = default;
  virtual void incoming_changed() = 0;  // octets have come, or the end of them
  virtual void outgoing_changed() = 0;  // there is room again, or nobody reads any more
};

class Channel {
 public:
  // `piece_overhead`: whether each piece takes room of its own, as between sockets of the local family.
  Channel(std::int64_t capacity, bool piece_overhead) : capacity_(capacity), piece_overhead_(piece_overhead) {}

  bool empty() const { return size() == 0; }
  std::size_t size() const { return octets_.size() - start_; }
  bool has_room() const { return used_ < capacity_; }
  // Takes as much as there is room for; says how much.
  std::size_t put(std::string_view octets);
  // Takes all of it: what was under way when there was room.
  void put_whole(std::string_view octets);
  // Replaces what is in `octets` by at most `most`; `keep`: they can be read again.
  void take(std::size_t most, bool keep, std::string* octets);

  bool ended = false;        // nothing more will be sent
  bool abandoned = false;    // nobody will read what is sent
  Party* reader = nullptr;   // null: gone
  Party* writer = nullptr;

 private:
  struct Piece {
    std::size_t octets;
    std::int64_t room;
  };
  static std::int64_t room_of(std::size_t octets);

  SharedString octets_;
  std::size_t start_ = 0;  // those before it have been read
  SharedDeque<Piece> pieces_;
  std::int64_t used_ = 0;
  std::int64_t capacity_;
  bool piece_overhead_;
};

}  // namespace gilsim::sim

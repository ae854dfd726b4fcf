// A datagram socket, of the Internet (UDP) or of the local family. What is sent to nobody, or to somebody whose buffer is
// full, is lost; between sockets of the local family the sender waits for room.
#pragma once

#include "sim/net/socket.h"

namespace gilsim::sim {

class DatagramSocket final : public Socket {
 public:
  DatagramSocket(Network& network, AddressFamily family, int protocol);
  ~DatagramSocket() override;
  static void join(DatagramSocket& one, DatagramSocket& other, LabelId label);

  int connect(Thread& thread, const Address& address, Nanoseconds deadline) override;
  std::int64_t receive(Thread& thread, std::int64_t most, int flags, Nanoseconds deadline, std::string* octets,
                       Address* from) override;
  std::int64_t send(Thread& thread, std::string_view octets, int flags, Nanoseconds deadline, const Address* to) override;
  int shut_down(int how) override;
  int peer(Address* address) const override;
  int ready() const override;

 private:
  struct Datagram {
    Address from;
    SharedString octets;
  };
  bool has_room() const { return used_ < kCapacity; }
  DatagramSocket* target_of(const Address* to, int* error);
  void deliver(const Address& from, std::string_view octets);
  static constexpr std::int64_t kCapacity = 212'992;  // net.core.rmem_default
  static constexpr std::int64_t kOverhead = 768;      // what Linux counts for a small one

  SharedDeque<Datagram> arrived_;
  std::int64_t used_ = 0;
  bool connected_ = false, reading_ended_ = false, sending_ended_ = false;
  Address peer_;
  DatagramSocket* pair_ = nullptr;  // the other end of a socketpair
  WaitQueue for_datagrams_, for_room_;
};

}  // namespace gilsim::sim

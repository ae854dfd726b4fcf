// The network of the simulated computer: the computer itself (127.0.0.0/8), with its ports, and the sites that a lesson
// states. It decides which port is free, who listens where and what a name means.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/net/site.h"
#include "sim/net/socket.h"

namespace gilsim::sim {

class StreamSocket;

class Network : public SharedObject {
 public:
  Network(Computer& computer, const std::vector<SitePlan>& sites);

  Computer& computer() const { return computer_; }

  static constexpr char host_name[] = "gilsim";
  static constexpr std::uint32_t host_ip = 0x7f000101;     // 127.0.1.1, as Debian names a computer of its own
  static constexpr std::uint32_t network_ip = 0xc0a80102;  // 192.168.1.2: its address for everybody else

  // What a name means; sites and the computer itself are known, and addresses as text. False: not known.
  bool resolve(std::string_view name, std::uint32_t* ip) const;
  std::string_view name_of(std::uint32_t ip) const;  // empty: not known
  Site* site_at(std::uint32_t ip) const;
  // For reports: "example.com:80".
  std::string shown(const Address& address) const;

  // socket(2): null with an error number in *error.
  std::shared_ptr<Socket> make_socket(int family, int type, int protocol, int* error);
  // socketpair(2); an error number or 0.
  int make_pair(int type, std::shared_ptr<Socket> ends[2]);

  // Ports, and names of the local family. `socket` gets local_ filled. 0 or an error number.
  int bind(Socket& socket, const Address& address);
  void release(Socket& socket);
  // The socket that is bound there, for datagrams, or listens there; null: none.
  Socket* find(AddressFamily family, int type, const Address& address) const;
  // A connection that its own side ended first is remembered for a minute (TIME_WAIT): its port is not free that long.
  void remember_closed(std::uint16_t port);

 private:
  int bind_port(Socket& socket, const Address& address);
  bool is_free(const Socket& socket, std::uint32_t ip, std::uint16_t port) const;
  std::uint16_t free_port(const Socket& socket, std::uint32_t ip);

  Computer& computer_;
  SharedVector<std::unique_ptr<Site>> sites_;
  SharedMap<std::uint32_t, SharedVector<Socket*>> ports_;  // type << 16 | port
  SharedMap<SharedString, Socket*> paths_;
  SharedMap<std::uint16_t, Nanoseconds> closed_until_;
  std::uint16_t next_port_ = 40'000;
  int pairs_ = 0;
};

}  // namespace gilsim::sim

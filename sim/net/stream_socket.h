// A stream socket, of the Internet (TCP) or of the local family: it listens, or it is one end of a connection.
//
// Between programs of this computer what is sent is there at once, at the cost that the loopback device has; a connection
// to a site takes the site's latency (site_connection.h). What TCP does about errors is kept: closing with octets unread
// resets the connection, sending to whoever has closed is answered by a reset, which the next call tells.
#pragma once

#include "sim/net/channel.h"
#include "sim/net/socket.h"

namespace gilsim::sim {

class StreamSocket final : public Socket, public Party {
 public:
  StreamSocket(Network& network, AddressFamily family, int protocol);
  ~StreamSocket() override;
  // Makes two sockets the ends of one connection.
  static void join(StreamSocket& one, StreamSocket& other, LabelId label);

  int listen(int backlog) override;
  int accept(Thread& thread, Nanoseconds deadline, std::shared_ptr<Socket>* connection) override;
  int connect(Thread& thread, const Address& address, Nanoseconds deadline) override;
  std::int64_t receive(Thread& thread, std::int64_t most, int flags, Nanoseconds deadline, std::string* octets,
                       Address* from) override;
  std::int64_t send(Thread& thread, std::string_view octets, int flags, Nanoseconds deadline, const Address* to) override;
  int shut_down(int how) override;
  int peer(Address* address) const override;
  bool is_listening() const override { return backlog_ >= 0; }
  int ready() const override;

  void incoming_changed() override;
  void outgoing_changed() override;

  // For a site that this one is connected to.
  void take_connection(std::shared_ptr<Channel> incoming, std::shared_ptr<Channel> outgoing, std::shared_ptr<Party> site);
  void reset();

 private:
  enum class State : std::uint8_t { Fresh, Connecting, Connected };

  int connect_here(Thread& thread, const Address& address, Nanoseconds deadline);
  int connect_away(const Address& address, Nanoseconds deadline);
  int finish_connecting(int error, bool waited);
  int take_error();
  bool is_tcp() const { return family_ == AddressFamily::Internet; }
  bool has_reached_end() const { return incoming_->ended || reading_ended_; }
  std::int64_t send_piece(std::string_view octets);
  void end_sending();
  void end_receiving();

  State state_ = State::Fresh;
  int backlog_ = -1;  // -1: it does not listen
  SharedDeque<std::shared_ptr<StreamSocket>> arrived_;  // connected, not accepted yet
  Address peer_;
  std::shared_ptr<Channel> incoming_, outgoing_;
  std::shared_ptr<Party> site_;  // the other end, when that is a site
  bool reading_ended_ = false;   // shut down by this side
  bool ended_first_ = false;     // this side sent the first FIN
  bool told_connected_ = true;   // false: a connect() that did not wait has not been asked again
  WaitQueue for_octets_, for_room_, for_connections_, for_backlog_, for_answer_;
  Event answer_;                 // of a site, to connect()
  int answer_error_ = 0;
};

}  // namespace gilsim::sim

// socket(2): what stream and datagram sockets have in common. Both lie in shared memory, as every open file, and go with
// their last descriptor.
//
// The functions are system calls without their entry: 0 or a number, or, negative, one of Linux's error numbers. They take
// the time of the work. Those with a deadline wait until then at most: `never` waits as long as it takes, 0 not at all
// (-EAGAIN); what is over when the deadline comes is -ETIMEDOUT. Thread context; whoever calls keeps the socket in
// thread.file_in_use, since another thread may close its last descriptor meanwhile.
#pragma once

#include <poll.h>

#include <memory>
#include <string>
#include <string_view>

#include "sim/files/open_file.h"
#include "sim/files/watchers.h"
#include "sim/net/address.h"

namespace gilsim::sim {

class Network;

// setsockopt(2): options that are kept, and those that something depends on.
struct SocketOptions {
  bool reuse_address = false;
  bool reuse_port = false;
  SharedMap<std::uint64_t, std::int64_t> others;  // level << 32 | name
};

class Socket : public OpenFile, public std::enable_shared_from_this<Socket> {
 public:
  Socket(Network& network, AddressFamily family, int type, int protocol);

  AddressFamily family() const { return family_; }
  int type() const { return type_; }  // SOCK_STREAM or SOCK_DGRAM
  int protocol() const { return protocol_; }
  const Address& local() const { return local_; }

  int bind(const Address& address);
  virtual int listen(int) { return -EOPNOTSUPP; }
  virtual int accept(Thread&, Nanoseconds, std::shared_ptr<Socket>*) { return -EOPNOTSUPP; }
  virtual int connect(Thread& thread, const Address& address, Nanoseconds deadline) = 0;
  // `flags`: MSG_PEEK, MSG_WAITALL, MSG_DONTWAIT. `from` may be null.
  virtual std::int64_t receive(Thread& thread, std::int64_t most, int flags, Nanoseconds deadline, std::string* octets,
                               Address* from) = 0;
  // `to` may be null: where it is connected to. With `never` all is sent, otherwise what there is room for.
  virtual std::int64_t send(Thread& thread, std::string_view octets, int flags, Nanoseconds deadline, const Address* to) = 0;
  virtual int shut_down(int how) = 0;  // SHUT_RD, SHUT_WR, SHUT_RDWR
  virtual int peer(Address* address) const = 0;
  virtual bool is_listening() const { return false; }

  int set_option(int level, int name, std::int64_t value);
  int option(int level, int name, std::int64_t* value);

  std::int64_t read(Thread& thread, std::int64_t most, std::int64_t position, std::string* octets) override;
  std::int64_t write(Thread& thread, std::string_view octets, std::int64_t position) override;
  FileStatus status() const override { return {FileKind::Socket, 0777, 1, 0, 1, ordinary_user, 0, 0, 0, 0}; }
  Watchers* watchers() override { return &watchers_; }
  LabelId label() override;
  // Two ends within the computer are no network.
  ThreadState waiting_state() const override {
    return family_ == AddressFamily::Local ? ThreadState::DoingIo : ThreadState::UsingNetwork;
  }

 protected:
  ~Socket() override;
  // Waits in the queue, as waiting_state() in the record. 0; -ETIMEDOUT, -EAGAIN, -EINTR (a signal, or the run is over).
  int wait(WaitQueue& queue, Nanoseconds deadline);
  void wake_all(WaitQueue& queue);
  // Makes sure that it has a port: a free one if it was not bound. 0 or EADDRINUSE.
  int require_port(std::uint32_t ip);
  // Pays for moving so many octets.
  void pay(Nanoseconds call_ns, std::int64_t octets);
  // Notes a transfer over the device that its connection is.
  void note_transfer(Thread& thread, bool begins, std::int64_t octets);
  Computer& computer() const;
  void set_label(LabelId label) { label_ = label; }

  friend class Network;
  Network& network_;
  AddressFamily family_;
  int type_, protocol_;
  Address local_;
  bool bound_ = false;
  int pending_error_ = 0;  // SO_ERROR: told once
  SocketOptions options_;
  Watchers watchers_;

 private:
  LabelId label_ = no_label;
};

}  // namespace gilsim::sim

#include "sim/net/socket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <limits>

#include "sim/net/network.h"

namespace gilsim::sim {
namespace {

constexpr int kAll = std::numeric_limits<int>::max();

std::uint64_t key_of(int level, int name) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(level)) << 32 | static_cast<std::uint32_t>(name);
}

}  // namespace

Socket::Socket(Network& network, AddressFamily family, int type, int protocol)
    : OpenFile(O_RDWR), network_(network), family_(family), type_(type), protocol_(protocol) {
  local_.family = family;
}

Socket::~Socket() { network_.release(*this); }

Computer& Socket::computer() const { return network_.computer(); }

LabelId Socket::label() {
  if (label_ == no_label) label_ = computer().record().label(network_.shown(local_));
  return label_;
}

int Socket::bind(const Address& address) { return -network_.bind(*this, address); }

int Socket::require_port(std::uint32_t ip) {
  if (bound_ || family_ == AddressFamily::Local) return 0;
  Address address;
  address.ip = ip;
  return network_.bind(*this, address);
}

int Socket::wait(WaitQueue& queue, Nanoseconds deadline) {
  if (deadline == 0) return -EAGAIN;
  switch (computer().wait(queue, deadline, waiting_state(), label(), nullptr, OnSignal::Return)) {
    case WakeReason::Woken: return 0;
    case WakeReason::TimedOut: return -ETIMEDOUT;
    default: return -EINTR;
  }
}

void Socket::wake_all(WaitQueue& queue) {
  if (!queue.empty() && !computer().ending()) computer().wake(queue, kAll);
}

void Socket::pay(Nanoseconds call_ns, std::int64_t octets) {
  computer().advance(call_ns + octets * computer().machine().network_kib_ns / 1024);
}

void Socket::note_transfer(Thread& thread, bool begins, std::int64_t octets) {
  Computer& of = computer();
  if (begins) of.note(HappeningKind::DeviceStarted, &thread, label(), octets, of.place_of(thread));
  else of.note(HappeningKind::DeviceEnded, &thread, label(), octets);
}

std::int64_t Socket::read(Thread& thread, std::int64_t most, std::int64_t position, std::string* octets) {
  if (position >= 0) return -ESPIPE;
  return receive(thread, most, 0, nonblocking ? 0 : never, octets, nullptr);
}

std::int64_t Socket::write(Thread& thread, std::string_view octets, std::int64_t position) {
  if (position >= 0) return -ESPIPE;
  return send(thread, octets, 0, nonblocking ? 0 : never, nullptr);
}

// --- options ---------------------------------------------------------------------------------------------------------

int Socket::set_option(int level, int name, std::int64_t value) {
  if (level == SOL_SOCKET) {
    if (name == SO_REUSEADDR) options_.reuse_address = value != 0;
    if (name == SO_REUSEPORT) options_.reuse_port = value != 0;
    if (name == SO_TYPE || name == SO_ERROR || name == SO_ACCEPTCONN) return -ENOPROTOOPT;
    if (name == SO_SNDBUF || name == SO_RCVBUF) value *= 2;  // Linux counts its own records, too
  }
  options_.others[key_of(level, name)] = value;
  return 0;
}

int Socket::option(int level, int name, std::int64_t* value) {
  const bool streams = type_ == SOCK_STREAM && family_ == AddressFamily::Internet;
  *value = 0;
  if (level == SOL_SOCKET) {
    switch (name) {
      case SO_TYPE: return *value = type_, 0;
      case SO_ERROR: return *value = std::exchange(pending_error_, 0), 0;
      case SO_ACCEPTCONN: return *value = is_listening(), 0;
      case SO_PROTOCOL: return *value = protocol_, 0;
      case SO_DOMAIN: return *value = static_cast<int>(family_), 0;
      case SO_SNDBUF: *value = streams ? 16'384 : 212'992; break;
      case SO_RCVBUF: *value = streams ? 131'072 : 212'992; break;
      default: break;
    }
  } else if (level == IPPROTO_TCP && name == TCP_MAXSEG) {
    *value = 536;
  }
  auto found = options_.others.find(key_of(level, name));
  if (found != options_.others.end()) *value = found->second;
  return 0;
}

}  // namespace gilsim::sim

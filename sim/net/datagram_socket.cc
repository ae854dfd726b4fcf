#include "sim/net/datagram_socket.h"

#include <sys/socket.h>

#include <algorithm>

#include "sim/net/network.h"

namespace gilsim::sim {
namespace {

constexpr std::int64_t kMostOctets = 65'507;  // of a datagram of UDP

}  // namespace

DatagramSocket::DatagramSocket(Network& network, AddressFamily family, int protocol)
    : Socket(network, family, SOCK_DGRAM, protocol) {}

DatagramSocket::~DatagramSocket() {
  network_.release(*this);  // before anything that lets others run, who must not find it
  if (!pair_) return;
  pair_->pair_ = nullptr;
  if (computer().ending()) return;
  pair_->wake_all(pair_->for_datagrams_);
  pair_->watchers_.changed(computer());
  wake_all(for_room_);
}

void DatagramSocket::join(DatagramSocket& one, DatagramSocket& other, LabelId label) {
  one.pair_ = &other;
  other.pair_ = &one;
  one.connected_ = other.connected_ = true;
  one.set_label(label);
  other.set_label(label);
}

int DatagramSocket::connect(Thread&, const Address& address, Nanoseconds) {
  if (address.family != family_) return -EAFNOSUPPORT;
  pay(computer().machine().local_send_ns, 0);
  if (family_ == AddressFamily::Internet) {
    const bool here = address.ip == any_ip || is_loopback(address.ip);
    const std::uint32_t own = here ? loopback_ip : Network::network_ip;
    if (int error = require_port(own)) return -error;
    if (local_.ip == any_ip) local_.ip = own;
  }
  peer_ = address;
  if (family_ == AddressFamily::Internet && peer_.ip == any_ip) peer_.ip = loopback_ip;
  connected_ = true;
  set_label(computer().record().label(network_.shown(peer_)));
  return 0;
}

int DatagramSocket::peer(Address* address) const {
  if (!connected_) return -ENOTCONN;
  *address = peer_;
  return 0;
}

std::int64_t DatagramSocket::receive(Thread& thread, std::int64_t most, int flags, Nanoseconds deadline,
                                     std::string* octets, Address* from) {
  octets->clear();
  if (flags & MSG_DONTWAIT) deadline = 0;
  note_transfer(thread, true, 0);
  while (arrived_.empty() && !pending_error_ && !reading_ended_) {
    if (int error = wait(for_datagrams_, deadline)) return note_transfer(thread, false, 0), error;
  }
  if (pending_error_) return note_transfer(thread, false, 0), -std::exchange(pending_error_, 0);
  if (arrived_.empty()) return note_transfer(thread, false, 0), 0;
  Datagram& first = arrived_.front();
  octets->assign(first.octets.substr(0, static_cast<std::size_t>(most)));
  if (from) *from = first.from;
  if (!(flags & MSG_PEEK)) {
    used_ -= static_cast<std::int64_t>(first.octets.size()) + kOverhead;
    arrived_.pop_front();
  }
  const auto count = static_cast<std::int64_t>(octets->size());
  pay(computer().machine().network_receive_ns, count);
  wake_all(for_room_);
  note_transfer(thread, false, count);
  return count;
}

DatagramSocket* DatagramSocket::target_of(const Address* to, int* error) {
  if (pair_) return pair_;
  if (!to && !connected_) return *error = family_ == AddressFamily::Internet ? EDESTADDRREQ : ENOTCONN, nullptr;
  Address target = to ? *to : peer_;
  if (target.family != family_) return *error = EAFNOSUPPORT, nullptr;
  if (target.ip == any_ip) target.ip = loopback_ip;
  auto* found = dynamic_cast<DatagramSocket*>(network_.find(family_, SOCK_DGRAM, target));
  if (!found && family_ == AddressFamily::Local) *error = connected_ ? ECONNREFUSED : ENOENT;
  // Nobody there: who has connected hears of it with the next call.
  if (!found && family_ == AddressFamily::Internet && connected_ && is_loopback(target.ip)) pending_error_ = ECONNREFUSED;
  return found;
}

void DatagramSocket::deliver(const Address& from, std::string_view octets) {
  if (reading_ended_ || !has_room()) return;
  used_ += static_cast<std::int64_t>(octets.size()) + kOverhead;
  arrived_.push_back({from, SharedString(octets)});
  wake_all(for_datagrams_);
  watchers_.changed(computer());
}

std::int64_t DatagramSocket::send(Thread& thread, std::string_view octets, int flags, Nanoseconds deadline, const Address* to) {
  if (flags & MSG_DONTWAIT) deadline = 0;
  if (sending_ended_) return -EPIPE;
  if (pending_error_) return -std::exchange(pending_error_, 0);
  const auto count = static_cast<std::int64_t>(octets.size());
  const bool internet = family_ == AddressFamily::Internet;
  if (count > (internet ? kMostOctets : kCapacity - kOverhead)) return -EMSGSIZE;
  if (internet && (to || connected_))
    if (int error = require_port(any_ip)) return -error;
  note_transfer(thread, true, count);
  int error = 0;
  DatagramSocket* target = target_of(to, &error);
  while (target && !internet && !target->has_room() && !error) {
    error = -target->wait(target->for_room_, deadline);
    if (!error) target = target_of(to, &error);
  }
  if (!error) pay(internet ? computer().machine().datagram_send_ns : computer().machine().local_send_ns, count);
  Address from = local_;
  if (internet && from.ip == any_ip) from.ip = loopback_ip;
  if (target && !error) target = target_of(to, &error);  // paying may have let others close it
  if (target && !error) target->deliver(from, octets);
  note_transfer(thread, false, error ? 0 : count);
  return error ? -error : count;
}

int DatagramSocket::shut_down(int how) {
  if (!connected_) return -ENOTCONN;
  if (how != SHUT_RD) sending_ended_ = true;
  if (how != SHUT_WR) reading_ended_ = true;
  wake_all(for_datagrams_);
  watchers_.changed(computer());
  return 0;
}

int DatagramSocket::ready() const {
  int result = POLLOUT;
  if (pair_ && !pair_->has_room()) result = 0;
  if (!arrived_.empty() || pending_error_ || reading_ended_) result |= POLLIN;
  if (pending_error_) result |= POLLERR;
  return result;
}

}  // namespace gilsim::sim

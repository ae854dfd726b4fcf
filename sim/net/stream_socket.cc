#include "sim/net/stream_socket.h"

#include <sys/socket.h>

#include <algorithm>

#include "sim/net/network.h"
#include "sim/net/site_connection.h"

namespace gilsim::sim {
namespace {

// How much a sender can be ahead of its reader, measured: both buffers of a TCP connection over loopback, grown as far as
// net.ipv4.tcp_wmem and tcp_rmem let them; net.core.wmem_default for the local family.
constexpr std::int64_t kInternetCapacity = 4'200'000, kLocalCapacity = 212'992;
constexpr Nanoseconds kConnectGivesUp = 131 * second;  // tcp_syn_retries: 6, after 1, 2, 4 … seconds
constexpr int kMostBacklog = 4096;                     // net.core.somaxconn

std::shared_ptr<Channel> make_channel(bool internet) {
  return make_in_shared_memory<Channel>(internet ? kInternetCapacity : kLocalCapacity, !internet);
}

}  // namespace

StreamSocket::StreamSocket(Network& network, AddressFamily family, int protocol)
    : Socket(network, family, SOCK_STREAM, protocol),
      answer_(
          EventPriority::Timer,
          [](Computer& computer, void* subject) {
            auto* socket = static_cast<StreamSocket*>(subject);
            socket->finish_connecting(socket->answer_error_, socket->told_connected_);
            computer.wake(socket->for_answer_);
            socket->watchers_.changed(computer);
          },
          this) {}

// Octets that nobody has read make a reset of it, as do connections that nobody has accepted.
StreamSocket::~StreamSocket() {
  network_.release(*this);  // before anything that lets others run, who must not find it
  if (computer().ending()) return;
  computer().cancel(answer_);
  if (incoming_) {
    const bool unread = is_tcp() && !incoming_->empty();
    incoming_->reader = nullptr;
    outgoing_->writer = nullptr;
    incoming_->abandoned = true;
    if (unread)
      if (auto* other = dynamic_cast<StreamSocket*>(outgoing_->reader)) other->reset();
    end_sending();
    if (ended_first_ && is_tcp() && !unread) network_.remember_closed(local_.port);
    if (incoming_->writer) incoming_->writer->outgoing_changed();
  }
  for (auto& waiting : arrived_) waiting->reset();
}

void StreamSocket::join(StreamSocket& one, StreamSocket& other, LabelId label) {
  auto there = make_channel(one.is_tcp()), back = make_channel(one.is_tcp());
  one.outgoing_ = other.incoming_ = there;
  one.incoming_ = other.outgoing_ = back;
  there->writer = back->reader = &one;
  there->reader = back->writer = &other;
  one.state_ = other.state_ = State::Connected;
  one.peer_ = other.local_;
  other.peer_ = one.local_;
  one.set_label(label);
  other.set_label(label);
}

// --- connecting ------------------------------------------------------------------------------------------------------

int StreamSocket::listen(int backlog) {
  if (state_ != State::Fresh) return -EINVAL;
  if (is_tcp() && require_port(any_ip)) return -EADDRINUSE;
  if (!bound_) return -EINVAL;
  backlog_ = std::clamp(backlog, 0, kMostBacklog);
  return 0;
}

int StreamSocket::accept(Thread&, Nanoseconds deadline, std::shared_ptr<Socket>* connection) {
  while (backlog_ >= 0 && arrived_.empty())
    if (int error = wait(for_connections_, deadline)) return error;
  if (backlog_ < 0) return -EINVAL;
  *connection = arrived_.front();
  arrived_.pop_front();
  pay(computer().machine().network_accept_ns, 0);
  wake_all(for_backlog_);
  return 0;
}

// `waited`: somebody waits for the answer; otherwise the next call tells it.
int StreamSocket::finish_connecting(int error, bool waited) {
  state_ = error ? State::Fresh : State::Connected;
  if (waited) return -error;
  pending_error_ = error;
  told_connected_ = false;
  return -EINPROGRESS;
}

int StreamSocket::connect(Thread& thread, const Address& address, Nanoseconds deadline) {
  if (address.family != family_) return -EAFNOSUPPORT;
  if (is_listening()) return -EISCONN;
  if (state_ == State::Connecting) return -EALREADY;
  if (!std::exchange(told_connected_, true)) return -take_error();
  if (state_ == State::Connected) return -EISCONN;
  if (!is_tcp()) return connect_here(thread, address, deadline);
  Address target = address;
  if (target.ip == any_ip) target.ip = loopback_ip;
  const bool here = is_loopback(target.ip) || target.ip == Network::network_ip;
  if (int error = require_port(here ? target.ip : Network::network_ip)) return -error;
  if (local_.ip == any_ip) local_.ip = here ? target.ip : Network::network_ip;
  set_label(computer().record().label(network_.shown(target)));
  peer_ = target;
  return here ? connect_here(thread, target, deadline) : connect_away(target, deadline);
}

int StreamSocket::connect_here(Thread&, const Address& address, Nanoseconds deadline) {
  pay(is_tcp() ? computer().machine().network_connect_ns : computer().machine().local_send_ns, 0);
  const bool waits = deadline != 0;
  for (;;) {
    auto* listener = dynamic_cast<StreamSocket*>(network_.find(family_, SOCK_STREAM, address));
    if (!listener || !listener->is_listening()) {
      return is_tcp() ? finish_connecting(ECONNREFUSED, waits) : listener ? -ECONNREFUSED : -ENOENT;
    }
    if (static_cast<int>(listener->arrived_.size()) <= listener->backlog_ || (is_tcp() && !waits)) {
      auto end = make_in_shared_memory<StreamSocket>(network_, family_, protocol_);
      end->local_ = listener->is_tcp() ? address : listener->local_;
      end->options_ = listener->options_;
      const LabelId label = computer().record().label(network_.shown(address));
      join(*this, *end, label);
      listener->arrived_.push_back(end);
      auto keep_listener = listener->shared_from_this();
      const int result = is_tcp() ? finish_connecting(0, waits) : 0;
      wake_all(listener->for_connections_);
      listener->watchers_.changed(computer());
      return result;
    }
    auto keep_listener = std::static_pointer_cast<StreamSocket>(listener->shared_from_this());
    if (int error = wait(listener->for_backlog_, deadline)) return error;
  }
}

// A site answers after a round trip, or never.
int StreamSocket::connect_away(const Address& address, Nanoseconds deadline) {
  Site* site = network_.site_at(address.ip);
  const bool http = address.port == 80 || address.port == 443;
  const bool reachable = site && site->plan.failure != SiteFailure::Unreachable;
  pay(computer().machine().network_connect_ns / 2, 0);
  answer_error_ = !reachable ? ETIMEDOUT : !http || site->plan.failure == SiteFailure::Refused ? ECONNREFUSED : 0;
  const Nanoseconds latency = reachable ? site->plan.latency : kConnectGivesUp;
  state_ = State::Connecting;
  told_connected_ = deadline != 0;
  if (!answer_error_) SiteConnection::open(*this, *site, computer(), make_channel(true), make_channel(true));
  computer().schedule(answer_, saturating_add(computer().now(), latency));
  if (deadline == 0) return -EINPROGRESS;
  while (state_ == State::Connecting) {
    const int error = wait(for_answer_, deadline);
    if (!error) continue;
    told_connected_ = false;
    return error;
  }
  return -answer_error_;
}

void StreamSocket::take_connection(std::shared_ptr<Channel> incoming, std::shared_ptr<Channel> outgoing, std::shared_ptr<Party> site) {
  incoming->reader = outgoing->writer = this;
  incoming_ = std::move(incoming);
  outgoing_ = std::move(outgoing);
  site_ = std::move(site);
}

int StreamSocket::peer(Address* address) const {
  if (state_ != State::Connected) return -ENOTCONN;
  *address = peer_;
  return 0;
}

// --- transfers -------------------------------------------------------------------------------------------------------

int StreamSocket::take_error() { return std::exchange(pending_error_, 0); }

std::int64_t StreamSocket::receive(Thread& thread, std::int64_t most, int flags, Nanoseconds deadline, std::string* octets,
                                   Address*) {
  octets->clear();
  if (state_ != State::Connected) return is_tcp() ? -ENOTCONN : -EINVAL;
  if (flags & MSG_DONTWAIT) deadline = 0;
  auto wanted = [&] { return flags & MSG_WAITALL && !has_reached_end() ? static_cast<std::size_t>(most) : std::size_t{1}; };
  note_transfer(thread, true, 0);
  while (most > 0 && incoming_->size() < wanted() && !pending_error_ && !has_reached_end()) {
    if (int error = wait(for_octets_, deadline)) {
      note_transfer(thread, false, 0);
      return error;
    }
  }
  if (incoming_->empty() && pending_error_) return note_transfer(thread, false, 0), -take_error();
  incoming_->take(static_cast<std::size_t>(most), flags & MSG_PEEK, octets);
  const auto count = static_cast<std::int64_t>(octets->size());
  pay(computer().machine().network_receive_ns, count);
  if (count > 0 && !(flags & MSG_PEEK) && incoming_->writer) incoming_->writer->outgoing_changed();
  note_transfer(thread, false, count);
  return count;
}

// What TCP does when the other side has closed: it takes the octets, and the answer is a reset.
std::int64_t StreamSocket::send_piece(std::string_view octets) {
  if (outgoing_->abandoned) {
    if (!is_tcp()) return -EPIPE;
    pending_error_ = incoming_->ended ? EPIPE : ECONNRESET;
    incoming_->ended = outgoing_->ended = true;
    return static_cast<std::int64_t>(octets.size());
  }
  const std::size_t count = outgoing_->put(octets);
  if (count > 0 && outgoing_->reader) outgoing_->reader->incoming_changed();
  return static_cast<std::int64_t>(count);
}

std::int64_t StreamSocket::send(Thread& thread, std::string_view octets, int flags, Nanoseconds deadline, const Address*) {
  if (flags & MSG_DONTWAIT) deadline = 0;
  if (state_ != State::Connected) return is_tcp() ? (state_ == State::Connecting ? -EAGAIN : -EPIPE) : -ENOTCONN;
  const Machine& machine = computer().machine();
  std::int64_t sent = 0;
  const auto total = static_cast<std::int64_t>(octets.size());
  note_transfer(thread, true, total);
  pay(is_tcp() ? machine.network_send_ns : machine.local_send_ns, std::min(total, kInternetCapacity));
  int error = 0;
  while (sent < total || total == 0) {
    if (pending_error_) error = -take_error();
    else if (outgoing_->ended) error = -EPIPE;
    else if (!outgoing_->abandoned && !outgoing_->has_room()) error = sent > 0 && deadline != never ? -EAGAIN : wait(for_room_, deadline);
    else if (total == 0) break;
    else if (auto count = send_piece(octets.substr(static_cast<std::size_t>(sent))); count < 0) error = static_cast<int>(count);
    else sent += count;
    if (error) break;
  }
  note_transfer(thread, false, sent);
  return sent > 0 ? sent : error;
}

void StreamSocket::end_sending() {
  if (outgoing_->ended) return;
  outgoing_->ended = true;
  ended_first_ = !incoming_->ended;
  if (outgoing_->reader) outgoing_->reader->incoming_changed();
}

void StreamSocket::end_receiving() {
  reading_ended_ = true;
  if (!is_tcp()) incoming_->abandoned = true;
}

int StreamSocket::shut_down(int how) {
  if (is_listening() && how != SHUT_WR) {
    backlog_ = -1;
    incoming_changed();
    return 0;
  }
  if (state_ != State::Connected) return -ENOTCONN;
  pay(computer().machine().local_send_ns, 0);
  if (how != SHUT_RD) end_sending();
  if (how != SHUT_WR) end_receiving();
  incoming_changed();
  return 0;
}

void StreamSocket::reset() {
  pending_error_ = incoming_->ended ? EPIPE : ECONNRESET;
  incoming_->ended = outgoing_->ended = true;
  incoming_changed();
  outgoing_changed();
}

// --- readiness -------------------------------------------------------------------------------------------------------

void StreamSocket::incoming_changed() {
  auto keep = weak_from_this().lock();  // null: it is going
  wake_all(for_octets_);
  wake_all(for_connections_);
  watchers_.changed(computer());
}

void StreamSocket::outgoing_changed() {
  auto keep = weak_from_this().lock();
  wake_all(for_room_);
  watchers_.changed(computer());
}

int StreamSocket::ready() const {
  if (is_listening()) return arrived_.empty() ? 0 : POLLIN;
  if (state_ == State::Connecting) return 0;
  int result = pending_error_ ? POLLERR | POLLIN : 0;
  if (state_ == State::Fresh) return result | POLLOUT | POLLHUP;
  if (!incoming_->empty() || has_reached_end()) result |= POLLIN;
  if (has_reached_end()) result |= POLLRDHUP;
  if (outgoing_->has_room() || outgoing_->abandoned || outgoing_->ended) result |= POLLOUT;
  if (has_reached_end() && outgoing_->ended) result |= POLLHUP;
  return result;
}

}  // namespace gilsim::sim

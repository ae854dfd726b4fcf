#include "sim/net/network.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>

#include "sim/net/datagram_socket.h"
#include "sim/net/stream_socket.h"

namespace gilsim::sim {
namespace {

constexpr std::uint16_t kFirstFreePort = 32'768, kLastFreePort = 60'999;  // ip_local_port_range
constexpr std::uint16_t kPorts = 1024;                                    // the super user's
constexpr int kKinds = 11;                                                // SOCK_MAX
constexpr Nanoseconds kTimeWait = 60 * second;                            // TCP_TIMEWAIT_LEN
constexpr std::uint32_t kFirstSite = 0xc0000201;                          // 192.0.2.1: for documentation (RFC 5737)

std::uint32_t key_of(int type, std::uint16_t port) { return static_cast<std::uint32_t>(type) << 16 | port; }

}  // namespace

Network::Network(Computer& computer, const std::vector<SitePlan>& sites) : computer_(computer) {
  for (const SitePlan& plan : sites)
    sites_.push_back(std::make_unique<Site>(plan, kFirstSite + static_cast<std::uint32_t>(sites_.size())));
}

bool Network::resolve(std::string_view name, std::uint32_t* ip) const {
  if (auto number = parse_ip(name)) return *ip = *number, true;
  if (name == "localhost") return *ip = loopback_ip, true;
  if (name == host_name) return *ip = host_ip, true;
  auto same = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
  for (const auto& site : sites_)
    if (std::ranges::equal(site->plan.name, name, same)) return *ip = site->ip, true;
  return false;
}

std::string_view Network::name_of(std::uint32_t ip) const {
  if (ip == host_ip || ip == network_ip) return host_name;
  if (ip == loopback_ip) return "localhost";
  const Site* site = site_at(ip);
  return site ? std::string_view(site->plan.name) : std::string_view();
}

Site* Network::site_at(std::uint32_t ip) const {
  for (const auto& site : sites_)
    if (site->ip == ip) return site.get();
  return nullptr;
}

std::string Network::shown(const Address& address) const {
  const Site* site = address.family == AddressFamily::Internet ? site_at(address.ip) : nullptr;
  return site ? site->plan.name + ":" + std::to_string(address.port) : address.text();
}

std::shared_ptr<Socket> Network::make_socket(int family, int type, int protocol, int* error) {
  const bool local = family == AF_UNIX, internet = family == AF_INET;
  const bool streams = type == SOCK_STREAM, datagrams = type == SOCK_DGRAM;
  *error = !local && !internet ? EAFNOSUPPORT : !streams && !datagrams ? (type == SOCK_RAW ? EPERM : type < kKinds ? ESOCKTNOSUPPORT : EINVAL) : 0;
  const int own = local ? 0 : streams ? IPPROTO_TCP : IPPROTO_UDP;
  if (!*error && protocol != 0 && protocol != own) *error = EPROTONOSUPPORT;
  if (*error) return nullptr;
  computer_.advance(computer_.machine().socket_make_ns);
  const auto of = local ? AddressFamily::Local : AddressFamily::Internet;
  if (streams) return make_in_shared_memory<StreamSocket>(*this, of, protocol);
  return make_in_shared_memory<DatagramSocket>(*this, of, protocol);
}

int Network::make_pair(int type, std::shared_ptr<Socket> ends[2]) {
  int error = 0;
  for (int end : {0, 1}) ends[end] = make_socket(AF_UNIX, type, 0, &error);
  if (error) return error;
  const LabelId label = computer_.record().label("socketpair " + std::to_string(++pairs_));
  if (type == SOCK_STREAM) StreamSocket::join(static_cast<StreamSocket&>(*ends[0]), static_cast<StreamSocket&>(*ends[1]), label);
  else DatagramSocket::join(static_cast<DatagramSocket&>(*ends[0]), static_cast<DatagramSocket&>(*ends[1]), label);
  return 0;
}

// --- ports -----------------------------------------------------------------------------------------------------------

bool Network::is_free(const Socket& socket, std::uint32_t ip, std::uint16_t port) const {
  auto closed = closed_until_.find(port);
  if (closed != closed_until_.end() && closed->second > computer_.now() && !socket.options_.reuse_address &&
      socket.type() == SOCK_STREAM)
    return false;
  auto found = ports_.find(key_of(socket.type(), port));
  if (found == ports_.end()) return true;
  return std::ranges::none_of(found->second, [&](const Socket* other) {
    if (ip != any_ip && other->local_.ip != any_ip && other->local_.ip != ip) return false;
    if (socket.options_.reuse_port && other->options_.reuse_port) return false;
    const bool shared = socket.options_.reuse_address && other->options_.reuse_address;
    return !(shared && (socket.type() == SOCK_DGRAM || !other->is_listening()));
  });
}

std::uint16_t Network::free_port(const Socket& socket, std::uint32_t ip) {
  for (int tries = 0; tries <= kLastFreePort - kFirstFreePort; ++tries) {
    const std::uint16_t port = next_port_;
    next_port_ = port == kLastFreePort ? kFirstFreePort : static_cast<std::uint16_t>(port + 1);
    if (!ports_.contains(key_of(socket.type(), port)) && is_free(socket, ip, port)) return port;
  }
  return 0;
}

int Network::bind_port(Socket& socket, const Address& address) {
  const bool own = address.ip == any_ip || is_loopback(address.ip) || address.ip == network_ip;
  if (!own) return EADDRNOTAVAIL;
  if (address.port != 0 && address.port < kPorts) return EACCES;
  const std::uint16_t port = address.port ? address.port : free_port(socket, address.ip);
  if (port == 0 || !is_free(socket, address.ip, port)) return EADDRINUSE;
  socket.local_.ip = address.ip;
  socket.local_.port = port;
  ports_[key_of(socket.type(), port)].push_back(&socket);
  return 0;
}

int Network::bind(Socket& socket, const Address& address) {
  if (socket.bound_) return EINVAL;
  if (address.family != socket.family()) return EAFNOSUPPORT;
  int error = 0;
  if (address.family == AddressFamily::Internet) {
    error = bind_port(socket, address);
  } else {
    error = paths_.emplace(address.path, &socket).second ? 0 : EADDRINUSE;
    if (!error) socket.local_ = address;
  }
  socket.bound_ = !error;
  return error;
}

void Network::release(Socket& socket) {
  if (!socket.bound_) return;
  socket.bound_ = false;
  if (socket.family() == AddressFamily::Local) {
    paths_.erase(socket.local_.path);
    return;
  }
  auto found = ports_.find(key_of(socket.type(), socket.local_.port));
  std::erase(found->second, &socket);
  if (found->second.empty()) ports_.erase(found);
}

void Network::remember_closed(std::uint16_t port) { closed_until_[port] = saturating_add(computer_.now(), kTimeWait); }

Socket* Network::find(AddressFamily family, int type, const Address& address) const {
  if (family == AddressFamily::Local) {
    auto found = paths_.find(address.path);
    return found != paths_.end() && found->second->type() == type ? found->second : nullptr;
  }
  auto found = ports_.find(key_of(type, address.port));
  if (found == ports_.end()) return nullptr;
  for (Socket* socket : found->second) {
    const bool here = socket->local_.ip == any_ip || socket->local_.ip == address.ip;
    if (here && (type == SOCK_DGRAM || socket->is_listening())) return socket;
  }
  return nullptr;
}

}  // namespace gilsim::sim

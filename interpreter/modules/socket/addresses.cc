// Addresses as programs write them: (host, port), or the path of the local family.
#include "interpreter/modules/socket/socket_object.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"

#include <sys/socket.h>

namespace gilsim::python::sockets {

namespace {

constexpr size_t kLongestPath = 107;

bool read_host(Vm& vm, Value given, std::string* host) {
  if (is_str(given)) return *host = to_utf8(given), true;
  if (is_bytes_like(given)) return *host = bytes_view(given), true;
  return fail(vm, exceptions::TypeError, "str, bytes or bytearray expected, not {}", type_name(given));
}

// Looks a name up, as the C library does it, with the GIL released.
bool resolve(Vm& vm, const std::string& host, uint32_t* ip) {
  if (host.empty()) return *ip = sim::any_ip, true;
  if (host == "<broadcast>" || host == "255.255.255.255") return *ip = UINT32_MAX, true;
  if (auto number = sim::parse_ip(host)) return *ip = *number, true;
  int64_t known;
  const bool goes_on = system_call(vm, &known, [&](sim::FileTable& files, sim::Thread&) -> int64_t {
    files.network().computer().advance(files.network().computer().machine().name_lookup_ns);
    return files.network().resolve(host, ip);
  });
  if (!goes_on) return false;
  return known > 0 || (raise_name_error(vm, -2), false);
}

bool read_internet_address(Vm& vm, Value given, const char* function, sim::Address* address) {
  if (!is_tuple(given))
    return fail(vm, exceptions::TypeError, "{}(): AF_INET address must be tuple, not {}", function, type_name(given));
  const auto* pair = given.as<Tuple>();
  if (pair->size != 2) return fail(vm, exceptions::TypeError, "AF_INET address must be a pair (host, port)");
  std::string host;
  int64_t port;
  if (!read_host(vm, pair->items[0], &host) || !as_int64_clamped(vm, pair->items[1], &port)) return false;
  if (!resolve(vm, host, &address->ip)) return false;
  if (port < 0 || port > 65'535) return fail(vm, exceptions::OverflowError, "{}(): port must be 0-65535.", function);
  address->family = sim::AddressFamily::Internet;
  address->port = static_cast<uint16_t>(port);
  return true;
}

}  // namespace

bool read_address(Vm& vm, int family, Value given, const char* function, sim::Address* address) {
  if (family != AF_UNIX) return read_internet_address(vm, given, function, address);
  address->family = sim::AddressFamily::Local;
  HeldBuffer held;
  std::string path;
  if (is_str(given)) path = to_utf8(given);
  else if (held.hold(vm, given)) path = held.octets();
  else return false;
  address->path = path;
  return path.size() <= kLongestPath || fail(vm, exceptions::OSError, "AF_UNIX path too long");
}

Ref address_value(const sim::Address& address) {
  if (address.family == sim::AddressFamily::Local) return make_str(std::string_view(address.path));
  return make_tuple({make_str(sim::ip_text(address.ip)), make_int(int64_t{address.port})});
}

}  // namespace gilsim::python::sockets

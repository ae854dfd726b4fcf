// Names of computers and services, and addresses as text and octets.
#include <sys/socket.h>

#include <algorithm>
#include <charconv>

#include "interpreter/modules/socket/socket_object.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python::sockets {

namespace {

struct Service {
  const char* name;
  int port;
};
// Of /etc/services, those that programs ask for.
constexpr Service kServices[] = {{"echo", 7},    {"discard", 9}, {"daytime", 13}, {"ftp-data", 20}, {"ftp", 21},   {"ssh", 22},    {"telnet", 23},
                                 {"smtp", 25},   {"time", 37},   {"domain", 53},  {"http", 80},     {"pop3", 110}, {"ntp", 123},   {"imap2", 143},
                                 {"https", 443}, {"imaps", 993}, {"pop3s", 995},  {"mysql", 3306},  {"postgresql", 5432}, {"http-alt", 8080}};

const char* name_error_text(int code) {
  switch (code) {
    case -2: return "Name or service not known";
    case -6: return "ai_family not supported";
    case -7: return "ai_socktype not supported";
    case -8: return "Servname not supported for ai_socktype";
    case -9: return "Address family for hostname not supported";
    default: return "System error";
  }
}

// Looks a name up in the simulated network, at the cost of the C library.
bool look_up(Vm& vm, const std::string& host, uint32_t* ip, bool* known) {
  int64_t result;
  const bool numeric = sim::parse_ip(host).has_value();
  const bool goes_on = system_call(vm, &result, [&](sim::FileTable& files, sim::Thread& thread) -> int64_t {
    thread.computer().advance(thread.computer().machine().name_lookup_ns / (numeric ? 6 : 1));
    return files.network().resolve(host, ip);
  });
  *known = result == 1;
  return goes_on;
}

bool read_text(Vm& vm, Value value, const char* function, std::string* text) {
  if (is_str(value)) return *text = to_utf8(value), true;
  if (is_bytes_like(value)) return *text = bytes_view(value), true;
  return fail(vm, exceptions::TypeError, "{}() argument 1 must be str, bytes or bytearray, not {}", function, type_name(value));
}

// A port as a number, digits or the name of a service; false: gaierror or TypeError is pending.
bool read_service(Vm& vm, Value value, int* port) {
  *port = 0;
  if (value.is_none()) return true;
  if (is_int(value)) {
    int64_t number;
    if (!as_int64(vm, value, &number)) return false;
    return *port = static_cast<int>(number & 0xffff), true;
  }
  if (!is_str(value) && !is_bytes(value)) return fail(vm, exceptions::OSError, "Int or String expected");
  const std::string text = is_str(value) ? to_utf8(value) : std::string(bytes_view(value));
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *port);
  if (error == std::errc{} && end == text.data() + text.size()) return true;
  for (const Service& service : kServices)
    if (text == service.name) return *port = service.port, true;
  return raise_name_error(vm, -8), false;
}

// getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)
Ref address_information(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"host", "port", "family", "type", "proto", "flags"};
  constexpr int kPassive = 1, kCanonicalName = 2;
  Value out[6];
  if (!bind(vm, arguments, {"getaddrinfo", kNames, 6, 0, 2}, out)) return {};
  int numbers[4] = {};  // family, type, proto, flags
  for (int i = 0; i < 4; ++i)
    if (!out[i + 2].is_null() && !read_number(vm, out[i + 2], &numbers[i])) return {};
  int port;
  std::string host;
  uint32_t ip = numbers[3] & kPassive ? sim::any_ip : sim::loopback_ip;
  if (out[0].is_none()) {
    if (out[1].is_none()) return raise_name_error(vm, -2);
  } else if (!read_text(vm, out[0], "getaddrinfo", &host)) {
    return {};
  }
  if (numbers[0] != AF_UNSPEC && numbers[0] != AF_INET) return raise_name_error(vm, numbers[0] == AF_INET6 ? -9 : -6);
  if (!read_service(vm, out[1], &port)) return {};
  bool known = true;
  if (!out[0].is_none() && !look_up(vm, host, &ip, &known)) return {};
  if (!known) return raise_name_error(vm, -2);
  static constexpr int kKinds[][2] = {{SOCK_STREAM, 6}, {SOCK_DGRAM, 17}, {SOCK_RAW, 0}};
  Ref result = Ref::take(new_list());
  Ref address = make_tuple({make_str(sim::ip_text(ip)), make_int(port)});
  for (const auto& [kind, protocol] : kKinds) {
    if ((numbers[1] && numbers[1] != kind) || (numbers[2] && protocol && numbers[2] != protocol)) continue;
    const bool named = numbers[3] & kCanonicalName && result.as<List>()->size == 0;
    list_append(result.as<List>(), make_tuple({make_int(AF_INET), make_int(kind), make_int(kind == SOCK_RAW ? numbers[2] : protocol),
                                               make_str(named ? host : ""), address}));
  }
  if (result.as<List>()->size == 0) return raise_name_error(vm, numbers[1] ? -7 : -8);
  return result;
}

bool require_host(Vm& vm, Value value, const char* function, std::string* host, uint32_t* ip) {
  bool known;
  if (!read_text(vm, value, function, host)) return false;
  if (host->empty()) return *ip = sim::any_ip, true;
  if (!look_up(vm, *host, ip, &known)) return false;
  return known || (raise_name_error(vm, -2), false);
}

Ref host_by_name(Vm& vm, const Arguments& arguments) {
  std::string host;
  uint32_t ip;
  return require_host(vm, arguments[0], "gethostbyname", &host, &ip) ? make_str(sim::ip_text(ip)) : Ref();
}

Ref host_entry(std::string_view name, uint32_t ip) {
  Ref addresses = Ref::take(new_list());
  list_append(addresses.as<List>(), make_str(sim::ip_text(ip)));
  return make_tuple({make_str(name), Ref::take(new_list()), addresses});
}

Ref host_by_name_ex(Vm& vm, const Arguments& arguments) {
  std::string host;
  uint32_t ip;
  return require_host(vm, arguments[0], "gethostbyname_ex", &host, &ip) ? host_entry(host, ip) : Ref();
}

Ref host_by_address(Vm& vm, const Arguments& arguments) {
  std::string host;
  uint32_t ip;
  if (!require_host(vm, arguments[0], "gethostbyaddr", &host, &ip)) return {};
  const std::string name(interpreter(vm).files().network().name_of(ip));
  if (name.empty()) return raise_exception(vm, call(vm, Value::of(&herror_type), {make_int(1), make_str("Unknown host")}));
  return host_entry(name, ip);
}

Ref host_name(Vm& vm, const Arguments&) {
  vm.charge(interpreter(vm).computer().machine().system_call_ns);
  return make_str(sim::Network::host_name);
}

// getnameinfo((host, port), flags)
Ref name_information(Vm& vm, const Arguments& arguments) {
  constexpr int kNumericHost = 1, kNumericService = 2, kNameRequired = 8;
  int flags, port;
  if (!is_tuple(arguments[0])) return raise(vm, exceptions::TypeError, "getnameinfo() argument 1 must be a tuple");
  const auto* pair = arguments[0].as<Tuple>();
  std::string host;
  uint32_t ip;
  if (pair->size < 2 || !is_str(pair->items[0])) return raise(vm, exceptions::TypeError, "getnameinfo(): illegal sockaddr argument");
  if (!read_number(vm, pair->items[1], &port) || !read_number(vm, arguments[1], &flags)) return {};
  if (!require_host(vm, pair->items[0], "getnameinfo", &host, &ip)) return {};
  std::string name(flags & kNumericHost ? "" : interpreter(vm).files().network().name_of(ip));
  if (name.empty() && flags & kNameRequired) return raise_name_error(vm, -2);
  std::string service = std::to_string(port);
  for (const Service& known : kServices)
    if (known.port == port && !(flags & kNumericService)) service = known.name;
  return make_tuple({make_str(name.empty() ? sim::ip_text(ip) : name), make_str(service)});
}

Ref service_by_name(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[0])) return raise(vm, exceptions::TypeError, "getservbyname() argument 1 must be str, not {}", type_name(arguments[0]));
  const std::string name = to_utf8(arguments[0]);
  for (const Service& service : kServices)
    if (name == service.name) return make_int(service.port);
  return raise(vm, exceptions::OSError, "service/proto not found");
}

Ref service_by_port(Vm& vm, const Arguments& arguments) {
  int port;
  if (!read_number(vm, arguments[0], &port)) return {};
  if (port < 0 || port > 65'535) return raise(vm, exceptions::OverflowError, "getservbyport: port must be 0-65535.");
  for (const Service& service : kServices)
    if (port == service.port) return make_str(service.name);
  return raise(vm, exceptions::OSError, "port/proto not found");
}

Ref protocol_by_name(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[0])) return raise(vm, exceptions::TypeError, "getprotobyname() argument must be str, not {}", type_name(arguments[0]));
  const std::string name = to_utf8(arguments[0]);
  if (name == "icmp") return make_int(1);
  if (name == "tcp") return make_int(6);
  if (name == "udp") return make_int(17);
  return raise(vm, exceptions::OSError, "protocol not found");
}

// --- octets ----------------------------------------------------------------------------------------------------------

template <int bits>
Ref swap_octets(Vm& vm, const Arguments& arguments) {
  constexpr const char* kName = bits == 16 ? "htons" : "htonl";
  int64_t number;
  if (!as_int64(vm, arguments[0], &number)) return {};
  if (number < 0) return raise(vm, exceptions::OverflowError, "{}: can't convert negative Python int to C {}-bit unsigned integer", kName, bits);
  if (number >> bits) return raise(vm, exceptions::OverflowError, "{}: Python int too large to convert to C {}-bit unsigned integer", kName, bits);
  if (bits == 16) return make_int(int64_t{__builtin_bswap16(static_cast<uint16_t>(number))});
  return make_int(int64_t{__builtin_bswap32(static_cast<uint32_t>(number))});
}

std::string octets_of(uint32_t ip) {
  std::string octets;
  for (int shift : {24, 16, 8, 0}) octets += static_cast<char>(ip >> shift & 255);
  return octets;
}

Ref ip_to_octets(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[0])) return raise(vm, exceptions::TypeError, "inet_aton() argument must be str, not {}", type_name(arguments[0]));
  auto ip = sim::parse_ip(to_utf8(arguments[0]));
  return ip ? make_bytes(octets_of(*ip)) : raise(vm, exceptions::OSError, "illegal IP address string passed to inet_aton");
}

Ref octets_to_ip(Vm& vm, Value value, const char* problem, Type& kind) {
  HeldBuffer octets;
  if (!octets.hold(vm, value)) return {};
  if (octets.size() != 4) return raise(vm, kind, problem);
  uint32_t ip = 0;
  for (char octet : octets.octets()) ip = ip << 8 | static_cast<uint8_t>(octet);
  return make_str(sim::ip_text(ip));
}

Ref ip_from_octets(Vm& vm, const Arguments& arguments) {
  return octets_to_ip(vm, arguments[0], "packed IP wrong length for inet_ntoa", exceptions::OSError);
}

bool check_family(Vm& vm, Value family, bool* known) {
  int number;
  if (!read_number(vm, family, &number)) return false;
  *known = number == AF_INET;
  return *known || fail_os_error(vm, EAFNOSUPPORT);
}

Ref address_to_octets(Vm& vm, const Arguments& arguments) {
  bool known;
  if (!check_family(vm, arguments[0], &known)) return {};
  if (!is_str(arguments[1])) return raise(vm, exceptions::TypeError, "inet_pton() argument 2 must be str, not {}", type_name(arguments[1]));
  const std::string text = to_utf8(arguments[1]);
  auto ip = std::count(text.begin(), text.end(), '.') == 3 ? sim::parse_ip(text) : std::nullopt;
  return ip ? make_bytes(octets_of(*ip)) : raise(vm, exceptions::OSError, "illegal IP address string passed to inet_pton");
}

Ref address_from_octets(Vm& vm, const Arguments& arguments) {
  bool known;
  if (!check_family(vm, arguments[0], &known)) return {};
  return octets_to_ip(vm, arguments[1], "invalid length of packed IP address string", exceptions::ValueError);
}

}  // namespace

Ref raise_name_error(Vm& vm, int code) {
  Ref exception = call(vm, Value::of(&gaierror_type), {make_int(code), make_str(name_error_text(code))});
  return exception ? raise_exception(vm, exception) : Ref();
}

const NativeDescription kNameFunctions[] = {
    {"getaddrinfo", address_information, {0, -1, true}},
    {"gethostbyname", host_by_name, {1, 1}},
    {"gethostbyname_ex", host_by_name_ex, {1, 1}},
    {"gethostbyaddr", host_by_address, {1, 1}},
    {"gethostname", host_name, {0, 0}},
    {"getnameinfo", name_information, {2, 2}},
    {"getservbyname", service_by_name, {1, 2}},
    {"getservbyport", service_by_port, {1, 2}},
    {"getprotobyname", protocol_by_name, {1, 1}},
    {"htons", swap_octets<16>, {1, 1}},
    {"ntohs", swap_octets<16>, {1, 1}},
    {"htonl", swap_octets<32>, {1, 1}},
    {"ntohl", swap_octets<32>, {1, 1}},
    {"inet_aton", ip_to_octets, {1, 1}},
    {"inet_ntoa", ip_from_octets, {1, 1}},
    {"inet_pton", address_to_octets, {2, 2}},
    {"inet_ntop", address_from_octets, {2, 2}},
};
const size_t kNameFunctionCount = std::size(kNameFunctions);

}  // namespace gilsim::python::sockets

// The methods of _socket.socket: each is a system call, with CPython's arguments and messages.
#include "interpreter/modules/socket/socket_object.h"

#include <sys/socket.h>

#include <algorithm>

#include "interpreter/modules/seconds.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python::sockets {

Type socket_type, gaierror_type, herror_type;
int64_t default_timeout_ns = -1;

bool read_number(Vm& vm, Value value, int* number) {
  int64_t given;
  if (!as_int64(vm, value, &given)) return false;
  if (given < INT32_MIN || given > INT32_MAX) return fail(vm, exceptions::OverflowError, "Python int too large to convert to C int");
  *number = static_cast<int>(given);
  return true;
}

bool read_timeout(Vm& vm, Value value, int64_t* timeout_ns) {
  if (value.is_none()) return *timeout_ns = -1, true;
  if (!read_seconds(vm, value, timeout_ns)) return false;
  return *timeout_ns >= 0 || fail(vm, exceptions::ValueError, "Timeout value out of range");
}

Ref timeout_value(int64_t timeout_ns) {
  return timeout_ns < 0 ? Ref(kNone) : make_float(static_cast<double>(timeout_ns) / 1e9);
}

Ref raise_socket_error(Vm& vm, const SocketObject* self, int64_t error) {
  if (error == -ETIMEDOUT && self->timeout_ns > 0) return raise(vm, exceptions::TimeoutError, "timed out");
  return raise_os_error(vm, error);
}

Ref make_socket_object(Type* type, int number, const sim::Socket& socket) {
  auto* self = static_cast<SocketObject*>(allocate_object(type, sizeof(SocketObject)));
  self->number = number;
  self->family = static_cast<int>(socket.family());
  self->type = socket.type();
  self->protocol = socket.protocol();
  self->timeout_ns = default_timeout_ns;
  return Ref::take(self);
}

namespace {

// When a call has waited long enough. CPython waits by poll(2), in whole milliseconds, rounded up.
class SocketDeadline {
 public:
  explicit SocketDeadline(const SocketObject* self) : waits_(self->timeout_ns != 0), deadline_(waiting_time(self)) {}
  sim::Nanoseconds operator()(const sim::Computer& computer) { return waits_ ? deadline_(computer) : 0; }

 private:
  static int64_t waiting_time(const SocketObject* self) {
    constexpr int64_t kMillisecond = 1'000'000;
    return self->timeout_ns <= 0 ? self->timeout_ns : (self->timeout_ns + kMillisecond - 1) / kMillisecond * kMillisecond;
  }
  bool waits_;
  Deadline deadline_;
};

SocketObject* self_of(const Arguments& arguments) { return arguments[0].as<SocketObject>(); }

template <class Call>
Ref number_of(Vm& vm, SocketObject* self, Call call) {
  int64_t result;
  if (!call_socket(vm, self->number, &result, call)) return {};
  return result < 0 ? raise_socket_error(vm, self, result) : make_int(result);
}
template <class Call>
Ref nothing_of(Vm& vm, SocketObject* self, Call call) {
  return number_of(vm, self, call) ? Ref(kNone) : Ref();
}

// Calls with the deadline that the timeout makes.
template <class Call>
bool call_with_deadline(Vm& vm, SocketObject* self, int64_t* result, Call call) {
  SocketDeadline deadline(self);
  return call_socket(vm, self->number, result, [&](sim::Socket& socket, sim::Thread& thread) {
    return call(socket, thread, deadline(thread.computer()));
  });
}

// --- life ------------------------------------------------------------------------------------------------------------

Ref create(Vm&, Type* type, const Arguments&) {
  auto* self = static_cast<SocketObject*>(allocate_object(type, sizeof(SocketObject)));
  self->number = -1;
  self->family = self->type = self->protocol = 0;
  self->timeout_ns = default_timeout_ns;
  return Ref::take(self);
}

// The descriptor of an open socket, found out by what it is.
bool adopt(Vm& vm, SocketObject* self, int number) {
  if (number < 0) return fail(vm, exceptions::ValueError, "negative file descriptor");
  int64_t result;
  if (!call_socket(vm, number, &result, [&](sim::Socket& socket, sim::Thread&) {
        if (self->family < 0) self->family = static_cast<int>(socket.family());
        if (self->type < 0) self->type = socket.type();
        if (self->protocol < 0) self->protocol = socket.protocol();
        return 0;
      }))
    return false;
  if (result < 0) return fail_os_error(vm, result);
  self->number = number;
  return true;
}

bool open_new(Vm& vm, SocketObject* self) {
  int64_t result;
  if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) -> int64_t {
        files.enter();
        int error = 0;
        auto socket = files.network().make_socket(self->family, self->type, self->protocol, &error);
        return socket ? files.add(socket) : -error;
      }))
    return false;
  if (result < 0) return fail_os_error(vm, result);
  self->number = static_cast<int>(result);
  return true;
}

bool initialize(Vm& vm, Value object, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"family", "type", "proto", "fileno"};
  Value out[4];
  if (!bind(vm, arguments, {"socket", kNames, 4}, out)) return false;
  auto* self = object.as<SocketObject>();
  int given[3] = {-1, -1, -1};
  for (int i = 0; i < 3; ++i)
    if (!out[i].is_null() && !read_number(vm, out[i], &given[i])) return false;
  const bool adopts = !out[3].is_null() && !out[3].is_none();
  self->family = given[0] == -1 && !adopts ? AF_INET : given[0];
  self->type = given[1] == -1 ? (adopts ? -1 : SOCK_STREAM) : given[1] & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
  self->protocol = given[2] == -1 && !adopts ? 0 : given[2];
  self->timeout_ns = given[1] != -1 && given[1] & SOCK_NONBLOCK ? 0 : default_timeout_ns;
  if (!adopts) return open_new(vm, self);
  int number;
  if (is_float(out[3])) return fail(vm, exceptions::TypeError, "integer argument expected, got float");
  return read_number(vm, out[3], &number) && adopt(vm, self, number);
}

bool close_number(Vm& vm, SocketObject* self) {
  const int number = std::exchange(self->number, -1);
  if (number < 0) return true;
  int64_t result;
  return system_call(vm, &result, [&](sim::FileTable& files, sim::Thread& thread) {
    thread.computer().advance(thread.computer().machine().socket_close_ns);
    return files.close(number);
  });
}

void close_at_end(Vm& vm, Object* object) {
  if (!close_number(vm, static_cast<SocketObject*>(object))) return;
}

Ref close(Vm& vm, const Arguments& arguments) { return close_number(vm, self_of(arguments)) ? Ref(kNone) : Ref(); }
Ref detach(Vm&, const Arguments& arguments) { return make_int(std::exchange(self_of(arguments)->number, -1)); }
Ref fileno(Vm&, const Arguments& arguments) { return make_int(self_of(arguments)->number); }

Ref repr_socket(Vm&, Value value) {
  const auto* self = value.as<SocketObject>();
  return make_str(fmt::format("<socket object, fd={}, family={}, type={}, proto={}>", self->number, self->family, self->type, self->protocol));
}

// --- connecting ------------------------------------------------------------------------------------------------------

Ref bind_socket(Vm& vm, const Arguments& arguments) {
  sim::Address address;
  SocketObject* self = self_of(arguments);
  if (!read_address(vm, self->family, arguments[1], "bind", &address)) return {};
  return nothing_of(vm, self, [&](sim::Socket& socket, sim::Thread&) { return socket.bind(address); });
}

Ref listen(Vm& vm, const Arguments& arguments) {
  int backlog = 128;
  if (arguments.size() > 1 && !read_number(vm, arguments[1], &backlog)) return {};
  return nothing_of(vm, self_of(arguments), [&](sim::Socket& socket, sim::Thread&) { return socket.listen(backlog); });
}

Ref accept(Vm& vm, const Arguments& arguments) {
  SocketObject* self = self_of(arguments);
  int64_t result;
  sim::Address from;
  std::shared_ptr<sim::Socket> connection;
  if (!call_with_deadline(vm, self, &result, [&](sim::Socket& listener, sim::Thread& thread, sim::Nanoseconds deadline) {
        if (int error = listener.accept(thread, deadline, &connection)) return error;
        connection->peer(&from);
        return interpreter(vm).files().add(std::move(connection));
      }))
    return {};
  return result < 0 ? raise_socket_error(vm, self, result) : make_tuple({make_int(result), address_value(from)});
}

bool connect_to(Vm& vm, const Arguments& arguments, const char* function, int64_t* result) {
  sim::Address address;
  SocketObject* self = self_of(arguments);
  if (!read_address(vm, self->family, arguments[1], function, &address)) return false;
  return call_with_deadline(vm, self, result, [&](sim::Socket& socket, sim::Thread& thread, sim::Nanoseconds deadline) {
    return socket.connect(thread, address, deadline);
  });
}

Ref connect(Vm& vm, const Arguments& arguments) {
  int64_t result;
  if (!connect_to(vm, arguments, "connect", &result)) return {};
  return result < 0 ? raise_socket_error(vm, self_of(arguments), result) : Ref(kNone);
}

Ref connect_number(Vm& vm, const Arguments& arguments) {
  int64_t result;
  if (!connect_to(vm, arguments, "connect_ex", &result)) return {};
  const bool timed_out = result == -ETIMEDOUT && self_of(arguments)->timeout_ns > 0;
  return make_int(timed_out ? int64_t{EAGAIN} : -result);
}

Ref shut_down(Vm& vm, const Arguments& arguments) {
  int how;
  if (!read_number(vm, arguments[1], &how)) return {};
  return nothing_of(vm, self_of(arguments), [&](sim::Socket& socket, sim::Thread&) { return how < 0 || how > 2 ? -EINVAL : socket.shut_down(how); });
}

Ref own_name(Vm& vm, const Arguments& arguments) {
  sim::Address address;
  if (!number_of(vm, self_of(arguments), [&](sim::Socket& socket, sim::Thread&) { return address = socket.local(), 0; })) return {};
  return address_value(address);
}

Ref peer_name(Vm& vm, const Arguments& arguments) {
  sim::Address address;
  if (!number_of(vm, self_of(arguments), [&](sim::Socket& socket, sim::Thread&) { return socket.peer(&address); })) return {};
  return address_value(address);
}

// --- transfers -------------------------------------------------------------------------------------------------------

bool read_flags(Vm& vm, const Arguments& arguments, size_t index, int* flags) {
  *flags = 0;
  return arguments.size() <= index || read_number(vm, arguments[index], flags);
}

bool receive(Vm& vm, SocketObject* self, int64_t most, int flags, std::string* octets, sim::Address* from) {
  int64_t result;
  if (!call_with_deadline(vm, self, &result, [&](sim::Socket& socket, sim::Thread& thread, sim::Nanoseconds deadline) {
        return socket.receive(thread, most, flags, deadline, octets, from);
      }))
    return false;
  return result >= 0 || (raise_socket_error(vm, self, result), false);
}

bool read_size(Vm& vm, const Arguments& arguments, const char* function, int64_t* most) {
  if (!as_int64(vm, arguments[1], most)) return false;
  return *most >= 0 || fail(vm, exceptions::ValueError, "negative buffersize in {}", function);
}

Ref recv(Vm& vm, const Arguments& arguments) {
  int64_t most;
  int flags;
  std::string octets;
  if (!read_size(vm, arguments, "recv", &most) || !read_flags(vm, arguments, 2, &flags)) return {};
  return receive(vm, self_of(arguments), most, flags, &octets, nullptr) ? make_bytes(octets) : Ref();
}

Ref sender_value(const SocketObject* self, const sim::Address& from) {
  return self->type == SOCK_STREAM || (self->family == AF_UNIX && from.path.empty()) ? Ref(kNone) : address_value(from);
}

Ref recvfrom(Vm& vm, const Arguments& arguments) {
  int64_t most;
  int flags;
  std::string octets;
  sim::Address from;
  if (!read_size(vm, arguments, "recvfrom", &most) || !read_flags(vm, arguments, 2, &flags)) return {};
  if (!receive(vm, self_of(arguments), most, flags, &octets, &from)) return {};
  return make_tuple({make_bytes(octets), sender_value(self_of(arguments), from)});
}

// recv_into(buffer, nbytes=0, flags=0) and recvfrom_into: the count, and where it came from.
bool receive_into(Vm& vm, const Arguments& arguments, const char* function, int64_t* count, sim::Address* from) {
  static constexpr const char* kNames[] = {"buffer", "nbytes", "flags"};
  Value out[3];
  HeldBuffer target;
  int64_t most = 0;
  int flags = 0;
  if (!bind(vm, arguments.without_first(), {function, kNames, 3, 0, 1}, out)) return false;
  if (!target.hold_writable(vm, out[0], fmt::format("{}() argument 1", function))) return false;
  if (!out[1].is_null() && !as_int64(vm, out[1], &most)) return false;
  if (!out[2].is_null() && !read_number(vm, out[2], &flags)) return false;
  if (most < 0) return fail(vm, exceptions::ValueError, "negative buffersize in {}", function);
  if (most > target.size()) return fail(vm, exceptions::ValueError, "buffer too small for requested bytes");
  std::string octets;
  if (!receive(vm, self_of(arguments), most ? most : target.size(), flags, &octets, from)) return false;
  std::copy(octets.begin(), octets.end(), target.data());
  *count = static_cast<int64_t>(octets.size());
  return true;
}

Ref recv_into(Vm& vm, const Arguments& arguments) {
  int64_t count;
  return receive_into(vm, arguments, "recv_into", &count, nullptr) ? make_int(count) : Ref();
}

Ref recvfrom_into(Vm& vm, const Arguments& arguments) {
  int64_t count;
  sim::Address from;
  if (!receive_into(vm, arguments, "recvfrom_into", &count, &from)) return {};
  return make_tuple({make_int(count), sender_value(self_of(arguments), from)});
}

bool send_octets(Vm& vm, SocketObject* self, std::string_view octets, int flags, const sim::Address* to, int64_t* sent) {
  if (!call_with_deadline(vm, self, sent, [&](sim::Socket& socket, sim::Thread& thread, sim::Nanoseconds deadline) {
        return socket.send(thread, octets, flags, deadline, to);
      }))
    return false;
  return *sent >= 0 || (raise_socket_error(vm, self, *sent), false);
}

Ref send(Vm& vm, const Arguments& arguments) {
  HeldBuffer source;
  int flags;
  int64_t sent;
  if (!source.hold(vm, arguments[1]) || !read_flags(vm, arguments, 2, &flags)) return {};
  return send_octets(vm, self_of(arguments), source.octets(), flags, nullptr, &sent) ? make_int(sent) : Ref();
}

// The timeout is for all of it together.
Ref sendall(Vm& vm, const Arguments& arguments) {
  HeldBuffer source;
  int flags;
  SocketObject* self = self_of(arguments);
  if (!source.hold(vm, arguments[1]) || !read_flags(vm, arguments, 2, &flags)) return {};
  std::string_view left = source.octets();
  SocketDeadline deadline(self);
  do {
    int64_t sent;
    if (!call_socket(vm, self->number, &sent, [&](sim::Socket& socket, sim::Thread& thread) {
          return socket.send(thread, left, flags, deadline(thread.computer()), nullptr);
        }))
      return {};
    if (sent < 0) return raise_socket_error(vm, self, sent);
    left.remove_prefix(static_cast<size_t>(sent));
  } while (!left.empty());
  return kNone;
}

Ref sendto(Vm& vm, const Arguments& arguments) {
  HeldBuffer source;
  int flags = 0;
  int64_t sent;
  sim::Address to;
  SocketObject* self = self_of(arguments);
  if (arguments.size() < 3 || arguments.size() > 4)
    return raise(vm, exceptions::TypeError, "sendto() takes 2 or 3 arguments ({} given)", arguments.size() - 1);
  if (!source.hold(vm, arguments[1])) return {};
  if (arguments.size() == 4 && !read_number(vm, arguments[2], &flags)) return {};
  const Value target = arguments[arguments.size() - 1];
  const bool connected = self->type == SOCK_STREAM;
  if (!read_address(vm, self->family, target, "sendto", &to)) return {};
  return send_octets(vm, self, source.octets(), flags, connected ? nullptr : &to, &sent) ? make_int(sent) : Ref();
}

// --- settings --------------------------------------------------------------------------------------------------------

// CPython switches the descriptor as well, which other means of reading it see.
Ref apply_timeout(Vm& vm, SocketObject* self, int64_t timeout_ns) {
  self->timeout_ns = timeout_ns;
  return nothing_of(vm, self, [&](sim::Socket& socket, sim::Thread&) { return socket.nonblocking = timeout_ns >= 0, 0; });
}

Ref set_timeout(Vm& vm, const Arguments& arguments) {
  int64_t timeout_ns;
  return read_timeout(vm, arguments[1], &timeout_ns) ? apply_timeout(vm, self_of(arguments), timeout_ns) : Ref();
}

Ref set_blocking(Vm& vm, const Arguments& arguments) {
  const int blocking = truth(vm, arguments[1]);
  return blocking < 0 ? Ref() : apply_timeout(vm, self_of(arguments), blocking ? -1 : 0);
}

Ref get_timeout(Vm&, const Arguments& arguments) { return timeout_value(self_of(arguments)->timeout_ns); }
Ref get_blocking(Vm&, const Arguments& arguments) { return Value::of(self_of(arguments)->timeout_ns != 0); }

Ref set_option(Vm& vm, const Arguments& arguments) {
  int level, name;
  int64_t value = 0;
  if (!read_number(vm, arguments[1], &level) || !read_number(vm, arguments[2], &name)) return {};
  if (is_int(arguments[3])) {
    if (!as_int64(vm, arguments[3], &value)) return {};
  } else if (HeldBuffer octets; !arguments[3].is_none() && !octets.hold(vm, arguments[3])) {
    return {};
  }
  return nothing_of(vm, self_of(arguments), [&](sim::Socket& socket, sim::Thread&) { return socket.set_option(level, name, value); });
}

Ref get_option(Vm& vm, const Arguments& arguments) {
  int level, name, size = 0;
  int64_t value = 0;
  if (!read_number(vm, arguments[1], &level) || !read_number(vm, arguments[2], &name)) return {};
  if (arguments.size() > 3 && !read_number(vm, arguments[3], &size)) return {};
  if (size < 0 || size > 1024) return raise(vm, exceptions::OSError, "getsockopt buflen out of range");
  if (!number_of(vm, self_of(arguments), [&](sim::Socket& socket, sim::Thread&) { return socket.option(level, name, &value); })) return {};
  if (size == 0) return make_int(value);
  std::string octets(reinterpret_cast<const char*>(&value), sizeof value);
  octets.resize(static_cast<size_t>(std::min(size, 4)));
  return make_bytes(octets);
}

constexpr NativeDescription kMethods[] = {
    {"_accept", accept, {0, 0}},
    {"bind", bind_socket, {1, 1}},
    {"close", close, {0, 0}},
    {"connect", connect, {1, 1}},
    {"connect_ex", connect_number, {1, 1}},
    {"detach", detach, {0, 0}},
    {"fileno", fileno, {0, 0}},
    {"getblocking", get_blocking, {0, 0}},
    {"getpeername", peer_name, {0, 0}},
    {"getsockname", own_name, {0, 0}},
    {"getsockopt", get_option, {2, 3}},
    {"gettimeout", get_timeout, {0, 0}},
    {"listen", listen, {0, 1}},
    {"recv", recv, {1, 2}},
    {"recv_into", recv_into, {0, -1, true}},
    {"recvfrom", recvfrom, {1, 2}},
    {"recvfrom_into", recvfrom_into, {0, -1, true}},
    {"send", send, {1, 2}},
    {"sendall", sendall, {1, 2}},
    {"sendto", sendto, {0, -1}},
    {"setblocking", set_blocking, {1, 1}},
    {"setsockopt", set_option, {3, 4}},
    {"settimeout", set_timeout, {1, 1}},
    {"shutdown", shut_down, {1, 1}},
};
constexpr GetterDescription kGetters[] = {
    {"family", [](Vm&, Value self) { return make_int(self.as<SocketObject>()->family); }},
    {"type", [](Vm&, Value self) { return make_int(self.as<SocketObject>()->type); }},
    {"proto", [](Vm&, Value self) { return make_int(self.as<SocketObject>()->protocol); }},
    {"timeout", [](Vm&, Value self) { return timeout_value(self.as<SocketObject>()->timeout_ns); }},
};

}  // namespace

void define_socket_type() {
  Operations operations;
  operations.destroy = [](Object* object) { free_object(object, sizeof(SocketObject)); };
  operations.finalize = close_at_end;
  operations.create = create;
  operations.initialize = initialize;
  operations.repr = repr_socket;
  define_type(socket_type, {.name = "_socket.socket", .base = nullptr, .basic_size = sizeof(SocketObject),
                            .flags = kSubclassable, .operations = operations, .methods = kMethods, .getters = kGetters,
                            .doc = "A socket: one end of a connection, or where connections arrive."});
}

}  // namespace gilsim::python::sockets

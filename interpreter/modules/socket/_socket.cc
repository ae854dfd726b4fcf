// _socket: what the library's socket module stands on.
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <vector>

#include "interpreter/modules/socket/socket_object.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

namespace sockets {

namespace {

constexpr struct {
  const char* name;
  int64_t value;
} kConstants[] = {
#define SOCKET_CONSTANT(name) {#name, static_cast<int64_t>(name)},
#include "interpreter/modules/socket/constants.def"
#undef SOCKET_CONSTANT
};

Ref socket_pair(Vm& vm, const Arguments& arguments) {
  int given[3] = {AF_UNIX, SOCK_STREAM, 0};
  for (size_t i = 0; i < arguments.size(); ++i)
    if (!read_number(vm, arguments[i], &given[i])) return {};
  int numbers[2] = {-1, -1};
  std::shared_ptr<sim::Socket> ends[2];
  int64_t result;
  if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) -> int64_t {
        files.enter();
        if (given[0] != AF_UNIX) return given[0] == AF_INET ? -EOPNOTSUPP : -EAFNOSUPPORT;
        if (int error = files.network().make_pair(given[1] & ~(SOCK_NONBLOCK | SOCK_CLOEXEC), ends)) return -error;
        for (int end : {0, 1})
          if ((numbers[end] = files.add(ends[end])) < 0) return numbers[end];
        return 0;
      }))
    return {};
  if (result < 0) return raise_os_error(vm, result);
  return make_tuple({make_socket_object(&socket_type, numbers[0], *ends[0]), make_socket_object(&socket_type, numbers[1], *ends[1])});
}

Ref duplicate(Vm& vm, const Arguments& arguments) {
  int number;
  int64_t result;
  if (!read_number(vm, arguments[0], &number)) return {};
  if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) { return files.duplicate(number); })) return {};
  return result < 0 ? raise_os_error(vm, result) : make_int(result);
}

Ref close(Vm& vm, const Arguments& arguments) {
  int number;
  int64_t result;
  if (!read_number(vm, arguments[0], &number)) return {};
  if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) { return files.close(number); })) return {};
  return result < 0 ? raise_os_error(vm, result) : Ref(kNone);
}

Ref get_default_timeout(Vm&, const Arguments&) { return timeout_value(default_timeout_ns); }
Ref set_default_timeout(Vm& vm, const Arguments& arguments) { return read_timeout(vm, arguments[0], &default_timeout_ns) ? Ref(kNone) : Ref(); }

constexpr NativeDescription kFunctions[] = {
    {"socketpair", socket_pair, {0, 3}},
    {"dup", duplicate, {1, 1}},
    {"close", close, {1, 1}},
    {"getdefaulttimeout", get_default_timeout, {0, 0}},
    {"setdefaulttimeout", set_default_timeout, {1, 1}},
};

void define_error(Type& type, const char* name) {
  define_type(type, {.name = name, .base = &exceptions::OSError, .basic_size = exceptions::OSError.basic_size, .flags = kSubclassable,
                     .operations = {}});
}

bool populate(Vm&, Module* module) {
  default_timeout_ns = -1;
  define_error(gaierror_type, "socket.gaierror");
  define_error(herror_type, "socket.herror");
  define_socket_type();
  Dict* names = module->dictionary;
  for (auto [name, value] : kConstants) dict_set_str(names, intern(name), make_int(value));
  dict_set_str(names, intern("socket"), Value::of(&socket_type));
  dict_set_str(names, intern("SocketType"), Value::of(&socket_type));
  dict_set_str(names, intern("error"), Value::of(&exceptions::OSError));
  dict_set_str(names, intern("timeout"), Value::of(&exceptions::TimeoutError));
  dict_set_str(names, intern("gaierror"), Value::of(&gaierror_type));
  dict_set_str(names, intern("herror"), Value::of(&herror_type));
  dict_set_str(names, intern("has_ipv6"), kFalse);
  return true;
}

}  // namespace

}  // namespace sockets

const ModuleDefinition& _socket_module() {
  static const std::vector<NativeDescription> functions = [] {
    std::vector<NativeDescription> all(std::begin(sockets::kFunctions), std::end(sockets::kFunctions));
    all.insert(all.end(), sockets::kNameFunctions, sockets::kNameFunctions + sockets::kNameFunctionCount);
    return all;
  }();
  static const ModuleDefinition definition{"_socket", functions, sockets::populate, "The system calls on sockets, and names of computers."};
  return definition;
}

}  // namespace gilsim::python

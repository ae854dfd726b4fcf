// _socket.socket: a descriptor of the simulated computer's, with a timeout of its own.
#pragma once

#include "interpreter/modules/system_call.h"
#include "interpreter/objects/type_definition.h"
#include "sim/net/network.h"

namespace gilsim::python::sockets {

struct SocketObject : Object {
  int number;  // -1: closed
  int family, type, protocol;
  int64_t timeout_ns;  // -1: waits as long as it takes
};

extern Type socket_type, gaierror_type, herror_type;
void define_socket_type();
Ref make_socket_object(Type* type, int number, const sim::Socket& socket);

// setdefaulttimeout()
extern int64_t default_timeout_ns;
// Seconds or None; false: an exception is pending.
bool read_timeout(Vm& vm, Value value, int64_t* timeout_ns);
Ref timeout_value(int64_t timeout_ns);

// Calls a socket of the simulated computer by its descriptor, with the GIL released. False: the run is over.
template <class Call>
bool call_socket(Vm& vm, int number, int64_t* result, Call call) {
  return system_call(vm, result, [&](sim::FileTable& files, sim::Thread& thread) -> int64_t {
    files.enter();
    thread.file_in_use = files.find(number);
    if (!thread.file_in_use) return -EBADF;
    auto* socket = dynamic_cast<sim::Socket*>(thread.file_in_use.get());
    const int64_t answer = socket ? static_cast<int64_t>(call(*socket, thread)) : -ENOTSOCK;
    thread.file_in_use.reset();
    return answer;
  });
}
// OSError, or TimeoutError("timed out") when the socket's own time was over.
Ref raise_socket_error(Vm& vm, const SocketObject* self, int64_t error);

// --- addresses ---

// A program's address of the given family. `function`: what messages begin with.
bool read_address(Vm& vm, int family, Value given, const char* function, sim::Address* address);
Ref address_value(const sim::Address& address);

// --- names ---

Ref raise_name_error(Vm& vm, int code);  // gaierror
extern const NativeDescription kNameFunctions[];
extern const size_t kNameFunctionCount;

bool read_number(Vm& vm, Value value, int* number);

}  // namespace gilsim::python::sockets

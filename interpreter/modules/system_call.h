// How natives call the simulated operating system about files: with the GIL released, as CPython does around each call,
// and with errors turned into OSError.
#pragma once

#include <string>

#include "interpreter/runtime/blocking.h"
#include "sim/files/file_table.h"

namespace gilsim::python {

// `call(files, thread)` gives a number, or an error number as a negative one. A call that a signal has ended is made again
// when the handler has run. False: the handler raised, or the run is over.
template <class Call>
bool system_call(Vm& any_vm, int64_t* result, Call call) {
  Interpreter& vm = interpreter(any_vm);
  do {
    ReleasedGil released(vm);
    *result = -EINTR;
    if (!vm.computer().ending()) *result = call(vm.files(), released.os_thread());
    if (!released.take_back()) return false;
  } while (*result == -EINTR && handle_signals(vm));
  return *result != -EINTR;
}

// OSError(error, text, path[, None, second path]) as its subclass for that number. `error` may be negative.
Ref raise_os_error(Vm& vm, int64_t error, Value path = kNull, Value second = kNull);
inline bool fail_os_error(Vm& vm, int64_t error, Value path = kNull) { return raise_os_error(vm, error, path), false; }
const char* error_text(int number);  // strerror(3); null: unknown

// A str, bytes or object with __fspath__ as text; `*given` becomes what __fspath__ gave. False: TypeError or ValueError
// is pending. `function`: what messages begin with, such as "stat: path".
bool read_path(Vm& vm, Ref* given, const char* function, const char* kinds, std::string* path);
inline constexpr char kPathOnly[] = "string, bytes or os.PathLike";  // `kinds`: what else the caller takes
inline constexpr char kPathOrNumber[] = "string, bytes, os.PathLike or integer";

// The program's permission bits for something new: without those of the umask.
inline constexpr uint32_t kUmask = 022;

}  // namespace gilsim::python

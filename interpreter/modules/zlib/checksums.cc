#include "interpreter/modules/zlib/checksums.h"

#include <zlib.h>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"
#include "interpreter/runtime/blocking.h"

namespace gilsim::python {

namespace {

constexpr int64_t kLetsGilGoAbove = 5 * 1024;  // Modules/zlibmodule.c and binascii.c of CPython 3.11
// Picoseconds a byte: 4 MiB on the machine of stream.cc.
constexpr int64_t kCrcPs = 231, kAdlerPs = 273;

Ref checksum(Vm& vm, const Arguments& arguments, uLong (*sum)(uLong, const Bytef*, z_size_t), uLong start,
             int64_t byte_ps) {
  HeldBuffer held;
  if (!held.hold(vm, arguments[0])) return {};
  if (arguments.size() > 1) {
    Ref low = int_and(vm, is_int(arguments[1]) ? Ref(arguments[1]) : index(vm, arguments[1]),
                      make_int(int64_t{0xffffffff}));
    start = static_cast<uLong>(*int64_of(low));
  }
  const uLong result =
      sum(start, reinterpret_cast<const Bytef*>(held.data()), static_cast<z_size_t>(held.size()));
  const int64_t cost_ns = held.size() * byte_ps / 1000;
  if (held.size() <= kLetsGilGoAbove) return vm.charge(cost_ns), make_int(static_cast<int64_t>(result));
  ReleasedGil released(vm);
  released.computer().advance(cost_ns);
  return released.take_back() ? make_int(static_cast<int64_t>(result)) : Ref();
}

}  // namespace

Ref crc32_of(Vm& vm, const Arguments& arguments) {
  return checksum(vm, arguments, crc32_z, 0, kCrcPs);
}
Ref adler32_of(Vm& vm, const Arguments& arguments) {
  return checksum(vm, arguments, adler32_z, 1, kAdlerPs);
}

}  // namespace gilsim::python

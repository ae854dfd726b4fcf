#include "interpreter/modules/hash/hasher.h"

#include "interpreter/objects/exception.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

bool hold_octets(Vm& vm, Value value, HeldBuffer* held) {
  if (is_str(value)) return fail(vm, exceptions::TypeError, "Strings must be encoded before hashing");
  if (!has_buffer(value)) return fail(vm, exceptions::TypeError, "object supporting the buffer API required");
  return held->hold(vm, value);
}

std::string hexadecimal(std::string_view octets) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (char octet : octets) text += {kDigits[static_cast<unsigned char>(octet) >> 4], kDigits[octet & 15]};
  return text;
}

}  // namespace gilsim::python

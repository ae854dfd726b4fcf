// One item in memory by its code in the struct module ('i', 'd', 'c' …): what struct, memoryview and array
// share.
#pragma once

#include "interpreter/objects/ref.h"

namespace gilsim::python {

struct ItemFormat {
  enum class Kind : uint8_t { Signed, Unsigned, Floating, Bool, Character, Pointer };
  char code;
  Kind kind;
  int8_t size;  // octets; also its alignment in native structs
};

// With the sizes of C on 64-bit Linux; null: no such code.
const ItemFormat* native_item_format(char code);
// With the sizes that the struct module's '<', '>', '=' and '!' mean.
const ItemFormat* standard_item_format(char code);

Ref read_item(const ItemFormat& format, const char* data, bool big_endian = false);

enum class Packing {
  Done,
  WrongType,   // not a number, or not one octet: nothing is pending
  TooBig,      // an integer beyond 64 bits, or a negative one for an unsigned format
  OutOfRange,  // an integer of 64 bits that the format has no room for
  Failed,      // something else went wrong; an exception is pending
};
// Stores the value, or nothing.
Packing write_item(Vm& vm, const ItemFormat& format, Value value, char* data, bool big_endian = false);

// The least and greatest integer of a format, for messages. The least is never positive.
int64_t least_of(const ItemFormat& format);
uint64_t greatest_of(const ItemFormat& format);

}  // namespace gilsim::python

// CRC-32 and Adler-32 of octets, as functions of zlib and binascii.
#pragma once

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/ref.h"

namespace gilsim::python {

Ref crc32_of(Vm& vm, const Arguments& arguments);    // crc32(data, start=0)
Ref adler32_of(Vm& vm, const Arguments& arguments);  // adler32(data, start=1)

}  // namespace gilsim::python

// zlib.compressobj() and zlib.decompressobj(), and the functions that do all at once.
#pragma once

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/ref.h"

namespace gilsim::python {

Ref zlib_compress(Vm& vm, const Arguments& arguments);
Ref zlib_compressobj(Vm& vm, const Arguments& arguments);
void define_compress_type();

Ref zlib_decompress(Vm& vm, const Arguments& arguments);
Ref zlib_decompressobj(Vm& vm, const Arguments& arguments);
void define_decompress_type();

}  // namespace gilsim::python

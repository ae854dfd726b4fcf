// open(): a raw file, the buffer over it and the text over that, as the mode asks.
#pragma once

#include <span>

#include "interpreter/objects/function.h"

namespace gilsim::python::io {

std::span<const NativeDescription> open_functions();  // of the module _io

}  // namespace gilsim::python::io

// What embed_library.cc writes and library.cc searches: all library modules, sorted by name.
#pragma once

#include <span>

#include "interpreter/library/library.h"

namespace gilsim::python {

std::span<const LibraryModule> library_modules();

}  // namespace gilsim::python

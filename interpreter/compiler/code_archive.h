// Compiled code as octets, so that the library's modules are compiled when gilsim is built and not in every run: what
// marshal and .pyc files are to CPython.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "interpreter/compiler/code.h"

namespace gilsim::compiler {

std::string write_archive(const CompiledCode& code);

// REQUIRES: write_archive of this very build made the octets; there is no other format to recognise.
std::shared_ptr<CompiledCode> read_archive(std::string_view octets);

}  // namespace gilsim::compiler

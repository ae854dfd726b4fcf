// Which CPython a run follows. The language is always 3.11's; what differs is when threads may switch and what
// instructions cost.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gilsim::python {

enum class PythonVersion : uint8_t {
#define PYTHON(identifier, text, sites, major, minor, micro) identifier,
#include "interpreter/runtime/python_version.def"
#undef PYTHON
};

// Where the eval loop of a version looks whether another thread has asked for the GIL.
enum class CheckSites : uint8_t {
  EveryOpcode,  // 3.2-3.9, Python/ceval.c: after every opcode that ends with the slow dispatch
  Jumps311,     // 3.11: RESUME, backward jumps, calls that did not enter a Python frame
  Jumps312,     // 3.12: the same principle; backward conditional jumps do not exist
};

struct PythonDescription {
  std::string_view text;
  CheckSites check_sites;
  int major, minor, micro;
};

const PythonDescription& describe(PythonVersion version);
std::optional<PythonVersion> find_python_version(std::string_view text);  // "3.11"
std::string known_python_versions();                                     // "3.9, 3.11, 3.12"

}  // namespace gilsim::python

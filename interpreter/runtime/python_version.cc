#include "interpreter/runtime/python_version.h"

namespace gilsim::python {

namespace {

constexpr PythonDescription kDescriptions[] = {
#define PYTHON(identifier, text, sites, major, minor, micro) {text, CheckSites::sites, major, minor, micro},
#include "interpreter/runtime/python_version.def"
#undef PYTHON
};

}  // namespace

const PythonDescription& describe(PythonVersion version) { return kDescriptions[static_cast<int>(version)]; }

std::optional<PythonVersion> find_python_version(std::string_view text) {
  for (size_t i = 0; i < std::size(kDescriptions); ++i)
    if (kDescriptions[i].text == text) return static_cast<PythonVersion>(i);
  return std::nullopt;
}

std::string known_python_versions() {
  std::string list;
  for (const auto& description : kDescriptions) list += (list.empty() ? "" : ", ") + std::string(description.text);
  return list;
}

}  // namespace gilsim::python

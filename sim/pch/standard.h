// Precompiled for the simulation, every library of the interpreter, and the command line: the headers that nearly all of their files reach, and that take most of
// the time of a small file's compilation. No file relies on it: "headers compile alone" compiles without.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

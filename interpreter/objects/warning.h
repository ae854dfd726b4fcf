// Warnings that objects give. They are shown by the library's `warnings`, which this layer does not know.
#pragma once

#include <string_view>

namespace gilsim::python {

class Vm;
struct Type;

// Warns about the line that is running. False: an exception is pending, such as the warning itself where a filter says so.
extern bool (*warn)(Vm& vm, Type& category, std::string_view message);

}  // namespace gilsim::python

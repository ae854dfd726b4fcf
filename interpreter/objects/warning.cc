#include "interpreter/objects/warning.h"

namespace gilsim::python {

bool (*warn)(Vm&, Type&, std::string_view) = [](Vm&, Type&, std::string_view) { return true; };

}  // namespace gilsim::python

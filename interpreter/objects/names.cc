#include "interpreter/objects/names.h"

#include "interpreter/objects/str.h"

namespace gilsim::python {

Names names;

void intern_names() {
#define NAME(identifier, text) names.identifier = intern(text);
#include "interpreter/objects/names.def"
#undef NAME
}

}  // namespace gilsim::python

// Which of some tracked objects nothing else refers to: trial deletion in place, as CPython's gc module does it.
#pragma once

#include "interpreter/objects/tracked.h"

namespace gilsim::python {

// `young` and `garbage` are the sentinels of circular lists, the second one empty. Leaves in the first what something
// outside refers to, directly or not, and gives its number; moves the rest to the second. Both in the order in which CPython
// leaves them, since finalisers run in it. Takes no memory of its own.
int64_t separate_unreachable(Object* young, Object* garbage);

}  // namespace gilsim::python

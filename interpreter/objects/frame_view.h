// What programs see of a frame: an object of type `frame` with what tools read of it (f_code, f_lineno …), as it was when
// it was asked for. Frames themselves live on a stack and cannot be kept.
#pragma once

#include "interpreter/objects/ref.h"

namespace gilsim::python {

extern Type frame_type;
void define_frame_type();

// One without attributes yet; store_attribute (shape.h) adds them.
Ref make_frame_view();

}  // namespace gilsim::python

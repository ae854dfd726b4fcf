// What programs see of running frames: sys._getframe().
#pragma once

#include "interpreter/objects/ref.h"

namespace gilsim::python {

class Vm;
struct Frame;

// An object with f_code, f_globals, f_locals, f_lineno, f_lasti and f_back (likewise, or None) as they are now: frames
// themselves live on a stack and cannot be kept.
Ref make_frame_snapshot(Vm& vm, Frame* frame);

}  // namespace gilsim::python

// Marks the tracked objects that are reachable from what the program certainly holds: one visit of each, where trial
// deletion needs three. What it does not find may be reachable all the same (natives hold references, too).
#pragma once

#include <vector>

#include "interpreter/objects/tracked.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

class RootMarker final : public Visitor {
 public:
  // Takes vm.visit_roots's word for what is held. Marks bit 0 of `previous_word`.
  // REQUIRES: no tracked object is marked.
  void mark_reachable(Vm& vm);

  void visit(Value reference) override {
    if (reference.is_object()) found_.push_back(reference.object());
  }

 private:
  void mark_found();

  std::vector<Object*> found_;  // not looked at yet, the newest last
};

}  // namespace gilsim::python

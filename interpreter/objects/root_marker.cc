#include "interpreter/objects/root_marker.h"

#include <array>

#include "interpreter/objects/collector.h"
#include "interpreter/objects/prefetch.h"

namespace gilsim::python {

void RootMarker::mark_reachable(Vm& vm) {
  if (!vm.visit_roots) return;
  vm.visit_roots(vm, *this);
  mark_found();
}

void RootMarker::mark_found() {
  std::array<Object*, kPrefetchDistance> coming;
  size_t taken = 0, sent_for = 0;
  for (;;) {
    for (; sent_for - taken < kPrefetchDistance && !found_.empty(); ++sent_for) {
      prefetch<2>(coming[sent_for % kPrefetchDistance] = found_.back());
      found_.pop_back();
    }
    if (taken == sent_for) return;
    Object* object = coming[taken++ % kPrefetchDistance];
    if (!is_tracked(object) || is_marked(object)) continue;
    previous_word(object) |= kMark;
    traverse_object(object, *this);
  }
}

}  // namespace gilsim::python

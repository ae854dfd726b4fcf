#include "interpreter/objects/root_marker.h"

#include <array>

#include "interpreter/objects/collector.h"

namespace gilsim::python {

namespace {

// So many objects are on their way from memory while an earlier one is looked at.
constexpr size_t kAhead = 8;

void fetch(const Object* object) {
  __builtin_prefetch(reinterpret_cast<const GcLinks*>(object) - 1, 1);
  __builtin_prefetch(reinterpret_cast<const char*>(object) + 48);
}

}  // namespace

void RootMarker::mark_reachable(Vm& vm) {
  if (!vm.visit_roots) return;
  vm.visit_roots(vm, *this);
  mark_found();
}

void RootMarker::mark_found() {
  std::array<Object*, kAhead> coming;
  size_t taken = 0, sent_for = 0;
  for (;;) {
    for (; sent_for - taken < kAhead && !found_.empty(); ++sent_for) {
      fetch(coming[sent_for % kAhead] = found_.back());
      found_.pop_back();
    }
    if (taken == sent_for) return;
    Object* object = coming[taken++ % kAhead];
    if (!is_tracked(object) || is_marked(object)) continue;
    previous_word(object) |= kMark;
    traverse_object(object, *this);
  }
}

}  // namespace gilsim::python

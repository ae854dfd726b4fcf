#include "interpreter/objects/object.h"

#include <utility>
#include <vector>

#include "interpreter/objects/collector.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/identity.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/vm.h"
#include "interpreter/objects/weak_reference.h"

namespace gilsim::python {

namespace {

constexpr uint32_t kManyReferences = 1u << 30;
constexpr int kDeepestDestroy = 30;  // objects dying inside each other's destroy; the rest waits in a queue

int destroy_depth = 0;

bool anything_waits = false;  // whether waiting() has objects
std::vector<Object*>& waiting() {
  static std::vector<Object*> objects;
  return objects;
}

const AtReset forget_waiting([] {
  waiting().clear();
  anything_waits = false;
  destroy_depth = 0;
});

// Python code that runs because an object dies starts a count of its own, and may block: another thread then sees 0.
class FreshDepth {
 public:
  FreshDepth() : saved_(std::exchange(destroy_depth, 0)) {}
  ~FreshDepth() { destroy_depth = saved_; }

 private:
  int saved_;
};

// Python code that runs while an object dies may set off the collector, which must not meet it: nothing refers to it.
void leave_collector(Object* object) {
  if (!has_flag(object->type, kTracked) || (object->flags & kUntracked)) return;
  collector.untrack(object);
  object->flags |= kUntracked;
}

void let_wait(Object* object) {
  waiting().push_back(object);
  anything_waits = true;
}

// Counts as a level of its own, so that what comes to wait meanwhile is left to this loop instead of a loop within it.
void destroy_waiting() {
  ++destroy_depth;
  while (!waiting().empty()) {
    Object* object = waiting().back();
    waiting().pop_back();
    destroy(object);
  }
  --destroy_depth;
  anything_waits = false;
}

// False: the object lives on.
bool last_rites(Object* object) {
  if (object->flags & kImmortal) {
    object->refcount = kManyReferences;
    return false;
  }
  bool can_run = running_vm && running_vm->thread;
  if (has_flag(object->type, kHasFinalizer) && !(object->flags & kFinalized) && can_run) {
    object->refcount = 1;
    run_finalizer(*running_vm, object);
    if (--object->refcount != 0) return false;
  }
  if (object->flags & kWeaklyReferenced) {
    leave_collector(object);
    FreshDepth fresh;
    clear_weak_references(object);
  }
  if (object->flags & kHasId) forget_identity(object);
  return true;
}

}  // namespace

void run_finalizer(Vm& vm, Object* object) {
  object->flags |= kFinalized;
  FreshDepth fresh;
  Ref pending = take_pending_exception(vm);
  object->type->operations.finalize(vm, object);
  if (pending) set_pending_exception(vm, pending);
}

namespace {

constexpr uint32_t kSpecial = kImmortal | kHasId | kWeaklyReferenced;

[[gnu::noinline]] void destroy_any(Object* object) {
  if (((object->flags & kSpecial) || has_flag(object->type, kHasFinalizer)) && !last_rites(object)) return;
  leave_collector(object);
  if (destroy_depth >= kDeepestDestroy) return let_wait(object);
  ++destroy_depth;
  object->type->operations.destroy(object);
  if (--destroy_depth == 0 && anything_waits) destroy_waiting();
}

}  // namespace

void destroy(Object* object) {
  // Most of what dies is text or a float, which hold nothing.
  if (!(object->flags & kSpecial)) {
    if (object->type == &str_type) return heap.free(object, str_block_size(static_cast<Str*>(object)->byte_count()));
    if (object->type == &float_type) return heap.free(object, sizeof(Float));
  }
  destroy_any(object);
}

}  // namespace gilsim::python

#include "interpreter/objects/collector.h"

#include <algorithm>
#include <vector>

#include "interpreter/objects/shape.h"
#include "interpreter/objects/weak_reference.h"

namespace gilsim::python {

Collector collector;

namespace {

const AtReset forget_objects([] { collector.reset(); });

bool is_tracked(Value value) {
  if (!value.is_object()) return false;
  Object* object = value.object();
  return !(object->flags & kUntracked) && has_flag(object->type, kTracked);
}

// Trial deletion in place, as CPython's gc module does it: it takes no memory of its own. Pointers are even, so bit 0 of a
// link says what the link means meanwhile. An object of the list is in one of three states:
// - waiting for its turn: `previous` holds twice the number of references from outside the list, plus 1;
// - given up: it is in the list of garbage, whose `next` links all have the bit;
// - known to be reachable: ordinary links.
constexpr uint64_t kMark = 1;

uint64_t& previous_word(Object* object) { return reinterpret_cast<uint64_t&>(gc_links(object)->previous); }
uint64_t& next_word(Object* object) { return reinterpret_cast<uint64_t&>(gc_links(object)->next); }
bool is_waiting(Object* object) { return previous_word(object) & kMark; }
bool is_given_up(Object* object) { return next_word(object) & kMark; }
Object* next_of(Object* object) { return reinterpret_cast<Object*>(next_word(object) & ~kMark); }
// The next object in the list; the one behind it is on its way from memory then. Lists of millions are nowhere near.
Object* next_soon(Object* object) {
  Object* next = gc_links(object)->next;
  __builtin_prefetch(gc_links(gc_links(next)->next));
  return next;
}
constexpr uint64_t waiting_with(uint64_t references) { return references << 1 | kMark; }

// Takes the references from inside the list off its objects' counts.
struct SubtractVisitor final : Visitor {
  void visit(Value reference) override {
    if (is_tracked(reference) && is_waiting(reference.object())) previous_word(reference.object()) -= 2;
  }
};

// Sees to it that what a reachable object refers to is found reachable when its turn comes.
class MarkVisitor final : public Visitor {
 public:
  explicit MarkVisitor(Object* young) : young_(young) {}
  void visit(Value reference) override {
    if (!is_tracked(reference)) return;
    Object* object = reference.object();
    if (is_waiting(object)) {
      if (previous_word(object) == waiting_with(0)) previous_word(object) = waiting_with(1);
    } else if (is_given_up(object)) {
      take_back(object);
    }
  }

 private:
  // Given up too early: its turn comes again, behind all others.
  void take_back(Object* object) {
    Object* before = gc_links(object)->previous;
    next_word(before) = next_word(object);
    gc_links(next_of(object))->previous = before;
    Object* last = gc_links(young_)->previous;
    gc_links(last)->next = object;
    gc_links(young_)->previous = object;
    gc_links(object)->next = young_;
    previous_word(object) = waiting_with(1);
  }

  Object* const young_;  // the end of the list
};

void give_up(Object* object, Object* garbage) {
  Object* last = gc_links(garbage)->previous;
  gc_links(object)->previous = last;
  next_word(object) = reinterpret_cast<uint64_t>(garbage) | kMark;
  next_word(last) = reinterpret_cast<uint64_t>(object) | kMark;
  gc_links(garbage)->previous = object;
}

}  // namespace

void traverse_object(Object* object, Visitor& visitor) {
  Type* type = object->type;
  if (type->operations.traverse) type->operations.traverse(object, visitor);
  if (has_flag(type, kHasAttributes)) traverse_attributes(object, visitor);
  Value* slots = member_slots(object);
  for (uint32_t i = 0; i < type->slot_bytes / 8; ++i)
    if (!slots[i].is_null()) visitor.visit(slots[i]);
  if (has_flag(type, kHeapType)) visitor.visit(Value::of(type));
}

void clear_object(Object* object) {
  Type* type = object->type;
  if (type->operations.clear) type->operations.clear(object);
  if (has_flag(type, kHasAttributes)) drop_attributes(object);
  Value* slots = member_slots(object);
  for (uint32_t i = 0; i < type->slot_bytes / 8; ++i) decref(std::exchange(slots[i], kNull));
}

void Collector::reset() {
  for (List& generation : generations_) make_empty(generation);
  for (int& count : counts_) count = 0;
  thresholds_[0] = 700;
  thresholds_[1] = thresholds_[2] = 10;
  long_lived_total_ = long_lived_pending_ = 0;
  enabled_ = true;
  collecting_ = false;
}

void Collector::append_all(List& from, List& to) {
  if (is_empty(from)) return;
  gc_links(to.links.previous)->next = from.links.next;
  gc_links(from.links.next)->previous = to.links.previous;
  gc_links(from.links.previous)->next = end(to);
  to.links.previous = from.links.previous;
  make_empty(from);
}

// As CPython: the oldest generation whose count passed its threshold; the full one only when enough new objects have
// survived to make it worth while (a quarter of the old ones).
void Collector::collect_due_generation(Vm& vm) {
  if (collecting_) return;
  for (int generation = kGenerations - 1; generation >= 0; --generation) {
    if (counts_[generation] <= thresholds_[generation]) continue;
    if (generation == 2 && long_lived_pending_ < long_lived_total_ / 4) continue;
    collect(vm, generation);
    return;
  }
}

// Leaves in `young` what something outside refers to, directly or not; moves the rest to `garbage`, which is empty. Both in
// the order in which CPython leaves them, since finalisers run in it.
int64_t Collector::find_unreachable(List& young, List& garbage) {
  Object* const end_of_young = end(young);
  for (Object* object = first(young); object != end_of_young; object = next_soon(object))
    previous_word(object) = waiting_with(object->refcount);
  SubtractVisitor subtract;
  for (Object* object = first(young); object != end_of_young; object = next_soon(object))
    traverse_object(object, subtract);

  MarkVisitor mark(end_of_young);
  Object* before = end_of_young;
  int64_t reachable = 0;
  for (Object* object = first(young); object != end_of_young; object = next_soon(before)) {
    if (previous_word(object) == waiting_with(0)) {
      gc_links(before)->next = gc_links(object)->next;
      give_up(object, end(garbage));
    } else {
      gc_links(object)->previous = before;
      traverse_object(object, mark);
      before = object;
      ++reachable;
    }
  }
  gc_links(end_of_young)->previous = before;
  Object* object = end(garbage);
  do object = gc_links(object)->next = next_of(object);
  while (object != end(garbage));
  return reachable;
}

int64_t Collector::collect(Vm& vm, int generation) {
  if (collecting_) return 0;
  collecting_ = true;
  if (generation + 1 < kGenerations) ++counts_[generation + 1];
  for (int i = 0; i <= generation; ++i) counts_[i] = 0;
  List& young = generations_[generation];
  for (int i = generation - 1; i >= 0; --i) append_all(generations_[i], young);

  List garbage, survivors;
  make_empty(garbage);
  make_empty(survivors);
  const int64_t reachable = find_unreachable(young, garbage);
  if (generation == 2) {
    long_lived_pending_ = 0;
    long_lived_total_ = reachable;
  } else {
    if (generation == 1) long_lived_pending_ += reachable;
    append_all(young, generations_[generation + 1]);
  }
  int64_t found = is_empty(garbage) ? 0 : dispose(vm, garbage, generations_[std::min(generation + 1, 2)]);
  collecting_ = false;
  return found;
}

int64_t Collector::size(List& list) {
  int64_t count = 0;
  for (Object* object = first(list); object != end(list); object = gc_links(object)->next) ++count;
  return count;
}

// PEP 442: weak references go first, then every finaliser runs while all objects are still whole; what a finaliser
// brought back (and all it refers to) survives; only then are cycles cut.
int64_t Collector::dispose(Vm& vm, List& garbage, List& survivors) {
  clear_weak_references_from_outside(vm, garbage);
  finalize_all(vm, garbage);
  List dead;
  make_empty(dead);
  find_unreachable(garbage, dead);
  append_all(garbage, survivors);
  int64_t found = size(dead);
  delete_all(dead, survivors);
  return found;
}

void Collector::clear_weak_references_from_outside(Vm& vm, List& garbage) {
  std::vector<Object*> objects;
  for (Object* object = first(garbage); object != end(garbage); object = gc_links(object)->next)
    if (object->flags & kWeaklyReferenced) objects.push_back(object);
  if (objects.empty()) return;
  std::vector<Ref> references;
  for (Object* object : objects) take_weak_references(object, references);
  // A weak reference that is itself garbage dies without its callback being called.
  for (Object* object = first(garbage); object != end(garbage); object = gc_links(object)->next) previous_word(object) |= kMark;
  std::erase_if(references, [](const Ref& reference) { return is_tracked(reference) && is_waiting(reference.get().object()); });
  for (Object* object = first(garbage); object != end(garbage); object = gc_links(object)->next) previous_word(object) &= ~kMark;
  for (Ref& reference : references) call_weak_reference_callback(vm, reference);
}

void Collector::finalize_all(Vm& vm, List& garbage) {
  List seen;
  make_empty(seen);
  while (!is_empty(garbage)) {
    Object* object = first(garbage);
    move(object, seen);
    if (!has_flag(object->type, kHasFinalizer) || (object->flags & kFinalized)) continue;
    Ref keep(object);
    run_finalizer(vm, object);
  }
  append_all(seen, garbage);
}

void Collector::delete_all(List& garbage, List& survivors) {
  while (!is_empty(garbage)) {
    Object* object = first(garbage);
    Ref keep(object);
    clear_object(object);
    // Still in the list: its death waits for another of the cycle (or something holds it after all).
    if (first(garbage) == object) move(object, survivors);
  }
}

}  // namespace gilsim::python

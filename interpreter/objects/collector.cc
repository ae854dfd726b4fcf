#include "interpreter/objects/collector.h"

#include <algorithm>
#include <vector>

#include "interpreter/objects/root_marker.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/trial_deletion.h"
#include "interpreter/objects/weak_reference.h"

namespace gilsim::python {

Collector collector;

namespace {

const AtReset forget_objects([] { collector.reset(); });

// Objects that have survived younger collections: from here on full collections are worth a sharper way.
constexpr int64_t kManyObjects = 50'000;

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

// Leaves in `all` what something outside refers to, directly or not; moves the rest to `garbage`. Most of what a large
// program has is reachable from its threads: only the rest is put to the trial. Where so little is old that it does not
// matter, all is, since the trial leaves the reachable in CPython's order.
int64_t Collector::find_unreachable(Vm& vm, List& all, List& garbage) {
  if (long_lived_total_ + long_lived_pending_ < kManyObjects) return separate_unreachable(end(all), end(garbage));
  RootMarker().mark_reachable(vm);
  List rest;
  make_empty(rest);
  Object* before = end(all);
  int64_t reachable = 0;
  for (Object *object = first(all), *next; object != end(all); object = next) {
    next = next_soon(object);
    if (is_marked(object)) {
      gc_links(object)->previous = before;
      before = object;
      ++reachable;
    } else {
      gc_links(before)->next = next;
      append(rest, object);
    }
  }
  gc_links(end(all))->previous = before;
  reachable += separate_unreachable(end(rest), end(garbage));
  append_all(rest, all);
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
  const int64_t reachable = generation == 2 ? find_unreachable(vm, young, garbage) : separate_unreachable(end(young), end(garbage));
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
  separate_unreachable(end(garbage), end(dead));
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
  std::erase_if(references, [](const Ref& reference) { return is_tracked(reference) && is_marked(reference.get().object()); });
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

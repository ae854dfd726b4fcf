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

// The objects of one list by number. While it lives, `previous` of each object holds its number (and bit 0, which
// pointers never have) instead of a pointer, so that finding it takes no table.
class Examination {
 public:
  Examination(Object* first, Object* end) {
    for (Object* object = first; object != end; object = gc_links(object)->next) {
      word(object) = objects_.size() << 1 | 1;
      objects_.push_back(object);
      outside_.push_back(object->refcount);
    }
    reachable_.resize(objects_.size());
  }
  // The objects that are referred to from outside the list, directly or not, in the order in which CPython leaves them
  // (finalisers run in that order later): first those that were known to be reachable when their turn came, then those
  // that had been given up, as they were found.
  std::vector<Object*> find_reachable() {
    SubtractVisitor subtract(*this);
    for (Object* object : objects_) traverse_object(object, subtract);
    MarkVisitor mark(*this);
    std::vector<Object*> result;
    auto take = [&](size_t number) {
      result.push_back(objects_[number]);
      traverse_object(objects_[number], mark);
    };
    for (; mark.turn < objects_.size(); ++mark.turn)
      if (outside_[mark.turn] > 0 || reachable_[mark.turn]) reachable_[mark.turn] = true, take(mark.turn);
    for (size_t i = 0; i < mark.given_up_and_found.size(); ++i) take(mark.given_up_and_found[i]);
    return result;
  }
  // The others, in the list's order. REQUIRES: find_reachable() has been called.
  std::vector<Object*> unreachable() const {
    std::vector<Object*> result;
    for (size_t i = 0; i < objects_.size(); ++i)
      if (!reachable_[i]) result.push_back(objects_[i]);
    return result;
  }
  const std::vector<Object*>& objects() const { return objects_; }
  static bool is_examined(Value value) { return is_tracked(value) && (word(value.object()) & 1); }

 private:
  static uint64_t& word(Object* object) { return reinterpret_cast<uint64_t&>(gc_links(object)->previous); }
  static size_t number(Value value) { return word(value.object()) >> 1; }

  struct SubtractVisitor final : Visitor {
    explicit SubtractVisitor(Examination& owner) : owner_(owner) {}
    void visit(Value reference) override {
      if (is_examined(reference)) --owner_.outside_[number(reference)];
    }
    Examination& owner_;
  };
  struct MarkVisitor final : Visitor {
    explicit MarkVisitor(Examination& owner) : owner_(owner) {}
    void visit(Value reference) override {
      if (!is_examined(reference) || owner_.reachable_[number(reference)]) return;
      const size_t found = number(reference);
      owner_.reachable_[found] = true;
      if (found < turn && owner_.outside_[found] == 0) given_up_and_found.push_back(found);
    }
    Examination& owner_;
    size_t turn = 0;  // the object whose turn it is
    std::vector<size_t> given_up_and_found;
  };

  std::vector<Object*> objects_;
  std::vector<uint32_t> outside_;  // references that come from outside the list
  std::vector<bool> reachable_;
};

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

// Trial deletion: leaves in `young` what something outside refers to, directly or not; moves the rest to `garbage`.
void Collector::find_unreachable(List& young, List& garbage) {
  Examination examination(first(young), end(young));
  const std::vector<Object*> reachable = examination.find_reachable(), unreachable = examination.unreachable();
  make_empty(young);
  for (Object* object : reachable) append(young, object);
  for (Object* object : unreachable) append(garbage, object);
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
  find_unreachable(young, garbage);
  if (generation == 2) {
    long_lived_pending_ = 0;
    long_lived_total_ = size(young);
  } else {
    if (generation == 1) long_lived_pending_ += size(young);
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
  // A weak reference that is itself garbage dies without its callback being called.
  Examination numbering(first(garbage), end(garbage));
  std::vector<Ref> references;
  for (Object* object : objects) take_weak_references(object, references);
  std::erase_if(references, [](const Ref& reference) { return Examination::is_examined(reference); });
  List whole;
  make_empty(whole);
  for (Object* object : numbering.objects()) append(whole, object);
  make_empty(garbage);
  append_all(whole, garbage);
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

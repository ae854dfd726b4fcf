// The cycle collector: finds tracked objects that only refer to each other, as CPython's gc module: three generations in
// order of allocation, trial deletion, finalisers by PEP 442. Reference counting frees everything else at once.
//
// It runs only where the eval loop asks (`collect_if_due` at safe points), never inside an allocation, so natives may
// hold half-built containers between allocations.
#pragma once

#include "interpreter/objects/heap.h"

namespace gilsim::python {

class Collector {
 public:
  static constexpr int kGenerations = 3;

  void track(Object* object) {
    append(generations_[0], object);
    ++counts_[0];
  }
  void untrack(Object* object) {
    unlink(object);
    if (counts_[0] > 0) --counts_[0];
  }

  bool is_due() const { return enabled_ && counts_[0] > thresholds_[0] && thresholds_[0] > 0; }
  void collect_if_due(Vm& vm) { if (is_due()) [[unlikely]] collect_due_generation(vm); }
  // Collects `generation` and all younger ones; gives the number of unreachable objects.
  int64_t collect(Vm& vm, int generation);

  bool enabled() const { return enabled_; }
  void enable(bool enabled) { enabled_ = enabled; }
  int count(int generation) const { return counts_[generation]; }
  int threshold(int generation) const { return thresholds_[generation]; }
  void set_threshold(int generation, int threshold) { thresholds_[generation] = threshold; }
  // Calls visit(object) for every tracked object, the oldest generation first.
  template <class Visit> void for_each_tracked(Visit visit) {
    for (int i = kGenerations - 1; i >= 0; --i)
      for (Object* object = first(generations_[i]); object != end(generations_[i]); object = gc_links(object)->next)
        visit(object);
  }

  void reset();
  Collector() { reset(); }

 private:
  // A circular list; the sentinel poses as an object so that links need no special case.
  struct List {
    GcLinks links;
    Object sentinel;
  };
  static_assert(sizeof(List) == sizeof(GcLinks) + sizeof(Object));

  static Object* end(List& list) { return &list.sentinel; }
  static Object* first(List& list) { return list.links.next; }
  static bool is_empty(List& list) { return list.links.next == &list.sentinel; }
  static void make_empty(List& list) { list.links = {&list.sentinel, &list.sentinel}; }
  static void append(List& list, Object* object) {
    *gc_links(object) = {list.links.previous, end(list)};
    gc_links(list.links.previous)->next = object;
    list.links.previous = object;
  }
  static void unlink(Object* object) {
    GcLinks links = *gc_links(object);
    gc_links(links.previous)->next = links.next;
    gc_links(links.next)->previous = links.previous;
  }
  static void move(Object* object, List& to) { unlink(object); append(to, object); }
  static void append_all(List& from, List& to);

  void collect_due_generation(Vm& vm);
  int64_t find_unreachable(Vm& vm, List& all, List& garbage);  // gives how many stay in `all`
  static int64_t size(List& list);
  static int64_t dispose(Vm& vm, List& garbage, List& survivors);
  static void clear_weak_references_from_outside(Vm& vm, List& garbage);
  static void finalize_all(Vm& vm, List& garbage);
  static void delete_all(List& garbage, List& survivors);

  List generations_[kGenerations];
  int counts_[kGenerations];
  int thresholds_[kGenerations];
  int64_t long_lived_total_, long_lived_pending_;  // survivors of the last full collection; of younger ones since
  bool enabled_, collecting_;
};

extern Collector collector;

// Calls the visitor with every reference `object` holds, those of its type's traverse and those that allocate_object
// added (attributes, __slots__, its class).
void traverse_object(Object* object, Visitor& visitor);
// Drops what may form cycles, likewise.
void clear_object(Object* object);

}  // namespace gilsim::python

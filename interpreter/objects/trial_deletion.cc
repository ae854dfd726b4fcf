#include "interpreter/objects/trial_deletion.h"

#include <array>

#include "interpreter/objects/collector.h"
#include "interpreter/objects/prefetch.h"

namespace gilsim::python {

namespace {

// An object of the list is in one of three states:
// - waiting for its turn: `previous` holds the number of references from outside the list, and two bits;
// - given up: it is in the list of garbage, whose `next` links all have kMark;
// - known to be reachable: ordinary links.
constexpr uint64_t kRefers = 2;  // to others of the list
constexpr uint64_t kOneReference = 4;

constexpr uint64_t waiting_with(uint64_t references) { return references * kOneReference | kMark; }
bool is_waiting(Object* object) { return is_marked(object); }
bool is_wanted(Object* object) { return previous_word(object) >= kOneReference; }  // REQUIRES: is_waiting
bool is_given_up(Object* object) { return next_word(object) & kMark; }
Object* next_of(Object* object) { return reinterpret_cast<Object*>(next_word(object) & ~kMark); }

struct Reference {
  Object* from = nullptr;
  Object* to = nullptr;
};

// Visits what objects refer to, and calls take(reference) of its heir some references later: meanwhile what is referred to is on
// its way from memory.
template <class Heir>
class DelayedVisitor : public Visitor {
 public:
  void visit_references_of(Object* holder) {
    holder_ = holder;
    traverse_object(holder, *this);
  }
  void visit(Value reference) final {
    if (!reference.is_object()) return;
    prefetch(reference);
    Reference& place = coming_[next_++ % kMany];
    take_if_there(std::exchange(place, {holder_, reference.object()}));
  }
  void take_all() {
    for (size_t i = 0; i < kMany; ++i) take_if_there(std::exchange(coming_[(next_ + i) % kMany], {}));
  }

 private:
  static constexpr size_t kMany = 16;

  void take_if_there(Reference reference) {
    if (reference.to && is_tracked(reference.to)) static_cast<Heir*>(this)->take(reference);
  }

  std::array<Reference, kMany> coming_{};  // a ring, the oldest at next_
  size_t next_ = 0;
  Object* holder_ = nullptr;
};

// Takes the references from inside the list off its objects' counts.
struct Subtraction final : DelayedVisitor<Subtraction> {
  static void take(Reference reference) {
    if (!is_waiting(reference.to)) return;
    previous_word(reference.to) -= kOneReference;
    previous_word(reference.from) |= kRefers;
  }
};

// Sees to it that what a reachable object refers to is found reachable when its turn comes.
class Marking final : public DelayedVisitor<Marking> {
 public:
  explicit Marking(Object* young) : young_(young) {}
  void take(Reference reference) {
    if (is_waiting(reference.to)) {
      if (!is_wanted(reference.to)) previous_word(reference.to) += kOneReference;
    } else if (is_given_up(reference.to)) {
      take_back(reference.to);
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
    previous_word(object) = waiting_with(1) | kRefers;
  }

  Object* const young_;  // the end of the list
};

void subtract_inner_references(Object* young) {
  for (Object* object = gc_links(young)->next; object != young; object = next_soon(object))
    previous_word(object) = waiting_with(object->refcount);
  Subtraction subtraction;
  for (Object* object = gc_links(young)->next; object != young; object = next_soon(object)) subtraction.visit_references_of(object);
  subtraction.take_all();
}

void give_up(Object* object, Object* garbage) {
  Object* last = gc_links(garbage)->previous;
  gc_links(object)->previous = last;
  next_word(object) = reinterpret_cast<uint64_t>(garbage) | kMark;
  next_word(last) = reinterpret_cast<uint64_t>(object) | kMark;
  gc_links(garbage)->previous = object;
}

void take_marks_off(Object* garbage) {
  Object* object = garbage;
  do object = gc_links(object)->next = next_of(object);
  while (object != garbage);
}

}  // namespace

int64_t separate_unreachable(Object* young, Object* garbage) {
  subtract_inner_references(young);
  Marking marking(young);
  Object* before = young;
  int64_t reachable = 0;
  for (Object* object = gc_links(young)->next;; object = next_soon(before)) {
    if (object == young || !is_wanted(object)) {
      marking.take_all();
      object = gc_links(before)->next;
      if (object == young) break;
    }
    if (is_wanted(object)) {
      const bool refers = previous_word(object) & kRefers;
      gc_links(object)->previous = before;
      if (refers) marking.visit_references_of(object);
      before = object;
      ++reachable;
    } else {
      gc_links(before)->next = gc_links(object)->next;
      give_up(object, garbage);
    }
  }
  gc_links(young)->previous = before;
  take_marks_off(garbage);
  return reachable;
}

}  // namespace gilsim::python

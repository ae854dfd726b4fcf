// _heapq: a list as a heap. The item at i is not greater (in the _max functions: not less) than those at 2i+1 and 2i+2.
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

// Whether `one` belongs nearer to the top; 1, 0, -1.
template <bool greatest_first>
int before(Vm& vm, Value one, Value other) {
  vm.charge(kComparisonCost);
  if (one.is_small() && other.is_small())
    return greatest_first ? other.small() < one.small() : one.small() < other.small();
  Ref held_one(one), held_other(other);
  return greatest_first ? compare_truth(vm, other, one, CompareOperator::Less)
                        : compare_truth(vm, one, other, CompareOperator::Less);
}

bool check_size(Vm& vm, const List* list, int64_t size) {
  return list->size == size || fail(vm, exceptions::RuntimeError, "list changed size during iteration");
}

// Moves the item at `position` up to where it belongs, not above `top`.
template <bool greatest_first>
bool move_up(Vm& vm, List* list, int64_t top, int64_t position) {
  int64_t size = list->size;
  while (position > top) {
    int64_t parent = (position - 1) >> 1;
    int up = before<greatest_first>(vm, list->items[position], list->items[parent]);
    if (up < 0 || !check_size(vm, list, size)) return false;
    if (!up) break;
    std::swap(list->items[position], list->items[parent]);
    position = parent;
  }
  return true;
}

// Moves the item at `position` down along the better children to a leaf, then up again: it usually belongs far down, so
// this takes fewer comparisons than stopping on the way.
template <bool greatest_first>
bool move_down(Vm& vm, List* list, int64_t position) {
  int64_t size = list->size, top = position;
  while (position < size / 2) {
    int64_t child = 2 * position + 1;
    if (child + 1 < size) {
      int first = before<greatest_first>(vm, list->items[child], list->items[child + 1]);
      if (first < 0 || !check_size(vm, list, size)) return false;
      child += !first;
    }
    std::swap(list->items[position], list->items[child]);
    position = child;
  }
  return move_up<greatest_first>(vm, list, top, position);
}

List* heap_argument(Vm& vm, const Arguments& arguments, const char* function) {
  if (is_list(arguments[0])) return arguments[0].as<List>();
  fail(vm, exceptions::TypeError, "{}() argument {}must be list, not {}", function,
       arguments.size() > 1 ? "1 " : "", type_name(arguments[0]));
  return nullptr;
}

Ref push(Vm& vm, const Arguments& arguments) {
  List* list = heap_argument(vm, arguments, "heappush");
  if (!list) return {};
  list_append(list, arguments[1]);
  if (!move_up<false>(vm, list, 0, list->size - 1)) return {};
  return kNone;
}

template <bool greatest_first>
Ref pop(Vm& vm, const Arguments& arguments) {
  List* list = heap_argument(vm, arguments, greatest_first ? "_heappop_max" : "heappop");
  if (!list) return {};
  if (list->size == 0) return raise(vm, exceptions::IndexError, "index out of range");
  Ref last = list_remove_at(list, list->size - 1);
  if (list->size == 0) return last;
  Ref top = Ref::take(std::exchange(list->items[0], last.release()));
  if (!move_down<greatest_first>(vm, list, 0)) return {};
  return top;
}

template <bool greatest_first>
Ref replace_top(Vm& vm, const Arguments& arguments) {
  List* list = heap_argument(vm, arguments, greatest_first ? "_heapreplace_max" : "heapreplace");
  if (!list) return {};
  if (list->size == 0) return raise(vm, exceptions::IndexError, "index out of range");
  Ref top = Ref::take(std::exchange(list->items[0], Ref(arguments[1]).release()));
  if (!move_down<greatest_first>(vm, list, 0)) return {};
  return top;
}

Ref push_pop(Vm& vm, const Arguments& arguments) {
  List* list = heap_argument(vm, arguments, "heappushpop");
  if (!list) return {};
  if (list->size == 0) return arguments[1];
  int smaller = before<false>(vm, list->items[0], arguments[1]);
  if (smaller < 0) return {};
  if (!smaller) return arguments[1];
  if (list->size == 0) return raise(vm, exceptions::IndexError, "index out of range");
  Ref top = Ref::take(std::exchange(list->items[0], Ref(arguments[1]).release()));
  if (!move_down<false>(vm, list, 0)) return {};
  return top;
}

template <bool greatest_first>
Ref heapify(Vm& vm, const Arguments& arguments) {
  List* list = heap_argument(vm, arguments, greatest_first ? "_heapify_max" : "heapify");
  if (!list) return {};
  for (int64_t i = list->size / 2; i-- > 0;)
    if (!move_down<greatest_first>(vm, list, i)) return {};
  return kNone;
}

constexpr NativeDescription kFunctions[] = {
    {"heappush", push, {2, 2}, "Push item onto heap, maintaining the heap invariant."},
    {"heappop", pop<false>, {1, 1}, "Pop the smallest item off the heap, maintaining the heap invariant."},
    {"heapreplace", replace_top<false>, {2, 2}, "Pop and return the current smallest value, and add the new item."},
    {"heappushpop", push_pop, {2, 2}, "Push item on the heap, then pop and return the smallest item from the heap."},
    {"heapify", heapify<false>, {1, 1}, "Transform list into a heap, in-place, in O(len(heap)) time."},
    {"_heappop_max", pop<true>, {1, 1}, "Maxheap variant of heappop."},
    {"_heapreplace_max", replace_top<true>, {2, 2}, "Maxheap variant of heapreplace."},
    {"_heapify_max", heapify<true>, {1, 1}, "Maxheap variant of heapify."},
};

}  // namespace

const ModuleDefinition& _heapq_module() {
  static const ModuleDefinition definition{"_heapq", kFunctions, nullptr, "Heap queue algorithm (a.k.a. priority queue)."};
  return definition;
}

}  // namespace gilsim::python

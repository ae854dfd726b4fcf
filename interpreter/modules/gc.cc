// gc: looking at the cycle collector and steering it.
#include <vector>

#include "interpreter/objects/collector.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

Ref enable(Vm&, const Arguments&) { return collector.enable(true), kNone; }
Ref disable(Vm&, const Arguments&) { return collector.enable(false), kNone; }
Ref is_enabled(Vm&, const Arguments&) { return Value::of(collector.enabled()); }

Ref collect(Vm& vm, const Arguments& arguments) {
  static const char* const kNames[] = {"generation"};
  Value given;
  if (!bind(vm, arguments, {.function = "collect", .names = kNames, .count = 1}, &given)) return {};
  int64_t generation = Collector::kGenerations - 1;
  if (!given.is_null() && !as_int64(vm, given, &generation)) return {};
  if (generation < 0 || generation >= Collector::kGenerations) return raise(vm, exceptions::ValueError, "invalid generation");
  return make_int(collector.collect(vm, static_cast<int>(generation)));
}

Ref get_count(Vm&, const Arguments&) {
  return make_tuple({Value::small(collector.count(0)), Value::small(collector.count(1)), Value::small(collector.count(2))});
}
Ref get_threshold(Vm&, const Arguments&) {
  return make_tuple({Value::small(collector.threshold(0)), Value::small(collector.threshold(1)), Value::small(collector.threshold(2))});
}
Ref set_threshold(Vm& vm, const Arguments& arguments) {
  for (size_t i = 0; i < arguments.size(); ++i) {
    int64_t threshold;
    if (!as_int64(vm, arguments[i], &threshold)) return {};
    collector.set_threshold(static_cast<int>(i), static_cast<int>(threshold));
  }
  return kNone;
}

Ref get_objects(Vm&, const Arguments&) {
  Ref list = Ref::take(new_list());
  collector.for_each_tracked([&](Object* object) {
    if (object != list.get().object() && object->refcount > 0) list_append(list.as<List>(), Value::of(object));
  });
  return list;
}

// The objects that `object` refers to, as the collector sees them.
Ref get_referents(Vm&, const Arguments& arguments) {
  struct ListVisitor final : Visitor {
    explicit ListVisitor(List* items) : list(items) {}
    void visit(Value reference) override { list_append(list, reference); }
    List* list;
  };
  Ref list = Ref::take(new_list());
  ListVisitor visitor(list.as<List>());
  for (size_t i = 0; i < arguments.size(); ++i)
    if (arguments[i].is_object()) traverse_object(arguments[i].object(), visitor);
  return list;
}

Ref get_referrers(Vm&, const Arguments& arguments) {
  struct FindVisitor final : Visitor {
    explicit FindVisitor(const Arguments& all) : wanted(all) {}
    void visit(Value reference) override {
      for (size_t i = 0; i < wanted.size(); ++i) found = found || wanted[i] == reference;
    }
    const Arguments& wanted;
    bool found = false;
  };
  std::vector<Ref> found;
  collector.for_each_tracked([&](Object* object) {
    FindVisitor visitor(arguments);
    traverse_object(object, visitor);
    if (visitor.found) found.emplace_back(object);
  });
  Ref list = Ref::take(new_list());
  for (const Ref& each : found) list_append(list.as<List>(), each);
  return list;
}

Ref is_tracked(Vm&, const Arguments& arguments) {
  Value value = arguments[0];
  return Value::of(value.is_object() && has_flag(value.object()->type, kTracked) && !(value.object()->flags & kUntracked));
}
Ref is_finalized(Vm&, const Arguments& arguments) {
  return Value::of(arguments[0].is_object() && (arguments[0].object()->flags & kFinalized));
}
Ref nothing(Vm&, const Arguments&) { return kNone; }

constexpr NativeDescription kFunctions[] = {
    {"enable", enable, {0, 0}, "Enable automatic garbage collection."},
    {"disable", disable, {0, 0}, "Disable automatic garbage collection."},
    {"isenabled", is_enabled, {0, 0}, "Returns true if automatic garbage collection is enabled."},
    {"collect", collect, kAny, "Run the garbage collector.\n\nThe number of unreachable objects is returned."},
    {"get_count", get_count, {0, 0}, "Return a three-tuple of the current collection counts."},
    {"get_threshold", get_threshold, {0, 0}, "Return the current collection thresholds."},
    {"set_threshold", set_threshold, {1, 3}, "set_threshold(threshold0, [threshold1, threshold2]) -> None"},
    {"get_objects", get_objects, {0, 0}, "Return a list of objects tracked by the collector (excluding the list returned)."},
    {"get_referents", get_referents, {0, -1}, "Return the list of objects that are directly referred to by objs."},
    {"get_referrers", get_referrers, {0, -1}, "Return the list of objects that directly refer to any of objs."},
    {"is_tracked", is_tracked, {1, 1}, "Returns true if the object is tracked by the garbage collector."},
    {"is_finalized", is_finalized, {1, 1}, "Returns true if the object has been already finalized by the GC."},
    {"freeze", nothing, {0, 0}, "Freeze all current tracked objects and ignore them for future collections."},
    {"unfreeze", nothing, {0, 0}, "Unfreeze all objects in the permanent generation."},
};

}  // namespace

const ModuleDefinition& gc_module() {
  static const ModuleDefinition definition{"gc", kFunctions, nullptr, "This module provides access to the garbage collector."};
  return definition;
}

}  // namespace gilsim::python

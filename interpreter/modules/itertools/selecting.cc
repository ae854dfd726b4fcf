// compress, dropwhile, takewhile, filterfalse, islice.
#include "interpreter/modules/itertools/itertools.h"

namespace gilsim::python::itertools {

namespace {

// --- compress ---------------------------------------------------------------------------------------------------------

struct Compress : Object {
  Value data, selectors;
  auto references() { return std::tie(data, selectors); }
};
Type compress_type;

Ref create_compress(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"data", "selectors"};
  Value values[2];
  if (!bind(vm, arguments, {"compress", kNames, 2, 0, 2}, values)) return {};
  Ref data = iterate(vm, values[0]);
  if (!data) return {};
  Ref selectors = iterate(vm, values[1]);
  if (!selectors) return {};
  auto* self = new_with_members<Compress>(type);
  self->data = data.release();
  self->selectors = selectors.release();
  return Ref::take(self);
}

Ref next_of_compress(Vm& vm, Value value) {
  auto* self = value.as<Compress>();
  for (;;) {
    Ref item = next(vm, self->data);
    if (!item) return {};
    Ref selector = next(vm, self->selectors);
    if (!selector) return {};
    int wanted = truth(vm, selector);
    if (wanted) return wanted < 0 ? Ref() : item;
  }
}

// --- by a predicate ---------------------------------------------------------------------------------------------------

struct Selection : Object {
  Value predicate, iterator;
  bool switched;  // dropwhile: has begun to give; takewhile: has ended
  auto references() { return std::tie(predicate, iterator); }
};
Type drop_while_type, take_while_type, filter_false_type;

template <Type& exact>
Ref create_selection(Vm& vm, Type* type, const Arguments& arguments) {
  const char* name = &exact == &drop_while_type ? "dropwhile" : &exact == &take_while_type ? "takewhile" : "filterfalse";
  if (!refuse_keywords(vm, arguments, type, exact, name) || !check_count(vm, arguments, name, 2, 2)) return {};
  Ref iterator = iterate(vm, arguments[1]);
  if (!iterator) return {};
  auto* self = new_with_members<Selection>(type);
  incref(self->predicate = arguments[0]);
  self->iterator = iterator.release();
  self->switched = false;
  return Ref::take(self);
}

int ask(Vm& vm, Selection* self, Value item) {
  Ref answer = call(vm, self->predicate, Arguments{&item, 1, nullptr});
  return answer ? truth(vm, answer) : -1;
}

Ref next_of_drop_while(Vm& vm, Value value) {
  auto* self = value.as<Selection>();
  while (Ref item = next(vm, self->iterator)) {
    if (self->switched) return item;
    int drop = ask(vm, self, item);
    if (drop < 0) return {};
    if (drop) continue;
    self->switched = true;
    return item;
  }
  return {};
}

Ref next_of_take_while(Vm& vm, Value value) {
  auto* self = value.as<Selection>();
  if (self->switched) return {};
  Ref item = next(vm, self->iterator);
  if (!item) return {};
  int take = ask(vm, self, item);
  if (take > 0) return item;
  self->switched = take == 0;
  return {};
}

Ref next_of_filter_false(Vm& vm, Value value) {
  auto* self = value.as<Selection>();
  bool own_truth = self->predicate.is_none() || self->predicate == Value::of(&bool_type);
  while (Ref item = next(vm, self->iterator)) {
    int answer = own_truth ? truth(vm, item) : ask(vm, self, item);
    if (answer < 0) return {};
    if (answer == 0) return item;
  }
  return {};
}

// --- islice -----------------------------------------------------------------------------------------------------------

struct Islice : Object {
  Value iterator;  // null: exhausted
  int64_t position, wanted, stop, step;  // stop -1: none
  auto references() { return std::tie(iterator); }
};
Type islice_type;

bool read_bound(Vm& vm, Value value, int64_t otherwise, const char* message, int64_t* result) {
  *result = otherwise;
  if (value.is_null() || value.is_none()) return true;
  if (is_index(value) && as_int64(vm, value, result) && *result >= 0) return true;
  clear_pending(vm);
  return fail(vm, exceptions::ValueError, std::string_view(message));
}

bool read_bounds(Vm& vm, const Arguments& arguments, Islice* self) {
  constexpr const char* kIndices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  constexpr const char* kStop = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  constexpr const char* kStep = "Step for islice() must be a positive integer or None.";
  bool only_stop = arguments.size() == 2;
  if (!read_bound(vm, arguments[only_stop ? 1 : 2], -1, kStop, &self->stop)) return false;
  if (!read_bound(vm, only_stop ? kNull : arguments[1], 0, kIndices, &self->wanted)) return false;
  if (!read_bound(vm, arguments.optional(3), 1, kStep, &self->step)) return false;
  return self->step > 0 || fail(vm, exceptions::ValueError, std::string_view(kStep));
}

Ref create_islice(Vm& vm, Type* type, const Arguments& arguments) {
  if (!refuse_keywords(vm, arguments, type, islice_type, "islice")) return {};
  if (!check_count(vm, arguments, "islice", 2, 4)) return {};
  auto* self = new_with_members<Islice>(type);
  Ref held = Ref::take(self);
  self->position = 0;
  if (!read_bounds(vm, arguments, self)) return {};
  Ref iterator = iterate(vm, arguments[0]);
  if (!iterator) return {};
  self->iterator = iterator.release();
  return held;
}

Ref next_of_islice(Vm& vm, Value value) {
  auto* self = value.as<Islice>();
  if (self->iterator.is_null()) return {};
  Ref iterator(self->iterator);
  while (self->position < self->wanted) {
    Ref skipped = next(vm, iterator);
    if (!skipped) return {};
    ++self->position;
  }
  bool ended = self->stop >= 0 && self->position >= self->stop;
  Ref item = ended ? Ref() : next(vm, iterator);
  if (!item) {
    if (!is_pending(vm)) replace(self->iterator, Ref());
    return {};
  }
  ++self->position;
  bool beyond = __builtin_add_overflow(self->wanted, self->step, &self->wanted);
  if (beyond || (self->stop >= 0 && self->wanted > self->stop)) self->wanted = self->stop;
  return item;
}

void add_selection(Module* module, Type& type, const char* name, const char* doc, UnaryFunction next,
                   Ref (*create)(Vm&, Type*, const Arguments&)) {
  IteratorDefinition definition{name, doc, iterator_operations<Selection>(next)};
  definition.operations.create = create;
  add_type(module, type, sizeof(Selection), definition);
}

}  // namespace

void add_selecting_types(Module* module) {
  add_selection(module, drop_while_type, "itertools.dropwhile",
                "Drop items from the iterable while predicate(item) is true.", next_of_drop_while,
                create_selection<drop_while_type>);
  add_selection(module, take_while_type, "itertools.takewhile",
                "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
                next_of_take_while, create_selection<take_while_type>);
  add_selection(module, filter_false_type, "itertools.filterfalse",
                "Return those items of iterable for which function(item) is false.", next_of_filter_false,
                create_selection<filter_false_type>);
  IteratorDefinition compress{"itertools.compress", "Return data elements corresponding to true selector elements.",
                              iterator_operations<Compress>(next_of_compress)};
  compress.operations.create = create_compress;
  add_type(module, compress_type, sizeof(Compress), compress);
  IteratorDefinition islice{"itertools.islice", "islice(iterable, start, stop[, step]) --> islice object",
                            iterator_operations<Islice>(next_of_islice)};
  islice.operations.create = create_islice;
  add_type(module, islice_type, sizeof(Islice), islice);
}

}  // namespace gilsim::python::itertools

// chain, zip_longest, starmap, accumulate, pairwise.
#include "interpreter/modules/itertools/itertools.h"

namespace gilsim::python::itertools {

namespace {

// --- chain ------------------------------------------------------------------------------------------------------------

struct Chain : Object {
  Value sources;  // iterator over the iterables; null: exhausted
  Value active;   // iterator over the one whose turn it is, or null
  auto references() { return std::tie(sources, active); }
};
Type chain_type;

Ref make_chain(Type* type, Ref sources) {
  auto* self = new_with_members<Chain>(type);
  self->sources = sources.release();
  return Ref::take(self);
}

Ref create_chain(Vm& vm, Type* type, const Arguments& arguments) {
  if (!refuse_keywords(vm, arguments, type, chain_type, "chain")) return {};
  Ref iterables = make_tuple(arguments.values, arguments.size());
  return make_chain(type, iterate(vm, iterables));
}

Ref chain_from_iterable(Vm& vm, const Arguments& arguments) {
  Ref sources = iterate(vm, arguments[1]);
  return sources ? make_chain(arguments[0].as<Type>(), std::move(sources)) : Ref();
}

Ref next_of_chain(Vm& vm, Value value) {
  auto* self = value.as<Chain>();
  while (!self->sources.is_null()) {
    if (self->active.is_null()) {
      Ref iterable = next(vm, self->sources);
      Ref iterator = iterable ? iterate(vm, iterable) : Ref();
      if (!iterator) {
        replace(self->sources, Ref());
        return {};
      }
      replace(self->active, iterator);
    }
    Ref active(self->active);
    if (Ref item = next(vm, active)) return item;
    if (is_pending(vm)) return {};
    replace(self->active, Ref());
  }
  return {};
}

constexpr NativeDescription kChainClassMethods[] = {
    {"from_iterable", chain_from_iterable, {1, 1}, "Alternative chain() constructor taking a single iterable."},
    {"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"},
};

// --- zip_longest ------------------------------------------------------------------------------------------------------

struct ZipLongest : Object {
  Value iterators;  // tuple; exhausted ones are null
  Value filling;
  int64_t active;
  auto references() { return std::tie(iterators, filling); }
};
Type zip_longest_type;

Ref create_zip_longest(Vm& vm, Type* type, const Arguments& arguments) {
  Value filling = kNone;
  for (size_t i = 0; i < arguments.keyword_count(); ++i) {
    if (arguments.keyword_name(i) != intern("fillvalue"))
      return raise(vm, exceptions::TypeError, "zip_longest() got an unexpected keyword argument");
    filling = arguments.keyword_value(i);
  }
  Ref iterators = Ref::take(new_tuple(arguments.size()));
  for (size_t i = 0; i < arguments.size(); ++i) {
    Ref iterator = iterate(vm, arguments[i]);
    if (!iterator) return {};
    iterators.as<Tuple>()->items[i] = iterator.release();
  }
  auto* self = new_with_members<ZipLongest>(type);
  self->active = arguments.size();
  self->iterators = iterators.release();
  incref(self->filling = filling);
  return Ref::take(self);
}

Ref next_of_zip_longest(Vm& vm, Value value) {
  auto* self = value.as<ZipLongest>();
  auto* iterators = self->iterators.as<Tuple>();
  if (self->active == 0) return {};
  Ref row = Ref::take(new_tuple(iterators->size));
  for (int64_t i = 0; i < iterators->size; ++i) {
    Ref iterator(iterators->items[i]);
    Ref item = iterator ? next(vm, iterator) : Ref(self->filling);
    if (!item) {
      if (is_pending(vm) || --self->active == 0) {
        self->active = 0;
        return {};
      }
      replace(iterators->items[i], Ref());
      item = self->filling;
    }
    row.as<Tuple>()->items[i] = item.release();
  }
  return row;
}

// --- starmap ----------------------------------------------------------------------------------------------------------

struct Starmap : Object {
  Value function, iterator;
  auto references() { return std::tie(function, iterator); }
};
Type starmap_type;

Ref create_starmap(Vm& vm, Type* type, const Arguments& arguments) {
  if (!refuse_keywords(vm, arguments, type, starmap_type, "starmap")) return {};
  if (!check_count(vm, arguments, "starmap", 2, 2)) return {};
  Ref iterator = iterate(vm, arguments[1]);
  if (!iterator) return {};
  auto* self = new_with_members<Starmap>(type);
  incref(self->function = arguments[0]);
  self->iterator = iterator.release();
  return Ref::take(self);
}

Ref next_of_starmap(Vm& vm, Value value) {
  auto* self = value.as<Starmap>();
  Ref item = next(vm, self->iterator);
  Ref row = item ? to_tuple(vm, item) : Ref();
  if (!row) return {};
  auto* tuple = row.as<Tuple>();
  return call(vm, self->function, Arguments{tuple->items, static_cast<size_t>(tuple->size), nullptr});
}

// --- accumulate -------------------------------------------------------------------------------------------------------

struct Accumulate : Object {
  Value iterator, function;  // function null: addition
  Value total;               // null: nothing yet
  Value initial;             // given before the first item; null: none, or given already
  auto references() { return std::tie(iterator, function, total, initial); }
};
Type accumulate_type;

Ref create_accumulate(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"iterable", "func", "initial"};
  Value values[3];
  if (!bind(vm, arguments, {"accumulate", kNames, 3, 0, 1, 2}, values)) return {};
  Ref iterator = iterate(vm, values[0]);
  if (!iterator) return {};
  auto* self = new_with_members<Accumulate>(type);
  self->iterator = iterator.release();
  if (!values[1].is_null() && !values[1].is_none()) incref(self->function = values[1]);
  if (!values[2].is_null() && !values[2].is_none()) incref(self->initial = values[2]);
  return Ref::take(self);
}

Ref next_of_accumulate(Vm& vm, Value value) {
  auto* self = value.as<Accumulate>();
  if (!self->initial.is_null()) {
    replace(self->total, Ref::take(std::exchange(self->initial, kNull)));
    return self->total;
  }
  Ref item = next(vm, self->iterator);
  if (!item) return {};
  if (self->total.is_null()) {
    replace(self->total, item);
    return item;
  }
  Ref total(self->total);
  Ref sum = self->function.is_null() ? binary(vm, Binary::Add, total, item) : call(vm, self->function, {total, item});
  if (sum) replace(self->total, sum);
  return sum;
}

// --- pairwise ---------------------------------------------------------------------------------------------------------

struct Pairwise : Object {
  Value iterator, last;
  auto references() { return std::tie(iterator, last); }
};
Type pairwise_type;

Ref create_pairwise(Vm& vm, Type* type, const Arguments& arguments) {
  if (!refuse_keywords(vm, arguments, type, pairwise_type, "pairwise")) return {};
  if (!check_count(vm, arguments, "pairwise", 1, 1)) return {};
  Ref iterator = iterate(vm, arguments[0]);
  if (!iterator) return {};
  auto* self = new_with_members<Pairwise>(type);
  self->iterator = iterator.release();
  return Ref::take(self);
}

Ref next_of_pairwise(Vm& vm, Value value) {
  auto* self = value.as<Pairwise>();
  if (self->iterator.is_null()) return {};
  Ref iterator(self->iterator);
  Ref before = self->last.is_null() ? next(vm, iterator) : Ref(self->last);
  Ref after = before ? next(vm, iterator) : Ref();
  if (!after) {
    replace(self->iterator, Ref());
    replace(self->last, Ref());
    return {};
  }
  replace(self->last, after);
  return make_tuple({before, after});
}

template <class T>
void add(Module* module, Type& type, const char* name, const char* doc, UnaryFunction next,
         Ref (*create)(Vm&, Type*, const Arguments&), std::span<const NativeDescription> class_methods = {}) {
  IteratorDefinition definition{name, doc, iterator_operations<T>(next), {}, class_methods};
  definition.operations.create = create;
  add_type(module, type, sizeof(T), definition);
}

}  // namespace

void add_combining_types(Module* module) {
  add<Chain>(module, chain_type, "itertools.chain",
             "Return a chain object whose .__next__() method returns elements from the first iterable until it is "
             "exhausted, then from the next.",
             next_of_chain, create_chain, kChainClassMethods);
  add<ZipLongest>(module, zip_longest_type, "itertools.zip_longest",
                  "zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object", next_of_zip_longest,
                  create_zip_longest);
  add<Starmap>(module, starmap_type, "itertools.starmap",
               "Return an iterator whose values are returned from the function evaluated with an argument tuple.",
               next_of_starmap, create_starmap);
  add<Accumulate>(module, accumulate_type, "itertools.accumulate", "Return series of accumulated sums.",
                  next_of_accumulate, create_accumulate);
  add<Pairwise>(module, pairwise_type, "itertools.pairwise",
                "Return an iterator of overlapping pairs taken from the input iterator.", next_of_pairwise,
                create_pairwise);
}

}  // namespace gilsim::python::itertools

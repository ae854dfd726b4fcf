// len, iter, next, aiter, anext, sorted, min, max, sum, any, all.
#include "interpreter/builtins/builtins.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/runtime/coroutines.h"

namespace gilsim::python {

namespace {

Ref len(Vm& vm, const Arguments& arguments) {
  if (is_exact_str(arguments[0])) return Value::small(arguments[0].as<Str>()->length);
  int64_t size = length(vm, arguments[0]);
  return size < 0 ? Ref() : make_int(size);
}

Ref iter(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 1) return iterate(vm, arguments[0]);
  if (!is_callable(arguments[0])) return raise(vm, exceptions::TypeError, "iter(v, w): v must be callable");
  return make_callable_iterator(arguments[0], arguments[1]);
}

Ref next_item(Vm& vm, const Arguments& arguments) {
  Ref item = next_or_stop(vm, arguments[0]);
  if (item) return item;
  if (arguments.size() == 1) return is_pending(vm) ? Ref() : raise(vm, exceptions::StopIteration);
  if (is_pending(vm)) {
    if (!pending_matches(vm, exceptions::StopIteration)) return {};
    clear_pending(vm);
  }
  return arguments[1];
}

Ref async_iter(Vm& vm, const Arguments& arguments) {
  SpecialMethod method = find_special(vm, arguments[0], names.aiter);
  if (method.failed) return {};
  if (!method) return raise(vm, exceptions::TypeError, "'{}' object is not an async iterable", type_name(arguments[0]));
  Ref iterator = call_special(vm, method, arguments[0]);
  if (iterator && lookup(type_of(iterator), names.anext).is_null())
    return raise(vm, exceptions::TypeError, "aiter() returned not an async iterator of type '{}'", type_name(iterator));
  return iterator;
}

Ref async_next(Vm& vm, const Arguments& arguments) {
  SpecialMethod method = find_special(vm, arguments[0], names.anext);
  if (method.failed) return {};
  if (!method) return raise(vm, exceptions::TypeError, "'{}' object is not an async iterator", type_name(arguments[0]));
  Ref awaitable = call_special(vm, method, arguments[0]);
  return awaitable && arguments.size() == 2 ? make_anext_awaitable(awaitable, arguments[1]) : awaitable;
}

Ref sorted(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"key", "reverse"};
  if (arguments.size() != 1)
    return raise(vm, exceptions::TypeError, "sorted expected 1 argument, got {}", arguments.size());
  Ref list = to_list(vm, arguments[0]);
  if (!list) return {};
  Value options[2];
  if (!bind(vm, arguments.without_first(), {"sort", kNames, 2, 0, 0, 0}, options)) return {};
  int64_t reversed = 0;
  if (!options[1].is_null() && !as_int64(vm, options[1], &reversed)) return {};
  if (!list_sort(vm, list.as<List>(), options[0].is_null() ? kNone : options[0], reversed != 0)) return {};
  return list;
}

// --- min and max ------------------------------------------------------------------------------------------------------

// The best item so far and what it is judged by.
class Extreme {
 public:
  Extreme(Vm& vm, Value key, CompareOperator better) : vm_(vm), key_(key), better_(better) {}

  bool consider(Value item) {
    Ref held(item);
    Ref rank = key_.is_none() ? held : call(vm_, key_, Arguments{&item, 1, nullptr});
    if (!rank) return false;
    if (best_) {
      vm_.charge(kComparisonCost);
      int better = is_better(rank, rank_);
      if (better <= 0) return better == 0;
    }
    best_ = held;
    rank_ = rank;
    return true;
  }
  Ref best() const { return best_; }

 private:
  int is_better(Value one, Value other) {
    if (one.is_small() && other.is_small())
      return better_ == CompareOperator::Less ? one.small() < other.small() : one.small() > other.small();
    return compare_truth(vm_, one, other, better_);
  }

  Vm& vm_;
  Value key_;
  CompareOperator better_;
  Ref best_, rank_;
};

constexpr int64_t kExtremeNs = 70;  // binding the arguments: `max(1, 2)` takes 140 ns in CPython 3.11

Ref extreme(Vm& vm, const Arguments& arguments, const char* name, CompareOperator better) {
  static constexpr const char* kNames[] = {"key", "default"};
  vm.charge(kExtremeNs);
  if (arguments.size() == 0) return raise(vm, exceptions::TypeError, "{} expected at least 1 argument, got 0", name);
  Value options[2] = {};
  Arguments keywords{arguments.values + arguments.size(), 0, arguments.keyword_names};
  if (arguments.keyword_count() && !bind(vm, keywords, {name, kNames, 2, 0, 0, 0}, options)) return {};
  bool many = arguments.size() > 1;
  if (many && !options[1].is_null())
    return raise(vm, exceptions::TypeError,
                 "Cannot specify a default for {}() with multiple positional arguments", name);
  Extreme extreme(vm, options[0].is_null() ? kNone : options[0], better);
  if (many) {
    for (size_t i = 0; i < arguments.size(); ++i)
      if (!extreme.consider(arguments[i])) return {};
    return extreme.best();
  }
  if (!for_each(vm, arguments[0], [&](Value item) { return extreme.consider(item); })) return {};
  if (Ref best = extreme.best()) return best;
  if (!options[1].is_null()) return options[1];
  return raise(vm, exceptions::ValueError, "{}() arg is an empty sequence", name);
}

Ref min(Vm& vm, const Arguments& arguments) { return extreme(vm, arguments, "min", CompareOperator::Less); }
Ref max(Vm& vm, const Arguments& arguments) { return extreme(vm, arguments, "max", CompareOperator::Greater); }

// --- sum --------------------------------------------------------------------------------------------------------------

// Adds up without making an object for each step as long as the items are small ints or floats.
class Sum {
 public:
  Sum(Vm& vm, Value start) : vm_(vm) { set(start); }

  bool add(Value item) {
    vm_.charge(kMoveCost * 5);
    if (kind_ == Kind::Int && item.is_small() && Value::fits(integer_ + item.small())) [[likely]] {
      integer_ += item.small();
      return true;
    }
    if (kind_ == Kind::Float && item.is_object() && item.object()->type == &float_type) {
      number_ += item.as<Float>()->number;
      return true;
    }
    return add_other(item);
  }

  Ref total() const {
    if (kind_ == Kind::Int) return make_int(integer_);
    return kind_ == Kind::Float ? make_float(number_) : any_;
  }

 private:
  enum class Kind { Int, Float, Any };

  [[gnu::noinline]] bool add_other(Value item) {
    if (kind_ == Kind::Int && (item.is_small() || item.is_bool())) {
      set(make_int(integer_ + (item.is_small() ? item.small() : item.is_true())));
      return true;
    }
    if (kind_ == Kind::Float && item.is_small()) {
      number_ += static_cast<double>(item.small());
      return true;
    }
    Ref sum = binary(vm_, Binary::Add, total(), item);
    if (!sum) return false;
    set(sum);
    return true;
  }

  void set(Value value) {
    kind_ = Kind::Any;
    any_ = Ref();
    if (value.is_small()) {
      kind_ = Kind::Int;
      integer_ = value.small();
    } else if (value.is_object() && value.object()->type == &float_type) {
      kind_ = Kind::Float;
      number_ = value.as<Float>()->number;
    } else {
      any_ = value;
    }
  }

  Vm& vm_;
  Kind kind_ = Kind::Int;
  int64_t integer_ = 0;
  double number_ = 0;
  Ref any_;
};

Ref sum(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"iterable", "start"};
  if (arguments.size() == 0)
    return raise(vm, exceptions::TypeError, "sum() takes at least 1 positional argument (0 given)");
  Value values[2];
  if (!bind(vm, arguments, {"sum", kNames, 2, 1, 1}, values)) return {};
  Value start = values[1].is_null() ? Value::small(0) : values[1];
  if (is_str(start))
    return raise(vm, exceptions::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (is_bytes(start)) return raise(vm, exceptions::TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (is_bytearray(start))
    return raise(vm, exceptions::TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
  Sum sum(vm, start);
  if (!for_each(vm, values[0], [&](Value item) { return sum.add(item); })) return {};
  return sum.total();
}

// Whether an item with that truth is found.
Ref find_truth(Vm& vm, Value iterable, bool wanted) {
  bool found = false;
  for_each(vm, iterable, [&](Value item) {
    int answer = truth(vm, item);
    found = answer == wanted;
    return answer >= 0 && !found;
  });
  if (is_pending(vm)) return {};
  return Value::of(found == wanted);
}

Ref any(Vm& vm, const Arguments& arguments) { return find_truth(vm, arguments[0], true); }
Ref all(Vm& vm, const Arguments& arguments) { return find_truth(vm, arguments[0], false); }

constexpr NativeDescription kFunctions[] = {
    {"len", len, {1, 1}, "Return the number of items in a container."},
    {"iter", iter, {1, 2}, "Get an iterator from an object."},
    {"next", next_item, {1, 2}, "Return the next item from the iterator."},
    {"aiter", async_iter, {1, 1}, "Return an AsyncIterator for an AsyncIterable object."},
    {"anext", async_next, {1, 2}, "Return the next item from the async iterator."},
    {"sorted", sorted, kAny, "Return a new list containing all items from the iterable in ascending order."},
    {"min", min, kAny, "With a single iterable argument, return its smallest item."},
    {"max", max, kAny, "With a single iterable argument, return its biggest item."},
    {"sum", sum, kAny, "Return the sum of a 'start' value (default: 0) plus an iterable of numbers"},
    {"any", any, {1, 1}, "Return True if bool(x) is True for any x in the iterable."},
    {"all", all, {1, 1}, "Return True if bool(x) is True for all values x in the iterable."},
};

}  // namespace

std::span<const NativeDescription> iteration_builtins() { return kFunctions; }

}  // namespace gilsim::python

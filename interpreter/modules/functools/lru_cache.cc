// _lru_cache_wrapper: a function that remembers its results, all of them or those used last. The cache is a dict in the
// order of use: its first item is the one not used for longest.
#include "interpreter/modules/functools/functools.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::functools {

namespace {

struct LruCache : Object {  // kHasAttributes
  Value function;
  Value info_type;  // makes what cache_info() gives
  Value results;    // dict: arguments -> result
  int64_t limit;    // -1: none
  int64_t hits, misses;
  bool typed;
  auto references() { return std::tie(function, info_type, results); }
};
Type lru_cache_type;

LruCache* self_of(Value self) { return self.as<LruCache>(); }

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"user_function", "maxsize", "typed", "cache_info_type"};
  Value values[4];
  if (!bind(vm, arguments, {"lru_cache", kNames, 4, 0, 4}, values)) return {};
  if (!is_callable(values[0])) return raise(vm, exceptions::TypeError, "the first argument must be callable");
  int64_t limit = -1;
  if (!values[1].is_none()) {
    if (!is_index(values[1])) return raise(vm, exceptions::TypeError, "maxsize should be integer or None");
    if (!as_int64(vm, values[1], &limit)) return {};
    if (limit < 0) limit = 0;
  }
  int typed = truth(vm, values[2]);
  if (typed < 0) return {};
  auto* self = new_with_members<LruCache>(type);
  Ref held = Ref::take(self);
  incref(self->function = values[0]);
  incref(self->info_type = values[3]);
  self->limit = limit;
  self->hits = self->misses = 0;
  self->typed = typed;
  self->results = Value::of(new_dict());
  return held;
}

// One plain int or str is its own key; all else is a tuple of the arguments, a mark, names and values of keywords, and
// with `typed` the types of all of them. The mark is an object that cannot be meant as an argument.
Ref make_key(LruCache* self, const Arguments& arguments) {
  size_t keywords = arguments.keyword_count(), count = arguments.size();
  bool single = !self->typed && keywords == 0 && count == 1;
  if (single && (arguments[0].is_small() || is_exact_str(arguments[0]))) return arguments[0];
  size_t typed = self->typed ? count + keywords : 0;
  Ref key = Ref::take(new_tuple(count + (keywords ? 1 + 2 * keywords : 0) + typed));
  Value* out = key.as<Tuple>()->items;
  auto put = [&](Value part) { incref(*out++ = part); };
  for (size_t i = 0; i < count; ++i) put(arguments[i]);
  if (keywords) put(Value::of(&lru_cache_type));
  for (size_t i = 0; i < keywords; ++i) {
    put(Value::of(arguments.keyword_name(i)));
    put(arguments.keyword_value(i));
  }
  for (size_t i = 0; i < typed; ++i) put(Value::of(type_of(arguments.values[i])));
  return key;
}

// Remembers a result, unless the function has done so itself by calling itself with the same arguments.
bool remember(Vm& vm, LruCache* self, Value key, Hash key_hash, Value result) {
  auto* results = self->results.as<Dict>();
  Value known;
  int found = dict_lookup_hashed(vm, results, key, key_hash, &known);
  if (found) return found > 0;
  if (self->limit >= 0 && results->used >= self->limit) {
    Value old_key, old_result;
    dict_pop_first(results, &old_key, &old_result);
    Ref drop_key = Ref::take(old_key), drop_result = Ref::take(old_result);
    return dict_set_hashed(vm, results, key, key_hash, result);
  }
  return dict_set_hashed(vm, results, key, key_hash, result);
}

Ref call_cached(Vm& vm, Value value, const Arguments& arguments) {
  Ref held(value);
  LruCache* self = self_of(value);
  if (self->limit == 0) {
    ++self->misses;
    return call(vm, self->function, arguments);
  }
  Ref key = make_key(self, arguments);
  Hash key_hash;
  if (!hash(vm, key, &key_hash)) return {};
  Ref results(self->results);
  Value known;
  int found = dict_lookup_hashed(vm, results.as<Dict>(), key, key_hash, &known);
  if (found < 0) return {};
  if (found) {
    Ref result(known);
    ++self->hits;
    if (self->limit > 0 && !dict_move_to_end(vm, results.as<Dict>(), key, true)) clear_pending(vm);
    return result;
  }
  ++self->misses;
  Ref result = call(vm, self->function, arguments);
  if (!result || !remember(vm, self, key, key_hash, result)) return {};
  return result;
}

Ref bind_method(Vm&, Value self, Value instance, Type*) {
  return instance.is_null() || instance.is_none() ? Ref(self) : make_bound_method(self, instance);
}

Ref cache_info(Vm& vm, const Arguments& arguments) {
  LruCache* self = self_of(arguments[0]);
  Ref limit = self->limit < 0 ? Ref(kNone) : make_int(self->limit);
  Ref hits = make_int(self->hits), misses = make_int(self->misses), size = make_int(self->results.as<Dict>()->used);
  return call(vm, self->info_type, {hits, misses, limit, size});
}

Ref cache_clear(Vm&, const Arguments& arguments) {
  LruCache* self = self_of(arguments[0]);
  self->hits = self->misses = 0;
  dict_clear(self->results.as<Dict>());
  return kNone;
}

Ref copy(Vm&, const Arguments& arguments) { return arguments[0]; }
Ref reduce(Vm& vm, const Arguments& arguments) { return get_attribute(vm, arguments[0], intern("__qualname__")); }

constexpr NativeDescription kMethods[] = {
    {"cache_info", cache_info, {0, 0}, "Report cache statistics"},
    {"cache_clear", cache_clear, {0, 0}, "Clear the cache and cache statistics"},
    {"__copy__", copy, {0, 0}},
    {"__deepcopy__", copy, {1, 1}},
    {"__reduce__", reduce, {0, 0}},
};

}  // namespace

void add_lru_cache_type(Module* module) {
  Operations operations;
  operations.destroy = destroy_members<LruCache>;
  operations.traverse = traverse_members<LruCache>;
  operations.create = create;
  operations.call = call_cached;
  operations.descriptor_get = bind_method;
  define_type(lru_cache_type, {.name = "functools._lru_cache_wrapper",
                               .base = nullptr,
                               .basic_size = sizeof(LruCache),
                               .flags = kTracked | kHasAttributes | kSubclassable,
                               .operations = operations,
                               .methods = kMethods,
                               .doc = "Create a cached callable that wraps another function."});
  dict_set_str(module->dictionary, intern("_lru_cache_wrapper"), Value::of(&lru_cache_type));
}

}  // namespace gilsim::python::functools

// functools.partial: a function with some arguments given beforehand.
#include "interpreter/modules/functools/functools.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::functools {

namespace {

struct Partial : Object {  // kHasAttributes
  Value function;
  Value arguments;  // tuple
  Value keywords;   // dict
  auto references() { return std::tie(function, arguments, keywords); }
};
Type partial_type;

Partial* self_of(Value self) { return self.as<Partial>(); }

Ref join(const Tuple* head, const Value* tail, size_t count) {
  Ref result = Ref::take(new_tuple(head->size + count));
  Value* out = result.as<Tuple>()->items;
  for (int64_t i = 0; i < head->size; ++i) incref(out[i] = head->items[i]);
  for (size_t i = 0; i < count; ++i) incref(out[head->size + i] = tail[i]);
  return result;
}

// Those given beforehand, overridden and followed by those of the call.
Ref merge_keywords(const Dict* before, const Arguments& arguments) {
  Ref merged = Ref::take(dict_copy(before));
  for (size_t i = 0; i < arguments.keyword_count(); ++i)
    dict_set_str(merged.as<Dict>(), arguments.keyword_name(i), arguments.keyword_value(i));
  return merged;
}

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.size() == 0) return raise(vm, exceptions::TypeError, "type 'partial' takes at least one argument");
  Value function = arguments[0];
  if (!is_callable(function)) return raise(vm, exceptions::TypeError, "the first argument must be callable");
  // A partial of a partial is one of the function behind it.
  Partial* inner = type_of(function) == &partial_type ? self_of(function) : nullptr;
  Arguments rest = arguments.without_first();
  Ref positional = inner ? join(inner->arguments.as<Tuple>(), rest.values, rest.size())
                         : make_tuple(rest.values, rest.size());
  Ref none = Ref::take(new_dict());
  Ref keywords = merge_keywords(inner ? inner->keywords.as<Dict>() : none.as<Dict>(), rest);
  auto* self = new_with_members<Partial>(type);
  incref(self->function = inner ? inner->function : function);
  self->arguments = positional.release();
  self->keywords = keywords.release();
  return Ref::take(self);
}

Ref call_with_keywords(Vm& vm, Partial* self, const Arguments& arguments) {
  Ref merged = merge_keywords(self->keywords.as<Dict>(), arguments);
  auto* dict = merged.as<Dict>();
  Ref positional = join(self->arguments.as<Tuple>(), arguments.values, arguments.size());
  Ref names = Ref::take(new_tuple(dict->used));
  Ref values = Ref::take(new_tuple(dict->used));
  Value name, value;
  int64_t count = 0;
  for (int32_t i = 0; dict_next(dict, i, &name, &value); ++count) {
    incref(names.as<Tuple>()->items[count] = name);
    incref(values.as<Tuple>()->items[count] = value);
  }
  auto* row = positional.as<Tuple>();
  Ref all = join(row, values.as<Tuple>()->items, count);
  return call(vm, self->function, {all.as<Tuple>()->items, static_cast<size_t>(row->size), names.as<Tuple>()});
}

Ref call_partial(Vm& vm, Value value, const Arguments& arguments) {
  Ref held(value);
  Partial* self = self_of(value);
  if (self->keywords.as<Dict>()->used) return call_with_keywords(vm, self, arguments);
  auto* before = self->arguments.as<Tuple>();
  if (before->size == 0) return call(vm, self->function, arguments);
  Ref all = join(before, arguments.values, arguments.size() + arguments.keyword_count());
  return call(vm, self->function, {all.as<Tuple>()->items, before->size + arguments.size(), arguments.keyword_names});
}

Ref repr_partial(Vm& vm, Value value) {
  ReprGuard guard(vm, value);
  if (guard.is_recursive()) return make_str("...");
  Partial* self = self_of(value);
  TextBuilder text;
  text.append(has_flag(value.object()->type, kHeapType) ? "" : "functools.");
  text.append(value.object()->type->qualified_name);
  text.append("(");
  auto append = [&](Value item) {
    Ref piece = repr(vm, item);
    if (piece) text.append(piece.get());
    return static_cast<bool>(piece);
  };
  if (!append(self->function)) return {};
  Ref arguments(self->arguments), keywords(self->keywords);
  for (int64_t i = 0; i < arguments.as<Tuple>()->size; ++i) {
    text.append(", ");
    if (!append(arguments.as<Tuple>()->items[i])) return {};
  }
  Value name, keyword;
  for (int32_t i = 0; dict_next(keywords.as<Dict>(), i, &name, &keyword);) {
    Ref held_name(name), held(keyword);
    text.append(", ");
    Ref name_text = str(vm, name);
    if (!name_text) return {};
    text.append(name_text.get());
    text.append("=");
    if (!append(held)) return {};
  }
  text.append(")");
  return text.finish();
}

Ref reduce_partial(Vm&, const Arguments& arguments) {
  Partial* self = self_of(arguments[0]);
  Ref state = make_tuple({self->function, self->arguments, self->keywords, kNone});
  Ref start = make_tuple({self->function});
  return make_tuple({Value::of(type_of(arguments[0])), start, state});
}

Ref set_state(Vm& vm, const Arguments& arguments) {
  Value state = arguments[1];
  bool valid = is_tuple(state) && state.as<Tuple>()->size == 4 && is_callable(state.as<Tuple>()->items[0]) &&
               is_tuple(state.as<Tuple>()->items[1]) && is_dict(state.as<Tuple>()->items[2]);
  if (!valid) return raise(vm, exceptions::TypeError, "invalid partial state");
  Partial* self = self_of(arguments[0]);
  const Value* parts = state.as<Tuple>()->items;
  replace(self->function, parts[0]);
  replace(self->arguments, parts[1]);
  replace(self->keywords, Ref::take(dict_copy(parts[2].as<Dict>())));
  return kNone;
}

constexpr NativeDescription kMethods[] = {
    {"__reduce__", reduce_partial, {0, 0}},
    {"__setstate__", set_state, {1, 1}},
};
constexpr NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"}};
constexpr GetterDescription kGetters[] = {
    {"func", [](Vm&, Value self) { return Ref(self_of(self)->function); }},
    {"args", [](Vm&, Value self) { return Ref(self_of(self)->arguments); }},
    {"keywords", [](Vm&, Value self) { return Ref(self_of(self)->keywords); }},
};

}  // namespace

void add_partial_type(Module* module) {
  Operations operations;
  operations.destroy = destroy_members<Partial>;
  operations.traverse = traverse_members<Partial>;
  operations.create = create;
  operations.call = call_partial;
  operations.repr = repr_partial;
  define_type(partial_type, {.name = "functools.partial",
                             .base = nullptr,
                             .basic_size = sizeof(Partial),
                             .flags = kTracked | kHasAttributes | kSubclassable,
                             .operations = operations,
                             .methods = kMethods,
                             .class_methods = kClassMethods,
                             .getters = kGetters,
                             .doc = "partial(func, *args, **keywords) - new function with partial application"});
  dict_set_str(module->dictionary, intern("partial"), Value::of(&partial_type));
}

}  // namespace gilsim::python::functools

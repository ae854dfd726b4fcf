// itemgetter, attrgetter, methodcaller: functions that fetch something from their argument.
#include "interpreter/modules/operators/operators.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::operators {

namespace {

// itemgetter and attrgetter: what to fetch. Names with dots are tuples of their parts in `parts`.
struct Getter : Object {
  Value keys;   // tuple, as given
  Value parts;  // tuple of what is fetched for each
  auto references() { return std::tie(keys, parts); }
};

struct MethodCaller : Object {
  Value name;
  Value arguments;  // tuple: positional ones, then the values of keywords
  Value keywords;   // tuple of names, or null
  auto references() { return std::tie(name, arguments, keywords); }
};

Type item_getter_type, attribute_getter_type, method_caller_type;

Ref make_getter(Type* type, const Arguments& arguments, Ref parts) {
  auto* self = new_with_members<Getter>(type);
  Ref held = Ref::take(self);
  self->keys = make_tuple(arguments.values, arguments.size()).release();
  self->parts = parts.release();
  return held;
}

bool check(Vm& vm, const Arguments& arguments, const char* name) {
  if (arguments.keyword_count()) return fail(vm, exceptions::TypeError, "{}() takes no keyword arguments", name);
  return arguments.size() || fail(vm, exceptions::TypeError, "{} expected 1 argument, got 0", name);
}

Ref create_item_getter(Vm& vm, Type* type, const Arguments& arguments) {
  if (!check(vm, arguments, "itemgetter")) return {};
  return make_getter(type, arguments, make_tuple(arguments.values, arguments.size()));
}

// "a.b" as the tuple of the interned names a and b.
Ref split_name(Vm& vm, Value name) {
  if (!is_str(name)) return raise(vm, exceptions::TypeError, "attribute name must be a string");
  std::string text = to_utf8(name);
  Ref parts = Ref::take(new_list());
  for (size_t start = 0, end; start <= text.size(); start = end + 1) {
    end = std::min(text.find('.', start), text.size());
    list_append(parts.as<List>(), Value::of(intern(std::string_view(text).substr(start, end - start))));
  }
  return to_tuple(vm, parts);
}

Ref create_attribute_getter(Vm& vm, Type* type, const Arguments& arguments) {
  if (!check(vm, arguments, "attrgetter")) return {};
  Ref parts = Ref::take(new_tuple(arguments.size()));
  for (size_t i = 0; i < arguments.size(); ++i) {
    Ref names = split_name(vm, arguments[i]);
    if (!names) return {};
    parts.as<Tuple>()->items[i] = names.release();
  }
  return make_getter(type, arguments, parts);
}

Ref fetch_item(Vm& vm, Value object, Value part) { return get_item(vm, object, part); }

Ref fetch_attribute(Vm& vm, Value object, Value part) {
  auto* names = part.as<Tuple>();
  Ref value(object);
  for (int64_t i = 0; value && i < names->size; ++i) value = get_attribute(vm, value, names->items[i].as<Str>());
  return value;
}

template <Ref (*fetch)(Vm&, Value, Value)>
Ref call_getter(Vm& vm, Value value, const Arguments& arguments) {
  const char* name = fetch == fetch_item ? "itemgetter" : "attrgetter";
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "{}() takes no keyword arguments", name);
  if (arguments.size() != 1)
    return raise(vm, exceptions::TypeError, "{} expected 1 argument, got {}", name, arguments.size());
  Ref held(value.as<Getter>()->parts);
  auto* parts = held.as<Tuple>();
  if (parts->size == 1) return fetch(vm, arguments[0], parts->items[0]);
  Ref row = Ref::take(new_tuple(parts->size));
  for (int64_t i = 0; i < parts->size; ++i) {
    Ref item = fetch(vm, arguments[0], parts->items[i]);
    if (!item) return {};
    row.as<Tuple>()->items[i] = item.release();
  }
  return row;
}

Ref repr_getter(Vm& vm, Value self) {
  const char* name = type_of(self) == &item_getter_type ? "operator.itemgetter(" : "operator.attrgetter(";
  return row_repr(vm, self.as<Getter>()->keys.as<Tuple>(), name, ")");
}

Ref reduce_getter(Vm&, const Arguments& arguments) {
  return make_tuple({Value::of(type_of(arguments[0])), arguments[0].as<Getter>()->keys});
}

// --- methodcaller -----------------------------------------------------------------------------------------------------

Ref create_method_caller(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.size() == 0)
    return raise(vm, exceptions::TypeError, "methodcaller needs at least one argument, the method name");
  if (!is_str(arguments[0])) return raise(vm, exceptions::TypeError, "method name must be a string");
  Arguments rest = arguments.without_first();
  auto* self = new_with_members<MethodCaller>(type);
  Ref held = Ref::take(self);
  incref(self->name = Value::of(intern(arguments[0].as<Str>())));
  self->arguments = make_tuple(rest.values, rest.size() + rest.keyword_count()).release();
  if (rest.keyword_count()) incref(self->keywords = Value::of(rest.keyword_names));
  return held;
}

Ref call_method_caller(Vm& vm, Value value, const Arguments& arguments) {
  if (arguments.keyword_count()) return raise(vm, exceptions::TypeError, "methodcaller() takes no keyword arguments");
  if (arguments.size() != 1)
    return raise(vm, exceptions::TypeError, "methodcaller expected 1 argument, got {}", arguments.size());
  Ref held(value);
  auto* self = value.as<MethodCaller>();
  Ref method = get_attribute(vm, arguments[0], self->name.as<Str>());
  if (!method) return {};
  auto* row = self->arguments.as<Tuple>();
  const Tuple* names = self->keywords.is_null() ? nullptr : self->keywords.as<Tuple>();
  return call(vm, method, {row->items, static_cast<size_t>(row->size - (names ? names->size : 0)), names});
}

Ref repr_method_caller(Vm& vm, Value value) {
  ReprGuard guard(vm, value);
  if (guard.is_recursive()) return make_str("operator.methodcaller(...)");
  auto* self = value.as<MethodCaller>();
  auto* row = self->arguments.as<Tuple>();
  int64_t named = self->keywords.is_null() ? 0 : self->keywords.as<Tuple>()->size;
  TextBuilder text;
  text.append("operator.methodcaller(");
  text.append(repr(vm, self->name).get());
  for (int64_t i = 0; i < row->size; ++i) {
    text.append(", ");
    if (i >= row->size - named) {
      text.append(self->keywords.as<Tuple>()->items[i - (row->size - named)]);
      text.append("=");
    }
    Ref piece = repr(vm, row->items[i]);
    if (!piece) return {};
    text.append(piece.get());
  }
  text.append(")");
  return text.finish();
}

constexpr NativeDescription kGetterMethods[] = {{"__reduce__", reduce_getter, {0, 0}}};

void add(Module* module, Type& type, const char* name, uint32_t size, const Operations& operations,
         std::span<const NativeDescription> methods, const char* doc) {
  define_type(type, {.name = name,
                     .base = nullptr,
                     .basic_size = size,
                     .flags = kTracked,
                     .operations = operations,
                     .methods = methods,
                     .doc = doc});
  dict_set_str(module->dictionary, type.name, Value::of(&type));
}

template <class T>
Operations caller_operations(Ref (*create)(Vm&, Type*, const Arguments&), Ref (*call)(Vm&, Value, const Arguments&),
                             UnaryFunction repr) {
  Operations result;
  result.destroy = destroy_members<T>;
  result.traverse = traverse_members<T>;
  result.create = create;
  result.call = call;
  result.repr = repr;
  return result;
}

}  // namespace

void add_getter_types(Module* module) {
  add(module, item_getter_type, "operator.itemgetter", sizeof(Getter),
      caller_operations<Getter>(create_item_getter, call_getter<fetch_item>, repr_getter), kGetterMethods,
      "Return a callable object that fetches the given item(s) from its operand.");
  add(module, attribute_getter_type, "operator.attrgetter", sizeof(Getter),
      caller_operations<Getter>(create_attribute_getter, call_getter<fetch_attribute>, repr_getter), kGetterMethods,
      "Return a callable object that fetches the given attribute(s) from its operand.");
  add(module, method_caller_type, "operator.methodcaller", sizeof(MethodCaller),
      caller_operations<MethodCaller>(create_method_caller, call_method_caller, repr_method_caller), {},
      "Return a callable object that calls the given method on its operand.");
}

}  // namespace gilsim::python::operators

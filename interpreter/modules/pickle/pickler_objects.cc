// Pickler: classes and functions by name, everything else by what its __reduce_ex__ says.
#include <fmt/format.h>

#include "interpreter/modules/pickle/importing.h"
#include "interpreter/modules/pickle/pickler.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/none.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

constexpr int64_t kReductionNs = 800;
constexpr int64_t kGlobalNs = 1'700;  // its module is imported once more, and its name looked up there

// "Outer.Inner" split at its dots.
std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts;
  for (size_t start = 0, dot = 0; dot != std::string::npos; start = dot + 1) {
    dot = path.find('.', start);
    parts.push_back(path.substr(start, dot - start));
  }
  return parts;
}

// What stands at the path in a module, and what it is an attribute of; null with nothing pending: it is not
// there.
Ref look_up(Vm& vm, Value module, const std::string& path, Ref* parent) {
  Ref found(module);
  for (const std::string& part : parts_of(path)) {
    bool failed = false;
    *parent = found;
    if (part != "<locals>")
      found = get_attribute_or_null(vm, found, intern(part), &failed);
    else
      found = {};
    if (!found) return clear_pending(vm), Ref();
  }
  return found;
}

// The name of the module that a thing says it is from, or of the first one that has it at that path.
Ref module_name_of(Vm& vm, Value value, const std::string& path) {
  bool failed = false;
  Ref name = get_attribute_or_null(vm, value, names.module, &failed);
  if (failed) return {};
  if (name && !name.get().is_none()) return name;
  Ref modules = to_list(vm, Value::of(vm.modules));
  for (int64_t i = 0; modules && i < modules.as<List>()->size; ++i) {
    const Value each = modules.as<List>()->items[i];
    Value module;
    Ref parent;
    if (!is_str(each) || to_utf8(each) == "__main__" || dict_lookup(vm, vm.modules, each, &module) != 1)
      continue;
    Ref found = look_up(vm, module, path, &parent);
    if (found && found.get() == value) return each;
  }
  return Value::of(intern("__main__"));
}

bool is_name(Value value, std::string_view name) {
  return is_str(value) && to_utf8(value) == name;
}

}  // namespace

bool Pickler::save_type(Value value) {
  const Type* singletons[] = {&none_type, &not_implemented_type, &ellipsis_type};
  const Value instances[] = {kNone, kNotImplemented, kEllipsis};
  for (size_t i = 0; i < std::size(singletons); ++i)
    if (value == Value::of(singletons[i]))
      return save_reduction(make_tuple({Value::of(&type_type), make_tuple({instances[i]})}), value);
  return save_global(value, kNull);
}

bool Pickler::save_global(Value value, Value given_name) {
  bool failed = false;
  Ref name(given_name);
  if (!name) name = get_attribute_or_null(vm_, value, names.qualname, &failed);
  if (!name && !failed) name = get_attribute(vm_, value, names.name);
  if (!name) return false;
  const std::string path = to_utf8(str(vm_, name)), shown = repr_utf8(vm_, value);
  if (path.find("<locals>") != std::string::npos)
    return fail(vm_, exceptions::AttributeError, "Can't pickle local object '{}'", path);
  vm_.charge(kGlobalNs);
  Ref module_name = module_name_of(vm_, value, path);
  if (!module_name) return false;
  Ref module = import_for_pickle(vm_, module_name);
  if (!module) {
    Ref cause = take_pending_exception(vm_);
    return refuse(
        fmt::format("Can't pickle {}: import of module {} failed", shown, repr_utf8(vm_, module_name)));
  }
  Ref parent;
  Ref found = look_up(vm_, module, path, &parent);
  if (!found)
    return refuse(
        fmt::format("Can't pickle {}: attribute lookup {} on {} failed", shown, path, to_utf8(module_name)));
  if (found.get() != value)
    return refuse(
        fmt::format("Can't pickle {}: it's not the same object as {}.{}", shown, to_utf8(module_name), path));
  return write_global(value, module_name, module, parent, path);
}

bool Pickler::write_global(Value value, Value module_name, Value module, Value parent,
                           const std::string& path) {
  if (protocol_ >= 4) {
    // Functions made by C++ share their module's own name, everything else the interned one; and the name of
    // a thing is never the same object as that of its module. The memo shows which are.
    const bool own_name = type_of(value) == &native_function_type || !is_str(module_name);
    Ref name = make_str(path);
    if (!is_str(module_name) || to_utf8(module_name) != path) name = intern(name.as<Str>());
    if (!save(own_name ? module_name : Value::of(intern(module_name.as<Str>()))) || !save(name)) return false;
    write(kStackGlobal);
  } else if (parent != module) {
    Ref getter = get_attribute(vm_, dict_get_str(vm_.modules, intern("builtins")), intern("getattr"));
    Ref last = make_str(parts_of(path).back());
    return getter && save_reduction(make_tuple({getter, make_tuple({parent, last})}), value);
  } else {
    std::string written_module = to_utf8(module_name), written_name = path;
    if (fix_imports_) to_python2_names(&written_module, &written_name);
    for (const std::string& text : {written_module, written_name})
      for (char c : text)
        if (protocol_ < 3 && c & 0x80)
          return refuse(fmt::format("can't pickle global identifier '{}.{}' using pickle protocol {}",
                                    written_module, path, protocol_));
    write(kGlobal);
    out_.write(written_module + "\n" + written_name + "\n");
  }
  return remember(value), true;
}

// The reduction of a value: from a table, or from itself. False: an exception is pending. A class has none.
bool Pickler::find_reduction(Value value, Ref* reduction, bool* is_class) {
  *is_class = false;
  const Value type = Value::of(type_of(value));
  Ref table = hooks.dispatch_table ? hooks.dispatch_table : copyreg_dispatch_table(vm_);
  if (!table) return false;
  Ref reducer;
  if (table.get().object()->type == &dict_type) {
    Value found;
    const int known = dict_lookup(vm_, table.as<Dict>(), type, &found);
    if (known < 0) return false;
    if (known) reducer = found;
  } else {
    reducer = get_item(vm_, table, type);
    if (!reducer && !pending_matches(vm_, exceptions::KeyError)) return false;
    clear_pending(vm_);
  }
  if (reducer) return *reduction = call(vm_, reducer, {value}), static_cast<bool>(*reduction);
  if (is_instance(value, &type_type)) return *is_class = true;
  if (value == kEllipsis || value == kNotImplemented)
    return *reduction = make_str(value == kEllipsis ? "Ellipsis" : "NotImplemented"), true;
  if (Ref own = reduce_callable(vm_, value)) return *reduction = own, true;
  bool failed = false;
  Ref method = get_attribute_or_null(vm_, value, names.reduce_ex, &failed);
  if (failed) return false;
  if (method) return *reduction = call(vm_, method, {make_int(protocol_)}), static_cast<bool>(*reduction);
  return refuse(fmt::format("can't pickle '{}' object: {}", type_name(value), repr_utf8(vm_, value)));
}

bool Pickler::save_by_reduction(Value value) {
  Ref reduction;
  bool is_class;
  vm_.charge(kReductionNs);
  if (!find_reduction(value, &reduction, &is_class)) return false;
  if (is_class) return save_type(value);
  if (is_str(reduction)) return save_global(value, reduction);
  if (!is_tuple(reduction)) return refuse("__reduce__ must return a string or tuple");
  return save_reduction(reduction, value);
}

// Writes (callable, arguments[, state[, items[, pairs[, setter]]]]) as the way to make `value`.
bool Pickler::save_reduction(Value reduction, Value value) {
  const auto* parts = reduction.as<Tuple>();
  if (!is_tuple(reduction)) return refuse("__reduce__ must return a string or tuple");
  if (parts->size < 2 || parts->size > 6)
    return refuse("tuple returned by __reduce__ must contain 2 through 6 elements");
  auto part = [&](int64_t i) {
    return i < parts->size && !parts->items[i].is_none() ? parts->items[i] : kNull;
  };
  const Value callable = parts->items[0], arguments = parts->items[1], state = part(2), items = part(3),
              pairs = part(4), setter = part(5);
  if (!is_callable(callable))
    return refuse("first item of the tuple returned by __reduce__ must be callable");
  if (!is_tuple(arguments)) return refuse("second item of the tuple returned by __reduce__ must be a tuple");
  auto is_iterator = [](Value each) { return each.is_null() || type_of(each)->operations.next; };
  if (!is_iterator(items))
    return refuse(fmt::format(
        "fourth element of the tuple returned by __reduce__ must be an iterator, not {}", type_name(items)));
  if (!is_iterator(pairs))
    return refuse(fmt::format("fifth element of the tuple returned by __reduce__ must be an iterator, not {}",
                              type_name(pairs)));
  if (!setter.is_null() && !is_callable(setter))
    return refuse(fmt::format("sixth element of the tuple returned by __reduce__ must be a function, not {}",
                              type_name(setter)));
  if (!save_creation(callable, arguments.as<Tuple>(), value)) return false;
  if (is_remembered(value)) {  // it was made while its arguments were written: take that one
    write(kPop);
    return write_memory(memo_[value.bits()]), true;
  }
  remember(value);
  if (!items.is_null() && !append_all(items, false)) return false;
  if (!pairs.is_null() && !append_all(pairs, true)) return false;
  if (state.is_null()) return true;
  if (setter.is_null()) return save(state) && (write(kBuild), true);
  if (!save(setter) || !save(value) || !save(state)) return false;
  write(kTuple2), write(kReduce), write(kPop);
  return true;
}

bool Pickler::save_creation(Value callable, const Tuple* arguments, Value value) {
  bool failed = false;
  Ref name = protocol_ >= 2 ? get_attribute_or_null(vm_, callable, names.name, &failed) : Ref();
  if (failed) return false;
  if (name && is_name(name, "__newobj_ex__")) return save_new_object_ex(arguments);
  if (!name || !is_name(name, "__newobj__"))
    return save(callable) && save(make_tuple(arguments->items, arguments->size)) && (write(kReduce), true);
  if (arguments->size < 1) return refuse("__newobj__ arglist is empty");
  const Value type = arguments->items[0];
  if (!is_instance(type, &type_type)) return refuse("args[0] from __newobj__ args is not a type");
  Ref own_class = get_attribute_or_null(vm_, value, names.class_, &failed);
  if (failed) return false;
  if (own_class && own_class.get() != type) return refuse("args[0] from __newobj__ args has the wrong class");
  return save(type) && save(make_tuple(arguments->items + 1, arguments->size - 1)) && (write(kNewObj), true);
}

// cls.__new__(cls, *args, **kwargs)
bool Pickler::save_new_object_ex(const Tuple* arguments) {
  if (arguments->size != 3)
    return refuse(
        fmt::format("length of the NEWOBJ_EX argument tuple must be exactly 3, not {}", arguments->size));
  const Value type = arguments->items[0], positional = arguments->items[1], keywords = arguments->items[2];
  if (!is_tuple(positional))
    return refuse(fmt::format("second item from NEWOBJ_EX argument tuple must be a tuple, not {}",
                              type_name(positional)));
  if (!is_dict(keywords))
    return refuse(
        fmt::format("third item from NEWOBJ_EX argument tuple must be a dict, not {}", type_name(keywords)));
  if (protocol_ >= 4) return save(type) && save(positional) && save(keywords) && (write(kNewObjEx), true);
  Ref partial = partial_of_new(vm_, type, positional.as<Tuple>(), keywords.as<Dict>());
  return partial && save(partial) && save(make_tuple({})) && (write(kReduce), true);
}

}  // namespace gilsim::python

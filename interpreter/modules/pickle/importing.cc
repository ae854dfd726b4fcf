#include "interpreter/modules/pickle/importing.h"

#include <algorithm>
#include <vector>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

struct Renaming {
  const char *module3, *name3, *module2, *name2;  // null names: the whole module
};
constexpr Renaming kRenamings[] = {
    {"builtins", "range", "__builtin__", "xrange"},
    {"functools", "reduce", "__builtin__", "reduce"},
    {"_functools", "reduce", "__builtin__", "reduce"},
    {"builtins", "chr", "__builtin__", "unichr"},
    {"builtins", "str", "__builtin__", "unicode"},
    {"builtins", "int", "__builtin__", "long"},
    {"itertools", "zip", "itertools", "izip"},
    {"itertools", "map", "itertools", "imap"},
    {"collections", "UserList", "UserList", "UserList"},
    {"collections", "UserDict", "UserDict", "UserDict"},
    {"collections", "UserString", "UserString", "UserString"},
    {"builtins", nullptr, "__builtin__", nullptr},
    {"copyreg", nullptr, "copy_reg", nullptr},
    {"builtins", nullptr, "exceptions", nullptr},
    {"queue", nullptr, "Queue", nullptr},
    {"socketserver", nullptr, "SocketServer", nullptr},
    {"configparser", nullptr, "ConfigParser", nullptr},
    {"_pickle", nullptr, "pickle", nullptr},
    {"reprlib", nullptr, "repr", nullptr},
    {"_thread", nullptr, "thread", nullptr},
};

// Python 2 had its exceptions in a module of their own, and no subclasses of OSError.
constexpr std::string_view kPython2Exceptions[] = {"ArithmeticError",
                                                   "AssertionError",
                                                   "AttributeError",
                                                   "BaseException",
                                                   "BufferError",
                                                   "BytesWarning",
                                                   "DeprecationWarning",
                                                   "EOFError",
                                                   "EnvironmentError",
                                                   "Exception",
                                                   "FloatingPointError",
                                                   "FutureWarning",
                                                   "GeneratorExit",
                                                   "IOError",
                                                   "ImportError",
                                                   "ImportWarning",
                                                   "IndentationError",
                                                   "IndexError",
                                                   "KeyError",
                                                   "KeyboardInterrupt",
                                                   "LookupError",
                                                   "MemoryError",
                                                   "NameError",
                                                   "NotImplementedError",
                                                   "OSError",
                                                   "OverflowError",
                                                   "PendingDeprecationWarning",
                                                   "ReferenceError",
                                                   "RuntimeError",
                                                   "RuntimeWarning",
                                                   "StopIteration",
                                                   "SyntaxError",
                                                   "SyntaxWarning",
                                                   "SystemError",
                                                   "SystemExit",
                                                   "TabError",
                                                   "TypeError",
                                                   "UnboundLocalError",
                                                   "UnicodeDecodeError",
                                                   "UnicodeEncodeError",
                                                   "UnicodeError",
                                                   "UnicodeTranslateError",
                                                   "UnicodeWarning",
                                                   "UserWarning",
                                                   "ValueError",
                                                   "Warning",
                                                   "ZeroDivisionError"};
constexpr std::string_view kOsErrors[] = {
    "BlockingIOError",   "BrokenPipeError",        "ChildProcessError",    "ConnectionAbortedError",
    "ConnectionError",   "ConnectionRefusedError", "ConnectionResetError", "FileExistsError",
    "FileNotFoundError", "InterruptedError",       "IsADirectoryError",    "NotADirectoryError",
    "PermissionError",   "ProcessLookupError",     "TimeoutError"};

template <size_t count>
bool holds(const std::string_view (&names)[count], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

Ref builtin(Vm& vm, const char* name) {
  return dict_get_str(vm.builtins, intern(name));
}

}  // namespace

Ref import_for_pickle(Vm& vm, Value name) {
  Value known;
  int found = dict_lookup(vm, vm.modules, name, &known);
  if (found) return found < 0 ? Ref() : Ref(known);
  Ref importer = builtin(vm, "__import__");
  if (!importer || !call(vm, importer, {name})) return {};
  return get_item(vm, Value::of(vm.modules), name);
}

Ref from_copyreg(Vm& vm, const char* name) {
  Ref module = import_for_pickle(vm, Value::of(intern("copyreg")));
  return module ? get_attribute(vm, module, intern(name)) : Ref();
}

Ref copyreg_dispatch_table(Vm& vm) {
  return from_copyreg(vm, "dispatch_table");
}

Ref partial_of_new(Vm& vm, Value type, const Tuple* positional, Value keywords) {
  Ref functools = import_for_pickle(vm, Value::of(intern("functools")));
  Ref partial = functools ? get_attribute(vm, functools, intern("partial")) : Ref();
  Ref make = partial ? get_attribute(vm, type, names.new_) : Ref();
  if (!make) return {};
  std::vector<Value> values = {make, type};
  values.insert(values.end(), positional->items, positional->items + positional->size);
  const size_t count = values.size();
  std::vector<Value> keys;
  Value key, value;
  for (int32_t i = 0; dict_next(keywords.as<Dict>(), i, &key, &value);)
    keys.push_back(key), values.push_back(value);
  Ref key_tuple = make_tuple(keys.data(), std::ssize(keys));
  return call(vm, partial, Arguments{values.data(), count, key_tuple.as<Tuple>()});
}

Ref reduce_callable(Vm& vm, Value value) {
  if (!value.is_object()) return {};
  Ref getter = builtin(vm, "getattr");
  auto by_name = [&](Value owner, Value name) { return make_tuple({getter, make_tuple({owner, name})}); };
  const Type* type = type_of(value);
  if (type == &bound_method_type) {
    const auto* method = value.as<BoundMethod>();
    Ref name = get_attribute(vm, method->function, names.name);
    if (!name) clear_pending(vm);
    return name ? by_name(method->self, name) : Ref();
  }
  if (type != &native_function_type && type != &method_descriptor_type && type != &slot_wrapper_type &&
      type != &method_wrapper_type)
    return {};
  const auto* native = value.as<Native>();
  Ref name = make_str(native->description->name);
  if (type == &method_descriptor_type || type == &slot_wrapper_type)
    return by_name(Value::of(native->owner), name);
  if (native->self.is_null()) return get_attribute(vm, value, names.qualname);
  return by_name(native->self, name);
}

void to_python2_names(std::string* module, std::string* name) {
  if (*module == "builtins" && holds(kOsErrors, *name)) *name = "OSError";
  if (*module == "builtins" && *name == "ModuleNotFoundError") *name = "ImportError";
  if (*module == "builtins" && holds(kPython2Exceptions, *name)) return void(*module = "exceptions");
  for (const Renaming& each : kRenamings) {
    if (*module != each.module3 || (each.name3 && *name != each.name3)) continue;
    *module = each.module2;
    if (each.name2) *name = each.name2;
    return;
  }
}

void to_python3_names(std::string* module, std::string* name) {
  for (const Renaming& each : kRenamings) {
    if (*module != each.module2 || (each.name2 && *name != each.name2)) continue;
    *module = each.module3;
    if (each.name3) *name = each.name3;
    return;
  }
}

}  // namespace gilsim::python

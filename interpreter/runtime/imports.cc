#include "interpreter/runtime/imports.h"

#include "interpreter/compiler/code_archive.h"
#include "interpreter/library/library.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/module_search.h"
#include "interpreter/runtime/native_modules.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"
#include "interpreter/runtime/syntax_errors.h"
#include "interpreter/syntax/source_encoding.h"

namespace gilsim::python {

namespace {

constexpr int64_t kFindSpecNs = 40'000;     // asking the finders: stat(2) of each folder of sys.path
constexpr int64_t kReadByteNs = 1;          // reading and unmarshalling the cached bytecode

std::string_view parent_of(std::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}
std::string_view last_part(std::string_view name) { return name.substr(name.rfind('.') + 1); }

Ref raise_not_found(Interpreter& vm, std::string_view name, std::string_view message) {
  raise(vm, exceptions::ModuleNotFoundError, message);
  Ref error = take_pending_exception(vm);
  if (!set_attribute(vm, error, names.plain_name, make_str(name))) return {};
  set_pending_exception(vm, error);
  return {};
}

void describe_module(Dict* dictionary, const FoundModule& found, std::string_view name) {
  dict_set_str(dictionary, names.file, make_str(found.file_name));
  const bool is_package = found.is_package;
  dict_set_str(dictionary, names.package, make_str(is_package ? name : parent_of(name)));
  if (!is_package) return;
  List* path = new_list();
  list_append(path, make_str(parent_folder(found.file_name)));
  dict_set_str(dictionary, names.path, Ref::take(path));
}

Ref compile_module(Interpreter& vm, const FoundModule& found) {
  if (!found.code.empty()) {
    vm.remember_source(found.file_name, found.source);
    return vm.make_code(compiler::read_archive(found.code), found.file_name);
  }
  if (found.source.find('\0') != std::string::npos)
    return raise(vm, exceptions::ValueError, "source code string cannot contain null bytes");
  auto text = syntax::decode_source(found.source, found.file_name, syntax::ReadAs::Module);
  if (auto* problem = std::get_if<syntax::Problem>(&text)) return raise_problem(vm, *problem, found.file_name);
  vm.remember_source(found.file_name, std::get<std::string>(text));
  return vm.compile(std::get<std::string>(text), found.file_name, false);
}

// A module of the library: CPython's time; another: reading it now, then what it does.
bool pay_for_import(Interpreter& vm, std::string_view name, const FoundModule& found) {
  if (vm.settings().passes_for_c) return true;
  if (found.is_standard()) return vm.paid_imports.pay(vm, name);
  vm.charge(kFindSpecNs + kReadByteNs * static_cast<int64_t>(found.source.size()));
  return true;
}

// Runs a module's source; the module is in sys.modules meanwhile, and is taken out again when it fails.
Ref run_module(Interpreter& vm, std::string_view name, const FoundModule& found) {
  if (!pay_for_import(vm, name, found)) return {};
  TimeStandsStill paid_for(vm, found.is_standard());
  Ref module = make_module(name);
  Dict* dictionary = module.as<Module>()->dictionary;
  describe_module(dictionary, found, name);
  dict_set_str(vm.modules, intern(name), module);
  Ref code = compile_module(vm, found);
  module.as<Module>()->initializing = true;
  const bool whole = code && vm.execute(code, dictionary, Value::of(reinterpret_cast<Object*>(dictionary)));
  module.as<Module>()->initializing = false;
  if (whole)
    return Ref(dict_get_str(vm.modules, intern(name)));  // a module may replace itself there
  dict_delete_str(vm.modules, intern(name));
  return {};
}

Ref load_module(Interpreter& vm, std::string_view name) {
  if (const ModuleDefinition* native = find_native_module(name))
    return vm.paid_imports.pay(vm, name) ? make_native_module(vm, *native) : Ref();
  if (auto found = find_source_module(vm, name)) return run_module(vm, name, *found);
  const std::string_view parent = parent_of(name);
  if (!parent.empty()) {
    const Value package = dict_get_str(vm.modules, intern(parent));
    if (!package.is_null() && dict_get_str(package.as<Module>()->dictionary, names.path).is_null())
      return raise_not_found(vm, name, fmt::format("No module named '{}'; '{}' is not a package", name, parent));
  }
  return raise_not_found(vm, name, fmt::format("No module named '{}'", name));
}

// The absolute name behind a relative import.
Ref absolute_name(Interpreter& vm, Str* name, Value globals, int64_t level) {
  const Value package = globals.is_null() || globals.is_none() ? kNull : dict_get_str(globals.as<Dict>(), names.package);
  std::string base = package.is_null() || !is_str(package) ? "" : to_utf8(package);
  if (base.empty()) return raise(vm, exceptions::ImportError, "attempted relative import with no known parent package");
  for (int64_t i = 1; i < level; ++i) {
    const size_t dot = base.rfind('.');
    if (dot == std::string::npos) return raise(vm, exceptions::ImportError, "attempted relative import beyond top-level package");
    base.resize(dot);
  }
  const std::string rest = to_utf8(name);
  return make_str(rest.empty() ? base : base + "." + rest);
}

// `from package import submodule`: submodules that are not attributes yet are imported.
bool import_wanted(Interpreter& vm, Value module, std::string_view name, Value names_wanted) {
  if (dict_get_str(module.as<Module>()->dictionary, names.path).is_null()) return true;
  return for_each(vm, names_wanted, [&](Value wanted) {
    if (!is_str(wanted) || to_utf8(wanted) == "*") return true;
    if (!dict_get_str(module.as<Module>()->dictionary, intern(wanted.as<Str>())).is_null()) return true;
    const std::string full_name = std::string(name) + "." + to_utf8(wanted);
    return !is_importable(vm, full_name) || static_cast<bool>(import_module(vm, full_name));
  });
}

bool is_module(Value value) { return is_instance(value, &module_type); }

Ref raise_cannot_import(Interpreter& vm, Value module, Str* name) {
  bool failed = false;
  Ref module_name = get_attribute_or_null(vm, module, names.name, &failed);
  Ref file = get_attribute_or_null(vm, module, names.file, &failed);
  if (failed) clear_pending(vm);
  const std::string from = module_name && is_str(module_name) ? to_utf8(module_name) : "<unknown module name>";
  const std::string where = file && is_str(file) ? to_utf8(file) : "unknown location";
  if (is_module(module) && module.as<Module>()->initializing)
    raise(vm, exceptions::ImportError, "cannot import name '{}' from partially initialized module '{}' (most likely due to a circular import) ({})",
          to_utf8(name), from, where);
  else
    raise(vm, exceptions::ImportError, "cannot import name '{}' from '{}' ({})", to_utf8(name), from, where);
  Ref error = take_pending_exception(vm);
  set_attribute(vm, error, names.plain_name, make_str(from));
  set_attribute(vm, error, names.plain_path, file ? Ref(file) : Ref(kNone));
  set_pending_exception(vm, error);
  return {};
}

// What sys.modules has, once no other thread is at work on it. Null: nothing, or (*failed) the run is over.
Ref find_loaded(Interpreter& vm, std::string_view name, bool* failed) {
  *failed = !vm.import_locks.wait_for(vm, name);
  return *failed ? Ref() : Ref(dict_get_str(vm.modules, intern(name)));
}

}  // namespace

Ref import_module(Interpreter& vm, std::string_view name) {
  bool failed;
  Ref loaded = find_loaded(vm, name, &failed);
  if (failed) return {};
  if (loaded) {
    if (loaded.get().is_none()) return raise_not_found(vm, name, fmt::format("import of {} halted; None in sys.modules", name));
    return vm.paid_imports.pay_late(vm, name) ? std::move(loaded) : Ref();
  }
  const std::string_view parent = parent_of(name);
  Ref package;
  if (!parent.empty()) {
    package = import_module(vm, parent);
    if (!package) return {};
    loaded = find_loaded(vm, name, &failed);
    if (loaded || failed) return loaded;
  }
  vm.import_locks.begin(vm, name);
  Ref module = load_module(vm, name);
  if (!vm.import_locks.end(vm, name) || !module) return {};
  if (package && is_module(package) && !set_attribute(vm, package, intern(last_part(name)), module)) return {};
  return module;
}

Ref import_by_name(Interpreter& vm, Str* name, Value globals, Value names_wanted, int64_t level) {
  Ref full_name(name);
  if (level > 0) {
    full_name = absolute_name(vm, name, globals, level);
    if (!full_name) return {};
  }
  const std::string text = to_utf8(full_name);
  if (text.empty()) return raise(vm, exceptions::ValueError, "Empty module name");
  Ref module = import_module(vm, text);
  if (!module) return {};
  const int wants_names = names_wanted.is_null() ? 0 : truth(vm, names_wanted);
  if (wants_names < 0) return {};
  if (wants_names) return is_module(module) && !import_wanted(vm, module, text, names_wanted) ? Ref() : module;
  if (level > 0) return module;
  return Ref(dict_get_str(vm.modules, intern(text.substr(0, text.find('.')))));
}

bool is_importable(const Interpreter& vm, std::string_view name) {
  return find_native_module(name) || find_source_module(const_cast<Interpreter&>(vm), name);
}

bool import_name(Interpreter& vm, Frame& frame, int32_t argument) {
  Ref names_wanted = pop(frame);
  Ref level = pop(frame);
  return push(frame, import_by_name(vm, frame.code->names[argument], Value::of(reinterpret_cast<Object*>(frame.globals)), names_wanted,
                                    int64_of(level).value_or(0)));
}

bool import_from(Interpreter& vm, Frame& frame, int32_t argument) {
  Str* name = frame.code->names[argument];
  const Value module = peek(frame);
  bool failed = false;
  Ref value = get_attribute_or_null(vm, module, name, &failed);
  if (failed) return false;
  if (!value && is_module(module)) {
    // A submodule that is being imported now (a circular import) is in sys.modules already.
    const std::string full_name = to_utf8(module.as<Module>()->name) + "." + to_utf8(name);
    value = Ref(dict_get_str(vm.modules, intern(full_name)));
  }
  if (!value) return raise_cannot_import(vm, module, name), false;
  return push(frame, std::move(value));
}

bool import_star(Interpreter& vm, Frame& frame, int32_t) {
  Ref module = pop(frame);
  auto bind_name = [&](Value name) {
    if (!is_str(name)) return raise(vm, exceptions::TypeError, "Item in __all__ must be str, not {}", type_name(name)), false;
    Ref value = get_attribute(vm, module, intern(name.as<Str>()));
    return value && set_item(vm, frame.locals, name, value);
  };
  bool failed = false;
  Ref all = get_attribute_or_null(vm, module, names.all, &failed);
  if (failed) return false;
  if (all) return for_each(vm, all, bind_name);
  Ref dictionary = get_attribute(vm, module, names.dict);
  Ref every = dictionary ? to_list(vm, dictionary) : Ref();
  return every && for_each(vm, every, [&](Value name) {
    return !is_str(name) || to_utf8(name).starts_with('_') || bind_name(name);
  });
}

}  // namespace gilsim::python

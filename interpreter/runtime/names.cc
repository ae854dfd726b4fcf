// Instructions that look names up: globals, built-ins, class bodies and modules, cells.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"
#include "interpreter/runtime/well_known.h"

namespace gilsim::python {

namespace {

bool raise_name_error(Interpreter& vm, Str* name) {
  raise(vm, exceptions::NameError, "name '{}' is not defined", to_utf8(name));
  if (is_pending(vm)) set_attribute(vm, Ref(pending_exception(vm)), names.plain_name, Value::of(name));
  return false;
}

auto& global_cache(Frame& frame) { return cache_of(frame.instruction).global; }

// Finds a name in globals, then built-ins, and remembers where. Null: nowhere.
Value find_global(Frame& frame, Str* name) {
  auto& cache = global_cache(frame);
  int32_t index = dict_find_str(frame.globals, name);
  cache.in_builtins = index < 0;
  cache.globals_version = frame.globals->keys_version;
  if (index < 0) {
    index = dict_find_str(frame.builtins, name);
    cache.builtins_version = frame.builtins->keys_version;
  }
  if (index >= 0) {
    cache.value = &(cache.in_builtins ? frame.builtins : frame.globals)->entries[index].value;
    return *cache.value;
  }
  cache.globals_version = 0;
  return kNull;
}

// Stores a global and remembers where.
void set_global(Frame& frame, Str* name, Value value) {
  dict_set_str(frame.globals, name, value);
  auto& cache = global_cache(frame);
  cache.value = &frame.globals->entries[dict_find_str(frame.globals, name)].value;
  cache.in_builtins = false;
  cache.globals_version = frame.globals->keys_version;
}

// The name in the namespace of a class body: 1 found, 0 absent, -1 exception.
int find_in_locals(Interpreter& vm, Frame& frame, Str* name, Ref* value) {
  if (frame.locals.object()->type == &dict_type) {
    *value = Ref(dict_get_str(frame.locals.as<Dict>(), name));
    return *value ? 1 : 0;
  }
  *value = get_item(vm, frame.locals, Value::of(name));
  if (*value) return 1;
  if (!pending_matches(vm, exceptions::KeyError)) return -1;
  clear_pending(vm);
  return 0;
}

}  // namespace

bool load_global(Interpreter& vm, Frame& frame, int32_t argument) {
  Str* name = frame.code->names[argument >> 1];
  const Value value = find_global(frame, name);
  if (value.is_null()) return raise_name_error(vm, name);
  if (argument & 1) push_null(frame);
  return push(frame, Ref(value));
}

bool store_global(Interpreter&, Frame& frame, int32_t argument) {
  set_global(frame, frame.code->names[argument], pop(frame));
  return true;
}

bool delete_global(Interpreter& vm, Frame& frame, int32_t argument) {
  return dict_delete_str(frame.globals, frame.code->names[argument]) || raise_name_error(vm, frame.code->names[argument]);
}

bool load_name(Interpreter& vm, Frame& frame, int32_t argument) {
  Str* name = frame.code->names[argument];
  Ref value;
  if (frame.locals.as<Dict>() != frame.globals) {
    const int found = find_in_locals(vm, frame, name, &value);
    if (found < 0) return false;
    if (found) return push(frame, std::move(value));
  }
  value = Ref(find_global(frame, name));
  if (!value) return raise_name_error(vm, name);
  return push(frame, std::move(value));
}

bool store_name(Interpreter& vm, Frame& frame, int32_t argument) {
  Str* name = frame.code->names[argument];
  Ref value = pop(frame);
  if (frame.locals.as<Dict>() == frame.globals) return set_global(frame, name, value), true;
  if (frame.locals.object()->type != &dict_type) return set_item(vm, frame.locals, Value::of(name), value);
  return dict_set_str(frame.locals.as<Dict>(), name, value), true;
}

bool delete_name(Interpreter& vm, Frame& frame, int32_t argument) {
  Str* name = frame.code->names[argument];
  if (frame.locals.object()->type == &dict_type)
    return dict_delete_str(frame.locals.as<Dict>(), name) || raise_name_error(vm, name);
  if (delete_item(vm, frame.locals, Value::of(name))) return true;
  if (!pending_matches(vm, exceptions::KeyError)) return false;
  clear_pending(vm);
  return raise_name_error(vm, name);
}

bool load_class_deref(Interpreter& vm, Frame& frame, int32_t argument) {
  Str* name = intern(frame.code->compiled->fast_local_names[static_cast<size_t>(argument)]);
  Ref value;
  const int found = find_in_locals(vm, frame, name, &value);
  if (found < 0) return false;
  if (!found) value = Ref(frame.slots()[argument].as<Cell>()->content);
  if (!value) return raise_unbound_cell(vm, frame, argument), false;
  return push(frame, std::move(value));
}

bool delete_fast(Interpreter& vm, Frame& frame, int32_t argument) {
  Ref old = Ref::take(std::exchange(frame.slots()[argument], kNull));
  if (!old) raise_unbound_local(vm, frame, argument);
  return static_cast<bool>(old);
}

bool delete_deref(Interpreter& vm, Frame& frame, int32_t argument) {
  Ref old = Ref::take(std::exchange(frame.slots()[argument].as<Cell>()->content, kNull));
  if (!old) raise_unbound_cell(vm, frame, argument);
  return static_cast<bool>(old);
}

bool make_cell(Interpreter&, Frame& frame, int32_t argument) {
  Value& slot = frame.slots()[argument];
  Ref content = Ref::take(std::exchange(slot, kNull));
  slot = gilsim::python::make_cell(content.get()).release();
  return true;
}

bool copy_free_vars(Interpreter&, Frame& frame, int32_t argument) {
  const Tuple* closure = frame.owner.as<Function>()->closure;
  Value* slot = frame.slots() + frame.code->local_count - argument;
  for (int32_t i = 0; i < argument; ++i) slot[i] = Ref(closure->items[i]).release();
  return true;
}

bool setup_annotations(Interpreter& vm, Frame& frame, int32_t) {
  Ref existing;
  const int found = find_in_locals(vm, frame, names.annotations, &existing);
  if (found) return found > 0;
  return set_item(vm, frame.locals, Value::of(names.annotations), Ref::take(new_dict()));
}

bool load_build_class(Interpreter& vm, Frame& frame, int32_t) {
  const Value build_class = dict_get_str(frame.builtins, names.build_class);
  if (build_class.is_null()) return raise(vm, exceptions::NameError, "__build_class__ not found"), false;
  return push(frame, Ref(build_class));
}

void raise_unbound_local(Interpreter& vm, Frame& frame, int32_t index) {
  const std::string& name = frame.code->compiled->fast_local_names[static_cast<size_t>(index)];
  raise(vm, exceptions::UnboundLocalError, "cannot access local variable '{}' where it is not associated with a value", name);
}

void raise_unbound_cell(Interpreter& vm, Frame& frame, int32_t index) {
  const auto& compiled = *frame.code->compiled;
  const std::string& name = compiled.fast_local_names[static_cast<size_t>(index)];
  if (index < frame.code->local_count - static_cast<int32_t>(compiled.free_names.size())) {
    raise_unbound_local(vm, frame, index);
    return;
  }
  raise(vm, exceptions::NameError, "cannot access free variable '{}' where it is not associated with a value in enclosing scope", name);
}

}  // namespace gilsim::python

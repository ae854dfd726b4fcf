#include "interpreter/runtime/calls.h"

#include <vector>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/class_creation.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"

namespace gilsim::python {

namespace {

// Python called by C enters the eval loop anew: list(map(f, …)) takes 58 ns for each call of an empty f.
constexpr int64_t kEntryNs = 30;

// The operation behind `function(…)` from C++: an eval loop of its own on the native stack.
Ref call_function(Vm& vm, Value self, const Arguments& arguments) {
  auto& interpreter = gilsim::python::interpreter(vm);
  NativeRecursion guard(vm, "");
  if (!guard) return {};
  Frame* frame = make_call_frame(interpreter, interpreter.current(), self.as<Function>(), arguments);
  return frame ? run_new_frame(interpreter, frame) : Ref();
}

// The Python __init__ of a class whose instances need nothing else to be made; null: call the class in the ordinary way.
Function* plain_initializer(Type* type) {
  if (!has_flag(type, kHeapType) || has_flag(type, kAbstract) || type->operations.create != object_create) return nullptr;
  const Value initializer = lookup(type, names.init);
  return initializer.is_object() && initializer.object()->type == &function_type ? initializer.as<Function>() : nullptr;
}

}  // namespace

Ref run_new_frame(Interpreter& vm, Frame* frame) {
  PythonThread& thread = vm.current();
  if (++thread.frame_depth > vm.recursion_limit) {
    --thread.frame_depth;
    clear_frame(frame);
    thread.frames.pop(frame);
    return raise(vm, exceptions::RecursionError, "maximum recursion depth exceeded while calling a Python object");
  }
  vm.charge(kEntryNs);
  frame->previous = thread.frame;
  frame->action = ReturnAction::LeaveLoop;
  return Ref::take(run_frame(vm, thread, frame));
}

Frame* start_construction(Interpreter& vm, Frame& frame, Type* type, Value* base, Value* slot, const Tuple* keyword_names) {
  Function* initializer = plain_initializer(type);
  if (!initializer) return nullptr;
  PythonThread& thread = vm.current();
  thread.budget -= (kTypeCallNs + kInstanceNs + kEntryNs) << kBudgetStepBits;
  *slot = Value::of(allocate_object(type, type->basic_size));
  const auto count = static_cast<size_t>(frame.top - slot);
  const size_t keywords = keyword_names ? static_cast<size_t>(keyword_names->size) : 0;
  Frame* callee = make_call_frame(vm, thread, initializer, {slot, count - keywords, keyword_names});
  if (!callee) return &frame;  // an exception is pending
  Ref object = Ref::take(std::exchange(*slot, kNull));
  drop(frame, static_cast<int32_t>(frame.top - base));
  push(frame, std::move(object));
  callee->previous = &frame;
  callee->action = ReturnAction::Construct;
  return callee;
}

Value call_any(Interpreter& vm, Value callable, const Value* values, int32_t count, const Tuple* keyword_names) {
  const size_t keywords = keyword_names ? static_cast<size_t>(keyword_names->size) : 0;
  const Arguments arguments{values, static_cast<size_t>(count) - keywords, keyword_names};
  // Of a bound native the eval loop has put self in front already.
  if (callable.is_object() && callable.object()->type == &native_function_type)
    return call_native(vm, callable.as<Native>(), arguments).release();
  return call(vm, callable, arguments).release();
}

namespace {

Ref call_with_dict(Interpreter& vm, const Ref& callable, const Tuple& positional, const Dict* keywords) {
  std::vector<Ref> values(positional.items, positional.items + positional.size);
  Tuple* names = new_tuple(keywords->used);
  Ref names_given = Ref::take(names);
  Value key, value;
  int64_t i = 0;
  for (int32_t position = 0; dict_next(keywords, position, &key, &value);) {
    names->items[i++] = Ref(key).release();
    values.emplace_back(value);
  }
  static_assert(sizeof(Ref) == sizeof(Value));
  return call(vm, callable, {reinterpret_cast<const Value*>(values.data()), static_cast<size_t>(positional.size), names});
}

}  // namespace

bool call_with_unpacking(Interpreter& vm, Frame& frame, int32_t argument) {
  Ref keywords = argument & 1 ? pop(frame) : Ref();
  Ref positional = pop(frame);
  Ref callable = pop(frame);
  drop(frame, 1);  // the NULL below
  if (!is_tuple(positional)) {
    Type* type = type_of(positional);
    if (!type->operations.iterate && !type->operations.get_item)
      return raise(vm, exceptions::TypeError, "{} argument after * must be an iterable, not {}", callable_text(vm, callable),
                   type_name(positional)), false;
    positional = to_tuple(vm, positional);
    if (!positional) return false;
  }
  const Tuple* tuple = positional.as<Tuple>();
  if (keywords && keywords.as<Dict>()->used) return push(frame, call_with_dict(vm, callable, *tuple, keywords.as<Dict>()));
  return push(frame, call(vm, callable, {tuple->items, static_cast<size_t>(tuple->size), nullptr}));
}

void refuse_result_of_init(Interpreter& vm, Value result) {
  raise(vm, exceptions::TypeError, "__init__() should return None, not '{}'", type_name(result));
  decref(result);
}

namespace {

// Without defaults, closure and annotations.
Function* new_function(Code* code, Dict* globals, Dict* builtins) {
  auto* function = allocate_object<Function>(&function_type);
  function->code = code;
  function->globals = globals;
  function->builtins = builtins;
  function->name = code->name;
  function->qualified_name = code->qualified_name;
  function->module = Ref(dict_get_str(globals, names.name)).release();
  const auto& constants = code->compiled->constants;
  const bool documented = !constants.empty() && std::holds_alternative<compiler::TextConstant>(constants[0]) &&
                          (code->compiled->flags & compiler::kOptimized);
  function->doc = documented ? code->constants[0] : kNone;
  for (Object* held : {static_cast<Object*>(code), reinterpret_cast<Object*>(globals), reinterpret_cast<Object*>(builtins),
                       reinterpret_cast<Object*>(function->name), reinterpret_cast<Object*>(function->qualified_name)})
    incref(held);
  incref(function->doc);
  function->closure = function->defaults = nullptr;
  function->keyword_defaults = nullptr;
  function->annotations = kNull;
  function->version = 0;
  return function;
}

bool check_closure(Vm& vm, const Code* code, Value closure) {
  const auto wanted = static_cast<int64_t>(code->compiled->free_names.size());
  if (closure.is_none() && wanted == 0) return true;
  if (!is_tuple(closure)) return fail(vm, exceptions::TypeError, wanted ? "arg 5 (closure) must be tuple" : "arg 5 (closure) must be None or tuple");
  const auto* cells = closure.as<Tuple>();
  if (cells->size != wanted)
    return fail(vm, exceptions::ValueError, "{} requires closure of length {}, not {}", to_utf8(code->name), wanted, cells->size);
  for (int64_t i = 0; i < cells->size; ++i)
    if (type_of(cells->items[i]) != &cell_type)
      return fail(vm, exceptions::TypeError, "arg 5 (closure) expected cell, found {}", type_name(cells->items[i]));
  return true;
}

// types.FunctionType(code, globals, name=None, argdefs=None, closure=None)
Ref create_function(Vm& vm, Type*, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"code", "globals", "name", "argdefs", "closure"};
  Value given[5];
  if (!bind(vm, arguments, {"function", kNames, 5, 0, 2}, given)) return {};
  for (Value& value : given)
    if (value.is_null()) value = kNone;
  const auto [code, globals, name, defaults, closure] = given;
  if (type_of(code) != &code_type) return raise(vm, exceptions::TypeError, "function() argument 'code' must be code, not {}", type_name(code));
  if (!is_instance(globals, &dict_type))
    return raise(vm, exceptions::TypeError, "function() argument 'globals' must be dict, not {}", type_name(globals));
  if (!name.is_none() && !is_str(name)) return raise(vm, exceptions::TypeError, "arg 3 (name) must be None or string");
  if (!defaults.is_none() && !is_tuple(defaults)) return raise(vm, exceptions::TypeError, "arg 4 (defaults) must be None or tuple");
  if (!check_closure(vm, code.as<Code>(), closure)) return {};
  const Value own_builtins = dict_get_str(globals.as<Dict>(), names.builtins);
  const bool has_own = own_builtins.is_object() && own_builtins.object()->type == &dict_type;
  Function* function = new_function(code.as<Code>(), globals.as<Dict>(), has_own ? own_builtins.as<Dict>() : vm.builtins);
  if (!name.is_none()) decref(std::exchange(function->name, Ref(name).release().as<Str>()));
  if (!defaults.is_none()) function->defaults = Ref(defaults).release().as<Tuple>();
  if (!closure.is_none()) function->closure = Ref(closure).release().as<Tuple>();
  return Ref::take(function);
}

}  // namespace

bool make_function(Interpreter&, Frame& frame, int32_t argument) {
  Ref code = pop(frame);
  Function* function = new_function(code.as<Code>(), frame.globals, frame.builtins);
  function->closure = argument & 8 ? pop(frame).release().as<Tuple>() : nullptr;
  function->annotations = argument & 4 ? pop(frame).release() : kNull;
  function->keyword_defaults = argument & 2 ? pop(frame).release().as<Dict>() : nullptr;
  function->defaults = argument & 1 ? pop(frame).release().as<Tuple>() : nullptr;
  return push(frame, Ref::take(function));
}

std::string callable_text(Vm& vm, Value callable) {
  bool failed = false;
  Ref qualified_name = get_attribute_or_null(vm, callable, names.qualname, &failed);
  if (failed) clear_pending(vm);
  if (!qualified_name || !is_str(qualified_name)) {
    Ref text = str(vm, callable);
    if (!text) clear_pending(vm);
    return text ? to_utf8(text) : "function";
  }
  Ref module = get_attribute_or_null(vm, callable, names.module, &failed);
  if (failed) clear_pending(vm);
  const std::string name = to_utf8(qualified_name) + "()";
  if (!module || !is_str(module) || to_utf8(module) == "builtins") return name;
  return to_utf8(module) + "." + name;
}

void complete_function_type() {
  function_type.operations.call = call_function;
  function_type.operations.create = create_function;
}

}  // namespace gilsim::python

// The sys module, as far as programs look at it.
#include <cmath>

#include "interpreter/builtins/text_stream.h"
#include "interpreter/runtime/frame_snapshot.h"
#include "interpreter/modules/struct_sequence.h"
#include "interpreter/modules/sys_constants.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/blocking.h"
#include "interpreter/runtime/module_search.h"
#include "interpreter/runtime/native_modules.h"

namespace gilsim::python {

namespace {

Ref exit_program(Vm& vm, const Arguments& arguments) {
  const Value status = arguments.optional(0, kNone);
  if (status.is_none()) return raise(vm, exceptions::SystemExit);
  if (!is_tuple(status)) return raise(vm, exceptions::SystemExit, status);
  Ref exception = call(vm, Value::of(&exceptions::SystemExit), {status.as<Tuple>()->items, static_cast<size_t>(status.as<Tuple>()->size)});
  return exception ? raise_exception(vm, exception) : Ref();
}

Ref get_int_max_str_digits(Vm&, const Arguments&) { return make_int(int_max_str_digits); }

Ref set_int_max_str_digits(Vm& vm, const Arguments& arguments) {
  constexpr int64_t kLeast = 640;
  int64_t digits;
  if (!as_int64(vm, arguments[0], &digits)) return {};
  if (digits != 0 && digits < kLeast) return raise(vm, exceptions::ValueError, "maxdigits must be 0 or larger than {}", kLeast);
  int_max_str_digits = digits;
  return kNone;
}

Ref get_switch_interval(Vm& vm, const Arguments&) {
  return make_float(1e-6 * static_cast<double>(interpreter(vm).gil().switch_interval() / 1000));
}

Ref set_switch_interval(Vm& vm, const Arguments& arguments) {
  double seconds;
  if (!as_double(vm, arguments[0], &seconds)) return {};
  if (seconds <= 0) return raise(vm, exceptions::ValueError, "switch interval must be strictly positive");
  // Whole microseconds in 64 bits, as a C compiler for this machine turns a double into them; and no more than a clock counts.
  constexpr double range = 0x1p64;
  constexpr int64_t most = INT64_MAX / 1000;
  const double microseconds = seconds * 1e6;
  const int64_t counted = microseconds >= range ? 0 : microseconds < static_cast<double>(most) ? static_cast<int64_t>(microseconds) : most;
  interpreter(vm).gil().set_switch_interval(counted * 1000);
  interpreter(vm).process().set_switch_interval(counted * 1000);
  return kNone;
}

// The argument's place on the stack counts, as in CPython.
Ref get_reference_count(Vm&, const Arguments& arguments) {
  return make_int(arguments[0].is_object() ? int64_t{arguments[0].object()->refcount} : int64_t{1'000'000'000});
}

Ref get_recursion_limit(Vm& vm, const Arguments&) { return make_int(int64_t{vm.recursion_limit}); }

Ref set_recursion_limit(Vm& vm, const Arguments& arguments) {
  int64_t limit;
  if (!as_int64(vm, arguments[0], &limit)) return {};
  if (limit < 1) return raise(vm, exceptions::ValueError, "recursion limit must be greater or equal than 1");
  if (limit <= vm.thread->frame_depth)
    return raise(vm, exceptions::RecursionError, "cannot set the recursion limit to {} at the recursion depth {}: the limit is too low",
                 limit, vm.thread->frame_depth);
  vm.recursion_limit = static_cast<int>(std::min<int64_t>(limit, 1'000'000'000));
  return kNone;
}

Value handled(Vm& vm) {
  for (HandledException* item = vm.thread->handled; item; item = item->previous)
    if (!item->exception.is_null()) return item->exception;
  return kNone;
}

Ref exception(Vm& vm, const Arguments&) { return handled(vm); }

Ref exc_info(Vm& vm, const Arguments&) {
  const Value current = handled(vm);
  if (current.is_none()) return make_tuple({kNone, kNone, kNone});
  Traceback* traceback = current.as<BaseException>()->traceback;
  return make_tuple({Value::of(type_of(current)), current, traceback ? Value::of(traceback) : kNone});
}

// What CPython puts in front of an object: two words for the collector, and two for the attributes of a class's instances.
int64_t prefix_size(const Type* type) {
  const bool managed = has_flag(type, kHeapType) && has_flag(type, kHasAttributes) && !has_flag(type, kExceptionSubclass);
  return has_flag(type, kTracked) ? managed ? 32 : 16 : 0;
}

Ref size_of(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"object", "default"};
  Value out[2];
  if (!bind(vm, arguments, {.function = "getsizeof", .names = kNames, .count = 2, .required = 1}, out)) return {};
  const SpecialMethod method = find_special(vm, out[0], names.sizeof_);
  Ref size = method ? call_special(vm, method, out[0]) : Ref();
  int64_t number = 0;
  if (size && !is_int(size)) size = raise(vm, exceptions::TypeError, "an integer is required");
  if (!size && !out[1].is_null() && pending_matches(vm, exceptions::TypeError)) return clear_pending(vm), out[1];
  if (!size || !as_int64(vm, size, &number)) return {};
  if (number < 0) return raise(vm, exceptions::ValueError, "__sizeof__() should return >= 0");
  return make_int(number + prefix_size(type_of(out[0])));
}
Ref intern_text(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[0])) return raise(vm, exceptions::TypeError, "intern() argument must be str, not {}", type_name(arguments[0]));
  return Ref(intern(arguments[0].as<Str>()));
}
Ref default_encoding(Vm&, const Arguments&) { return make_str("utf-8"); }
Ref is_finalizing(Vm& vm, const Arguments&) { return Value::of(interpreter(vm).finalizing); }

Ref excepthook(Vm& vm, const Arguments& arguments) {
  const Value file = current_stream(vm, StreamKind::Errors);
  if (file.is_null()) return kNone;
  return write_to(vm, file, make_str(format_exception(vm, arguments[1]))) ? Ref(kNone) : Ref();
}

Ref displayhook(Vm& vm, const Arguments& arguments) {
  if (arguments[0].is_none()) return kNone;
  Ref text = repr(vm, arguments[0]);
  const Value file = current_stream(vm, StreamKind::Output);
  if (!text || file.is_null()) return {};
  return write_to(vm, file, text) && write_to(vm, file, Value::of(names.newline)) ? Ref(kNone) : Ref();
}

Ref get_frame(Vm& vm, const Arguments& arguments) {
  int64_t depth = 0;
  if (arguments.size() && !as_int64(vm, arguments[0], &depth)) return {};
  Frame* frame = vm.thread->frame;
  for (; depth > 0 && frame; --depth) frame = frame->previous;
  return frame ? make_frame_snapshot(vm, frame) : raise(vm, exceptions::ValueError, "call stack is not deep enough");
}

// Where each thread is: {ident: frame}.
Ref current_frames(Vm& vm, const Arguments&) {
  Ref frames = Ref::take(new_dict());
  for (const PythonThread* thread : interpreter(vm).threads()) {
    if (!thread->frame) continue;
    Ref frame = make_frame_snapshot(vm, thread->frame);
    if (!dict_set(vm, frames.as<Dict>(), make_int(thread->ident), frame)) return {};
  }
  return frames;
}

bool is_hook(Value value) { return value.is_none() || is_callable(value); }
void set_hook(Value& place, Value hook) {
  if (!hook.is_null()) replace(place, hook.is_none() ? Ref() : Ref(hook));
}

Ref set_async_generator_hooks(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"firstiter", "finalizer"};
  Value hooks[2];
  if (!bind(vm, arguments, {"set_asyncgen_hooks", kNames, 2}, hooks)) return {};
  for (const int i : {1, 0})
    if (!hooks[i].is_null() && !is_hook(hooks[i]))
      return raise(vm, exceptions::TypeError, "callable {} expected, got {}", kNames[i], type_name(hooks[i]));
  PythonThread& thread = interpreter(vm).current();
  set_hook(thread.finalizer_hook, hooks[1]);
  set_hook(thread.first_iteration_hook, hooks[0]);
  return kNone;
}

Ref get_async_generator_hooks(Vm& vm, const Arguments&) {
  static const char* const fields[] = {"firstiter", "finalizer"};
  const PythonThread& thread = interpreter(vm).current();
  auto hook = [](Value value) { return value.is_null() ? Ref(kNone) : Ref(value); };
  return make_struct_sequence("asyncgen_hooks", fields, {hook(thread.first_iteration_hook), hook(thread.finalizer_hook)});
}

Ref set_origin_depth(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"depth"};
  Value given;
  int64_t depth;
  if (!bind(vm, arguments, {"set_coroutine_origin_tracking_depth", kNames, 1, 0, 1}, &given) || !as_int64(vm, given, &depth)) return {};
  if (depth < 0) return raise(vm, exceptions::ValueError, "depth must be >= 0");
  interpreter(vm).current().origin_depth = depth;
  return kNone;
}
Ref get_origin_depth(Vm& vm, const Arguments&) { return make_int(interpreter(vm).current().origin_depth); }

// There is neither a trace nor a profile function: setting one is refused before the run.
Ref accept(Vm&, const Arguments&) { return kNone; }

const NativeDescription kFunctions[] = {
    {"exit", exit_program, {0, 1}},
    {"get_int_max_str_digits", get_int_max_str_digits, {0, 0}},
    {"set_int_max_str_digits", set_int_max_str_digits, {1, 1}},
    {"getswitchinterval", get_switch_interval, {0, 0}},
    {"setswitchinterval", set_switch_interval, {1, 1}},
    {"getrefcount", get_reference_count, {1, 1}},
    {"getrecursionlimit", get_recursion_limit, {0, 0}},
    {"setrecursionlimit", set_recursion_limit, {1, 1}},
    {"exception", exception, {0, 0}},
    {"exc_info", exc_info, {0, 0}},
    {"getsizeof", size_of, kAny},
    {"intern", intern_text, {1, 1}},
    {"getdefaultencoding", default_encoding, {0, 0}},
    {"getfilesystemencoding", default_encoding, {0, 0}},
    {"is_finalizing", is_finalizing, {0, 0}},
    {"excepthook", excepthook, {3, 3}},
    {"__excepthook__", excepthook, {3, 3}},
    {"displayhook", displayhook, {1, 1}},
    {"__displayhook__", displayhook, {1, 1}},
    {"_getframe", get_frame, {0, 1}},
    {"_current_frames", current_frames, {0, 0}},
    {"set_asyncgen_hooks", set_async_generator_hooks, kAny},
    {"get_asyncgen_hooks", get_async_generator_hooks, {0, 0}},
    {"set_coroutine_origin_tracking_depth", set_origin_depth, kAny},
    {"get_coroutine_origin_tracking_depth", get_origin_depth, {0, 0}},
    {"gettrace", accept, {0, 0}},
    {"getprofile", accept, {0, 0}},
};

void set_text(Dict* dictionary, const char* name, std::string_view text) { dict_set_str(dictionary, intern(name), make_str(text)); }

Ref make_arguments(Interpreter& vm) {
  List* list = new_list();
  list_append(list, make_str(vm.program_file));
  for (const std::string& argument : vm.settings().arguments) list_append(list, make_str(argument));
  return Ref::take(list);
}

// Where modules come from. To look at only: imports do not ask it.
Ref make_path(Interpreter& vm) {
  List* list = new_list();
  list_append(list, make_str(vm.program_file.empty() || vm.program_file == "-" || vm.program_file == "-c" ? "" : parent_folder(vm.outside().module_folder)));
  list_append(list, make_str("/usr/lib/python3.11"));
  return Ref::take(list);
}

// (major, minor, micro, releaselevel, serial) of the Python whose threads are modelled.
Ref make_version_info(const PythonDescription& python) {
  static const char* const fields[] = {"major", "minor", "micro", "releaselevel", "serial"};
  return make_struct_sequence("sys.version_info", fields,
                              {make_int(int64_t{python.major}), make_int(int64_t{python.minor}), make_int(int64_t{python.micro}),
                               make_str("final"), make_int(int64_t{0})});
}

void add_version(Interpreter& vm, Dict* dictionary) {
  const PythonDescription& python = describe(vm.settings().version);
  dict_set_str(dictionary, intern("version_info"), make_version_info(python));
  set_text(dictionary, "version", fmt::format("{}.{}.{} (gilsim)", python.major, python.minor, python.micro));
  dict_set_str(dictionary, intern("hexversion"), make_int(int64_t{python.major << 24 | python.minor << 16 | python.micro << 8 | 0xf0}));
  static const char* const implementation_fields[] = {"name", "cache_tag", "version", "hexversion"};
  dict_set_str(dictionary, intern("implementation"),
               make_struct_sequence("sys.implementation", implementation_fields,
                                    {make_str("cpython"), make_str(fmt::format("cpython-{}{}", python.major, python.minor)),
                                     make_version_info(python), make_int(int64_t{0})}));
}

void add_streams(Interpreter& vm, Dict* dictionary) {
  const struct { const char* name; StreamKind kind; } streams[] = {
      {"stdin", StreamKind::Input}, {"stdout", StreamKind::Output}, {"stderr", StreamKind::Errors}};
  for (const auto& stream : streams) {
    Ref object = make_text_stream(vm, stream.kind);
    dict_set_str(dictionary, intern(stream.name), object);
    dict_set_str(dictionary, intern(fmt::format("__{}__", stream.name)), object);
  }
}

void add_numbers(Dict* dictionary) {
  dict_set_str(dictionary, intern("maxsize"), make_int(INT64_MAX));
  dict_set_str(dictionary, intern("maxunicode"), make_int(int64_t{0x10FFFF}));
  static const char* const float_fields[] = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig",
                                             "epsilon", "radix", "rounds"};
  dict_set_str(dictionary, intern("float_info"),
               make_struct_sequence("sys.float_info", float_fields,
                                    {make_float(1.7976931348623157e308), make_int(int64_t{1024}), make_int(int64_t{308}),
                                     make_float(2.2250738585072014e-308), make_int(int64_t{-1021}), make_int(int64_t{-307}),
                                     make_int(int64_t{15}), make_int(int64_t{53}), make_float(2.220446049250313e-16),
                                     make_int(int64_t{2}), make_int(int64_t{1})}));
}

bool populate(Vm& any_vm, Module* module) {
  Interpreter& vm = interpreter(any_vm);
  vm.sys_module = module;
  Dict* dictionary = module->dictionary;
  dict_set_str(dictionary, intern("argv"), make_arguments(vm));
  dict_set_str(dictionary, intern("modules"), Value::of(reinterpret_cast<Object*>(vm.modules)));
  dict_set_str(dictionary, intern("path"), make_path(vm));
  dict_set_str(dictionary, intern("warnoptions"), Ref::take(new_list()));
  set_text(dictionary, "platform", "linux");
  set_text(dictionary, "byteorder", "little");
  set_text(dictionary, "executable", "/usr/bin/python3");
  for (const char* name : {"prefix", "base_prefix", "exec_prefix", "base_exec_prefix"}) set_text(dictionary, name, "/usr");
  set_text(dictionary, "platlibdir", "lib");
  set_text(dictionary, "float_repr_style", "short");
  set_text(dictionary, "abiflags", "");
  dict_set_str(dictionary, intern("api_version"), make_int(int64_t{1013}));
  dict_set_str(dictionary, intern("dont_write_bytecode"), kFalse);
  set_text(dictionary, "copyright", "");
  add_version(vm, dictionary);
  add_streams(vm, dictionary);
  add_numbers(dictionary);
  add_constants_of_sys(dictionary);
  return true;
}

}  // namespace

const ModuleDefinition& sys_module() {
  static const ModuleDefinition module{"sys", kFunctions, populate};
  return module;
}

}  // namespace gilsim::python

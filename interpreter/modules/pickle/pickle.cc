// The _pickle module: dumps, loads and their like, and the types Pickler and Unpickler.
#include <climits>

#include "interpreter/modules/pickle/pickle_buffer.h"
#include "interpreter/modules/pickle/pickler.h"
#include "interpreter/modules/pickle/unpickler.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type pickle_error_type, pickling_error_type, unpickling_error_type;

namespace {

constexpr int64_t kStartNs = 200;
constexpr int64_t kPicklerNs = 500;  // making a Pickler: its memo has room for many from the start

Type pickler_type, unpickler_type;

// A given protocol: None is the default, a negative one the highest.
bool read_protocol(Vm& vm, Value value, int* protocol) {
  int64_t number = kDefaultProtocol;
  if (!value.is_null() && !value.is_none() && !as_int64_clamped(vm, value, &number)) return false;
  if (number < 0) number = kHighestProtocol;
  if (number > kHighestProtocol)
    return fail(vm, exceptions::ValueError, "pickle protocol must be <= {}", kHighestProtocol);
  return *protocol = static_cast<int>(number), true;
}

bool read_flag(Vm& vm, Value value, bool* flag) {
  if (value.is_null()) return true;
  const int answer = truth(vm, value);
  return answer >= 0 && (*flag = answer, true);
}

Ref given(Value value) {
  return value.is_null() || value.is_none() ? Ref() : Ref(value);
}

bool read_text(Vm& vm, Value value, const char* function, const char* name, HeapString* text) {
  if (value.is_null()) return true;
  if (!is_str(value))
    return fail(vm, exceptions::TypeError, "{}() argument '{}' must be str, not {}", function, name,
                type_name(value));
  return *text = std::string_view(to_utf8(value)), true;
}

bool write_to(Vm& vm, Value write, std::string_view octets) {
  return static_cast<bool>(call(vm, write, {make_bytes(octets)}));
}

// An attribute that a file must have: "file must have a 'write' attribute".
Ref file_attribute(Vm& vm, Value file, const char* name, const char* message) {
  bool failed = false;
  Ref attribute = get_attribute_or_null(vm, file, intern(name), &failed);
  if (attribute || failed) return attribute;
  return raise(vm, exceptions::TypeError, message);
}

constexpr const char* kReadMessage = "file must have 'read' and 'readline' attributes";

// --- functions
// -------------------------------------------------------------------------------------------------------

bool pickle_value(Vm& vm, const Value* out, Value value,
                  HeapString* octets) {  // out: protocol, fix_imports, buffer_callback
  int protocol;
  bool fix_imports = true;
  if (!read_protocol(vm, out[0], &protocol) || !read_flag(vm, out[1], &fix_imports)) return false;
  if (given(out[2]) && protocol < 5)
    return fail(vm, exceptions::ValueError, "buffer_callback needs protocol >= 5");
  vm.charge(kStartNs);
  Pickler pickler(vm, protocol, fix_imports);
  pickler.hooks.buffer_callback = given(out[2]);
  if (!pickler.dump(vm, value)) return false;
  return *octets = pickler.output().octets(), true;
}

Ref dumps(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"obj", "protocol", "fix_imports", "buffer_callback"};
  Value out[4];
  HeapString octets;
  if (!bind(vm, arguments,
            {.function = "dumps", .names = kNames, .count = 4, .required = 1, .keyword_only_from = 2}, out))
    return {};
  return pickle_value(vm, out + 1, out[0], &octets) ? make_bytes(octets) : Ref();
}

Ref dump(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"obj", "file", "protocol", "fix_imports", "buffer_callback"};
  Value out[5];
  HeapString octets;
  if (!bind(vm, arguments,
            {.function = "dump", .names = kNames, .count = 5, .required = 2, .keyword_only_from = 3}, out))
    return {};
  Ref write = file_attribute(vm, out[1], "write", "file must have a 'write' attribute");
  return write && pickle_value(vm, out + 2, out[0], &octets) && write_to(vm, write, octets) ? Ref(kNone)
                                                                                            : Ref();
}

bool read_settings(Vm& vm, const Value* out, const char* function,
                   UnpicklerSettings* settings) {  // fix_imports, encoding, errors, buffers
  if (!read_flag(vm, out[0], &settings->fix_imports) ||
      !read_text(vm, out[1], function, "encoding", &settings->encoding) ||
      !read_text(vm, out[2], function, "errors", &settings->errors))
    return false;
  if (!given(out[3])) return true;
  settings->buffers = iterate(vm, out[3]);
  return static_cast<bool>(settings->buffers);
}

Ref loads(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"", "fix_imports", "encoding", "errors", "buffers"};
  Value out[5];
  UnpicklerSettings settings;
  HeldBuffer held;
  if (!bind(vm, arguments,
            {.function = "loads",
             .names = kNames,
             .count = 5,
             .positional_only = 1,
             .required = 1,
             .keyword_only_from = 1},
            out))
    return {};
  if (!held.hold(vm, out[0]) || !read_settings(vm, out + 1, "loads", &settings)) return {};
  vm.charge(kStartNs);
  PickleInput input{held.octets(), {}, {}, {}};
  return Unpickler(vm, input, settings).load();
}

bool open_input(Vm& vm, Value file, PickleInput* input) {
  input->read = file_attribute(vm, file, "read", kReadMessage);
  if (!input->read) return false;
  input->readline = file_attribute(vm, file, "readline", kReadMessage);
  return static_cast<bool>(input->readline);
}

Ref load(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"file", "fix_imports", "encoding", "errors", "buffers"};
  Value out[5];
  UnpicklerSettings settings;
  PickleInput input;
  if (!bind(vm, arguments,
            {.function = "load", .names = kNames, .count = 5, .required = 1, .keyword_only_from = 1}, out))
    return {};
  if (!open_input(vm, out[0], &input) || !read_settings(vm, out + 1, "load", &settings)) return {};
  vm.charge(kStartNs);
  return Unpickler(vm, input, settings).load();
}

// --- Pickler
// ---------------------------------------------------------------------------------------------------------

struct PicklerObject : Object {
  Pickler* pickler;  // null before __init__
  Value write, buffer_callback;
};

Ref create_pickler(Vm&, Type* type, const Arguments&) {
  auto* self = allocate_object<PicklerObject>(type);
  self->pickler = nullptr;
  self->write = self->buffer_callback = kNull;
  return Ref::take(self);
}

void destroy_pickler(Object* object) {
  auto* self = static_cast<PicklerObject*>(object);
  destroy_in_heap(self->pickler);
  decref(std::exchange(self->write, kNull));
  decref(std::exchange(self->buffer_callback, kNull));
  free_object(object, sizeof(PicklerObject));
}

bool initialize_pickler(Vm& vm, Value value, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"file", "protocol", "fix_imports", "buffer_callback"};
  Value out[4];
  int protocol;
  bool fix_imports = true;
  if (!bind(vm, arguments, {.function = "Pickler", .names = kNames, .count = 4, .required = 1}, out))
    return false;
  if (!read_protocol(vm, out[1], &protocol) || !read_flag(vm, out[2], &fix_imports)) return false;
  if (given(out[3]) && protocol < 5)
    return fail(vm, exceptions::ValueError, "buffer_callback needs protocol >= 5");
  Ref write = file_attribute(vm, out[0], "write", "file must have a 'write' attribute");
  if (!write) return false;
  auto* self = value.as<PicklerObject>();
  vm.charge(kPicklerNs);
  destroy_in_heap(self->pickler);
  self->pickler = make_in_heap<Pickler>(vm, protocol, fix_imports);
  Ref old_write = Ref::take(std::exchange(self->write, write.release()));
  Ref old_callback = Ref::take(std::exchange(self->buffer_callback, given(out[3]).release()));
  return true;
}

// Functions that a subclass or the program has put on the object.
bool find_hook(Vm& vm, Value self, const char* name, Ref* hook) {
  bool failed = false;
  *hook = get_attribute_or_null(vm, self, intern(name), &failed);
  return !failed;
}

Ref dump_method(Vm& vm, const Arguments& arguments) {
  auto* self = arguments[0].as<PicklerObject>();
  if (!self->pickler)
    return raise(vm, pickling_error_type, "Pickler.__init__() was not called by {}.__init__()",
                 type_name(arguments[0]));
  PicklerHooks& hooks = self->pickler->hooks;
  if (!find_hook(vm, arguments[0], "persistent_id", &hooks.persistent_id) ||
      !find_hook(vm, arguments[0], "reducer_override", &hooks.reducer_override) ||
      !find_hook(vm, arguments[0], "dispatch_table", &hooks.dispatch_table))
    return {};
  hooks.buffer_callback = self->buffer_callback.is_null() ? Ref() : Ref(self->buffer_callback);
  vm.charge(kStartNs);
  self->pickler->output().clear();
  const bool done = self->pickler->dump(vm, arguments[1]);
  hooks = {};  // bound methods of this object: kept, they would keep it alive
  return done && write_to(vm, self->write, self->pickler->output().octets()) ? Ref(kNone) : Ref();
}

Ref clear_memo(Vm&, const Arguments& arguments) {
  if (auto* pickler = arguments[0].as<PicklerObject>()->pickler) pickler->clear_memo();
  return kNone;
}

Ref get_bin(Vm&, Value self) {
  return make_int(
      int64_t{self.as<PicklerObject>()->pickler && self.as<PicklerObject>()->pickler->protocol() > 0});
}
Ref get_fast(Vm&, Value self) {
  return make_int(int64_t{self.as<PicklerObject>()->pickler && self.as<PicklerObject>()->pickler->fast});
}
bool set_fast(Vm& vm, Value self, Value value) {
  bool fast = false;
  if (!self.as<PicklerObject>()->pickler || !read_flag(vm, value, &fast)) return false;
  return self.as<PicklerObject>()->pickler->fast = fast, true;
}

constexpr NativeDescription kPicklerMethods[] = {
    {"dump", dump_method, {1, 1}, "Write a pickled representation of the given object to the open file."},
    {"clear_memo", clear_memo, {0, 0}, "Clears the pickler's \"memo\"."},
};
constexpr GetterDescription kPicklerGetters[] = {{"bin", get_bin}, {"fast", get_fast, set_fast}};

// --- Unpickler
// -------------------------------------------------------------------------------------------------------

struct UnpicklerState {
  PickleInput input;
  UnpicklerSettings settings;
  HeapMap<int64_t, Ref> memo;
};

struct UnpicklerObject : Object {
  UnpicklerState* state;  // null before __init__
};

Ref create_unpickler(Vm&, Type* type, const Arguments&) {
  auto* self = allocate_object<UnpicklerObject>(type);
  self->state = nullptr;
  return Ref::take(self);
}

void destroy_unpickler(Object* object) {
  destroy_in_heap(static_cast<UnpicklerObject*>(object)->state);
  free_object(object, sizeof(UnpicklerObject));
}

bool initialize_unpickler(Vm& vm, Value value, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"file", "fix_imports", "encoding", "errors", "buffers"};
  Value out[5];
  if (!bind(vm, arguments,
            {.function = "Unpickler", .names = kNames, .count = 5, .required = 1, .keyword_only_from = 1},
            out))
    return false;
  auto* self = value.as<UnpicklerObject>();
  destroy_in_heap(self->state);
  self->state = make_in_heap<UnpicklerState>();
  return open_input(vm, out[0], &self->state->input) &&
         read_settings(vm, out + 1, "Unpickler", &self->state->settings);
}

bool is_unpickler_ready(Vm& vm, Value self) {
  if (self.as<UnpicklerObject>()->state) return true;
  return fail(vm, unpickling_error_type, "Unpickler.__init__() was not called by {}.__init__()",
              type_name(self));
}

Ref load_method(Vm& vm, const Arguments& arguments) {
  if (!is_unpickler_ready(vm, arguments[0])) return {};
  UnpicklerState& state = *arguments[0].as<UnpicklerObject>()->state;
  if (!find_hook(vm, arguments[0], "persistent_load", &state.settings.persistent_load)) return {};
  const bool is_plain = type_of(arguments[0]) == &unpickler_type;
  if (!is_plain && !find_hook(vm, arguments[0], "find_class", &state.settings.find_class)) return {};
  vm.charge(kStartNs);
  Unpickler unpickler(vm, state.input, state.settings);
  unpickler.memo.swap(state.memo);
  Ref result = unpickler.load();
  unpickler.memo.swap(state.memo);
  state.settings.persistent_load = state.settings.find_class = {};
  return result;
}

Ref find_class(Vm& vm, const Arguments& arguments) {
  if (!is_unpickler_ready(vm, arguments[0])) return {};
  if (!is_str(arguments[1]) || !is_str(arguments[2]))
    return raise(vm, exceptions::TypeError, "find_class() arguments must be str");
  return find_pickled_global(vm, arguments[0].as<UnpicklerObject>()->state->settings, kDefaultProtocol,
                             to_utf8(arguments[1]), to_utf8(arguments[2]));
}

constexpr NativeDescription kUnpicklerMethods[] = {
    {"load", load_method, {0, 0}, "Load a pickle."},
    {"find_class", find_class, {2, 2}, "Return an object from a specified module."},
};

// --- the module
// ------------------------------------------------------------------------------------------------------

constexpr NativeDescription kFunctions[] = {
    {"dumps", dumps, kAny, "Return the pickled representation of the object as a bytes object."},
    {"dump", dump, kAny, "Write a pickled representation of obj to the open file object file."},
    {"loads", loads, kAny, "Read and return an object from the given pickle data."},
    {"load", load, kAny, "Read and return an object from the pickle data stored in a file."},
};

void define_error(Type& type, const char* name, Type* base) {
  define_type(type, {.name = name,
                     .base = base,
                     .basic_size = sizeof(BaseException),
                     .flags = kSubclassable,
                     .operations = {}});
}

bool populate(Vm&, Module* module) {
  constexpr uint32_t kFlags = kTracked | kHasAttributes | kSubclassable;
  define_error(pickle_error_type, "_pickle.PickleError", &exceptions::Exception);
  define_error(pickling_error_type, "_pickle.PicklingError", &pickle_error_type);
  define_error(unpickling_error_type, "_pickle.UnpicklingError", &pickle_error_type);
  define_pickle_buffer_type();
  define_type(
      pickler_type,
      {.name = "_pickle.Pickler",
       .base = nullptr,
       .basic_size = sizeof(PicklerObject),
       .flags = kFlags,
       .operations = {.destroy = destroy_pickler, .create = create_pickler, .initialize = initialize_pickler},
       .methods = kPicklerMethods,
       .getters = kPicklerGetters,
       .doc = "This takes a binary file for writing a pickle data stream."});
  define_type(unpickler_type, {.name = "_pickle.Unpickler",
                               .base = nullptr,
                               .basic_size = sizeof(UnpicklerObject),
                               .flags = kFlags,
                               .operations = {.destroy = destroy_unpickler,
                                              .create = create_unpickler,
                                              .initialize = initialize_unpickler},
                               .methods = kUnpicklerMethods,
                               .doc = "This takes a binary file for reading a pickle data stream."});
  const std::pair<const char*, Type*> types[] = {{"PickleError", &pickle_error_type},
                                                 {"PicklingError", &pickling_error_type},
                                                 {"UnpicklingError", &unpickling_error_type},
                                                 {"PickleBuffer", &pickle_buffer_type},
                                                 {"Pickler", &pickler_type},
                                                 {"Unpickler", &unpickler_type}};
  for (auto [name, type] : types) dict_set_str(module->dictionary, intern(name), Value::of(type));
  return true;
}

}  // namespace

const ModuleDefinition& _pickle_module() {
  static const ModuleDefinition module{"_pickle", kFunctions, populate,
                                       "Values as rows of octets, and back."};
  return module;
}

}  // namespace gilsim::python

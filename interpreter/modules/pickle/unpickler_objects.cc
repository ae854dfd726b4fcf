// Unpickler: classes, functions and objects.
#include <fmt/format.h>

#include "interpreter/modules/pickle/importing.h"
#include "interpreter/modules/pickle/pickler.h"
#include "interpreter/modules/pickle/unpickler.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/memory_view.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

constexpr int64_t kObjectNs = 400;
constexpr int64_t kGlobalNs = 1'600;  // its module is imported once more, and its name looked up there

}  // namespace

Ref find_pickled_global(Vm& vm, const UnpicklerSettings& settings, int protocol, std::string module_name,
                        std::string name) {
  if (protocol < 3 && settings.fix_imports) to_python3_names(&module_name, &name);
  Ref module = import_for_pickle(vm, make_str(module_name));
  if (!module) return {};
  Ref found = module;
  for (size_t start = 0, dot = 0; dot != std::string::npos; start = dot + 1) {
    dot = protocol >= 4 ? name.find('.', start) : std::string::npos;
    const std::string part = name.substr(start, dot - start);
    bool failed = false;
    found = part == "<locals>" ? Ref() : get_attribute_or_null(vm, found, intern(part), &failed);
    if (failed) return {};
    if (!found)
      return raise(vm, exceptions::AttributeError, "Can't get attribute '{}' on {}", name,
                   repr_utf8(vm, module));
  }
  return found;
}

bool Unpickler::make_global(const std::string& module, const std::string& name) {
  vm_.charge(kGlobalNs);
  Ref found = settings_.find_class ? call(vm_, settings_.find_class, {make_str(module), make_str(name)})
                                   : find_pickled_global(vm_, settings_, protocol_, module, name);
  return found && (push(found), true);
}

bool Unpickler::stack_global() {
  if (stack_.size() < fence() + 2) return refuse("STACK_GLOBAL requires str");
  Ref name = pop(), module = pop();
  if (!is_str(name) || !is_str(module)) return refuse("STACK_GLOBAL requires str");
  return make_global(to_utf8(module), to_utf8(name));
}

bool Unpickler::reduce() {
  if (!need(2)) return false;
  Ref arguments = pop(), callable = pop();
  if (!is_tuple(arguments)) return fail(vm_, exceptions::TypeError, "argument list must be a tuple");
  vm_.charge(kObjectNs / 2);
  const auto* tuple = arguments.as<Tuple>();
  Ref made = call(vm_, callable, Arguments{tuple->items, static_cast<size_t>(tuple->size)});
  return made && (push(made), true);
}

// cls.__new__(cls, *args[, **kwargs])
bool Unpickler::new_object(bool with_keywords) {
  const char* opcode = with_keywords ? "NEWOBJ_EX" : "NEWOBJ";
  if (!need(with_keywords ? 3 : 2)) return false;
  Ref keywords = with_keywords ? pop() : Ref(), arguments = pop(), type = pop();
  if (!is_instance(type, &type_type))
    return refuse(fmt::format("{} class argument must be a type, not {}", opcode, type_name(type)));
  if (!is_tuple(arguments))
    return refuse(fmt::format("{} args argument must be a tuple, not {}", opcode, type_name(arguments)));
  if (keywords && !is_dict(keywords))
    return refuse(fmt::format("{} kwargs argument must be a dict, not {}", opcode, type_name(keywords)));
  vm_.charge(kObjectNs / 2);
  Ref make = get_attribute(vm_, type, names.new_);
  if (!make) return false;
  std::vector<Value> values = {type}, keys;
  const auto* tuple = arguments.as<Tuple>();
  values.insert(values.end(), tuple->items, tuple->items + tuple->size);
  const size_t count = values.size();
  Value key, value;
  if (keywords)
    for (int32_t i = 0; dict_next(keywords.as<Dict>(), i, &key, &value);)
      keys.push_back(key), values.push_back(value);
  Ref key_names = make_tuple(keys.data(), std::ssize(keys));
  Ref made = call(vm_, make, Arguments{values.data(), count, keys.empty() ? nullptr : key_names.as<Tuple>()});
  return made && (push(made), true);
}

bool Unpickler::build() {
  if (!need(2)) return false;
  Ref state = pop(), instance(stack_.back());
  bool failed = false;
  Ref method = get_attribute_or_null(vm_, instance, names.setstate, &failed);
  if (failed) return false;
  vm_.charge(kObjectNs / 2);
  if (method) return static_cast<bool>(call(vm_, method, {state}));
  return build_state(instance, state);
}

// Without a __setstate__: a dict of attributes, or such a dict (or None) and one of slots.
bool Unpickler::build_state(Value instance, Value state) {
  Value slots;
  if (is_tuple(state) && state.as<Tuple>()->size == 2) {
    slots = state.as<Tuple>()->items[1];
    state = state.as<Tuple>()->items[0];
  }
  if (!state.is_none()) {
    if (!is_dict(state)) return refuse("state is not a dictionary");
    Ref attributes = get_attribute(vm_, instance, names.dict);
    if (!attributes) return false;
    Value key, value;
    for (int32_t i = 0; dict_next(state.as<Dict>(), i, &key, &value);) {
      Ref name = is_exact_str(key) ? Ref(intern(key.as<Str>())) : Ref(key);
      if (!set_item(vm_, attributes, name, value)) return false;
    }
  }
  if (slots.is_null() || slots.is_none()) return true;
  if (!is_dict(slots)) return refuse("slot state is not a dictionary");
  Value key, value;
  for (int32_t i = 0; dict_next(slots.as<Dict>(), i, &key, &value);)
    if (!is_str(key) || !set_attribute(vm_, instance, intern(key.as<Str>()), value)) return false;
  return true;
}

// What protocol 0 does for classes of Python 2: with no arguments nothing but the object itself is made.
bool Unpickler::instantiate(Value type, Ref arguments) {
  const auto* tuple = arguments.as<Tuple>();
  bool failed = false;
  Ref own = tuple->size ? Ref() : get_attribute_or_null(vm_, type, intern("__getinitargs__"), &failed);
  if (failed) return false;
  const bool bare = tuple->size == 0 && is_instance(type, &type_type) && !own;
  Ref made = bare ? call_method(vm_, type, names.new_, {type})
                  : call(vm_, type, Arguments{tuple->items, static_cast<size_t>(tuple->size)});
  return made && (push(made), true);
}

bool Unpickler::load_instance(unsigned char opcode) {
  size_t from;
  if (opcode == kObj) {
    if (!take_mark(&from)) return false;
    if (stack_.size() <= from) return underflow();
    Ref arguments = tuple_from(from + 1), type = pop();
    return instantiate(type, arguments);
  }
  std::string_view line;
  if (!take_line(&line)) return false;
  const std::string module(line);
  if (!take_line(&line) || !take_mark(&from)) return false;
  const std::string name(line);
  Ref arguments = tuple_from(from);
  if (!make_global(module, name)) return false;
  Ref type = pop();
  return instantiate(type, arguments);
}

bool Unpickler::load_persistent(Ref id) {
  if (!settings_.persistent_load)
    return refuse(
        "A load persistent id instruction was encountered,\nbut no persistent_load function was specified.");
  Ref value = call(vm_, settings_.persistent_load, {id});
  return value && (push(value), true);
}

bool Unpickler::next_buffer() {
  if (!settings_.buffers)
    return refuse("pickle stream refers to out-of-band data but no *buffers* argument was given");
  Ref buffer = next(vm_, settings_.buffers);
  if (buffer) return push(buffer), true;
  return is_pending(vm_) ? false : refuse("not enough out-of-band buffers");
}

bool Unpickler::read_only_buffer() {
  if (!need(1)) return false;
  Ref view = make_memory_view(vm_, stack_.back());
  if (!view) return false;
  if (view.as<MemoryView>()->read_only) return true;
  Ref read_only = call_method(vm_, view, intern("toreadonly"));
  return read_only && (stack_.back() = read_only, true);
}

bool Unpickler::load_object(unsigned char opcode) {
  uint64_t number = 0;
  std::string_view octets;
  switch (opcode) {
    case kProto:
      if (!take_number(1, &number)) return false;
      if (number > kHighestProtocol)
        return fail(vm_, exceptions::ValueError, "unsupported pickle protocol: {}", number);
      return protocol_ = static_cast<int>(number), true;
    case kFrame: {
      if (!take_number(8, &number)) return false;
      if (!input_.read || input_.rest.size() >= number) return input_.rest.size() >= number || truncated();
      // The whole frame is fetched at once.
      std::string_view frame;
      if (!take(number, &frame)) return false;
      return input_.rest = input_.storage, true;
    }
    case kGlobal: {
      if (!take_line(&octets)) return false;
      const std::string module(octets);
      return take_line(&octets) && make_global(module, std::string(octets));
    }
    case kStackGlobal: return stack_global();
    case kReduce: return reduce();
    case kNewObj: return new_object(false);
    case kNewObjEx: return new_object(true);
    case kBuild: return build();
    case kInst:
    case kObj: return load_instance(opcode);
    case kPersId: return take_line(&octets) && load_persistent(make_str(octets));
    case kBinPersId: return need(1) && load_persistent(pop());
    case kNextBuffer: return next_buffer();
    case kReadOnlyBuffer: return read_only_buffer();
    case kExt1:
    case kExt2:
    case kExt4: {
      if (!take_number(opcode == kExt1 ? 1 : opcode == kExt2 ? 2 : 4, &number)) return false;
      Ref registry = from_copyreg(vm_, "_inverted_registry");
      Value found;
      if (!registry) return false;
      const int known = dict_lookup(vm_, registry.as<Dict>(), make_int(number), &found);
      if (known < 0) return false;
      if (!known) return fail(vm_, exceptions::ValueError, "unregistered extension code {}", number);
      return make_global(to_utf8(found.as<Tuple>()->items[0]), to_utf8(found.as<Tuple>()->items[1]));
    }
    default: break;
  }
  if (opcode < 0x20 || opcode >= 0x7f || opcode == '\'' || opcode == '\\')
    return refuse(fmt::format("invalid load key, '\\x{:02x}'.", opcode));
  return refuse(fmt::format("invalid load key, '{}'.", static_cast<char>(opcode)));
}

}  // namespace gilsim::python

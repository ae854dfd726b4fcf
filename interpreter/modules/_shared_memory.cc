// _shared_memory: blocks of memory that are the same in all processes, by name or inherited. Their octets are seen through
// memoryview.
#include "interpreter/modules/system_call.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "sim/named_objects.h"

namespace gilsim::python {

namespace {

Type shared_block_type;

struct SharedBlock : Object {
  sim::MemoryBlock* block;  // the kernel's; null once it was closed
  int64_t exports;
};

SharedBlock* self_of(const Arguments& arguments) { return arguments[0].as<SharedBlock>(); }

// SharedBlock(name, create, size): by name, or with None one that only this process and its children have.
Ref create(Vm& any_vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"name", "create", "size"};
  Interpreter& vm = interpreter(any_vm);
  Value given[3];
  if (!bind(vm, arguments, {.function = "SharedBlock", .names = kNames, .count = 3, .required = 1}, given)) return {};
  int64_t size = 0;
  const int creates = given[1].is_null() ? 0 : truth(vm, given[1]);
  if (creates < 0 || (!given[2].is_null() && !as_int64(vm, given[2], &size))) return {};
  if (size < 0 || heap.refuses(static_cast<size_t>(size))) return raise(vm, exceptions::MemoryError);
  const std::string name = is_str(given[0]) ? to_utf8(given[0]) : "";
  if (!vm.synchronize()) return {};
  sim::NamedObjects& objects = vm.computer().named_objects();
  sim::MemoryBlock* block = nullptr;
  const int error = creates || name.empty() ? objects.create_block(name, static_cast<size_t>(size), &block) : objects.find_block(name, &block);
  if (!vm.resume_after_kernel()) return {};
  if (error) return raise_os_error(vm, error, make_str("/" + name));
  auto* self = static_cast<SharedBlock*>(allocate_object(type, sizeof(SharedBlock)));
  self->block = block;
  self->exports = 0;
  return Ref::take(self);
}

bool export_block(Vm& vm, Value self, Buffer* out) {
  auto* shared = self.as<SharedBlock>();
  if (!shared->block) return fail(vm, exceptions::ValueError, "the block is closed");
  *out = {.data = shared->block->octets(),
          .size = static_cast<int64_t>(shared->block->size()),
          .read_only = false,
          .exports = &shared->exports,
          .shared = true};
  return true;
}

Ref close(Vm& vm, const Arguments& arguments) {
  if (self_of(arguments)->exports) return raise(vm, exceptions::BufferError, "cannot close exported pointers exist");
  self_of(arguments)->block = nullptr;
  return kNone;
}

Ref size_of(Vm&, Value self) {
  const auto* shared = self.as<SharedBlock>();
  return make_int(shared->block ? static_cast<int64_t>(shared->block->size()) : int64_t{0});
}

Ref unlink(Vm& any_vm, const Arguments& arguments) {
  Interpreter& vm = interpreter(any_vm);
  if (!is_str(arguments[0])) return raise(vm, exceptions::TypeError, "argument must be str, not {}", type_name(arguments[0]));
  if (!vm.synchronize()) return {};
  const int error = vm.computer().named_objects().unlink_block(to_utf8(arguments[0]));
  if (!vm.resume_after_kernel()) return {};
  return error ? raise_os_error(vm, error, make_str("/" + to_utf8(arguments[0]))) : Ref(kNone);
}

constexpr NativeDescription kMethods[] = {{"close", close, {0, 0}}};
constexpr GetterDescription kGetters[] = {{"size", size_of}};
constexpr NativeDescription kFunctions[] = {{"unlink", unlink, {1, 1}}};

bool populate(Vm&, Module* module) {
  auto destroy = [](Object* object) { free_object(object, sizeof(SharedBlock)); };
  define_type(shared_block_type, {.name = "_shared_memory.SharedBlock",
                                  .base = nullptr,
                                  .basic_size = sizeof(SharedBlock),
                                  .flags = 0,
                                  .operations = {.destroy = destroy, .create = create, .buffer = export_block},
                                  .methods = kMethods,
                                  .getters = kGetters});
  dict_set_str(module->dictionary, intern("SharedBlock"), Value::of(&shared_block_type));
  return true;
}

}  // namespace

const ModuleDefinition& _shared_memory_module() {
  static const ModuleDefinition definition{"_shared_memory", kFunctions, populate};
  return definition;
}

}  // namespace gilsim::python

#include "interpreter/modules/thread_local.h"

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type thread_local_type;

namespace {

struct ThreadLocal : Object {
  Tuple* arguments;      // of its creation: a subclass's __init__ is called with them in each thread; or null
  Tuple* keyword_names;  // or null; their values end `arguments`
};

// The attributes of `self` in the current thread; made, and initialised by a subclass's __init__, at their first use there.
Dict* dictionary_of(Vm& vm, Value self) {
  if (vm.thread->thread_dictionary.is_null()) vm.thread->thread_dictionary = Value::of(reinterpret_cast<Object*>(new_dict()));
  auto* all = vm.thread->thread_dictionary.as<Dict>();
  Ref key = identity(vm, self);
  Value found;
  if (dict_lookup(vm, all, key, &found) > 0) return found.as<Dict>();
  Ref fresh = Ref::take(new_dict());
  if (!dict_set(vm, all, key, fresh)) return nullptr;
  auto* local = self.as<ThreadLocal>();
  Type* type = type_of(self);
  if (local->arguments && type->operations.initialize && type->operations.initialize != thread_local_type.operations.initialize) {
    const size_t keywords = local->keyword_names ? static_cast<size_t>(local->keyword_names->size) : 0;
    const Arguments arguments{local->arguments->items, static_cast<size_t>(local->arguments->size) - keywords, local->keyword_names};
    if (!type->operations.initialize(vm, self, arguments)) return dict_delete(vm, all, key), nullptr;
  }
  return fresh.as<Dict>();
}

Ref get(Vm& vm, Value self, Str* name) {
  Ref attributes(reinterpret_cast<Object*>(dictionary_of(vm, self)));
  if (!attributes) return {};
  if (name == names.dict) return attributes;
  Type* type = type_of(self);
  const Value in_class = lookup(type, name);
  if (!in_class.is_null() && type_of(in_class)->operations.descriptor_set) return bind_descriptor(vm, in_class, self, type);
  const Value own = dict_get_str(attributes.as<Dict>(), name);
  if (!own.is_null()) return own;
  if (!in_class.is_null()) return bind_descriptor(vm, in_class, self, type);
  return raise_no_attribute(vm, self, name), Ref();
}

bool set(Vm& vm, Value self, Str* name, Value value) {
  if (name == names.dict)
    return raise(vm, exceptions::AttributeError, "'{}' object attribute '__dict__' is read-only", type_name(self)), false;
  Dict* attributes = dictionary_of(vm, self);
  if (!attributes) return false;
  const Value in_class = lookup(type_of(self), name);
  if (!in_class.is_null() && type_of(in_class)->operations.descriptor_set)
    return type_of(in_class)->operations.descriptor_set(vm, in_class, self, value);
  if (!value.is_null()) return dict_set_str(attributes, name, value), true;
  return dict_delete_str(attributes, name) || raise_no_attribute(vm, self, name);
}

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (type == &thread_local_type && (arguments.size() || arguments.keyword_count()))
    return raise(vm, exceptions::TypeError, "Initialization arguments are not supported");
  auto* self = static_cast<ThreadLocal*>(allocate_object(type, sizeof(ThreadLocal)));
  Ref result = Ref::take(self);
  self->arguments = make_tuple(arguments.values, static_cast<int64_t>(arguments.size() + arguments.keyword_count())).release().as<Tuple>();
  self->keyword_names = const_cast<Tuple*>(arguments.keyword_names);
  if (self->keyword_names) incref(self->keyword_names);
  // The creating thread's __init__ is called by the class itself: its dict must be there already.
  if (vm.thread->thread_dictionary.is_null()) vm.thread->thread_dictionary = Value::of(reinterpret_cast<Object*>(new_dict()));
  if (!dict_set(vm, vm.thread->thread_dictionary.as<Dict>(), identity(vm, result), Ref::take(new_dict()))) return {};
  return result;
}

bool initialize(Vm&, Value, const Arguments&) { return true; }

void destroy_local(Object* object) {
  auto* self = static_cast<ThreadLocal*>(object);
  if (self->arguments) decref(self->arguments);
  if (self->keyword_names) decref(self->keyword_names);
  free_object(object, sizeof(ThreadLocal));
}

void traverse(Object* object, Visitor& visitor) {
  auto* self = static_cast<ThreadLocal*>(object);
  if (self->arguments) visitor.visit(Value::of(self->arguments));
}

void clear(Object*) {}

}  // namespace

void define_thread_local_type() {
  Operations operations;
  operations.destroy = destroy_local;
  operations.traverse = traverse;
  operations.clear = clear;
  operations.get_attribute = get;
  operations.set_attribute = set;
  operations.create = create;
  operations.initialize = initialize;
  define_type(thread_local_type, {.name = "_thread._local", .base = nullptr, .basic_size = sizeof(ThreadLocal),
                                  .flags = kTracked | kSubclassable | kCustomGetAttribute, .operations = operations});
}

}  // namespace gilsim::python

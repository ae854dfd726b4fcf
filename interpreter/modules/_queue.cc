// _queue: SimpleQueue, which CPython 3.11 has in C (Modules/_queuemodule.c), and the exception of empty queues. A put is
// one step for all other threads; a get waits for one lock that the next put releases.

#include "interpreter/modules/collections/deque.h"
#include "interpreter/modules/seconds.h"
#include "interpreter/modules/thread_lock.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/blocking.h"
#include "interpreter/runtime/imports.h"

namespace gilsim::python {

namespace {

Type simple_queue_type, empty_type;

struct SimpleQueue : Object {
  collections::Deque* items;
  ThreadLock* lock;
  bool locked;  // by whoever waits, or is about to
};

// Measured on CPython 3.11: a put or a get takes 25 ns, the call included.
constexpr int64_t kPutNs = 10, kGetNs = 10;

SimpleQueue* self_of(const Arguments& arguments) { return arguments[0].as<SimpleQueue>(); }

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (type == &simple_queue_type && arguments.keyword_count())
    return raise(vm, exceptions::TypeError, "SimpleQueue() takes no keyword arguments");
  if (type == &simple_queue_type && arguments.size())
    return raise(vm, exceptions::TypeError, "SimpleQueue() takes no positional arguments");
  auto* self = static_cast<SimpleQueue*>(allocate_object(type, sizeof(SimpleQueue)));
  self->items = collections::make_deque(&collections::deque_type, -1).release().as<collections::Deque>();
  self->lock = make_thread_lock(sim::ThreadState::WaitingForCondition).release().as<ThreadLock>();
  self->locked = false;
  return Ref::take(self);
}

bool initialize(Vm&, Value, const Arguments&) { return true; }

void destroy_queue(Object* object) {
  auto* self = static_cast<SimpleQueue*>(object);
  decref(self->items);
  decref(self->lock);
  free_object(object, sizeof(SimpleQueue));
}

void traverse(Object* object, Visitor& visitor) { visitor.visit(Value::of(static_cast<SimpleQueue*>(object)->items)); }

void clear(Object* object) { collections::clear(static_cast<SimpleQueue*>(object)->items); }

void let_next_go(Vm& vm, SimpleQueue* self) {
  if (std::exchange(self->locked, false)) release_quietly(vm, self->lock);
}

Ref put_item(Vm& vm, SimpleQueue* self, Value item) {
  vm.charge(kPutNs);
  collections::push(self->items, item);
  let_next_go(vm, self);
  return kNone;
}

// `block` and `timeout` mean nothing: there is always room.
Ref put(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 2 && !arguments.keyword_names) return put_item(vm, self_of(arguments), arguments[1]);
  static constexpr const char* kNames[] = {"item", "block", "timeout"};
  Value values[3];
  if (!bind(vm, arguments.without_first(), {"put", kNames, 3, 0, 1}, values)) return {};
  return put_item(vm, self_of(arguments), values[0]);
}

Ref put_nowait(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"item"};
  Value item;
  if (!bind(vm, arguments.without_first(), {"put_nowait", kNames, 1, 0, 1}, &item)) return {};
  return put_item(vm, self_of(arguments), item);
}

struct Patience {
  bool block = true;
  sim::Nanoseconds timeout_ns = -1;  // -1: for ever
};

bool read_timeout(Vm& vm, Value timeout, sim::Nanoseconds* timeout_ns) {
  if (timeout.is_null() || timeout.is_none()) return true;
  if (!read_seconds(vm, timeout, timeout_ns, Rounding::Up)) return false;
  if (*timeout_ns < 0) return fail(vm, exceptions::ValueError, "'timeout' must be a non-negative number");
  return true;
}

bool read_patience(Vm& vm, const Arguments& arguments, Patience* patience) {
  if (arguments.size() == 1 && !arguments.keyword_names) return true;
  static constexpr const char* kNames[] = {"block", "timeout"};
  Value values[2];
  if (!bind(vm, arguments.without_first(), {"get", kNames, 2}, values)) return false;
  const int block = values[0].is_null() ? 1 : truth(vm, values[0]);
  if (block < 0) return false;
  patience->block = block;
  // CPython looks at a timeout only where it could wait.
  return !block || read_timeout(vm, values[1], &patience->timeout_ns);
}

// Until there is an item. False: an exception is pending, Empty when the time is over.
bool wait_for_item(Vm& vm, SimpleQueue* self, const Patience& patience) {
  if (self->items->size) return true;
  if (!synchronize(vm) || !interpreter(vm).resume_after_kernel()) return false;
  const sim::Computer& computer = interpreter(vm).computer();
  Deadline deadline(patience.timeout_ns);
  while (!self->items->size) {
    const sim::Nanoseconds end = deadline(computer);
    sim::Nanoseconds left = end == sim::never ? -1 : std::max<sim::Nanoseconds>(end - computer.now(), 0);
    if (!patience.block) left = 0;
    Ref taken = acquire_lock(vm, Value::of(self), self->lock, left);
    if (!taken) return false;
    if (!taken.get().is_true()) return fail(vm, empty_type);
    self->locked = true;
  }
  return true;
}

Ref get_item(Vm& vm, SimpleQueue* self, const Patience& patience) {
  vm.charge(kGetNs);
  if (!wait_for_item(vm, self, patience)) return {};
  Ref item = collections::pop_left(self->items);
  let_next_go(vm, self);
  return item;
}

Ref get(Vm& vm, const Arguments& arguments) {
  Patience patience;
  return read_patience(vm, arguments, &patience) ? get_item(vm, self_of(arguments), patience) : Ref();
}

Ref get_nowait(Vm& vm, const Arguments& arguments) { return get_item(vm, self_of(arguments), {.block = false}); }
Ref qsize(Vm&, const Arguments& arguments) { return make_int(self_of(arguments)->items->size); }
Ref empty(Vm&, const Arguments& arguments) { return Value::of(self_of(arguments)->items->size == 0); }

constexpr NativeDescription kMethods[] = {
    {"put", put, kAny, "Put the item on the queue."},
    {"put_nowait", put_nowait, kAny, "Put an item into the queue without blocking."},
    {"get", get, kAny, "Remove and return an item from the queue."},
    {"get_nowait", get_nowait, {0, 0}, "Remove and return an item from the queue without blocking."},
    {"qsize", qsize, {0, 0}, "Return the approximate size of the queue (not reliable!)."},
    {"empty", empty, {0, 0}, "Return True if the queue is empty, False otherwise (not reliable!)."},
};
constexpr NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"}};

void define_simple_queue_type() {
  Operations operations;
  operations.destroy = destroy_queue;
  operations.traverse = traverse;
  operations.clear = clear;
  operations.create = create;
  operations.initialize = initialize;
  define_type(simple_queue_type, {.name = "_queue.SimpleQueue", .base = nullptr, .basic_size = sizeof(SimpleQueue),
                                  .flags = kTracked | kSubclassable, .operations = operations, .methods = kMethods,
                                  .class_methods = kClassMethods, .doc = "Simple, unbounded, reentrant FIFO queue."});
}

bool populate(Vm& vm, Module* module) {
  if (!import_module(interpreter(vm), "_collections")) return false;  // whose types are made with the module
  define_simple_queue_type();
  define_type(empty_type, {.name = "_queue.Empty", .base = &exceptions::Exception, .basic_size = sizeof(BaseException),
                           .flags = kSubclassable, .operations = {}, .doc = "Exception raised by Queue.get(block=0)/get_nowait()."});
  dict_set_str(module->dictionary, intern("SimpleQueue"), Value::of(&simple_queue_type));
  dict_set_str(module->dictionary, intern("Empty"), Value::of(&empty_type));
  return true;
}

}  // namespace

const ModuleDefinition& _queue_module() {
  static const ModuleDefinition definition{"_queue", {}, populate,
                                           "C implementation of the Python queue module."};
  return definition;
}

}  // namespace gilsim::python

#include "interpreter/objects/weak_reference.h"

#include <algorithm>
#include <unordered_map>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

Type weak_reference_type, weak_proxy_type, callable_weak_proxy_type;

namespace {

// The references to each object, the youngest first.
std::unordered_map<Object*, WeakReference*>& references_by_target() {
  static std::unordered_map<Object*, WeakReference*> table;
  return table;
}
const AtReset forget_all([] { references_by_target().clear(); });

WeakReference* self_of(Value value) { return value.as<WeakReference>(); }
bool is_proxy(const Type* type) { return type == &weak_proxy_type || type == &callable_weak_proxy_type; }

// What the rule below leaves out.
constexpr std::string_view kAlsoReferable[] = {"_thread.lock", "_thread.RLock", "array.array", "memoryview", "code", "collections.OrderedDict", "_struct.Struct"};

// Instances of program classes unless their __slots__ leave __weakref__ out; of built-in types those that CPython gives
// a list of weak references: not numbers, text, tuples, lists, dicts, cells or plain exceptions.
bool can_be_referred_to(Value value) {
  if (!value.is_object()) return false;
  Type* type = value.object()->type;
  if (has_flag(type, kHeapType)) return !has_flag(type, kIntSubclass | kTupleSubclass) && !lookup(type, names.weakref).is_null();
  constexpr uint32_t kNever = kIntSubclass | kTupleSubclass | kStrSubclass | kListSubclass | kDictSubclass | kBytesSubclass |
                              kFloatSubclass | kExceptionSubclass;
  if (has_flag(type, kTracked | kHasAttributes) && !has_flag(type, kNever)) return type != &cell_type;
  return std::ranges::find(kAlsoReferable, display_name(type)) != std::end(kAlsoReferable);
}

WeakReference* find_shareable(Object* target, Type* type) {
  if (!(target->flags & kWeaklyReferenced)) return nullptr;
  for (WeakReference* each = references_by_target()[target]; each; each = each->next)
    if (each->type == type && each->callback.is_null()) return each;
  return nullptr;
}

void unlink(WeakReference* reference) {
  Object* target = std::exchange(reference->target, nullptr);
  if (!target) return;
  auto entry = references_by_target().find(target);
  WeakReference** link = &entry->second;
  while (*link != reference) link = &(*link)->next;
  *link = reference->next;
  if (entry->second) return;
  references_by_target().erase(entry);
  target->flags &= ~uint32_t{kWeaklyReferenced};
}

Ref make(Type* type, Value target, Value callback) {
  if (!callback.is_null() && callback.is_none()) callback = kNull;
  bool shares = callback.is_null() && (type == &weak_reference_type || is_proxy(type));
  if (WeakReference* existing = shares ? find_shareable(target.object(), type) : nullptr) return existing;
  auto* reference = static_cast<WeakReference*>(allocate_object(type, sizeof(WeakReference)));
  reference->target = target.object();
  incref(reference->callback = callback);
  reference->hash = -1;
  WeakReference*& first = references_by_target()[target.object()];
  reference->next = std::exchange(first, reference);
  target.object()->flags |= kWeaklyReferenced;
  return Ref::take(reference);
}

void destroy_reference(Object* object) {
  auto* reference = static_cast<WeakReference*>(object);
  unlink(reference);
  decref(reference->callback);
  free_object(object, sizeof(WeakReference));
}
void traverse(Object* object, Visitor& visitor) {
  Value callback = static_cast<WeakReference*>(object)->callback;
  if (!callback.is_null()) visitor.visit(callback);
}
void clear(Object* object) {
  auto* reference = static_cast<WeakReference*>(object);
  unlink(reference);
  decref(std::exchange(reference->callback, kNull));
}

Ref refuse(Vm& vm, Value target) {
  return raise(vm, exceptions::TypeError, "cannot create weak reference to '{}' object", type_name(target));
}

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  if (arguments.size() < 1) return raise(vm, exceptions::TypeError, "__new__ expected at least 1 argument, got 0");
  if (arguments.size() > 2 && type == &weak_reference_type)
    return raise(vm, exceptions::TypeError, "__new__ expected at most 2 arguments, got {}", arguments.size());
  return make_weak_reference(vm, type, arguments[0], arguments.optional(1));
}
bool initialize(Vm&, Value, const Arguments&) { return true; }

Ref dereference(Vm& vm, Value self, const Arguments& arguments) {
  if (arguments.size() || arguments.keyword_count())
    return raise(vm, exceptions::TypeError, "weakref expected at most 0 arguments, got {}", arguments.size());
  Object* target = self_of(self)->target;
  return target ? Ref(target) : Ref(kNone);
}

Ref repr_reference(Vm& vm, Value self) {
  Object* target = self_of(self)->target;
  if (!target) return make_str(fmt::format("<weakref at {}; dead>", address_text(self)));
  bool failed = false;
  Ref name = get_attribute_or_null(vm, Value::of(target), names.name, &failed);
  if (failed) return {};
  std::string shown = name && is_str(name) ? fmt::format(" ({})", to_utf8(name)) : "";
  return make_str(fmt::format("<weakref at {}; to '{}' at {}{}>", address_text(self), display_name(target->type),
                              address_text(Value::of(target)), shown));
}

bool hash_reference(Vm& vm, Value self, Hash* result) {
  WeakReference* reference = self_of(self);
  if (reference->hash == -1) {
    if (!reference->target) return raise(vm, exceptions::TypeError, "weak object has gone away"), false;
    Ref target(reference->target);
    if (!hash(vm, target, &reference->hash)) return false;
  }
  return *result = reference->hash, true;
}

Ref compare_references(Vm& vm, Value left, Value right, CompareOperator op) {
  bool comparable = is_instance(left, &weak_reference_type) && is_instance(right, &weak_reference_type);
  if ((op != CompareOperator::Equal && op != CompareOperator::NotEqual) || !comparable) return kNotImplemented;
  if (!self_of(left)->target || !self_of(right)->target) return Value::of((left == right) == (op == CompareOperator::Equal));
  Ref one(self_of(left)->target), other(self_of(right)->target);
  return compare(vm, one, other, op);
}

Ref get_callback(Vm&, Value self) { return self_of(self)->callback.is_null() ? Ref(kNone) : Ref(self_of(self)->callback); }
constexpr GetterDescription kGetters[] = {{"__callback__", get_callback}};
Ref class_getitem(Vm& vm, const Arguments& arguments) { return make_generic_alias(vm, arguments[0], arguments[1]); }
constexpr NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"}};

// --- proxies: every operation goes to the target -------------------------------------------------------------------

Ref target_of(Vm& vm, Value proxy) {
  Object* target = self_of(proxy)->target;
  return target ? Ref(target) : raise(vm, exceptions::ReferenceError, "weakly-referenced object no longer exists");
}
Ref unwrapped(Vm& vm, Value value) {
  return value.is_object() && is_proxy(value.object()->type) ? target_of(vm, value) : Ref(value);
}

Ref proxy_repr(Vm&, Value self) {
  Object* target = self_of(self)->target;
  std::string what = target ? display_name(target->type) : "NoneType";
  return make_str(fmt::format("<weakproxy at {} to {} at {}>", address_text(self), what, address_text(target ? Value::of(target) : kNone)));
}
Ref proxy_str(Vm& vm, Value self) {
  Ref target = target_of(vm, self);
  return target ? str(vm, target) : Ref();
}
Ref proxy_get_attribute(Vm& vm, Value self, Str* name) {
  Ref target = target_of(vm, self);
  return target ? get_attribute(vm, target, name) : Ref();
}
bool proxy_set_attribute(Vm& vm, Value self, Str* name, Value value) {
  Ref target = target_of(vm, self);
  return target && set_attribute(vm, target, name, value);
}
Ref proxy_compare(Vm& vm, Value left, Value right, CompareOperator op) {
  Ref one = unwrapped(vm, left), other = one ? unwrapped(vm, right) : Ref();
  return other ? compare(vm, one, other, op) : Ref();
}
int proxy_truth(Vm& vm, Value self) {
  Ref target = target_of(vm, self);
  return target ? truth(vm, target) : -1;
}
Ref proxy_call(Vm& vm, Value self, const Arguments& arguments) {
  Ref target = target_of(vm, self);
  return target ? call(vm, target, arguments) : Ref();
}
Ref proxy_iterate(Vm& vm, Value self) {
  Ref target = target_of(vm, self);
  return target ? iterate(vm, target) : Ref();
}
int64_t proxy_length(Vm& vm, Value self) {
  Ref target = target_of(vm, self);
  return target ? length(vm, target) : -1;
}
Ref proxy_get_item(Vm& vm, Value self, Value key) {
  Ref target = target_of(vm, self);
  return target ? get_item(vm, target, key) : Ref();
}
bool proxy_set_item(Vm& vm, Value self, Value key, Value value) {
  Ref target = target_of(vm, self);
  if (!target) return false;
  return value.is_null() ? delete_item(vm, target, key) : set_item(vm, target, key, value);
}
int proxy_contains(Vm& vm, Value self, Value item) {
  Ref target = target_of(vm, self);
  return target ? contains(vm, target, item) : -1;
}
template <int op>
Ref proxy_binary(Vm& vm, Value left, Value right) {
  Ref one = unwrapped(vm, left), other = one ? unwrapped(vm, right) : Ref();
  return other ? binary(vm, static_cast<Binary>(op), one, other) : Ref();
}
template <size_t... ops>
void set_binary(Operations& operations, std::index_sequence<ops...>) {
  ((operations.binary[ops] = proxy_binary<static_cast<int>(ops)>), ...);
}

void define_proxy(Type& type, const char* name, bool is_callable) {
  Operations operations;
  operations.destroy = destroy_reference;
  operations.traverse = traverse;
  operations.clear = clear;
  operations.repr = proxy_repr;
  operations.str = proxy_str;
  operations.get_attribute = proxy_get_attribute;
  operations.set_attribute = proxy_set_attribute;
  operations.compare = proxy_compare;
  operations.truth = proxy_truth;
  operations.iterate = proxy_iterate;
  operations.length = proxy_length;
  operations.get_item = proxy_get_item;
  operations.set_item = proxy_set_item;
  operations.contains = proxy_contains;
  set_binary(operations, std::make_index_sequence<kBinaryOperatorCount>());
  if (is_callable) operations.call = proxy_call;
  define_type(type, {.name = name, .base = nullptr, .basic_size = sizeof(WeakReference), .flags = kTracked | kUnhashable, .operations = operations});
}

}  // namespace

Ref make_weak_reference(Vm& vm, Type* type, Value target, Value callback) {
  return can_be_referred_to(target) ? make(type, target, callback) : refuse(vm, target);
}

Ref make_weak_proxy(Vm& vm, Value target, Value callback) {
  if (!can_be_referred_to(target)) return refuse(vm, target);
  return make(is_callable(target) ? &callable_weak_proxy_type : &weak_proxy_type, target, callback);
}

int64_t weak_reference_count(Value target) {
  if (!target.is_object() || !(target.object()->flags & kWeaklyReferenced)) return 0;
  int64_t count = 0;
  for (WeakReference* each = references_by_target()[target.object()]; each; each = each->next) ++count;
  return count;
}

Ref weak_references(Value target) {
  Ref list = Ref::take(new_list());
  if (!target.is_object() || !(target.object()->flags & kWeaklyReferenced)) return list;
  for (WeakReference* each = references_by_target()[target.object()]; each; each = each->next) list_append(list.as<List>(), Value::of(each));
  return list;
}

void take_weak_references(Object* target, std::vector<Ref>& with_callback) {
  auto entry = references_by_target().find(target);
  for (WeakReference *each = entry->second, *next; each; each = next) {
    next = each->next;
    each->target = nullptr;
    if (!each->callback.is_null() && each->refcount > 0) with_callback.emplace_back(each);
  }
  references_by_target().erase(entry);
  target->flags &= ~uint32_t{kWeaklyReferenced};
}

void call_weak_reference_callback(Vm& vm, Value reference) {
  Ref callback = Ref::take(std::exchange(self_of(reference)->callback, kNull));
  Ref pending = take_pending_exception(vm);
  if (!call(vm, callback, {reference})) {
    Ref exception = take_pending_exception(vm);
    if (vm.print_unraisable) vm.print_unraisable(vm, exception, callback);
  }
  if (pending) set_pending_exception(vm, pending);
}

void clear_weak_references(Object* target) {
  std::vector<Ref> with_callback;
  take_weak_references(target, with_callback);
  if (!running_vm || !running_vm->thread) return;
  for (const Ref& reference : with_callback) call_weak_reference_callback(*running_vm, reference);
}

void define_weak_reference_types() {
  Operations operations;
  operations.destroy = destroy_reference;
  operations.traverse = traverse;
  operations.clear = clear;
  operations.create = create;
  operations.initialize = initialize;
  operations.call = dereference;
  operations.repr = repr_reference;
  operations.hash = hash_reference;
  operations.compare = compare_references;
  define_type(weak_reference_type, {.name = "weakref.ReferenceType", .base = nullptr, .basic_size = sizeof(WeakReference),
                                    .flags = kTracked | kSubclassable, .operations = operations, .class_methods = kClassMethods,
                                    .getters = kGetters});
  define_proxy(weak_proxy_type, "weakref.ProxyType", false);
  define_proxy(callable_weak_proxy_type, "weakref.CallableProxyType", true);
}

}  // namespace gilsim::python

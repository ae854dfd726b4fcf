// The shortcuts of queue.Queue (runtime/shortcut.h): put and get while nobody has the mutex, nobody waits for the other
// side, and there is room, or an item.
#include <span>
#include <utility>

#include "interpreter/modules/collections/deque.h"
#include "interpreter/modules/thread_lock.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/heap.h"
#include "interpreter/objects/str.h"
#include "interpreter/runtime/code_object.h"
#include "interpreter/runtime/shortcut.h"

namespace gilsim::python {

namespace {

using collections::Deque;

// The locals of Queue.put and Queue.get.
enum PutLocal { kPutSelf, kItem, kPutBlock, kPutTimeout };
enum GetLocal { kGetSelf, kGetBlock, kGetTimeout };

constexpr int64_t kMostUnfinished = int64_t{1} << 61;

bool has_attributes(Value value) { return value.is_object() && has_flag(value.object()->type, kHasAttributes); }
Value attribute(Value object, int32_t index) { return attributes_of(object.object())->values[index]; }

// Whether the class has the library's own method under that name, not one of a subclass or of the program.
bool has_library_method(Type* type, const char* class_name, const char* name) {
  const Value found = lookup(type, intern(name));
  if (!found.is_object() || found.object()->type != &function_type) return false;
  const Code* code = found.as<Function>()->code;
  return code->is_library && to_utf8(code->qualified_name) == fmt::format("{}.{}", class_name, name);
}

using Names = std::span<const char* const>;
constexpr const char* kQueueMethods[] = {"put", "get", "_put", "_get", "_qsize", "_wait_for_room"};
constexpr const char* kConditionMethods[] = {"notify"};

bool has_library_methods(Type* type, const char* class_name, Names names) {
  for (const char* name : names)
    if (!has_library_method(type, class_name, name)) return false;
  return true;
}

// Whether instances of this shape have the attributes, and no method's name among them.
bool find_all(Shape* shape, std::initializer_list<std::pair<const char*, int32_t*>> names, Names methods) {
  for (const auto& [name, index] : names)
    if ((*index = find(shape, intern(name))) < 0) return false;
  for (const char* method : methods)
    if (find(shape, intern(method)) >= 0) return false;
  return true;
}

bool learn_queue(QueueLayout& layout, Type* type, Shape* shape) {
  return has_library_methods(type, "Queue", kQueueMethods) &&
         find_all(shape, {{"maxsize", &layout.max_size}, {"queue", &layout.items}, {"mutex", &layout.mutex},
                          {"not_empty", &layout.not_empty}, {"not_full", &layout.not_full}, {"unfinished_tasks", &layout.unfinished}}, kQueueMethods);
}

bool learn_condition(QueueLayout& layout, Type* type, Shape* shape) {
  return has_library_methods(type, "Condition", kConditionMethods) &&
         find_all(shape, {{"_lock", &layout.lock}, {"_waiters", &layout.waiters}}, kConditionMethods);
}

using Learn = bool (*)(QueueLayout&, Type*, Shape*);
[[gnu::noinline]] bool learn_kind(QueueLayout& layout, QueueLayout::Kind& known, Learn learn, Type* type, Shape* shape) {
  if (!shape || type->version == 0 || !learn(layout, type, shape)) return false;
  known = {type->version, shape};
  return true;
}

// Whether the layout holds for this object: it was learnt from one of the same type and shape, or is now.
template <QueueLayout::Kind QueueLayout::*kind, Learn learn>
[[gnu::always_inline]] inline bool knows(QueueLayout& layout, Value object) {
  if (!has_attributes(object)) return false;
  Type* type = object.object()->type;
  Shape* shape = attributes_of(object.object())->shape;
  QueueLayout::Kind& known = layout.*kind;
  if (shape == known.shape && type->version == known.version && known.version) [[likely]] return true;
  return learn_kind(layout, known, learn, type, shape);
}

// Nobody waits for it, and its lock is the queue's mutex.
[[gnu::always_inline]] inline bool is_quiet(QueueLayout& layout, Value condition, Value mutex) {
  if (!knows<&QueueLayout::condition, learn_condition>(layout, condition)) return false;
  const Value waiters = attribute(condition, layout.waiters);
  return attribute(condition, layout.lock) == mutex && waiters.is_object() && waiters.object()->type == &collections::deque_type &&
         waiters.as<Deque>()->size == 0;
}

// The items of a queue that nobody uses at the moment; null: somebody may.
[[gnu::always_inline]] inline Deque* items_at_rest(QueueLayout& layout, Value queue, int32_t QueueLayout::*other_side) {
  if (!knows<&QueueLayout::queue, learn_queue>(layout, queue)) return nullptr;
  const Value mutex = attribute(queue, layout.mutex), items = attribute(queue, layout.items);
  if (!mutex.is_object() || mutex.object()->type != &thread_lock_type || mutex.as<ThreadLock>()->lock.locked()) return nullptr;
  if (!items.is_object() || items.object()->type != &collections::deque_type || items.as<Deque>()->limit >= 0) return nullptr;
  return is_quiet(layout, attribute(queue, layout.*other_side), mutex) ? items.as<Deque>() : nullptr;
}

Way foresee_put(QueueLayout& layout, const Value* locals) {
  const Deque* items = items_at_rest(layout, locals[kPutSelf], &QueueLayout::not_empty);
  if (!items) return Way::None;
  const Value most = attribute(locals[kPutSelf], layout.max_size), unfinished = attribute(locals[kPutSelf], layout.unfinished);
  if (!most.is_small() || !unfinished.is_small() || unfinished.small() > kMostUnfinished) return Way::None;
  if (most.small() <= 0) return Way::PutUnbounded;
  return locals[kPutBlock].is_true() && locals[kPutTimeout].is_none() && items->size < most.small() ? Way::PutBounded : Way::None;
}

Value put(QueueLayout& layout, const Value* locals) {
  Value* values = attributes_of(locals[kPutSelf].object())->values;
  collections::push(values[layout.items].as<Deque>(), locals[kItem]);
  values[layout.unfinished] = Value::small(values[layout.unfinished].small() + 1);
  return kNone;
}

Way foresee_get(QueueLayout& layout, const Value* locals) {
  if (!locals[kGetBlock].is_true() || !locals[kGetTimeout].is_none()) return Way::None;
  const Deque* items = items_at_rest(layout, locals[kGetSelf], &QueueLayout::not_full);
  return items && items->size ? Way::Get : Way::None;
}

Value get(QueueLayout& layout, const Value* locals) {
  return collections::pop_left(attribute(locals[kGetSelf], layout.items).as<Deque>()).release();
}

constexpr Shortcut kShortcuts[] = {
    {"queue", "Queue.put", foresee_put, put},
    {"queue", "Queue.get", foresee_get, get},
};

}  // namespace

const Shortcut* find_shortcut(std::string_view file_name, std::string_view function) {
  for (const Shortcut& shortcut : kShortcuts)
    if (shortcut.function == function && file_name.ends_with(fmt::format("/{}.py", shortcut.module))) return &shortcut;
  return nullptr;
}

}  // namespace gilsim::python

// The eval loop. Most instructions are one line here; those that are more than a few machine instructions are functions
// of slow_paths.h. Labels-as-values: one indirect jump per instruction, at its end, so that the branch predictor sees
// each instruction's own successors.
//
// `budget` counts time and steps down in one register (vm.h); when it does not cover the next instruction, dispatch goes
// to the checkpoint, where time passes and threads switch (checkpoint.cc). Natives charge their time to thread.budget, so
// it is written back before every call and read again after it.
#include <cmath>

#include "interpreter/objects/comparison.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/range.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/runtime/forms.h"
#include "interpreter/runtime/generator.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/slow_paths.h"
#include "interpreter/runtime/switch_points.h"
#include "interpreter/runtime/unwinding.h"

#pragma GCC diagnostic ignored "-Wpedantic"

namespace gilsim::python {

namespace {

using compiler::Opcode;

// REQUIRES: not null.
[[gnu::always_inline]] inline void retain(Value value) {
  if (!(value.bits() & 3)) ++value.object()->refcount;
}
[[gnu::always_inline]] inline void release(Value value) {
  if (!(value.bits() & 3) && --value.object()->refcount == 0) [[unlikely]] destroy(value.object());
}
// Of a value that may be null: whether dropping it runs no Python code and needs no time.
[[gnu::always_inline]] inline bool drops_quietly(Value value) {
  if ((value.bits() & 3) || value.is_null()) return true;
  const Object* object = value.object();
  return object->refcount > 1 || object->type == &float_type || object->type == &str_type;
}
// The end of such a value; of a float without a call.
[[gnu::always_inline]] inline void end_quietly(Object* object) {
  if (object->type == &float_type && object->flags == 0) [[likely]] return heap.free(object, sizeof(Float));
  destroy(object);
}
// REQUIRES: exact floats and other values that drop quietly.
[[gnu::always_inline]] inline void drop_quietly(Value value) {
  if ((value.bits() & 3) || value.is_null()) return;
  Object* object = value.object();
  if (--object->refcount == 0) end_quietly(object);
}
// REQUIRES: not null.
[[gnu::always_inline]] inline bool has_type(Value value, const Type* type) {
  return value.bits() & 7 ? type_of(value) == type : value.object()->type == type;
}
[[gnu::always_inline]] inline bool both_small(Value left, Value right) { return left.bits() & right.bits() & 1; }
[[gnu::always_inline]] inline bool exact_float(Value value) { return value.is_object() && value.object()->type == &float_type; }
// REQUIRES: not null, as everything on the operand stack.
[[gnu::always_inline]] inline bool holds_float(Value value) { return !(value.bits() & 3) && value.object()->type == &float_type; }
[[gnu::always_inline]] inline bool hold_floats(Value left, Value right) { return holds_float(left) && holds_float(right); }
[[gnu::always_inline]] inline void drop_float(Value value) {
  if (--value.object()->refcount == 0) end_quietly(value.object());
}

// On the tagged words themselves; false when the result needs more than 63 bits.
[[gnu::always_inline]] inline bool add_small(Value left, Value right, Value* result) {
  int64_t sum;
  if (__builtin_add_overflow(static_cast<int64_t>(left.bits()), static_cast<int64_t>(right.bits() - 1), &sum)) return false;
  *result = Value::from_bits(static_cast<uint64_t>(sum));
  return true;
}
[[gnu::always_inline]] inline bool subtract_small(Value left, Value right, Value* result) {
  int64_t difference;
  if (__builtin_sub_overflow(static_cast<int64_t>(left.bits()), static_cast<int64_t>(right.bits()), &difference)) return false;
  *result = Value::from_bits(static_cast<uint64_t>(difference) | 1);
  return true;
}
[[gnu::always_inline]] inline bool multiply_small(Value left, Value right, Value* result) {
  int64_t product;
  if (__builtin_mul_overflow(static_cast<int64_t>(left.bits() - 1), right.small(), &product)) return false;
  *result = Value::from_bits(static_cast<uint64_t>(product) | 1);
  return true;
}

[[gnu::always_inline]] inline bool compare_small(Value left, Value right, unsigned mask) {
  const auto a = static_cast<int64_t>(left.bits()), b = static_cast<int64_t>(right.bits());
  return mask >> ((a > b) * 2 + (a == b)) & 1;
}

// make_float() in place, in a register.
[[gnu::always_inline]] inline Value new_float(double number) {
  auto* object = static_cast<Float*>(heap.allocate(sizeof(Float)));
  object->type = &float_type;
  object->refcount = 1;
  object->flags = 0;
  object->number = number;
  return Value::of(object);
}

// Whether a result may go into the box that this holds, which is dropped for it.
[[gnu::always_inline]] inline bool lends_box(Value old) { return exact_float(old) && old.object()->refcount == 1; }

// The result of a float operation in the box of an operand that nobody else holds, or in a new one. Takes both operands.
[[gnu::always_inline]] inline Value float_result(double number, Value left, Value right) {
  if (left.object()->refcount == 1) {
    left.as<Float>()->number = number;
    drop_float(right);
    return left;
  }
  --left.object()->refcount;
  if (right.object()->refcount == 1) {
    right.as<Float>()->number = number;
    return right;
  }
  --right.object()->refcount;
  return new_float(number);
}

// The next item of a range or list iterator as an owned value; null when it is exhausted or another kind of iterator
// (`*other` tells).
[[gnu::always_inline]] inline Value next_fast(Value iterator, bool* other) {
  Object* object = iterator.object();
  if (object->type == &range_iterator_type) {
    auto* range = reinterpret_cast<RangeIterator*>(object);
    if (range->remaining == 0) return kNull;
    --range->remaining;
    const int64_t number = range->next;
    range->next += range->step;
    return Value::small(number);
  }
  if (object->type == &list_iterator_type) {
    auto* walk = reinterpret_cast<ListIterator*>(object);
    if (!walk->list || walk->position >= walk->list->size) return *other = true, kNull;  // the generic path lets the list go
    Value item = walk->list->items[walk->position++];
    retain(item);
    return item;
  }
  *other = true;
  return kNull;
}

// The item of a list or tuple by a small int, borrowed; null: another container, another key or out of range.
[[gnu::always_inline]] inline Value row_item(Value container, Value key) {
  if (!container.is_object() || !key.is_small()) return kNull;
  const Value* items;
  int64_t size, index = key.small();
  const Type* type = container.object()->type;
  if (type == &list_type) items = container.as<List>()->items, size = container.as<List>()->size;
  else if (type == &tuple_type) items = container.as<Tuple>()->items, size = container.as<Tuple>()->size;
  else return kNull;
  if (index < 0) index += size;
  return static_cast<uint64_t>(index) < static_cast<uint64_t>(size) ? items[index] : kNull;
}
// The item of a list or tuple, borrowed; null: another container or out of range.
[[gnu::always_inline]] inline Value item_at(Value container, uint32_t index) {
  if (!container.is_object()) return kNull;
  const Type* type = container.object()->type;
  if (type == &list_type) return index < container.as<List>()->size ? container.as<List>()->items[index] : kNull;
  if (type == &tuple_type) return index < container.as<Tuple>()->size ? container.as<Tuple>()->items[index] : kNull;
  return kNull;
}
// The same for a dict that has the key, a str or small int, too.
[[gnu::always_inline]] inline Value plain_item(Value container, Value key) {
  if (!container.is_object() || container.object()->type != &dict_type) [[likely]] return row_item(container, key);
  const int32_t at = dict_find_plain(container.as<Dict>(), key);
  return at < 0 ? kNull : container.as<Dict>()->entries[at].value;
}
// Where a list or dict has the item of a small int or str key; null: as above.
[[gnu::always_inline]] inline Value* plain_place(Value container, Value key) {
  if (!container.is_object()) return nullptr;
  if (container.object()->type == &list_type && key.is_small()) [[likely]] {
    auto* list = container.as<List>();
    int64_t index = key.small();
    if (index < 0) index += list->size;
    return static_cast<uint64_t>(index) < static_cast<uint64_t>(list->size) ? list->items + index : nullptr;
  }
  if (container.object()->type != &dict_type) return nullptr;
  const int32_t at = dict_find_plain(container.as<Dict>(), key);
  return at < 0 ? nullptr : &container.as<Dict>()->entries[at].value;
}

// What a form with + or - in it (`detail`: subtract) makes of two operands that stay where they are; null: not ints that
// fit nor floats.
[[gnu::always_inline]] inline Value sum_or_difference(Value left, Value right, bool subtract) {
  Value result;
  if (both_small(left, right))
    return (subtract ? subtract_small(left, right, &result) : add_small(left, right, &result)) ? result : kNull;
  if (!exact_float(left) || !exact_float(right)) return kNull;
  const double a = left.as<Float>()->number, b = right.as<Float>()->number;
  return new_float(subtract ? a - b : a + b);
}

// The frame of a call with `given` plain positional arguments, which move from `arguments` into it, as does the reference to
// the function. The other locals are empty.
[[gnu::always_inline]] inline Frame* begin_frame(PythonThread& thread, Frame* caller, Function* function, const Value* arguments,
                                                 int64_t given) {
  Code* code = function->code;
  auto* frame = static_cast<Frame*>(thread.frames.push(code->frame_bytes));
  frame->previous = caller;
  frame->code = code;
  frame->instruction = code->units;
  frame->globals = function->globals;
  frame->builtins = function->builtins;
  frame->locals = Value();
  frame->owner = Value::of(function);
  frame->generator = nullptr;
  frame->action = ReturnAction::Push;
  Value* const slots = frame->slots();
  int64_t i = 0;
  for (; i < given; ++i) slots[i] = arguments[i];
  for (const int64_t count = code->local_count; i < count; ++i) slots[i] = Value();
  frame->top = slots + i;
  return frame;
}

// How many of the last parameters a call with so many plain positional arguments leaves to their defaults; 0: none, or the
// call is of another kind.
[[gnu::always_inline]] inline int32_t left_to_defaults(const Function* function, int32_t given) {
  const int32_t missing = function->code->plain_arguments - given;
  return missing > 0 && function->defaults && missing <= function->defaults->size ? missing : 0;
}
[[gnu::always_inline]] inline void fill_defaults(Frame* frame, const Function* function, int32_t given, int32_t missing) {
  const Value* defaults = function->defaults->items + (function->defaults->size - missing);
  for (int32_t i = 0; i < missing; ++i) {
    retain(defaults[i]);
    frame->slots()[given + i] = defaults[i];
  }
}

// A bound __exit__ lives from a with statement's begin to its end: one is kept for the next with statement.
[[gnu::always_inline]] inline Value bind_exit(PythonThread& thread, Value exit, Value manager) {
  BoundMethod* method = std::exchange(thread.spare_method, nullptr);
  if (!method) return make_bound_method(exit, manager).release();
  retain(exit);
  retain(manager);
  method->function = exit;
  method->self = manager;
  return Value::of(method);
}
[[gnu::always_inline]] inline void drop_exit(PythonThread& thread, BoundMethod* method) {
  if (method->refcount != 1 || thread.spare_method) return decref(method);
  thread.spare_method = method;
  const Value function = std::exchange(method->function, kNone), self = std::exchange(method->self, kNone);
  release(function);
  release(self);
}

}  // namespace

#define OP(name) op_##name:
#define FORM_(name) form_##name:
#define DISPATCH()                                    \
  do {                                                \
    budget -= pc->cost;                               \
    if (budget < 0) [[unlikely]] goto checkpoint;     \
    goto* labels[pc->op];                             \
  } while (0)
#define NEXT() do { ++pc; DISPATCH(); } while (0)
#define SKIP(count) do { pc += (count); DISPATCH(); } while (0)
#define JUMP() do { pc += pc->argument; DISPATCH(); } while (0)
// A form's guard failed: execute the first logical instruction alone.
#define MISS()                                        \
  do {                                                \
    budget += pc->cost;                               \
    budget -= logical_costs[pc->logical];             \
    goto* labels[pc->logical];                        \
  } while (0)
#define SAVE() (frame->instruction = pc, frame->top = sp, thread.budget = budget)
#define RELOAD() (sp = frame->top, budget = thread.budget)
#define SLOW(call)                                    \
  do {                                                \
    SAVE();                                           \
    if (!(call)) [[unlikely]] goto error;             \
    RELOAD();                                         \
    NEXT();                                           \
  } while (0)
// Drops a reference; only the last one may run code, and only then is the loop's state written back.
#define RELEASE_OBJECT(dropped)                       \
  do {                                                \
    if (--(dropped)->refcount == 0) [[unlikely]] {    \
      SAVE();                                         \
      destroy(dropped);                               \
      budget = thread.budget;                         \
    }                                                 \
  } while (0)
#define RELEASE(value)                                \
  do {                                                \
    const Value dropped = (value);                    \
    if (!(dropped.bits() & 3) && !dropped.is_null()) RELEASE_OBJECT(dropped.object()); \
  } while (0)
// Gives a place a new value (owned) as the last thing that an instruction or a form does, its old one's end included. A
// float ends without a call.
#define STORE(place, value)                           \
  do {                                                \
    const Value old = std::exchange(place, value);    \
    if (!(old.bits() & 3) && !old.is_null() && --old.object()->refcount == 0) [[unlikely]] { \
      if (old.object()->type == &float_type && old.object()->flags == 0) heap.free(old.object(), sizeof(Float)); \
      else {                                          \
        SAVE();                                       \
        destroy(old.object());                        \
        budget = thread.budget;                       \
      }                                               \
    }                                                 \
    NEXT();                                           \
  } while (0)
#define PUSH(value) (++sp, sp[-1] = (value))
#define POP() (*--sp)
#define LOCAL(index) (frame->slots()[index])
#define ENTER_FRAME()                                 \
  do {                                                \
    thread.frame = frame;                             \
    pc = frame->instruction;                          \
    sp = frame->top;                                  \
  } while (0)
// A conditional jump on a popped value: True and False without a call.
#define BRANCH_IF(wanted)                             \
  do {                                                \
    Value condition = POP();                          \
    bool taken;                                       \
    if (condition.is_bool()) taken = condition.is_true() == (wanted); \
    else if (condition.is_small()) taken = (condition.small() != 0) == (wanted); \
    else {                                            \
      SAVE();                                         \
      const int result = truth(vm, condition);        \
      release(condition);                             \
      if (result < 0) [[unlikely]] goto error;        \
      budget = thread.budget;                         \
      taken = (result != 0) == (wanted);              \
    }                                                 \
    if (taken) JUMP();                                \
    NEXT();                                           \
  } while (0)
#define BRANCH_IF_NONE(wanted)                        \
  do {                                                \
    Value condition = POP();                          \
    const bool taken = condition.is_none() == (wanted); \
    release(condition);                               \
    if (taken) JUMP();                                \
    NEXT();                                           \
  } while (0)

Value run_frame(Interpreter& vm, PythonThread& thread, Frame* frame, ItemTaker* taker) {
  static const void* const labels[256] = {
#define OPCODE(name, operand, pops, pushes, meaning) &&op_##name,
#include "interpreter/compiler/opcodes.def"
#undef OPCODE
#define FORM(name, instructions, guard) &&form_##name,
#include "interpreter/runtime/forms.def"
#undef FORM
  };
  const uint32_t* const logical_costs = vm.costs().data();
  int64_t budget = thread.budget;
  const Unit* pc;
  Value* sp;
  const Tuple* keyword_names = nullptr;
  Value yielded;  // on its way to the taker
  ENTER_FRAME();
  if (!thread.pending.is_null()) [[unlikely]] goto error;  // generator.throw()
  DISPATCH();

checkpoint:
  budget += pc->cost;
  frame->top = sp;
  budget = vm.checkpoint(thread, frame, pc, budget);
  if (!thread.pending.is_null()) [[unlikely]] {
    thread.budget = budget;
    goto error;
  }
  frame->instruction = pc;
  if (thread.step_offset) {
    budget -= logical_costs[pc->logical];
    goto* labels[pc->logical];
  }
  budget -= pc->cost;
  goto* labels[pc->op];

  // --- stack and constants -----------------------------------------------------------------------------------------
  OP(NOP) NEXT();
  OP(RESUME) NEXT();
  OP(POP_TOP) { Value value = POP(); RELEASE(value); NEXT(); }
  OP(COPY) { Value value = sp[-pc->argument]; retain(value); PUSH(value); NEXT(); }
  OP(SWAP) { std::swap(sp[-1], sp[-pc->argument]); NEXT(); }
  OP(PUSH_NULL) PUSH(kNull); NEXT();
  OP(LOAD_CONST) { Value value = constant_of(pc); retain(value); PUSH(value); NEXT(); }

  // --- locals and cells --------------------------------------------------------------------------------------------
  OP(LOAD_FAST) {
    Value value = LOCAL(pc->argument);
    if (value.is_null()) [[unlikely]] goto unbound_local;
    retain(value);
    PUSH(value);
    NEXT();
  }
  OP(STORE_FAST) {
    const Value value = POP();
    STORE(LOCAL(pc->argument), value);
  }
  OP(DELETE_FAST) SLOW(delete_fast(vm, *frame, pc->argument));
  OP(MAKE_CELL) SLOW(make_cell(vm, *frame, pc->argument));
  OP(COPY_FREE_VARS) SLOW(copy_free_vars(vm, *frame, pc->argument));
  OP(LOAD_CLOSURE) { Value cell = LOCAL(pc->argument); retain(cell); PUSH(cell); NEXT(); }
  OP(LOAD_DEREF) {
    Value value = LOCAL(pc->argument).as<Cell>()->content;
    if (value.is_null()) [[unlikely]] { SAVE(); raise_unbound_cell(vm, *frame, pc->argument); goto error; }
    retain(value);
    PUSH(value);
    NEXT();
  }
  OP(STORE_DEREF) {
    auto* cell = LOCAL(pc->argument).as<Cell>();
    Value old = std::exchange(cell->content, POP());
    RELEASE(old);
    NEXT();
  }
  OP(DELETE_DEREF) SLOW(delete_deref(vm, *frame, pc->argument));
  OP(LOAD_CLASSDEREF) SLOW(load_class_deref(vm, *frame, pc->argument));

  // --- names -------------------------------------------------------------------------------------------------------
  OP(LOAD_GLOBAL) {
    const auto& cache = cache_of(pc).global;
    if (cache.globals_version == frame->globals->keys_version) [[likely]] {
      Value value;
      if (!cache.in_builtins) value = *cache.value;
      else if (cache.builtins_version == frame->builtins->keys_version) value = *cache.value;
      else goto load_global_slowly;
      retain(value);
      if (pc->argument & 1) PUSH(kNull);
      PUSH(value);
      NEXT();
    }
  load_global_slowly:
    SLOW(load_global(vm, *frame, pc->argument));
  }
  OP(STORE_GLOBAL) {
    const auto& cache = cache_of(pc).global;
    if (cache.globals_version == frame->globals->keys_version) [[likely]] {
      Value old = std::exchange(*cache.value, POP());
      RELEASE(old);
      NEXT();
    }
    SLOW(store_global(vm, *frame, pc->argument));
  }
  OP(DELETE_GLOBAL) SLOW(delete_global(vm, *frame, pc->argument));
  OP(LOAD_NAME) {
    const auto& cache = cache_of(pc).global;
    if (frame->locals.as<Dict>() == frame->globals && cache.globals_version == frame->globals->keys_version) {
      Value value;
      if (!cache.in_builtins) value = *cache.value;
      else if (cache.builtins_version == frame->builtins->keys_version) value = *cache.value;
      else goto load_name_slowly;
      retain(value);
      PUSH(value);
      NEXT();
    }
  load_name_slowly:
    SLOW(load_name(vm, *frame, pc->argument));
  }
  OP(STORE_NAME) {
    const auto& cache = cache_of(pc).global;
    if (frame->locals.as<Dict>() == frame->globals && cache.globals_version == frame->globals->keys_version) {
      Value old = std::exchange(*cache.value, POP());
      RELEASE(old);
      NEXT();
    }
    SLOW(store_name(vm, *frame, pc->argument));
  }
  OP(DELETE_NAME) SLOW(delete_name(vm, *frame, pc->argument));
  OP(LOAD_BUILD_CLASS) SLOW(load_build_class(vm, *frame, 0));
  OP(LOAD_ASSERTION_ERROR) { incref(&exceptions::AssertionError); PUSH(Value::of(&exceptions::AssertionError)); NEXT(); }
  OP(SETUP_ANNOTATIONS) SLOW(setup_annotations(vm, *frame, 0));

  // --- attributes --------------------------------------------------------------------------------------------------
  OP(LOAD_ATTR) {
    const auto& cache = cache_of(pc).attribute;
    Value object = sp[-1];
    if (object.is_object() && object.object()->type->version == cache.type_version && cache.index >= 0) [[likely]] {
      Attributes* attributes = attributes_of(object.object());
      if (attributes->shape == cache.shape) [[likely]] {
        Value value = attributes->values[cache.index];
        retain(value);
        sp[-1] = value;
        RELEASE(object);
        NEXT();
      }
    }
    SLOW(load_attribute(vm, *frame, pc->argument, cache_of(pc)));
  }
  OP(STORE_ATTR) {
    const auto& cache = cache_of(pc).attribute;
    Value object = sp[-1];
    if (object.is_object() && object.object()->type->version == cache.type_version && cache.index >= 0) [[likely]] {
      Attributes* attributes = attributes_of(object.object());
      if (attributes->shape == cache.shape) [[likely]] {
        Value old = std::exchange(attributes->values[cache.index], sp[-2]);
        sp -= 2;
        RELEASE(old);
        RELEASE(Value::of(object.object()));
        NEXT();
      }
    }
    const auto& growth = cache_of(pc).growth;
    if (object.is_object() && object.object()->type->version == growth.type_version && growth.index == kGrowth) {
      if (attributes_of(object.object())->shape == growth.from) [[likely]] {
        append_attribute(object.object(), growth.to, sp[-2]);
        Value stored = sp[-2];
        sp -= 2;
        RELEASE(stored);
        RELEASE(object);
        NEXT();
      }
    }
    SLOW(store_attribute(vm, *frame, pc->argument, cache_of(pc)));
  }
  OP(DELETE_ATTR) SLOW(delete_attribute(vm, *frame, pc->argument));
  OP(LOAD_METHOD) {
    const auto& cache = cache_of(pc).attribute;
    Value object = sp[-1];
    if (type_of(object)->version == cache.type_version && cache.index == -1 &&
        (!cache.shape || attributes_of(object.object())->shape == cache.shape)) [[likely]] {
      retain(cache.function);
      sp[-1] = cache.function;
      PUSH(object);
      NEXT();
    }
    SLOW(load_method(vm, *frame, pc->argument, cache_of(pc)));
  }

  // --- operators ---------------------------------------------------------------------------------------------------
  OP(BINARY_OP) {
    Value left = sp[-2], right = sp[-1], result;
    const bool in_place = pc->argument >= kBinaryOperatorCount;
    const auto operation = static_cast<Binary>(pc->argument - (in_place ? kBinaryOperatorCount : 0));
    if (both_small(left, right)) {
      switch (operation) {
        case Binary::Add: if (add_small(left, right, &result)) goto binary_done; break;
        case Binary::Subtract: if (subtract_small(left, right, &result)) goto binary_done; break;
        case Binary::Multiply: if (multiply_small(left, right, &result)) goto binary_done; break;
        case Binary::And: result = Value::from_bits(left.bits() & right.bits()); goto binary_done;
        case Binary::Or: result = Value::from_bits(left.bits() | right.bits()); goto binary_done;
        case Binary::Xor: result = Value::from_bits((left.bits() ^ right.bits()) | 1); goto binary_done;
        case Binary::FloorDivide: {
          const int64_t a = left.small(), b = right.small();
          if (b == 0 || b == -1) break;
          result = Value::small(a / b - ((a % b != 0) & ((a ^ b) < 0)));
          goto binary_done;
        }
        case Binary::Remainder: {
          const int64_t a = left.small(), b = right.small();
          if (b == 0 || b == -1) break;
          const int64_t remainder = a % b;
          result = Value::small(remainder != 0 && (remainder ^ b) < 0 ? remainder + b : remainder);
          goto binary_done;
        }
        case Binary::RightShift: {
          const int64_t count = right.small();
          if (count < 0) break;
          result = Value::small(left.small() >> (count > 62 ? 62 : count));
          goto binary_done;
        }
        default: break;
      }
    } else if (exact_float(left) && exact_float(right)) {
      const double a = left.as<Float>()->number, b = right.as<Float>()->number;
      switch (operation) {
        case Binary::Add: result = float_result(a + b, left, right); goto binary_done;
        case Binary::Subtract: result = float_result(a - b, left, right); goto binary_done;
        case Binary::Multiply: result = float_result(a * b, left, right); goto binary_done;
        case Binary::Power: {
          if (!(a > 0)) break;
          const double power = std::pow(a, b);
          if (!std::isfinite(power)) break;
          result = float_result(power, left, right);
          goto binary_done;
        }
        case Binary::TrueDivide: if (b != 0) { result = float_result(a / b, left, right); goto binary_done; } break;
        default: break;
      }
    }
    SLOW(binary_operator(vm, *frame, pc->argument));
  binary_done:
    *--sp = kNull;
    sp[-1] = result;
    NEXT();
  }
  OP(BINARY_SUBSCR) {
    Value container = sp[-2], key = sp[-1];
    if (Value item = plain_item(container, key); !item.is_null()) {
      retain(item);
      --sp;
      sp[-1] = item;
      RELEASE(key);
      RELEASE(container);
      NEXT();
    }
    SLOW(subscript(vm, *frame, 0));
  }
  OP(STORE_SUBSCR) {
    Value container = sp[-2], key = sp[-1];
    if (Value* place = plain_place(container, key)) {
      Value old = std::exchange(*place, sp[-3]);
      sp -= 3;
      RELEASE(old);
      RELEASE(key);
      RELEASE(container);
      NEXT();
    }
    SLOW(store_subscript(vm, *frame, 0));
  }
  OP(DELETE_SUBSCR) SLOW(delete_subscript(vm, *frame, 0));
  OP(COMPARE_OP) {
    Value left = sp[-2], right = sp[-1];
    if (both_small(left, right)) {
      --sp;
      sp[-1] = Value::of(compare_small(left, right, kCompareMasks[pc->argument]));
      NEXT();
    }
    if (exact_float(left) && exact_float(right)) {
      const bool result = holds(left.as<Float>()->number, right.as<Float>()->number,
                                         static_cast<CompareOperator>(pc->argument));
      --sp;
      sp[-1] = Value::of(result);
      release(left);
      release(right);
      NEXT();
    }
    SLOW(compare_operator(vm, *frame, pc->argument));
  }
  OP(IS_OP) {
    Value right = POP(), left = sp[-1];
    sp[-1] = Value::of((left == right) != (pc->argument == 1));
    RELEASE(left);
    RELEASE(right);
    NEXT();
  }
  OP(CONTAINS_OP) {
    Value key = sp[-2], container = sp[-1];
    if (container.is_object() && container.object()->type == &dict_type) [[unlikely]] {
      const int32_t at = dict_find_plain(container.as<Dict>(), key);
      if (at >= -1) {
        --sp;
        sp[-1] = Value::of((at >= 0) != (pc->argument == 1));
        RELEASE(key);
        RELEASE(container);
        NEXT();
      }
    }
    SLOW(contains_operator(vm, *frame, pc->argument));
  }
  OP(UNARY_POSITIVE) SLOW(unary_positive(vm, *frame, 0));
  OP(UNARY_NEGATIVE) SLOW(unary_negative(vm, *frame, 0));
  OP(UNARY_NOT) {
    if (sp[-1].is_bool()) { sp[-1] = Value::of(sp[-1].is_false()); NEXT(); }
    SLOW(unary_not(vm, *frame, 0));
  }
  OP(UNARY_INVERT) SLOW(unary_invert(vm, *frame, 0));

  // --- containers --------------------------------------------------------------------------------------------------
  OP(BUILD_TUPLE) SLOW(build_tuple(vm, *frame, pc->argument));
  OP(BUILD_LIST) SLOW(build_list(vm, *frame, pc->argument));
  OP(BUILD_SET) SLOW(build_set(vm, *frame, pc->argument));
  OP(BUILD_MAP) SLOW(build_map(vm, *frame, pc->argument));
  OP(BUILD_CONST_KEY_MAP) SLOW(build_const_key_map(vm, *frame, pc->argument));
  OP(BUILD_STRING) SLOW(build_string(vm, *frame, pc->argument));
  OP(BUILD_SLICE) SLOW(build_slice(vm, *frame, pc->argument));
  OP(LIST_APPEND) {
    Value item = POP();
    list_append_owned(sp[-pc->argument].as<List>(), item);
    NEXT();
  }
  OP(SET_ADD) SLOW(set_add(vm, *frame, pc->argument));
  OP(MAP_ADD) SLOW(map_add(vm, *frame, pc->argument));
  OP(LIST_EXTEND) SLOW(extend_list(vm, *frame, pc->argument));
  OP(SET_UPDATE) SLOW(update_set(vm, *frame, pc->argument));
  OP(DICT_UPDATE) SLOW(update_dict(vm, *frame, pc->argument));
  OP(DICT_MERGE) SLOW(merge_dict(vm, *frame, pc->argument));
  OP(LIST_TO_TUPLE) SLOW(list_to_tuple(vm, *frame, 0));
  OP(FORMAT_VALUE) SLOW(format_for_fstring(vm, *frame, pc->argument));
  OP(UNPACK_SEQUENCE) {
    Value sequence = sp[-1];
    if (sequence.is_object() && sequence.object()->type == &tuple_type && sequence.as<Tuple>()->size == pc->argument) {
      auto* tuple = sequence.as<Tuple>();
      --sp;
      for (int64_t i = pc->argument; i-- > 0;) { retain(tuple->items[i]); PUSH(tuple->items[i]); }
      RELEASE(sequence);
      NEXT();
    }
    SLOW(unpack_sequence(vm, *frame, pc->argument));
  }
  OP(UNPACK_EX) SLOW(unpack_with_star(vm, *frame, pc->argument));
  OP(GET_LEN) SLOW(get_length(vm, *frame, 0));
  OP(MATCH_MAPPING) SLOW(match_mapping(vm, *frame, 0));
  OP(MATCH_SEQUENCE) SLOW(match_sequence(vm, *frame, 0));
  OP(MATCH_KEYS) SLOW(match_keys(vm, *frame, 0));
  OP(MATCH_CLASS) SLOW(match_class(vm, *frame, pc->argument));

  // --- iteration and jumps -----------------------------------------------------------------------------------------
  OP(GET_ITER) SLOW(get_iterator(vm, *frame, 0));
  // A generator goes on. Nothing is sent: what most do first, to drop the None that the yield gives, is done at once when the
  // budget covers it.
#define RESUME(generator, caller, return_action)                                      \
  do {                                                                                \
    link_generator(thread, caller, generator, return_action);                         \
    frame = &(generator)->frame;                                                      \
    pc = frame->instruction;                                                          \
    sp = frame->top;                                                                  \
    if (pc->op == static_cast<uint8_t>(Form::RESUME_POP_TOP) && budget >= pc->cost) [[likely]] { \
      budget -= pc->cost;                                                             \
      SKIP(2);                                                                        \
    }                                                                                 \
    PUSH(kNone);                                                                      \
    DISPATCH();                                                                       \
  } while (0)
  // That of a for loop comes back to the instruction behind FOR_ITER with the item.
#define RESUME_IN_FOR(generator)                                                      \
  do {                                                                                \
    frame->instruction = pc;                                                          \
    frame->top = sp;                                                                  \
    RESUME(generator, frame, ReturnAction::ForIter);                                  \
  } while (0)
  OP(FOR_ITER) {
    Value iterator = sp[-1];
    bool other = false;
    Value item = next_fast(iterator, &other);
    if (other) {
      SAVE();
      if (iterator.object()->type == &generator_type) {
        auto* generator = iterator.as<Generator>();
        if (generator->state < GeneratorState::Running) RESUME_IN_FOR(generator);
      }
      item = next(vm, iterator).release();
      if (item.is_null() && !thread.pending.is_null()) goto error;
      budget = thread.budget;
    }
    if (!item.is_null()) [[likely]] { PUSH(item); NEXT(); }
    --sp;
    RELEASE(iterator);
    JUMP();
  }
  OP(JUMP_FORWARD) JUMP();
  OP(JUMP_BACKWARD) JUMP();
  OP(JUMP_BACKWARD_NO_INTERRUPT) JUMP();
  OP(POP_JUMP_FORWARD_IF_FALSE) BRANCH_IF(false);
  OP(POP_JUMP_FORWARD_IF_TRUE) BRANCH_IF(true);
  OP(POP_JUMP_BACKWARD_IF_FALSE) BRANCH_IF(false);
  OP(POP_JUMP_BACKWARD_IF_TRUE) BRANCH_IF(true);
  OP(POP_JUMP_FORWARD_IF_NONE) BRANCH_IF_NONE(true);
  OP(POP_JUMP_FORWARD_IF_NOT_NONE) BRANCH_IF_NONE(false);
  OP(POP_JUMP_BACKWARD_IF_NONE) BRANCH_IF_NONE(true);
  OP(POP_JUMP_BACKWARD_IF_NOT_NONE) BRANCH_IF_NONE(false);
  OP(JUMP_IF_FALSE_OR_POP) OP(JUMP_IF_TRUE_OR_POP) {
    const bool wanted = pc->logical == static_cast<uint8_t>(Opcode::JUMP_IF_TRUE_OR_POP);
    Value condition = sp[-1];
    int result = condition.is_true();
    if (!condition.is_bool()) {
      SAVE();
      result = truth(vm, condition);
      if (result < 0) goto error;
      budget = thread.budget;
    }
    if ((result != 0) == wanted) JUMP();
    --sp;
    RELEASE(condition);
    NEXT();
  }

  // --- calls -------------------------------------------------------------------------------------------------------
  OP(KW_NAMES) keyword_names = frame->code->constants[pc->argument].as<Tuple>(); NEXT();
  OP(CALL) {
    Value* const base = sp - pc->argument - 2;  // NULL callable arguments…, or callable self arguments…
    Value* const slot = base + base[0].is_null();
    Value callable = *slot, result;  // taken off the stack: owned here
    if (callable.is_object() && !keyword_names) {
      const Type* type = callable.object()->type;
      const auto count = static_cast<int32_t>(sp - slot) - 1;
      if (type == &function_type) {
        auto* function = callable.as<Function>();
        if (count == function->code->plain_arguments) [[likely]] {
          frame->instruction = pc;
          frame->top = base;
          thread.budget = budget;
          frame = begin_frame(thread, frame, function, slot + 1, count);
          goto enter_call;
        }
        if (const int32_t missing = left_to_defaults(function, count)) {
          frame->instruction = pc;
          frame->top = base;
          thread.budget = budget;
          frame = begin_frame(thread, frame, function, slot + 1, count);
          fill_defaults(frame, function, count, missing);
          goto enter_call;
        }
      } else if (type == &method_descriptor_type || (type == &native_function_type && callable.as<Native>()->self.is_null())) {
        // The callable stays on the stack, which keeps it alive.
        const auto* native = callable.as<Native>();
        const int32_t own = type == &method_descriptor_type;
        const Arity& arity = native->description->arity;
        if (count - own >= arity.least && (arity.most < 0 || count - own <= arity.most) &&
            (!own || has_type(slot[1], native->owner))) [[likely]] {
          SAVE();
          result = native->description->code(vm, {slot + 1, static_cast<size_t>(count), nullptr}).release();
          goto native_returned;
        }
      } else if (callable == Value::of(&str_type) && count == 1) {
        SAVE();
        result = str(vm, slot[1]).release();
      native_returned:
        if (thread.budget < 0) [[unlikely]] thread.native_switch_point = looks_after_call(callable);
        if (result.is_null()) [[unlikely]] goto error;
        frame->top = base;
        while (sp != slot) release(*--sp);
        budget = thread.budget;
        sp = base;
        PUSH(result);
        NEXT();
      }
    }
    *slot = kNull;
    SAVE();
    // A method bound to an object: the object takes the callable's place, in front of the arguments.
    if (callable.is_object()) {
      if (callable.object()->type == &bound_method_type) {
        auto* method = callable.as<BoundMethod>();
        *slot = method->self;
        retain(*slot);
        Value function = method->function;
        retain(function);
        release(callable);
        callable = function;
      } else if (callable.object()->type == &native_function_type && !callable.as<Native>()->self.is_null()) {
        *slot = callable.as<Native>()->self;
        retain(*slot);
      }
    }
    Value* const values = slot + slot->is_null();
    const auto count = static_cast<int32_t>(sp - values);
    if (callable.is_object()) {
      Type* type = callable.object()->type;
      if (type == &function_type) {
        auto* function = callable.as<Function>();
        Frame* callee;
        if (count == function->code->plain_arguments && !keyword_names) [[likely]] {
          callee = begin_frame(thread, frame, function, values, count);
        } else if (const int32_t missing = keyword_names ? 0 : left_to_defaults(function, count)) {
          callee = begin_frame(thread, frame, function, values, count);
          fill_defaults(callee, function, count, missing);
        } else {
          const int32_t keywords = keyword_names ? static_cast<int32_t>(keyword_names->size) : 0;
          callee = make_call_frame(vm, thread, function, {values, static_cast<size_t>(count - keywords), keyword_names});
          keyword_names = nullptr;
          release(callable);
          if (!callee) [[unlikely]] goto error;
          for (int32_t i = 0; i < count; ++i) release(values[i]);
        }
        frame->top = base;
        callee->action = ReturnAction::Push;
        callee->previous = frame;
        frame = callee;
        goto enter_call;
      }
      if ((type == &method_descriptor_type || type == &native_function_type) && !keyword_names) {
        const auto* native = callable.as<Native>();
        const int32_t own = type == &method_descriptor_type || !native->self.is_null();  // self is among the values
        const Arity arity = native->description->arity;
        if (count - own >= arity.least && (arity.most < 0 || count - own <= arity.most) &&
            (type == &native_function_type || type_of(values[0]) == native->owner || is_instance(values[0], native->owner))) [[likely]] {
          result = native->description->code(vm, {values, static_cast<size_t>(count), nullptr}).release();
          if (thread.budget < 0) [[unlikely]] thread.native_switch_point = looks_after_call(callable);
          release(callable);
          if (result.is_null()) [[unlikely]] goto error;
          frame->top = base;
          for (int32_t i = 0; i < count; ++i) release(values[i]);
          budget = thread.budget;
          sp = base;
          PUSH(result);
          NEXT();
        }
      }
      if (type == &type_type) {
        if (Frame* callee = start_construction(vm, *frame, callable.as<Type>(), base, slot, keyword_names)) {
          keyword_names = nullptr;
          release(callable);
          if (!thread.pending.is_null()) [[unlikely]] goto error;
          budget = thread.budget;
          frame = callee;
          goto enter_call;
        }
      }
    }
    const Tuple* names_given = std::exchange(keyword_names, nullptr);
    result = call_any(vm, callable, values, count, names_given);
    if (thread.budget < 0) [[unlikely]] thread.native_switch_point = looks_after_call(callable);
    release(callable);
    if (result.is_null()) [[unlikely]] goto error;
    frame->top = base;
    for (int32_t i = 0; i < count; ++i) release(values[i]);
    budget = thread.budget;
    sp = base;
    PUSH(result);
    NEXT();
  }
  OP(CALL_FUNCTION_EX) {
    SAVE();
    const bool looks = looks_after_call(sp[-2 - (pc->argument & 1)]);
    if (!call_with_unpacking(vm, *frame, pc->argument)) [[unlikely]] goto error;
    RELOAD();
    if (budget < 0) [[unlikely]] thread.native_switch_point = looks;
    NEXT();
  }
enter_call:
  if (++thread.frame_depth > vm.recursion_limit) [[unlikely]] goto recursion_error;
  ENTER_FRAME();
  if (pc->op == static_cast<uint8_t>(Opcode::RESUME)) [[likely]] {
    budget -= pc->cost;
    if (budget < 0) [[unlikely]] goto checkpoint;
    ++pc;
  }
  DISPATCH();
  OP(MAKE_FUNCTION) SLOW(make_function(vm, *frame, pc->argument));
  OP(RETURN_VALUE) return_value: {
    const Value result = POP();
    if (frame->generator) goto generator_returned;
    for (Value* slot = frame->slots(); slot != sp; ++slot) RELEASE(std::exchange(*slot, Value()));
    if (!frame->locals.is_null()) [[unlikely]] RELEASE(frame->locals);
    RELEASE_OBJECT(frame->owner.object());
    Frame* const caller = frame->previous;
    const ReturnAction action = frame->action;
    thread.frames.pop(frame);
    --thread.frame_depth;
    frame = caller;
    if (action == ReturnAction::LeaveLoop) [[unlikely]] {
      thread.frame = caller;
      thread.budget = budget;
      return result;
    }
    ENTER_FRAME();
    if (action == ReturnAction::Construct) [[unlikely]] {
      if (!result.is_none()) {
        SAVE();
        refuse_result_of_init(vm, result);
        goto error;
      }
      NEXT();
    }
    PUSH(result);
    NEXT();
  }

  // --- generators and coroutines -----------------------------------------------------------------------------------
  OP(RETURN_GENERATOR) {
    // The frame goes on inside the new object; its caller sees the object as the result of the call.
    SAVE();
    frame->instruction = pc + 1;
    Frame* caller = frame->previous;
    const ReturnAction action = frame->action;
    Value generator = make_generator(vm, frame).release();
    thread.frames.pop(frame);
    --thread.frame_depth;
    frame = caller;
    if (action == ReturnAction::LeaveLoop) { thread.frame = caller; return generator; }
    ENTER_FRAME();
    PUSH(generator);
    NEXT();
  }
  // A for loop that waits for the item stores it in a local next: at once, when the budget covers that.
#define YIELD(value)                                                                  \
  do {                                                                                \
    const Value item = (value);                                                       \
    frame->instruction = pc + 1;                                                      \
    frame->top = sp;                                                                  \
    Frame* const caller = frame->previous;                                            \
    const ReturnAction action = frame->action;                                        \
    unlink_generator(thread, frame->generator, GeneratorState::Suspended);            \
    if (action == ReturnAction::LeaveLoop) {                                          \
      thread.budget = budget;                                                         \
      if (!taker) return item;                                                        \
      yielded = item;                                                                 \
      goto give_item;                                                                 \
    }                                                                                 \
    frame = caller;                                                                   \
    pc = frame->instruction + 1;                                                      \
    sp = frame->top;                                                                  \
    if (pc->op == static_cast<uint8_t>(Opcode::STORE_FAST) && budget >= pc->cost) [[likely]] { \
      budget -= pc->cost;                                                             \
      STORE(LOCAL(pc->argument), item);                                               \
    }                                                                                 \
    PUSH(item);                                                                       \
    DISPATCH();                                                                       \
  } while (0)
  OP(YIELD_VALUE) {
    const Value value = POP();
    YIELD(value);
  }
give_item: {
    Generator* generator = frame->generator;
    --thread.native_depth;
    taker->refused = !taker->take(yielded);
    release(yielded);
    ++thread.native_depth;
    // The taker may have run the generator, and some items more time must pass: give_items (generator.cc) sees to it.
    if (taker->refused || generator->state != GeneratorState::Suspended || (vm.items_taken + 1) % kItemsBetweenLooks == 0) return kNull;
    ++vm.items_taken;
    budget = thread.budget;
    RESUME(generator, thread.frame, ReturnAction::LeaveLoop);
  }
  OP(SEND) {
    Value receiver = sp[-2], value = sp[-1];
    SAVE();
    if (is_generator(receiver)) {
      auto* generator = receiver.as<Generator>();
      if (generator->state == GeneratorState::Suspended || (generator->state == GeneratorState::Created && value.is_none())) {
        frame->top = --sp;
        link_generator(thread, frame, generator, ReturnAction::Send);
        frame = &generator->frame;
        ENTER_FRAME();
        PUSH(value);
        DISPATCH();
      }
    }
    ResumeResult came_back;
    Value received;  // owned; no Ref, for clang lets no jump of dispatch leave the scope of one
    {
      Ref result;
      came_back = send(vm, receiver, value, &result);
      received = result.release();
    }
    if (came_back == ResumeResult::Raised) goto error;
    budget = thread.budget;
    release(value);
    if (came_back == ResumeResult::Yielded) { sp[-1] = received; NEXT(); }
    --sp;
    release(receiver);
    sp[-1] = received;
    JUMP();
  }
generator_returned: {
    const Value result = *sp;  // popped by RETURN_VALUE
    SAVE();
    Generator* generator = frame->generator;
    Frame* caller = frame->previous;
    const ReturnAction action = frame->action;
    clear_frame(frame);
    unlink_generator(thread, generator, GeneratorState::Closed);
    budget = thread.budget;
    frame = caller;
    if (action == ReturnAction::LeaveLoop) return result;
    ENTER_FRAME();
    Value iterator = *--sp;
    if (action == ReturnAction::ForIter) { RELEASE(result);
    RELEASE(iterator); JUMP(); }
    RELEASE(iterator);
    PUSH(result);
    JUMP();
  }
  OP(GET_YIELD_FROM_ITER) SLOW(get_yield_from_iterator(vm, *frame, 0));
  OP(GET_AWAITABLE) SLOW(get_awaitable(vm, *frame, pc->argument));
  OP(GET_AITER) SLOW(get_async_iterator(vm, *frame, 0));
  OP(GET_ANEXT) SLOW(get_async_next(vm, *frame, 0));
  OP(END_ASYNC_FOR) SLOW(end_async_for(vm, *frame, 0));
  OP(ASYNC_GEN_WRAP) SLOW(wrap_async_yield(vm, *frame, 0));

  // --- exceptions and context managers -----------------------------------------------------------------------------
  OP(RAISE_VARARGS) {
    SAVE();
    if (raise_statement(vm, *frame, pc->argument)) goto unwind;
    goto error;
  }
  OP(RERAISE) {
    Value exception = POP();
    SAVE();
    set_pending_exception(vm, exception);
    release(exception);
    goto unwind;
  }
  OP(PUSH_EXC_INFO) {
    Value exception = sp[-1];
    Value former = thread.handled->exception;
    sp[-1] = former.is_null() ? kNone : former;
    retain(exception);
    thread.handled->exception = exception;
    PUSH(exception);
    NEXT();
  }
  OP(POP_EXCEPT) {
    Value former = POP();
    Value handled = std::exchange(thread.handled->exception, former.is_none() ? kNull : former);
    RELEASE(handled);
    NEXT();
  }
  OP(CHECK_EXC_MATCH) SLOW(match_exception(vm, *frame, 0));
  OP(CHECK_EG_MATCH) SLOW(match_exception_group(vm, *frame, 0));
  OP(PREP_RERAISE_STAR) SLOW(prepare_reraise_star(vm, *frame, 0));
  OP(BEFORE_WITH) {
    const auto& cache = cache_of(pc).context;
    Value manager = sp[-1];
    if (type_of(manager)->version == cache.type_version) [[likely]] {
      SAVE();
      Value enter = cache.enter;
      sp[-1] = bind_exit(thread, cache.exit, manager);  // the manager's own reference goes to __enter__
      if (enter.object()->type == &function_type) {
        Code* code = enter.as<Function>()->code;
        retain(enter);
        Frame* callee = initialize_frame(thread.frames.push(code->frame_bytes), code, enter.as<Function>()->globals,
                                         enter.as<Function>()->builtins, kNull, enter);
        callee->slots()[0] = manager;
        callee->action = ReturnAction::Push;
        callee->previous = frame;
        frame = callee;
        goto enter_call;
      }
      Value result = enter.as<Native>()->description->code(vm, {&manager, 1, nullptr}).release();
      release(manager);
      if (result.is_null()) [[unlikely]] goto error;
      budget = thread.budget;
      PUSH(result);
      NEXT();
    }
    SLOW(enter_context(vm, *frame, cache_of(pc)));
  }
  OP(BEFORE_ASYNC_WITH) SLOW(enter_async_context(vm, *frame, 0));
  OP(WITH_EXCEPT_START) SLOW(exit_context_with_exception(vm, *frame, 0));
  OP(IMPORT_NAME) SLOW(import_name(vm, *frame, pc->argument));
  OP(IMPORT_FROM) SLOW(import_from(vm, *frame, pc->argument));
  OP(IMPORT_STAR) SLOW(import_star(vm, *frame, 0));
  OP(PRINT_EXPR) SLOW(print_expression(vm, *frame, 0));

  // --- forms -------------------------------------------------------------------------------------------------------
#define ARITHMETIC(name, operation, float_operator)                                   \
  FORM_(name) {                                                                       \
    Value left = sp[-2], right = sp[-1], result;                                      \
    if (both_small(left, right)) {                                                    \
      if (operation(left, right, &result)) [[likely]] { --sp; sp[-1] = result; NEXT(); } \
    } else if (hold_floats(left, right)) {                                            \
      result = float_result(left.as<Float>()->number float_operator right.as<Float>()->number, left, right); \
      --sp;                                                                           \
      sp[-1] = result;                                                                \
      NEXT();                                                                         \
    }                                                                                 \
    SLOW(binary_operator(vm, *frame, pc->argument));                                  \
  }
  ARITHMETIC(ADD, add_small, +)
  ARITHMETIC(SUBTRACT, subtract_small, -)
  ARITHMETIC(MULTIPLY, multiply_small, *)
  // The result goes to a local. A float goes into the box that the local has, when nobody else sees it.
#define ARITHMETIC_STORE(name, operation, float_operator)                             \
  FORM_(name) {                                                                       \
    Value left = sp[-2], right = sp[-1], result;                                      \
    Value& target = LOCAL(pc[1].argument);                                            \
    if (both_small(left, right)) {                                                    \
      if (!operation(left, right, &result)) [[unlikely]] MISS();                      \
    } else {                                                                          \
      if (!hold_floats(left, right)) MISS();                                          \
      const double number = left.as<Float>()->number float_operator right.as<Float>()->number; \
      if (lends_box(target)) {                                                        \
        target.as<Float>()->number = number;                                          \
        drop_float(left);                                                             \
        drop_float(right);                                                            \
        sp -= 2;                                                                      \
        SKIP(2);                                                                      \
      }                                                                               \
      result = float_result(number, left, right);                                     \
    }                                                                                 \
    sp -= 2;                                                                          \
    ++pc;                                                                             \
    STORE(target, result);                                                            \
  }
  ARITHMETIC_STORE(ADD_STORE, add_small, +)
  ARITHMETIC_STORE(SUBTRACT_STORE, subtract_small, -)
  ARITHMETIC_STORE(MULTIPLY_STORE, multiply_small, *)
  FORM_(FAST_FAST) {
    Value first = LOCAL(pc[0].argument), second = LOCAL(pc[1].argument);
    if (first.is_null() || second.is_null()) [[unlikely]] MISS();
    retain(first);
    retain(second);
    sp[0] = first;
    sp[1] = second;
    sp += 2;
    SKIP(2);
  }
  FORM_(FAST_CONST) {
    Value first = LOCAL(pc[0].argument), second = constant_of(pc + 1);
    if (first.is_null()) [[unlikely]] MISS();
    retain(first);
    retain(second);
    sp[0] = first;
    sp[1] = second;
    sp += 2;
    SKIP(2);
  }
  FORM_(STORE_FAST_LOAD_FAST) {
    Value& stored = LOCAL(pc[0].argument);
    const Value old = stored;
    if (!drops_quietly(old)) MISS();
    Value loaded = LOCAL(pc[1].argument);
    if (loaded.is_null()) [[unlikely]] MISS();
    stored = sp[-1];
    retain(loaded);
    sp[-1] = loaded;
    drop_quietly(old);
    SKIP(2);
  }
  FORM_(STORE_FAST_STORE_FAST) {
    Value &first = LOCAL(pc[0].argument), &second = LOCAL(pc[1].argument);
    const Value old_first = first, old_second = second;
    if (!drops_quietly(old_first) || !drops_quietly(old_second)) MISS();
    sp -= 2;
    first = sp[1];
    second = sp[0];
    drop_quietly(old_first);
    drop_quietly(old_second);
    SKIP(2);
  }
  // The items are held by the locals before the tuple goes, so that nothing else goes with it.
  FORM_(UNPACK_PAIR) {
    const Value sequence = sp[-1];
    Value &first = LOCAL(pc[1].argument), &second = LOCAL(pc[2].argument);
    const Value old_first = first, old_second = second;
    if (!sequence.is_object() || sequence.object()->type != &tuple_type || sequence.as<Tuple>()->size != 2 ||
        !drops_quietly(old_first) || !drops_quietly(old_second)) MISS();
    --sp;
    first = sequence.as<Tuple>()->items[0];
    second = sequence.as<Tuple>()->items[1];
    retain(first);
    retain(second);
    release(sequence);
    drop_quietly(old_first);
    drop_quietly(old_second);
    SKIP(3);
  }
  FORM_(COMPARE_JUMP) {
    Value left = sp[-2], right = sp[-1];
    if (!both_small(left, right)) MISS();
    sp -= 2;
    if (compare_small(left, right, pc->detail)) { pc += 1; JUMP(); }
    SKIP(2);
  }
#define COMPARE_JUMP(name, second_operand)                                            \
  FORM_(name) {                                                                       \
    Value left = LOCAL(pc[0].argument), right = second_operand;                       \
    if (!both_small(left, right)) [[unlikely]] MISS();                                \
    if (compare_small(left, right, pc->detail)) { pc += 3; JUMP(); }                  \
    SKIP(4);                                                                          \
  }
  COMPARE_JUMP(FAST_FAST_COMPARE_JUMP, LOCAL(pc[1].argument))
  COMPARE_JUMP(FAST_CONST_COMPARE_JUMP, constant_of(pc + 1))
#define LOAD_ARITHMETIC(name, operation, float_operator, second_operand)              \
  FORM_(name) {                                                                       \
    Value left = LOCAL(pc[0].argument), right = second_operand, result;               \
    if (both_small(left, right)) {                                                    \
      if (!operation(left, right, &result)) [[unlikely]] MISS();                      \
    } else {                                                                          \
      if (!exact_float(left) || !exact_float(right)) MISS();                          \
      result = new_float(left.as<Float>()->number float_operator right.as<Float>()->number); \
    }                                                                                 \
    PUSH(result);                                                                     \
    SKIP(3);                                                                          \
  }
  LOAD_ARITHMETIC(FAST_FAST_ADD, add_small, +, LOCAL(pc[1].argument))
  LOAD_ARITHMETIC(FAST_FAST_SUBTRACT, subtract_small, -, LOCAL(pc[1].argument))
  LOAD_ARITHMETIC(FAST_FAST_MULTIPLY, multiply_small, *, LOCAL(pc[1].argument))
  LOAD_ARITHMETIC(FAST_CONST_ADD, add_small, +, constant_of(pc + 1))
  LOAD_ARITHMETIC(FAST_CONST_SUBTRACT, subtract_small, -, constant_of(pc + 1))
  LOAD_ARITHMETIC(FAST_CONST_MULTIPLY, multiply_small, *, constant_of(pc + 1))
  FORM_(FAST_CONST_REMAINDER) {
    Value left = LOCAL(pc[0].argument), right = constant_of(pc + 1);
    if (!both_small(left, right) || right.small() <= 0) [[unlikely]] MISS();
    const int64_t remainder = left.small() % right.small();
    PUSH(Value::small(remainder < 0 ? remainder + right.small() : remainder));
    SKIP(3);
  }
  FORM_(FAST_CONST_AND) {
    Value left = LOCAL(pc[0].argument), right = constant_of(pc + 1);
    if (!both_small(left, right)) [[unlikely]] MISS();
    PUSH(Value::from_bits(left.bits() & right.bits()));
    SKIP(3);
  }
  FORM_(FAST_CONST_AND_JUMP) {
    Value left = LOCAL(pc[0].argument), right = constant_of(pc + 1);
    if (!both_small(left, right)) [[unlikely]] MISS();
    if (((left.small() & right.small()) != 0) == pc->detail) { pc += 3; JUMP(); }
    SKIP(4);
  }
  // The left operand is on the stack and may lend its box to the result.
#define ARITHMETIC_FAST(name, operation, float_operator)                              \
  FORM_(name) {                                                                       \
    Value left = sp[-1], right = LOCAL(pc[0].argument), result;                       \
    if (both_small(left, right)) {                                                    \
      if (!operation(left, right, &result)) [[unlikely]] MISS();                      \
    } else {                                                                          \
      if (!holds_float(left) || !exact_float(right)) MISS();                          \
      retain(right);                                                                  \
      result = float_result(left.as<Float>()->number float_operator right.as<Float>()->number, left, right); \
    }                                                                                 \
    sp[-1] = result;                                                                  \
    SKIP(2);                                                                          \
  }
  ARITHMETIC_FAST(FAST_ADD, add_small, +)
  ARITHMETIC_FAST(FAST_SUBTRACT, subtract_small, -)
  ARITHMETIC_FAST(FAST_MULTIPLY, multiply_small, *)
#define LOAD_ARITHMETIC_STORE(name, operation, float_operator, second_operand)        \
  FORM_(name) {                                                                       \
    Value left = LOCAL(pc[0].argument), right = second_operand, result;               \
    Value& target = LOCAL(pc[3].argument);                                            \
    if (both_small(left, right)) {                                                    \
      if (!operation(left, right, &result)) [[unlikely]] MISS();                      \
    } else {                                                                          \
      if (!exact_float(left) || !exact_float(right)) MISS();                          \
      const double number = left.as<Float>()->number float_operator right.as<Float>()->number; \
      if (lends_box(target)) {                                                        \
        target.as<Float>()->number = number;                                          \
        SKIP(4);                                                                      \
      }                                                                               \
      result = new_float(number);                                                     \
    }                                                                                 \
    pc += 3;                                                                          \
    STORE(target, result);                                                            \
  }
  LOAD_ARITHMETIC_STORE(FAST_FAST_ADD_STORE, add_small, +, LOCAL(pc[1].argument))
  LOAD_ARITHMETIC_STORE(FAST_CONST_ADD_STORE, add_small, +, constant_of(pc + 1))
  LOAD_ARITHMETIC_STORE(FAST_CONST_SUBTRACT_STORE, subtract_small, -, constant_of(pc + 1))
#define GLOBAL_ARITHMETIC_STORE(name, operation, guard)                               \
  FORM_(name) {                                                                       \
    const auto& load = cache_of(pc).global;                                           \
    const auto& store = cache_of(pc + 3).global;                                      \
    Dict* globals = frame->globals;                                                   \
    if (!(guard) || load.globals_version != globals->keys_version ||                  \
        store.globals_version != globals->keys_version || load.in_builtins) [[unlikely]] MISS(); \
    Value left = *load.value, right = constant_of(pc + 1), result; \
    Value& target = *store.value;                              \
    if (!both_small(left, right) || !(target.bits() & 3) || !operation(left, right, &result)) [[unlikely]] MISS(); \
    target = result;                                                                  \
    SKIP(4);                                                                          \
  }
  GLOBAL_ARITHMETIC_STORE(GLOBAL_CONST_ADD_STORE, add_small, true)
  GLOBAL_ARITHMETIC_STORE(GLOBAL_CONST_SUBTRACT_STORE, subtract_small, true)
  GLOBAL_ARITHMETIC_STORE(NAME_CONST_ADD_STORE, add_small, frame->locals.as<Dict>() == frame->globals)
  FORM_(JUMP_FOR_ITER_STORE_FAST) pc += pc->argument; goto form_FOR_ITER_STORE_FAST;
  FORM_(FOR_ITER_STORE_FAST) {
    Object* const iterator = sp[-1].object();
    if (iterator->type == &range_iterator_type) {
      auto* range = reinterpret_cast<RangeIterator*>(iterator);
      if (range->remaining == 0) [[unlikely]] MISS();
      --range->remaining;
      const int64_t number = range->next;
      range->next += range->step;
      ++pc;
      STORE(LOCAL(pc->argument), Value::small(number));
    }
    if (iterator->type == &list_iterator_type) {
      auto* walk = reinterpret_cast<ListIterator*>(iterator);
      if (!walk->list || walk->position >= walk->list->size) [[unlikely]] MISS();
      const Value item = walk->list->items[walk->position++];
      retain(item);
      ++pc;
      STORE(LOCAL(pc->argument), item);
    }
    auto* const generator = reinterpret_cast<Generator*>(iterator);
    if (generator->type != &generator_type || generator->state >= GeneratorState::Running) MISS();
    budget += logical_costs[pc[1].logical];  // the item is stored when it comes
    RESUME_IN_FOR(generator);
  }
  FORM_(CONST_COMPARE_JUMP) {
    Value left = sp[-1], right = constant_of(pc);
    if (!both_small(left, right)) [[unlikely]] MISS();
    --sp;
    if (compare_small(left, right, pc->detail)) { pc += 2; JUMP(); }
    SKIP(3);
  }

  // Items of containers that locals hold.
#define LOAD_ITEM(name, second_operand)                                               \
  FORM_(name) {                                                                       \
    Value item = plain_item(LOCAL(pc[0].argument), second_operand);                   \
    if (item.is_null()) [[unlikely]] MISS();                                          \
    retain(item);                                                                     \
    PUSH(item);                                                                       \
    SKIP(3);                                                                          \
  }
  LOAD_ITEM(FAST_FAST_ITEM, LOCAL(pc[1].argument))
  LOAD_ITEM(FAST_CONST_ITEM, constant_of(pc + 1))
  // `detail` is the index.
  FORM_(FAST_INDEX_ITEM) {
    Value item = item_at(LOCAL(pc[0].argument), pc->detail);
    if (item.is_null()) [[unlikely]] MISS();
    retain(item);
    PUSH(item);
    SKIP(3);
  }
  // `container[key] += …` begins so: container and key stay below the item.
#define LOAD_ITEM_TO_CHANGE(name, second_operand, found_item)                         \
  FORM_(name) {                                                                       \
    Value container = LOCAL(pc[0].argument), key = second_operand;                    \
    Value item = found_item;                                                          \
    if (item.is_null()) [[unlikely]] MISS();                                          \
    retain(container);                                                                \
    retain(key);                                                                      \
    retain(item);                                                                     \
    sp[0] = container;                                                                \
    sp[1] = key;                                                                      \
    sp[2] = item;                                                                     \
    sp += 3;                                                                          \
    SKIP(5);                                                                          \
  }
  LOAD_ITEM_TO_CHANGE(FAST_FAST_ITEM_TO_CHANGE, LOCAL(pc[1].argument), plain_item(container, key))
  LOAD_ITEM_TO_CHANGE(FAST_CONST_ITEM_TO_CHANGE, constant_of(pc + 1), plain_item(container, key))
  LOAD_ITEM_TO_CHANGE(FAST_INDEX_ITEM_TO_CHANGE, Value::small(pc->detail), item_at(container, pc->detail))
  // … and ends so. `detail`: subtract.
  FORM_(ARITHMETIC_STORE_ITEM) {
    Value container = sp[-4], key = sp[-3], left = sp[-2], right = sp[-1], result;
    const bool small = both_small(left, right);
    if (!small && !hold_floats(left, right)) MISS();
    Value* place = plain_place(container, key);
    if (!place) [[unlikely]] MISS();
    if (small) {
      if (!(pc->detail ? subtract_small(left, right, &result) : add_small(left, right, &result))) [[unlikely]] MISS();
    } else {
      const double a = left.as<Float>()->number, b = right.as<Float>()->number, number = pc->detail ? a - b : a + b;
      if (*place == left && left.object()->refcount == 2) {
        // Only the container holds it besides the operand stack: the box stays where it is.
        left.as<Float>()->number = number;
        drop_float(right);
        result = left;
      } else {
        result = float_result(number, left, right);
      }
    }
    Value old = std::exchange(*place, result);
    sp -= 4;
    pc += 3;
    if (drops_quietly(old)) [[likely]] drop_quietly(old);
    else RELEASE(old);
    RELEASE(key);
    RELEASE(container);
    NEXT();
  }
  // All of it, when key and operand need no computing. `detail`: 1 subtract, 2 the operand is a constant, 4 the key is.
  FORM_(ITEM_ARITHMETIC_STORE) {
    const Value key = pc->detail & 4 ? constant_of(pc + 1) : LOCAL(pc[1].argument);
    const Value operand = pc->detail & 2 ? constant_of(pc + 5) : LOCAL(pc[5].argument);
    Value* place = plain_place(LOCAL(pc->argument), key);
    if (!place || operand.is_null() || !drops_quietly(*place)) [[unlikely]] MISS();
    Value result = sum_or_difference(*place, operand, pc->detail & 1);
    if (result.is_null()) [[unlikely]] MISS();
    drop_quietly(std::exchange(*place, result));
    SKIP(10);
  }
  // The same with a product of locals: `row[k] += x * y`. `detail`: the index, and in its lowest bit: subtract.
  FORM_(FAST_INDEX_PRODUCT_STORE) {
    const Value row = LOCAL(pc[0].argument), left = LOCAL(pc[5].argument), right = LOCAL(pc[6].argument);
    const bool subtract = pc->detail & 1;
    const uint32_t index = pc->detail >> 1;
    if (!row.is_object() || row.object()->type != &list_type || index >= row.as<List>()->size) MISS();
    Value& item = row.as<List>()->items[index];
    if (both_small(left, right)) {
      Value product, result;
      if (!item.is_small() || !multiply_small(left, right, &product) ||
          !(subtract ? subtract_small(item, product, &result) : add_small(item, product, &result))) [[unlikely]] MISS();
      item = result;
      SKIP(12);
    }
    if (!exact_float(left) || !exact_float(right) || !holds_float(item)) MISS();
    const double product = left.as<Float>()->number * right.as<Float>()->number, old = item.as<Float>()->number;
    const double number = subtract ? old - product : old + product;
    if (lends_box(item)) {
      item.as<Float>()->number = number;
    } else {
      --item.object()->refcount;
      item = new_float(number);
    }
    SKIP(12);
  }
#define STORE_ITEM(name, second_operand)                                              \
  FORM_(name) {                                                                       \
    Value* place = plain_place(LOCAL(pc[0].argument), second_operand);                \
    if (!place) [[unlikely]] MISS();                                                  \
    Value old = std::exchange(*place, POP());                                         \
    pc += 2;                                                                          \
    RELEASE(old);                                                                     \
    NEXT();                                                                           \
  }
  STORE_ITEM(FAST_FAST_STORE_ITEM, LOCAL(pc[1].argument))
  STORE_ITEM(FAST_CONST_STORE_ITEM, constant_of(pc + 1))
  FORM_(FAST_FAST_CONTAINS_JUMP) {
    Value key = LOCAL(pc[0].argument), container = LOCAL(pc[1].argument);
    if (key.is_null() || !container.is_object() || container.object()->type != &dict_type) MISS();
    const int32_t at = dict_find_plain(container.as<Dict>(), key);
    if (at < -1) [[unlikely]] MISS();
    if ((at >= 0) == pc->detail) { pc += 3; JUMP(); }
    SKIP(4);
  }

  FORM_(FAST_ATTR) {
    const auto& cache = cache_of(pc + 1).attribute;
    Value object = LOCAL(pc->argument);
    if (!object.is_object() || object.object()->type->version != cache.type_version || cache.index < 0) MISS();
    Attributes* attributes = attributes_of(object.object());
    if (attributes->shape != cache.shape) MISS();
    Value value = attributes->values[cache.index];
    retain(value);
    PUSH(value);
    SKIP(2);
  }
  FORM_(FAST_STORE_ATTR) {
    const auto& cache = cache_of(pc + 1).attribute;
    Value object = LOCAL(pc->argument);
    if (!object.is_object() || object.object()->type->version != cache.type_version || cache.index < 0) MISS();
    Attributes* attributes = attributes_of(object.object());
    if (attributes->shape != cache.shape) MISS();
    Value old = std::exchange(attributes->values[cache.index], POP());
    pc += 1;
    RELEASE(old);
    NEXT();
  }
  // `self.x += …`; `detail`: 1 subtract, 2 the operand is a constant.
  FORM_(FAST_ATTR_ARITHMETIC_STORE) {
    const auto &load = cache_of(pc + 2).attribute, &store = cache_of(pc + 6).attribute;
    Value object = LOCAL(pc->argument);
    if (!object.is_object() || object.object()->type->version != load.type_version || load.index < 0 ||
        store.type_version != load.type_version || store.index != load.index) MISS();
    Attributes* attributes = attributes_of(object.object());
    if (attributes->shape != load.shape || store.shape != load.shape) MISS();
    Value& place = attributes->values[load.index];
    const Value operand = pc->detail & 2 ? constant_of(pc + 3) : LOCAL(pc[3].argument);
    if (operand.is_null() || !drops_quietly(place)) [[unlikely]] MISS();
    Value result = sum_or_difference(place, operand, pc->detail & 1);
    if (result.is_null()) [[unlikely]] MISS();
    drop_quietly(std::exchange(place, result));
    SKIP(7);
  }
  FORM_(EXIT_CONTEXT) {
    Value exit = sp[-1];
    if (!exit.is_object() || exit.object()->type != &bound_method_type || !constant_of(pc).is_none()) MISS();
    auto* method = exit.as<BoundMethod>();
    if (!method->function.is_object() || method->function.object()->type != &method_descriptor_type ||
        method->function.as<Native>()->description->arity.most >= 0) MISS();
    const Value values[] = {method->self, kNone, kNone, kNone};
    pc += 3;
    SAVE();
    Value result = method->function.as<Native>()->description->code(vm, {values, 4, nullptr}).release();
    if (result.is_null()) [[unlikely]] goto error;
    if (thread.budget < 0) [[unlikely]] thread.native_switch_point = true;
    budget = thread.budget;
    sp[-1] = result;
    SAVE();
    drop_exit(thread, method);
    RELOAD();
    NEXT();
  }
  FORM_(FAST_METHOD) {
    const auto& cache = cache_of(pc + 1).attribute;
    Value object = LOCAL(pc->argument);
    if (object.is_null() || type_of(object)->version != cache.type_version || cache.index != -1 ||
        (cache.shape && attributes_of(object.object())->shape != cache.shape)) MISS();
    retain(cache.function);
    retain(object);
    sp[0] = cache.function;
    sp[1] = object;
    sp += 2;
    SKIP(2);
  }

  FORM_(FAST_RETURN) {
    Value value = LOCAL(pc->argument);
    if (value.is_null()) [[unlikely]] MISS();
    LOCAL(pc->argument) = kNull;  // which gives its reference to the result
    PUSH(value);
    ++pc;
    goto op_RETURN_VALUE;
  }
  FORM_(CONST_RETURN) {
    Value value = constant_of(pc);
    retain(value);
    PUSH(value);
    ++pc;
    goto op_RETURN_VALUE;
  }
  FORM_(FAST_YIELD) {
    Value value = LOCAL(pc->argument);
    if (value.is_null()) [[unlikely]] MISS();
    retain(value);
    ++pc;
    YIELD(value);
  }
  FORM_(SHORTCUT) {
    ShortcutMemory& memory = vm.shortcuts;
    memory.measured = nullptr;
    const Shortcut& shortcut = *frame->code->shortcut;
    const Way way = shortcut.foresee(memory.layout, frame->slots());
    if (way != Way::None) {
      const int64_t cost = memory.cost_of(way);
      if (cost == 0) memory.begin(frame, way, budget, vm.refills());
      else if (budget >= cost) {
        budget -= cost;
        PUSH(shortcut.perform(memory.layout, frame->slots()));
        goto return_value;
      }
    }
    NEXT();
  }
  FORM_(SHORTCUT_RETURN) {
    vm.shortcuts.end(frame, budget, vm.refills());
    goto return_value;
  }
  FORM_(RESUME_POP_TOP) {
    Value value = POP();
    ++pc;
    RELEASE(value);
    NEXT();
  }

  // --- when something is wrong -------------------------------------------------------------------------------------
unbound_local:
  SAVE();
  raise_unbound_local(vm, *frame, pc->argument);
  goto error;
recursion_error:
  keyword_names = nullptr;
  thread.frame = frame;  // popped like any other, but it has not begun: the call is the last line of the traceback
  raise(vm, exceptions::RecursionError, "maximum recursion depth exceeded");
  goto leave_frame;
error:
  keyword_names = nullptr;
  add_frame_to_traceback(vm, *frame);
unwind:
  for (;;) {
    if (const Unit* handler = find_handler(vm, *frame)) {
      ENTER_FRAME();
      pc = handler;
      budget = thread.budget;
      DISPATCH();
    }
  leave_frame:  // nothing here handles it
    Frame* caller = frame->previous;
    const ReturnAction action = frame->action;
    Generator* generator = frame->generator;
    clear_frame(frame);
    if (generator) {
      unlink_generator(thread, generator, GeneratorState::Closed);
      turn_stop_iteration_into_runtime_error(vm, generator);
    } else {
      thread.frames.pop(frame);
      --thread.frame_depth;
    }
    frame = caller;
    thread.frame = caller;
    if (action == ReturnAction::LeaveLoop) return kNull;
    add_frame_to_traceback(vm, *frame);
  }
}

}  // namespace gilsim::python

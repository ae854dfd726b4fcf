// Instructions of the match statement (PEP 634).
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/memory_view.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/range.h"
#include "interpreter/objects/set.h"
#include "interpreter/runtime/imports.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/operand_stack.h"
#include "interpreter/runtime/slow_paths.h"

namespace gilsim::python {

namespace {

// Whether the subject's class is registered as, or derives from, collections.abc's `name`.
int is_abstract_instance(Interpreter& vm, Value subject, const char* name) {
  const Value module = dict_get_str(vm.modules, intern("_collections_abc"));
  if (module.is_null() || !subject.is_object()) return 0;
  bool failed = false;
  Ref abstract = get_attribute_or_null(vm, module, intern(name), &failed);
  if (failed) return -1;
  return abstract ? is_instance_of(vm, subject, abstract) : 0;
}

// Sequences by their methods, but one thing to a pattern.
bool is_text(Type* type) { return has_flag(type, kStrSubclass | kBytesSubclass) || is_subtype(type, &bytearray_type); }

bool push_truth(Frame& frame, int result) { return result >= 0 && push(frame, Value::of(result != 0)); }

// Types whose single positional sub-pattern matches the whole subject.
bool matches_itself(Type* type) {
  return has_flag(type, kIntSubclass | kStrSubclass | kTupleSubclass | kListSubclass | kDictSubclass | kFloatSubclass |
                        kBytesSubclass | kSetSubclass) && !has_flag(type, kHeapType);
}

// One attribute of the subject into `values`; 0: it has none, so the pattern does not match.
int add_attribute(Interpreter& vm, Value subject, Value name, List* seen, List* values) {
  const int duplicate = contains(vm, Value::of(seen), name);
  if (duplicate < 0) return -1;
  if (duplicate)
    return raise(vm, exceptions::TypeError, "{}() got multiple sub-patterns for attribute {}", type_name(subject), repr_utf8(vm, name)), -1;
  if (!is_str(name)) return raise(vm, exceptions::TypeError, "__match_args__ elements must be strings (got {})", type_name(name)), -1;
  list_append(seen, name);
  bool failed = false;
  Ref value = get_attribute_or_null(vm, subject, intern(name.as<Str>()), &failed);
  if (failed) return -1;
  if (!value) return 0;
  list_append(values, value);
  return 1;
}

int add_positional(Interpreter& vm, Value subject, Type* type, int32_t count, List* seen, List* values) {
  bool failed = false;
  Ref match_args = get_attribute_or_null(vm, Value::of(type), names.match_args, &failed);
  if (failed) return -1;
  if (!match_args && matches_itself(type)) {
    if (count > 1)
      return raise(vm, exceptions::TypeError, "{}() accepts 1 positional sub-pattern ({} given)", to_utf8(type->name), count), -1;
    list_append(values, subject);
    return 1;
  }
  if (match_args && !is_tuple(match_args))
    return raise(vm, exceptions::TypeError, "{}.__match_args__ must be a tuple (got {})", to_utf8(type->name), type_name(match_args)), -1;
  const int64_t allowed = match_args ? match_args.as<Tuple>()->size : 0;
  if (allowed < count)
    return raise(vm, exceptions::TypeError, "{}() accepts {} positional sub-pattern{} ({} given)", to_utf8(type->name), allowed,
                 allowed == 1 ? "" : "s", count), -1;
  for (int32_t i = 0; i < count; ++i) {
    const int added = add_attribute(vm, subject, match_args.as<Tuple>()->items[i], seen, values);
    if (added <= 0) return added;
  }
  return 1;
}

}  // namespace

bool match_mapping(Interpreter& vm, Frame& frame, int32_t) {
  const Value subject = peek(frame);
  return push_truth(frame, is_dict(subject) ? 1 : is_abstract_instance(vm, subject, "Mapping"));
}

bool match_sequence(Interpreter& vm, Frame& frame, int32_t) {
  const Value subject = peek(frame);
  Type* type = type_of(subject);
  const bool built_in = is_list(subject) || is_tuple(subject) || type == &range_type || type == &memory_view_type;
  return push_truth(frame, built_in ? 1 : is_text(type) ? 0 : is_abstract_instance(vm, subject, "Sequence"));
}

bool match_keys(Interpreter& vm, Frame& frame, int32_t) {
  const auto* keys = peek(frame).as<Tuple>();
  const Value subject = peek(frame, 2);
  Tuple* values = new_tuple(keys->size);
  Ref result = Ref::take(values);
  for (int64_t i = 0; i < keys->size; ++i) {
    Ref value = get_item(vm, subject, keys->items[i]);
    if (!value) {
      if (!pending_matches(vm, exceptions::KeyError)) return false;
      clear_pending(vm);
      for (int64_t k = i; k < keys->size; ++k) values->items[k] = kNone;
      return push(frame, kNone);
    }
    values->items[i] = value.release();
  }
  return push(frame, std::move(result));
}

bool match_class(Interpreter& vm, Frame& frame, int32_t positional) {
  Ref keyword_names = pop(frame);
  Ref cls = pop(frame);
  Ref subject = pop(frame);
  if (!is_instance(cls, &type_type)) return raise(vm, exceptions::TypeError, "called match pattern must be a type"), false;
  const int is_one = is_instance_of(vm, subject, cls);
  if (is_one < 0) return false;
  if (!is_one) return push(frame, kNone);
  Ref seen = Ref::take(new_list()), values = Ref::take(new_list());
  int matched = positional ? add_positional(vm, subject, cls.as<Type>(), positional, seen.as<List>(), values.as<List>()) : 1;
  const auto* keywords = keyword_names.as<Tuple>();
  for (int64_t i = 0; i < keywords->size && matched > 0; ++i)
    matched = add_attribute(vm, subject, keywords->items[i], seen.as<List>(), values.as<List>());
  if (matched < 0) return false;
  return push(frame, matched ? to_tuple(vm, values) : Ref(kNone));
}

}  // namespace gilsim::python

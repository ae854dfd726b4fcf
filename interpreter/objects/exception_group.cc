// BaseExceptionGroup and ExceptionGroup: several exceptions at once, and taking them apart for `except*`.
#include <algorithm>
#include <vector>

#include "interpreter/objects/exception_types.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

namespace fields = exception_fields;

const Tuple* members_of(Value group) { return exception_field(group, fields::BaseExceptionGroup_exceptions).as<Tuple>(); }
bool is_group(Value value) { return is_instance(value, &exceptions::BaseExceptionGroup); }

// --- making --------------------------------------------------------------------------------------------------------

bool is_sequence(Value value) { return type_of(value)->operations.length && type_of(value)->operations.get_item; }

// All members must be exceptions; *only_exceptions: and none merely a BaseException.
bool check_members(Vm& vm, const Tuple* members, bool* only_exceptions) {
  *only_exceptions = true;
  for (int64_t i = 0; i < members->size; ++i) {
    if (!is_exception(members->items[i])) {
      raise(vm, exceptions::ValueError, "Item {} of second argument (exceptions) is not an exception", i);
      return false;
    }
    if (!is_instance(members->items[i], &exceptions::Exception)) *only_exceptions = false;
  }
  return true;
}

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  using namespace exceptions;
  if (arguments.size() != 2)
    return raise(vm, TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", arguments.size());
  if (!is_str(arguments[0]))
    return raise(vm, TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not {}", type_name(arguments[0]));
  if (!is_sequence(arguments[1])) return raise(vm, TypeError, "second argument (exceptions) must be a sequence");
  Ref members = to_tuple(vm, arguments[1]);
  if (!members) return {};
  if (members.as<Tuple>()->size == 0) return raise(vm, ValueError, "second argument (exceptions) must be a non-empty sequence");
  bool only_exceptions;
  if (!check_members(vm, members.as<Tuple>(), &only_exceptions)) return {};
  if (type == &BaseExceptionGroup && only_exceptions) type = &ExceptionGroup;
  if (type == &ExceptionGroup && !only_exceptions) return raise(vm, TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
  if (is_subtype(type, &Exception) && !only_exceptions)
    return raise(vm, TypeError, "Cannot nest BaseExceptions in '{}'", display_name(type));
  Ref self = exception_create(vm, type, arguments);
  set_exception_field(self, fields::BaseExceptionGroup_message, arguments[0]);
  set_exception_field(self, fields::BaseExceptionGroup_exceptions, members);
  return self;
}

Ref text(Vm& vm, Value self) {
  Ref message = str(vm, exception_field(self, fields::BaseExceptionGroup_message));
  if (!message) return {};
  int64_t count = members_of(self)->size;
  return make_str(fmt::format("{} ({} sub-exception{})", to_utf8(message), count, count > 1 ? "s" : ""));
}

// --- taking apart --------------------------------------------------------------------------------------------------

bool check_condition(Vm& vm, Value condition) {
  auto is_class = [](Value value) { return is_instance(value, &type_type) && is_subtype(value.as<Type>(), &exceptions::BaseException_); };
  bool right = is_class(condition) || type_of(condition)->operations.call;
  if (is_instance(condition, &type_type)) right = is_class(condition);
  if (is_tuple(condition)) {
    right = true;
    for (int64_t i = 0; i < condition.as<Tuple>()->size; ++i) right = right && is_class(condition.as<Tuple>()->items[i]);
  }
  if (!right) raise(vm, exceptions::TypeError, "expected a function, exception type or tuple of exception types");
  return right;
}

// Whether a list holds this very exception.
bool holds(const List* list, Value exception) {
  return std::find(list->items, list->items + list->size, exception) != list->items + list->size;
}

int matches(Vm& vm, Value exception, Value condition) {
  if (is_list(condition)) return holds(condition.as<List>(), exception);  // not given by programs
  if (is_instance(condition, &type_type) || is_tuple(condition)) return is_instance_of(vm, exception, condition);
  Ref result = call(vm, condition, {exception});
  return result ? truth(vm, result) : -1;
}

// A group of some of the members, which is like the whole one in everything else.
Ref derive(Vm& vm, Value group, const std::vector<Ref>& members) {
  Ref list = Ref::take(new_list());
  for (const Ref& each : members) list_append(list.as<List>(), each);
  Ref part = call_method(vm, group, intern("derive"), {list});
  if (!part) return {};
  if (!is_group(part)) return raise(vm, exceptions::TypeError, "derive must return an instance of BaseExceptionGroup");
  auto *from = group.as<BaseException>(), *to = part.as<BaseException>();
  to->suppress_context = from->suppress_context;
  if (from->traceback && !to->traceback) incref(to->traceback = from->traceback);
  if (to->cause.is_null()) incref(to->cause = from->cause);
  if (to->context.is_null()) incref(to->context = from->context);
  bool failed = false;
  Ref notes = get_attribute_or_null(vm, group, names.notes, &failed);
  if (failed) return {};
  if (notes && !set_attribute(vm, part, names.notes, to_list(vm, notes))) return {};
  return part;
}

Ref derive_or_none(Vm& vm, Value group, const std::vector<Ref>& members) {
  if (members.empty()) return kNone;
  return derive(vm, group, members);
}

// Result: matching and rest, None where empty.
bool split(Vm& vm, Value exception, Value condition, Ref* matching, Ref* rest) {
  int whole = matches(vm, exception, condition);
  if (whole < 0) return false;
  if (whole || !is_group(exception)) {
    *(whole ? matching : rest) = Ref(exception);
    *(whole ? rest : matching) = kNone;
    return true;
  }
  NativeRecursion guard(vm, " in exception group split");
  if (!guard) return false;
  std::vector<Ref> matching_members, other_members;
  Ref members(Value::of(members_of(exception)));
  for (int64_t i = 0; i < members.as<Tuple>()->size; ++i) {
    Ref one, other;
    if (!split(vm, members.as<Tuple>()->items[i], condition, &one, &other)) return false;
    if (!one.get().is_none()) matching_members.push_back(one);
    if (!other.get().is_none()) other_members.push_back(other);
  }
  *matching = derive_or_none(vm, exception, matching_members);
  if (*matching) *rest = derive_or_none(vm, exception, other_members);
  return *matching && *rest;
}

Ref split_method(Vm& vm, const Arguments& arguments) {
  Ref matching, rest;
  if (!check_condition(vm, arguments[1]) || !split(vm, arguments[0], arguments[1], &matching, &rest)) return {};
  return make_tuple({matching, rest});
}
Ref subgroup_method(Vm& vm, const Arguments& arguments) {
  Ref matching, rest;
  if (!check_condition(vm, arguments[1]) || !split(vm, arguments[0], arguments[1], &matching, &rest)) return {};
  return matching;
}
Ref derive_method(Vm& vm, const Arguments& arguments) {
  Value message = exception_field(arguments[0], fields::BaseExceptionGroup_message);
  return call(vm, Value::of(&exceptions::BaseExceptionGroup), {message, arguments[1]});
}
Ref class_getitem(Vm& vm, const Arguments& arguments) { return make_generic_alias(vm, arguments[0], arguments[1]); }

constexpr NativeDescription kMethods[] = {{"split", split_method, {1, 1}}, {"subgroup", subgroup_method, {1, 1}}, {"derive", derive_method, {1, 1}}};
constexpr NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"}};

}  // namespace

ExceptionBehaviour exception_group_behaviour() {
  ExceptionBehaviour result;
  result.operations.create = create;
  result.operations.str = text;
  result.methods = kMethods;
  result.class_methods = kClassMethods;
  return result;
}

bool split_exception_group(Vm& vm, Value group, Value condition, Ref* matching, Ref* rest) {
  return split(vm, group, condition, matching, rest);
}

namespace {

bool append_leaves(Vm& vm, Value exception, List* leaves) {
  if (!is_group(exception)) return list_append(leaves, exception), true;
  NativeRecursion guard(vm, " in exception group split");
  if (!guard) return false;
  Ref members(Value::of(members_of(exception)));
  for (int64_t i = 0; i < members.as<Tuple>()->size; ++i)
    if (!append_leaves(vm, members.as<Tuple>()->items[i], leaves)) return false;
  return true;
}

}  // namespace

Ref unite_exception_group(Vm& vm, Value group, const List* parts) {
  Ref leaves = Ref::take(new_list());
  for (int64_t i = 0; i < parts->size; ++i)
    if (!append_leaves(vm, parts->items[i], leaves.as<List>())) return {};
  Ref united, rest;
  return split(vm, group, leaves, &united, &rest) ? united : Ref();
}

}  // namespace gilsim::python

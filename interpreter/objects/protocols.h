// What can be done with any Python value, whatever its type: the operations of type.h with CPython's rules for reflected
// operands, fallbacks and messages around them (as its Objects/abstract.c). Arguments are borrowed; results are owned; a
// null Ref, false or -1 says that an exception is pending.
#pragma once

#include <initializer_list>
#include <string>

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

// Presentation.
Ref repr(Vm& vm, Value value);  // always a str
Ref str(Vm& vm, Value value);   // always a str
Ref ascii(Vm& vm, Value value);
Ref format(Vm& vm, Value value, Value spec);  // spec: a str or null
std::string repr_utf8(Vm& vm, Value value);   // for messages; "<…>" when repr fails (nothing stays pending)

// Identity and order.
bool hash(Vm& vm, Value value, Hash* result);
Ref compare(Vm& vm, Value left, Value right, CompareOperator op);
int equals(Vm& vm, Value left, Value right);  // identity first, then ==: what containers use. 1, 0, -1
int compare_truth(Vm& vm, Value left, Value right, CompareOperator op);  // 1, 0, -1
int truth(Vm& vm, Value value);               // 1, 0, -1
Ref identity(Vm& vm, Value value);            // id(): from a counter, handed out on first use
uint64_t identity_number(Value value);        // the same as a number: what default reprs show as an address

// Attributes. Names are interned.
Ref get_attribute(Vm& vm, Value object, Str* name);
Ref get_attribute_or_null(Vm& vm, Value object, Str* name, bool* failed);  // AttributeError becomes null, *failed false
bool set_attribute(Vm& vm, Value object, Str* name, Value value);          // value null: delete

// Calling. Values of keyword arguments follow the positional ones.
Ref call(Vm& vm, Value callable, const Arguments& arguments);
Ref call(Vm& vm, Value callable, std::initializer_list<Value> arguments = {});
Ref call_method(Vm& vm, Value object, Str* name, std::initializer_list<Value> arguments = {});
bool is_callable(Value value);

// Iteration.
Ref iterate(Vm& vm, Value iterable);
Ref next(Vm& vm, Value iterator);  // null: exhausted (nothing pending) or an exception
Ref next_or_stop(Vm& vm, Value iterator);  // the same, but a pending StopIteration may tell what a generator returned
// Calls `take(item)` for each item; stops with false when take gives false or an exception is pending. Lists and tuples
// are walked by index without an iterator.
template <class Take>
bool for_each(Vm& vm, Value iterable, Take take);
// The same for what is an iterator.
template <class Take>
bool for_each_of(Vm& vm, Value iterator, Take take);
// Asked before each item that a native takes: false with an exception pending when the run or the stack is at its end.
bool may_take_item(Vm& vm);
Ref to_list(Vm& vm, Value iterable);   // a new list
Ref to_tuple(Vm& vm, Value iterable);  // a tuple; an exact tuple as it is
// Unpacks exactly `count` items into owned references at out[0..count); false with CPython's ValueError pending.
bool unpack(Vm& vm, Value iterable, int64_t count, Value* out);

// Containers.
int64_t length(Vm& vm, Value value);
int64_t length_hint(Vm& vm, Value value);  // 0 when unknown; -1: exception (never TypeError of the object's own)
Ref get_item(Vm& vm, Value container, Value key);
bool set_item(Vm& vm, Value container, Value key, Value value);
bool delete_item(Vm& vm, Value container, Value key);
int contains(Vm& vm, Value container, Value item);

// Numbers.
Ref binary(Vm& vm, Binary op, Value left, Value right);
Ref in_place(Vm& vm, Binary op, Value left, Value right);
Ref power(Vm& vm, Value base, Value exponent, Value modulus_or_none);
Ref negative(Vm& vm, Value value);
Ref positive(Vm& vm, Value value);
Ref invert(Vm& vm, Value value);
Ref index(Vm& vm, Value value);  // __index__
// `key` as a sequence index (OverflowError/IndexError words as CPython); negative ones are not adjusted.
bool as_index(Vm& vm, Value key, int64_t* result);

// Classes.
int is_instance_of(Vm& vm, Value value, Value classinfo);  // isinstance with tuples, unions, __instancecheck__
int is_subclass_of(Vm& vm, Value derived, Value classinfo);
// What type.__instancecheck__ and type.__subclasscheck__ do.
int plain_is_instance(Vm& vm, Value value, Value classinfo);
int plain_is_subclass(Vm& vm, Value derived, Value classinfo);

}  // namespace gilsim::python

#include "interpreter/objects/for_each.h"

// What instructions do when it is more than a few machine instructions: one function an instruction, out of the eval
// loop's line so that its registers stay its own. Each works on the frame's operand stack through `frame.top`, and gives
// false when an exception is pending. `argument` is the instruction's.
#pragma once

#include "interpreter/objects/type.h"
#include "interpreter/runtime/frame.h"

namespace gilsim::python {

class Interpreter;

#define SLOW_PATH(name) [[gnu::noinline]] bool name(Interpreter& vm, Frame& frame, int32_t argument)

// Names (names.cc).
SLOW_PATH(load_global);
SLOW_PATH(store_global);
SLOW_PATH(delete_global);
SLOW_PATH(load_name);
SLOW_PATH(store_name);
SLOW_PATH(delete_name);
SLOW_PATH(load_class_deref);
SLOW_PATH(delete_fast);
SLOW_PATH(delete_deref);
SLOW_PATH(make_cell);
SLOW_PATH(copy_free_vars);
SLOW_PATH(setup_annotations);
SLOW_PATH(load_build_class);
[[gnu::cold]] void raise_unbound_local(Interpreter& vm, Frame& frame, int32_t index);
[[gnu::cold]] void raise_unbound_cell(Interpreter& vm, Frame& frame, int32_t index);

// Attributes (attribute_access.cc).
bool load_attribute(Interpreter& vm, Frame& frame, int32_t argument, Cache& cache);
bool load_method(Interpreter& vm, Frame& frame, int32_t argument, Cache& cache);
bool store_attribute(Interpreter& vm, Frame& frame, int32_t argument, Cache& cache);
SLOW_PATH(delete_attribute);

// Building and taking apart (containers.cc).
SLOW_PATH(build_tuple);
SLOW_PATH(build_list);
SLOW_PATH(build_set);
SLOW_PATH(build_map);
SLOW_PATH(build_const_key_map);
SLOW_PATH(build_string);
SLOW_PATH(build_slice);
SLOW_PATH(map_add);
SLOW_PATH(set_add);
SLOW_PATH(extend_list);
SLOW_PATH(update_set);
SLOW_PATH(update_dict);
SLOW_PATH(merge_dict);
SLOW_PATH(list_to_tuple);
SLOW_PATH(format_for_fstring);
SLOW_PATH(unpack_sequence);
SLOW_PATH(unpack_with_star);
SLOW_PATH(get_length);
SLOW_PATH(match_mapping);
SLOW_PATH(match_sequence);
SLOW_PATH(match_keys);
SLOW_PATH(match_class);

// Operators (operators.cc): both operands are on the stack.
bool binary_operator(Interpreter& vm, Frame& frame, int32_t argument);
bool subscript(Interpreter& vm, Frame& frame, int32_t argument);
bool store_subscript(Interpreter& vm, Frame& frame, int32_t argument);
SLOW_PATH(delete_subscript);
bool compare_operator(Interpreter& vm, Frame& frame, int32_t argument);
bool contains_operator(Interpreter& vm, Frame& frame, int32_t argument);
SLOW_PATH(unary_positive);
SLOW_PATH(unary_negative);
SLOW_PATH(unary_not);
SLOW_PATH(unary_invert);
SLOW_PATH(get_iterator);

// Calls and definitions (calls.cc).
// Any other callable; `values` stay the caller's. Gives the result, owned.
Value call_any(Interpreter& vm, Value callable, const Value* values, int32_t count, const Tuple* keyword_names);
bool call_with_unpacking(Interpreter& vm, Frame& frame, int32_t argument);
SLOW_PATH(make_function);
[[gnu::cold]] void refuse_result_of_init(Interpreter& vm, Value result);  // TypeError; takes the result over

// Context managers, exceptions, imports, coroutines.
bool enter_context(Interpreter& vm, Frame& frame, Cache& cache);
SLOW_PATH(exit_context_with_exception);
SLOW_PATH(raise_statement);
SLOW_PATH(match_exception);
SLOW_PATH(match_exception_group);
SLOW_PATH(prepare_reraise_star);
SLOW_PATH(import_name);
SLOW_PATH(import_from);
SLOW_PATH(import_star);
SLOW_PATH(print_expression);
SLOW_PATH(get_yield_from_iterator);
SLOW_PATH(get_awaitable);
SLOW_PATH(get_async_iterator);
SLOW_PATH(get_async_next);
SLOW_PATH(end_async_for);
SLOW_PATH(enter_async_context);
SLOW_PATH(wrap_async_yield);

// The frame's exception handler for its current instruction, ready to run (stack cut, exception pushed), or null.
const Unit* find_handler(Interpreter& vm, Frame& frame);

}  // namespace gilsim::python

// What the types generator, coroutine and async generator are made of: their common operations, methods and attributes.
#pragma once

#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/generator.h"

namespace gilsim::python {

class Interpreter;

namespace generator_parts {

Operations operations();  // life and repr

Ref send(Vm& vm, const Arguments& arguments);
Ref throw_(Vm& vm, const Arguments& arguments);
Ref close(Vm& vm, const Arguments& arguments);

Ref is_running(Vm& vm, Value self);
Ref is_suspended(Vm& vm, Value self);
Ref code_of(Vm& vm, Value self);
Ref size_of(Vm& vm, const Arguments& arguments);  // __sizeof__, as CPython's
Ref frame_of(Vm& vm, Value self);  // as it is now; None when it has ended
Ref delegate(Vm& vm, Value self);
Ref name_of(Vm& vm, Value self);
Ref qualified_name_of(Vm& vm, Value self);
bool set_name(Vm& vm, Value self, Value value);
bool set_qualified_name(Vm& vm, Value self, Value value);

}  // namespace generator_parts

// Nobody holds the generator any more: lets its `finally` blocks run. What they raise is reported and forgotten.
void close_dying_generator(Vm& vm, Generator* generator);

// cr_origin of a coroutine that the frame has just made: (file, line, function) of so many frames as
// sys.set_coroutine_origin_tracking_depth says; null: none.
Ref coroutine_origin(Interpreter& vm, Frame* frame);

void define_coroutine_types();
void define_async_generator_types();

}  // namespace gilsim::python

// Makes the built-in types: to be called once at the start of every run, after which values can be made.
#pragma once

namespace gilsim::python {

// REQUIRES: the heap is empty (a fresh one, or after Heap::reset).
void initialize_types();

}  // namespace gilsim::python

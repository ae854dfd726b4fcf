// The types of the itertools module by file; each function defines its types and adds them to the module.
#pragma once

#include "interpreter/objects/members.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::itertools {

void add_endless_types(Module* module);        // count, cycle, repeat
void add_selecting_types(Module* module);      // compress, dropwhile, takewhile, filterfalse, islice
void add_combining_types(Module* module);      // chain, zip_longest, starmap, accumulate, pairwise
void add_grouping_types(Module* module);       // groupby, tee
void add_combinatoric_types(Module* module);   // product, permutations, combinations, combinations_with_replacement

struct IteratorDefinition {
  const char* name;  // with "itertools."
  const char* doc;
  Operations operations;
  std::span<const NativeDescription> methods = {};
  std::span<const NativeDescription> class_methods = {};
};
void add_type(Module* module, Type& type, uint32_t size, const IteratorDefinition& definition);

// "x() takes no keyword arguments", unless for a subclass.
bool refuse_keywords(Vm& vm, const Arguments& arguments, const Type* type, const Type& exact, const char* name);
// "x expected 2 arguments, got 1"
bool check_count(Vm& vm, const Arguments& arguments, const char* name, size_t least, size_t most);

}  // namespace gilsim::python::itertools

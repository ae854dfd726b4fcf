// Iterators over built-in containers. The eval loop steps through the commonest ones itself, without a call: their
// structs are here. `next` of each type's operations does the same for everybody else.
//
// Invariant: an iterator that is exhausted has dropped its container and stays exhausted, whatever is added later.
#pragma once

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/tuple.h"

namespace gilsim::python {

struct ListIterator : Object {
  List* list;  // owned; null: exhausted
  int64_t position;
};

struct TupleIterator : Object {
  Tuple* tuple;  // owned; null: exhausted
  int64_t position;
};

// Over anything with __getitem__(0), (1), … until IndexError.
struct SequenceIterator : Object {
  Value sequence;  // owned; null: exhausted
  int64_t position;
};

// iter(function, sentinel)
struct CallableIterator : Object {
  Value function, sentinel;  // owned; null: exhausted
};

struct Enumerate : Object {
  Value iterator;  // owned
  Value count;     // owned: the int that the next item gets
  Tuple* pair;     // owned: the tuple given last, used again when nobody has kept it; or null
};

extern Type list_iterator_type, list_reverse_iterator_type, tuple_iterator_type, sequence_iterator_type,
    callable_iterator_type, enumerate_type, reversed_type, zip_type, map_type, filter_type;
void define_iterator_types();  // all of the above
void define_enumerate_type();
void define_reversed_type();
void define_zip_type();
void define_map_types();

// Operations::iterate of lists and tuples, and of all iterators.
Ref iterate_list(Vm& vm, Value self);
Ref iterate_list_backward(Value list);
Ref iterate_tuple(Vm& vm, Value self);
Ref iterate_self(Vm& vm, Value self);
Ref make_sequence_iterator(Value sequence);
Ref make_callable_iterator(Value function, Value sentinel);

// Refills the two-item tuple that an iterator gave last, if nobody has kept it, else makes a new one for `*last`. Takes
// over both references.
Ref refill_pair(Tuple** last, Value first, Value second);

}  // namespace gilsim::python

// What instances of a new class look like: which base decides the struct, and what __slots__ adds to it.
#pragma once

#include "interpreter/objects/class_creation.h"

namespace gilsim::python {

// The base whose struct instances have; null with TypeError pending ("multiple bases have instance lay-out conflict").
Type* choose_layout_base(Vm& vm, const Tuple* bases);

// What a class body says about its instances' attributes.
struct SlotNames {
  bool given = false;     // __slots__ is there
  Ref names;              // list of the sorted, mangled names without __dict__ and __weakref__
  bool has_dict = false;  // instances have __dict__ because of this class
  bool has_weakref = false;
};
// Reads `__slots__` of the namespace. False: an exception is pending.
bool read_slots(Vm& vm, Dict* namespace_, Str* class_name, const Type* base, const Tuple* bases, SlotNames* result);
// Puts a member descriptor for each slot into the class's namespace, after slot_bytes has been set.
void add_slot_members(Type* type, const SlotNames& slots);

}  // namespace gilsim::python

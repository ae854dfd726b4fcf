// What every heap object begins with, and counting its references.
//
// Layout in memory:   [Attributes 16]  [GcLinks 16]  [Object header 16] [the type's own fields] [variable part]
// The two prefixes are there only when the type's flags say so (kHasAttributes implies kTracked), as CPython 3.11 puts
// its managed dict and GC head before the object: so an instance of a subclass of `tuple` or `str` needs no layout of
// its own.
//
// One host thread runs everything, so counts are plain integers. Invariants:
// 1. A reference is counted by whoever stores it; an argument passed to a function is borrowed and stays alive meanwhile.
// 2. Store first, drop the old reference after: dropping may run Python code (`__del__`) that sees the container.
// 3. Objects die when their count reaches 0, at once; long chains are taken apart by a worklist, not by recursion.
#pragma once

#include "interpreter/objects/value.h"

namespace gilsim::python {

class Vm;
struct Type;

enum ObjectFlag : uint32_t {
  kImmortal = 1,         // never freed (static types, interned names of the runtime)
  kHasId = 2,            // the table of identities holds an entry (most objects hold their number themselves: identity.cc)
  kWeaklyReferenced = 4, // the weak-reference table holds an entry
  kFinalized = 8,        // __del__ has run; it runs once
  kInterned = 16,        // a Str in the intern table
  kUntracked = 32,       // has GcLinks but is not linked into the collector's list
};

struct Object {
  Type* type;
  uint32_t refcount;
  uint32_t flags;  // of ObjectFlag; above them the object's number (identity.cc)
};
static_assert(sizeof(Object) == 16);

// Ends an object whose count has reached 0: finaliser, weak references, the type's destroy. Defined in object.cc.
void destroy(Object* object);
// Calls the type's `finalize` (once in an object's life); what it raises is reported as unraisable and forgotten.
void run_finalizer(Vm& vm, Object* object);

inline void incref(Object* object) { ++object->refcount; }
inline void decref(Object* object) { if (--object->refcount == 0) [[unlikely]] destroy(object); }

inline void incref(Value value) { if (value.is_object()) ++value.object()->refcount; }
inline void decref(Value value) { if (value.is_object()) decref(value.object()); }

}  // namespace gilsim::python

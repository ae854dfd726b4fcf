// A code object as the eval loop runs it: the compiler's instructions as 16-byte units, with constants and names as
// objects.
//
// Every logical instruction has one unit at its own index, whatever is done to it: `op` may be a fused form that also
// does the work of the units behind it, but these keep theirs, so that at each boundary the operand stack is the same and
// leaving a fused form for single steps needs no translation.
#pragma once

#include <string>

#include "interpreter/compiler/code.h"
#include "interpreter/objects/function.h"
#include "interpreter/runtime/costs.h"
#include "interpreter/runtime/shortcut.h"

namespace gilsim::python {

struct Module;

struct Unit {
  uint8_t op;        // what dispatch runs: a logical instruction or a form (forms.def)
  uint8_t logical;   // the compiler::Opcode of this index
  uint16_t detail;   // for a form: what fusing has worked out (a comparison mask, …)
  uint32_t cost;     // of all that `op` does: nanoseconds << kBudgetStepBits | logical instructions
  int32_t argument;  // jumps: distance to the target in units
  int32_t place;     // bytes from here to what it works with: its Cache, or the constant that it loads; 0: neither
};
static_assert(sizeof(Unit) == 16);

// What an instruction has learnt, by the instruction that owns it. Guards come first. Everything in it is borrowed: it is
// only used while the guard holds, which keeps it alive.
union Cache {
  struct { uint32_t globals_version, builtins_version; bool in_builtins; Value* value; } global;  // where it stands in its dict
  struct { uint32_t type_version; int32_t index; Shape* shape; Value function; } attribute;  // index -1: function/class value
  struct { uint32_t type_version; int32_t index; Shape* from; Shape* to; } growth;  // index kGrowth: the attribute is added
  struct { uint32_t type_version; int32_t index; Module* module; uint32_t keys_version; } module;  // index: of the entry
  struct { uint32_t type_version; Value enter, exit; } context;

  Cache() {}
};
inline constexpr int32_t kGrowth = -2;

// What stands at unit->place. REQUIRES: the instruction has a cache; is LOAD_CONST.
inline uintptr_t place_of(const Unit* unit) { return reinterpret_cast<uintptr_t>(unit) + static_cast<uintptr_t>(intptr_t{unit->place}); }
inline Cache& cache_of(const Unit* unit) { return *reinterpret_cast<Cache*>(place_of(unit)); }
inline Value constant_of(const Unit* unit) { return *reinterpret_cast<const Value*>(place_of(unit)); }

struct Code : Object {
  const compiler::CompiledCode* compiled;  // lives as long as the run
  Unit* units;         // in one block with the constants and, behind them, the caches
  Value* constants;    // owned; as many as compiled->constants
  Str** names;         // interned
  Str** local_names;   // interned; of the fast locals
  Str* name;
  Str* qualified_name;
  Str* file_name;
  uint32_t file_label;     // of the record
  uint32_t number;         // of all code objects of the run, from 1
  int32_t unit_count;
  int32_t local_count;     // fast locals: locals, cells and free variables
  int32_t frame_slots;     // local_count + operand stack
  int32_t plain_arguments; // how many positional arguments fill all parameters, so that they are only moved; -1: it takes more
  uint32_t frame_bytes;    // of a frame with these slots
  const Shortcut* shortcut;  // of a function of the library, or null
  bool is_library;         // of gilsim's own library: reports name the program's line that called it instead
  bool makes_generator;    // generator, coroutine or async generator

  // Source line of an instruction, by its index.
  int line_of(int32_t instruction) const { return compiled->instructions[instruction].position.line; }
};

extern Type code_type;
void define_code_type();

}  // namespace gilsim::python

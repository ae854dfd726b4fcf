// A Python type: its place in the class hierarchy, its namespace, and its operations as a table of functions. Built-in
// types are static objects with constant addresses (`list_type`, declared in list.h); classes made by programs are heap
// objects. Both are described by this struct.
//
// Every operation may be null: the type does not support it. A class made by a program inherits its base's operations,
// and each special method found in its namespace replaces the operation by one that calls the method (type_slots.cc).
//
// Conventions for all operations: arguments are borrowed; a null Ref (false, -1) says that a Python exception is pending
// in the current thread. Binary operations and comparisons return NotImplemented for operands they do not know.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "interpreter/objects/ref.h"

namespace gilsim::python {

class Vm;
struct Arguments;
struct Buffer;
struct Dict;
struct Shape;
struct Str;
struct Tuple;

using Hash = int64_t;

enum class CompareOperator : uint8_t { Less, LessEqual, Equal, NotEqual, Greater, GreaterEqual };  // COMPARE_OP's argument

inline constexpr int kBinaryOperatorCount = 13;  // syntax::BinaryOperator's order
enum class Binary : uint8_t {
  Add, And, FloorDivide, LeftShift, MatrixMultiply, Multiply, Remainder, Or, Power, RightShift, Subtract, TrueDivide, Xor,
};

using UnaryFunction = Ref (*)(Vm&, Value self);
using BinaryFunction = Ref (*)(Vm&, Value left, Value right);

// Called with each reference that an object holds (never null).
struct Visitor {
  virtual void visit(Value reference) = 0;

 protected:
  ~Visitor() = default;
};

// Called with each item of an iterator (borrowed) until it says false.
struct ItemTaker {
  virtual bool take(Value item) = 0;
  bool refused = false;  // it has said so

 protected:
  ~ItemTaker() = default;
};

struct Operations {
  // Life. `destroy` drops what the object holds and ends with free_object.
  void (*destroy)(Object*) = nullptr;
  // Runs once, before the object goes (count 0, or unreachable in a cycle): may run Python code and bring the object back
  // by making a reference to it. __del__, and closing a generator. Nothing may stay pending.
  void (*finalize)(Vm&, Object*) = nullptr;
  void (*traverse)(Object*, Visitor&) = nullptr;  // containers only
  void (*clear)(Object*) = nullptr;               // drops references that may form cycles; containers only

  // Presentation and identity.
  UnaryFunction repr = nullptr;
  UnaryFunction str = nullptr;
  bool (*hash)(Vm&, Value self, Hash* result) = nullptr;  // null with kUnhashable: "unhashable type"
  Ref (*compare)(Vm&, Value self, Value other, CompareOperator) = nullptr;
  int (*truth)(Vm&, Value self) = nullptr;  // 1, 0, -1

  // Attributes. Null: the generic ones (attributes.h).
  Ref (*get_attribute)(Vm&, Value self, Str* name) = nullptr;
  bool (*set_attribute)(Vm&, Value self, Str* name, Value value) = nullptr;  // value null: delete

  // A descriptor's side: `instance` is null when read through the class.
  Ref (*descriptor_get)(Vm&, Value descriptor, Value instance, Type* owner) = nullptr;
  bool (*descriptor_set)(Vm&, Value descriptor, Value instance, Value value) = nullptr;  // value null: delete

  // Calling. `self` is the callable, not counted in the arguments.
  Ref (*call)(Vm&, Value self, const Arguments&) = nullptr;
  Ref (*create)(Vm&, Type* type, const Arguments&) = nullptr;  // __new__
  bool (*initialize)(Vm&, Value self, const Arguments&) = nullptr;  // __init__

  // Iteration. `next`: null without a pending exception says exhausted. `give`: gives away all items, as next() one by one
  // would, where that is quicker; false: the taker has refused one or an exception is pending. Null: use `next`.
  UnaryFunction iterate = nullptr;
  UnaryFunction next = nullptr;
  bool (*give)(Vm&, Value self, ItemTaker&) = nullptr;

  // Containers. `length` -1: exception.
  int64_t (*length)(Vm&, Value self) = nullptr;
  BinaryFunction get_item = nullptr;
  bool (*set_item)(Vm&, Value self, Value key, Value value) = nullptr;  // value null: delete
  int (*contains)(Vm&, Value self, Value item) = nullptr;               // 1, 0, -1

  // Fills in everything but the exporter: the octets that others may look at (buffer.h).
  bool (*buffer)(Vm&, Value self, Buffer* out) = nullptr;

  // Numbers. A binary operation is asked of the left operand's type and, when that gives NotImplemented, of the right
  // operand's type with the operands in the same order (left, right): it looks at both, as CPython's nb_ slots do.
  BinaryFunction binary[kBinaryOperatorCount] = {};
  BinaryFunction in_place[kBinaryOperatorCount] = {};
  UnaryFunction negative = nullptr, positive = nullptr, invert = nullptr, absolute = nullptr;
  UnaryFunction to_int = nullptr, to_float = nullptr, index = nullptr;
};

enum TypeFlag : uint32_t {
  kTracked = 1,          // objects have GcLinks
  kHasAttributes = 2,    // objects have Attributes (instances of program classes, functions, exceptions …)
  kHeapType = 4,         // made by a program
  kUnhashable = 8,       // __hash__ is None
  kSubclassable = 16,    // may be a base class
  kHasFinalizer = 32,    // operations.finalize is there
  kIntSubclass = 64, kStrSubclass = 128, kTupleSubclass = 256, kListSubclass = 512, kDictSubclass = 1024,
  kExceptionSubclass = 2048, kTypeSubclass = 4096, kFloatSubclass = 8192, kBytesSubclass = 16384, kSetSubclass = 32768,
  kNoDict = 1 << 16,     // __slots__ without __dict__ anywhere: unknown attributes cannot be set
  kAbstract = 1 << 17,   // has __abstractmethods__
  kCustomGetAttribute = 1 << 18,  // __getattribute__ or __getattr__ in Python: no attribute caches
  kImmutable = 1 << 19,  // static type: its namespace cannot be changed by programs
};

struct Type : Object {
  Str* name = nullptr;            // __name__
  Str* qualified_name = nullptr;  // __qualname__
  Type* base = nullptr;           // the base that decides the layout; null for object only
  Tuple* bases = nullptr;
  Tuple* mro = nullptr;           // begins with the type itself
  Dict* dictionary = nullptr;     // the namespace: Str -> value
  uint32_t type_flags = 0;
  // Changes whenever the type or one of its bases changes; unique over all types. 0 never occurs. Caches compare it.
  uint32_t version = 0;
  uint32_t basic_size = 0;        // sizeof the struct of the built-in type that decides the layout, without variable part
  uint32_t slot_bytes = 0;        // 8 for each member of __slots__, bases included; they lie behind basic_size
  Shape* root_shape = nullptr;    // empty shape of its instances (kHasAttributes)
  uint32_t expected_attributes = 0;  // how many values a new instance makes room for
  Operations operations;
  std::string_view module_name;       // __module__ of a built-in type; classes keep theirs in the namespace
  Type** subclasses = nullptr;        // borrowed, in order of creation
  int32_t subclass_count = 0;
  int32_t subclass_capacity = 0;
};

extern Type object_type, type_type;

inline bool has_flag(const Type* type, uint32_t flag) { return type->type_flags & flag; }

// The type of any value, null excepted.
extern Type int_type, bool_type, none_type, not_implemented_type, ellipsis_type;
inline Type* type_of(Value value) {
  if (value.is_small()) return &int_type;
  if (value.is_object()) return value.object()->type;
  if (value.is_none()) return &none_type;
  if (value.is_bool()) return &bool_type;
  return value == kNotImplemented ? &not_implemented_type : &ellipsis_type;
}

// As messages show a type (CPython's tp_name): "int", "collections.deque", "C".
std::string display_name(const Type* type);

// Whether `derived` is `base` or has it in its MRO (no __subclasscheck__).
bool is_subtype(const Type* derived, const Type* base);
inline bool is_instance(Value value, const Type* type) { return is_subtype(type_of(value), type); }

}  // namespace gilsim::python

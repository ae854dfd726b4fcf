// Declaring built-in types and modules as tables.
#pragma once

#include <span>

#include "interpreter/objects/function.h"
#include "interpreter/objects/module.h"

namespace gilsim::python {

// An attribute computed by C++ (`getset_descriptor`). `set` may be null: read-only. value null: delete.
struct GetterDescription {
  const char* name;
  Ref (*get)(Vm&, Value self);
  bool (*set)(Vm&, Value self, Value value) = nullptr;
};

struct TypeDefinition {
  const char* name;           // "list", or "collections.deque": the part before the last dot is __module__
  Type* base;                 // null: object
  uint32_t basic_size;        // sizeof(struct)
  uint32_t flags;             // TypeFlag; the base's kTracked, kHasAttributes and k…Subclass flags are added
  Operations operations;      // its own; null ones are inherited from the base
  std::span<const NativeDescription> methods = {};
  std::span<const NativeDescription> class_methods = {};   // first argument: the class
  std::span<const NativeDescription> static_methods = {};  // `__new__` is made from operations.create by itself
  std::span<const GetterDescription> getters = {};
  const char* doc = nullptr;
};

// Fills a static Type: namespace with the methods and a slot wrapper (`__len__`, `__add__`, …) for each operation of its
// own, bases, MRO, inherited operations. Each run defines all types afresh, since their namespaces live in the heap.
void define_type(Type& type, const TypeDefinition& definition);

// A module made by C++. `populate` adds what is not a function (constants, types); it may be null.
struct ModuleDefinition {
  const char* name;
  std::span<const NativeDescription> functions;
  bool (*populate)(Vm&, Module*) = nullptr;
  const char* doc = nullptr;
};

}  // namespace gilsim::python

// Which names each module, class body and function has, and where each of them lives: the symbol table of CPython
// (Python/symtable.c, 3.11). A comprehension or lambda is a function scope of its own.
//
// Built in two steps: ScopeBuilder (scope_builder.cc) walks the tree and notes how every scope uses every name;
// resolve_scopes (scope_resolution.cc) then decides for each (scope, name) between local, cell, free and global.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/problem.h"

namespace gilsim::compiler {

enum class ScopeKind : uint8_t { Module, Class, Function };

enum SymbolUse : uint16_t {
  kUsed = 1, kParameter = 2, kBoundHere = 4, kImported = 8, kAnnotated = 16, kDeclaredGlobal = 32, kDeclaredNonlocal = 64,
  kIterationVariable = 128,  // of a comprehension
  kBinding = kParameter | kBoundHere | kImported,
};

enum class Resolution : uint8_t { None, Local, Cell, Free, GlobalImplicit, GlobalExplicit };

struct Symbol {
  uint16_t uses = 0;  // SymbolUse
  Resolution resolution = Resolution::None;
  bool passes_through_class = false;  // bound in a class body, but a function inside means an outer variable
  syntax::Position declaration;       // of `global` or `nonlocal`
};

struct Scope {
  ScopeKind kind = ScopeKind::Module;
  Scope* parent = nullptr;  // null: module
  bool is_nested = false;   // inside a function
  bool is_comprehension = false;
  bool is_generator = false;
  bool is_coroutine = false;             // async def, or holds await or async for
  bool needs_class_closure = false;      // a method uses __class__ or super
  std::unordered_map<std::string_view, Symbol> symbols;
  std::vector<std::string_view> names;       // keys of `symbols`, first use first
  std::vector<std::string_view> parameters;  // in the order of co_varnames

  const Symbol* find(std::string_view name) const;
  Resolution resolve(std::string_view name) const;
  // Sorted by name.
  std::vector<std::string_view> cell_names() const;
  std::vector<std::string_view> free_names() const;
};

// Keeps the texts that scopes and code refer to and the tree does not hold.
class NameStore {
 public:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  // `__name` inside class `class_name` (empty: none) is `_class__name`.
  std::string_view mangle(std::string_view class_name, std::string_view name);

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, std::unordered_map<std::string_view, std::string_view>> mangled_;
};

class ScopeTable {
 public:
  // `node`: the Module, FunctionDef, ClassDef, Lambda or comprehension that the scope belongs to.
  const Scope& of(const void* node) const { return *scopes_.at(node); }
  Scope& create(const void* node);
  const std::vector<std::unique_ptr<Scope>>& in_order() const { return in_order_; }

 private:
  std::unordered_map<const void*, Scope*> scopes_;
  std::vector<std::unique_ptr<Scope>> in_order_;  // a parent before its children
};

// What is wrong is added to `problems` (message and position only).
void build_scopes(const syntax::Module& module, bool annotations_are_text, NameStore& names, ScopeTable& scopes,
                  std::vector<syntax::Problem>& problems);
void resolve_scopes(ScopeTable& scopes, std::vector<syntax::Problem>& problems);

}  // namespace gilsim::compiler

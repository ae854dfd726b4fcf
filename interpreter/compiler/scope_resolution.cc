// Decides where every name lives. Each name is looked for upwards from the scope that uses it, so that the work is
// (names) x (depth of nesting), however many functions a module has.
#include "interpreter/compiler/scopes.h"

namespace gilsim::compiler {
namespace {

// The scope around `scope` whose variable `name` a function inside it means; null when the name is global.
Scope* find_binder(const Scope& scope, std::string_view name) {
  for (Scope* outer = scope.parent; outer != nullptr && outer->kind != ScopeKind::Module; outer = outer->parent) {
    if (outer->kind == ScopeKind::Class) {
      if (name == "__class__") return outer;
      continue;
    }
    const Symbol* symbol = outer->find(name);
    if (symbol == nullptr || (symbol->uses & kDeclaredNonlocal)) continue;
    if (symbol->uses & kDeclaredGlobal) return nullptr;
    if (symbol->uses & kBinding) return outer;
  }
  return nullptr;
}

void add_free_symbol(Scope& scope, std::string_view name) {
  auto [entry, is_new] = scope.symbols.try_emplace(name);
  Symbol& symbol = entry->second;
  if (is_new) {
    scope.names.push_back(name);
    symbol.resolution = Resolution::Free;
  } else if (scope.kind == ScopeKind::Class && (symbol.uses & (kBinding | kDeclaredGlobal))) {
    symbol.passes_through_class = true;
  } else {
    symbol.resolution = Resolution::Free;
  }
}

// Makes `name` a cell of `binder` and a free variable of every scope from there down to `scope`.
void capture(Scope& scope, Scope& binder, std::string_view name) {
  for (Scope* user = &scope; user != &binder; user = user->parent) {
    if (user == &scope) user->symbols[name].resolution = Resolution::Free;
    else add_free_symbol(*user, name);
  }
  if (binder.kind == ScopeKind::Class) binder.needs_class_closure = true;
  else binder.symbols[name].resolution = Resolution::Cell;
}

void report(std::vector<syntax::Problem>& problems, std::string message, const syntax::Position& position) {
  syntax::Problem problem;
  problem.stage = syntax::ProblemStage::Symbols;
  problem.message = std::move(message);
  problem.position = position;
  problems.push_back(std::move(problem));
}

void resolve_nonlocal(Scope& scope, std::string_view name, const Symbol& symbol,
                      std::vector<syntax::Problem>& problems) {
  Scope* binder = find_binder(scope, name);
  if (scope.parent == nullptr) {
    report(problems, "nonlocal declaration not allowed at module level", symbol.declaration);
  } else if (binder == nullptr) {
    report(problems, "no binding for nonlocal '" + std::string(name) + "' found", symbol.declaration);
  } else {
    capture(scope, *binder, name);
  }
}

void resolve_symbol(Scope& scope, std::string_view name, Symbol& symbol, std::vector<syntax::Problem>& problems) {
  if (symbol.uses & kDeclaredGlobal) {
    if (symbol.uses & kDeclaredNonlocal) {
      return report(problems, "name '" + std::string(name) + "' is nonlocal and global", symbol.declaration);
    }
    symbol.resolution = Resolution::GlobalExplicit;
  } else if (symbol.uses & kDeclaredNonlocal) {
    resolve_nonlocal(scope, name, symbol, problems);
  } else if (symbol.uses & kBinding) {
    if (symbol.resolution != Resolution::Cell) symbol.resolution = Resolution::Local;
  } else if (symbol.resolution == Resolution::None) {
    if (Scope* binder = find_binder(scope, name)) capture(scope, *binder, name);
    else symbol.resolution = Resolution::GlobalImplicit;
  }
}

}  // namespace

void resolve_scopes(ScopeTable& scopes, std::vector<syntax::Problem>& problems) {
  for (const auto& scope : scopes.in_order()) {
    // By index: capture() may add names to outer scopes, and those are done.
    for (size_t i = 0; i < scope->names.size(); ++i) {
      const std::string_view name = scope->names[i];
      resolve_symbol(*scope, name, scope->symbols[name], problems);
    }
  }
}

}  // namespace gilsim::compiler

// The walk that fills the scopes: what every module, class and function does with every name.
#include <cassert>

#include "interpreter/compiler/scopes.h"
#include "interpreter/compiler/tree_walk.h"

namespace gilsim::compiler {

using namespace syntax;

namespace {

class ScopeBuilder {
 public:
  ScopeBuilder(bool annotations_are_text, NameStore& names, ScopeTable& scopes, std::vector<Problem>& problems)
      : annotations_are_text_(annotations_are_text), names_(names), scopes_(scopes), problems_(problems) {}

  void build(const Module& module) {
    enter(&module, ScopeKind::Module);
    visit(module.body);
    leave();
  }

 private:
  // What the walk needs to know of an open scope and nobody afterwards.
  struct Open {
    Scope* scope;
    std::string_view class_name;       // for mangling
    std::string_view comprehension;    // "list comprehension", …; empty: none
    bool in_iteration_target = false;
    int iterable_depth = 0;            // inside how many comprehension iterables
  };

  Open& current() { return open_.back(); }
  std::string_view mangled(std::string_view name) { return names_.mangle(current().class_name, name); }

  void report(std::string message, const Position& position) {
    Problem problem;
    problem.stage = ProblemStage::Symbols;
    problem.message = std::move(message);
    problem.position = position;
    problems_.push_back(std::move(problem));
  }

  Scope& enter(const void* node, ScopeKind kind) {
    Scope& scope = scopes_.create(node);
    Open open{&scope, {}, {}};
    scope.kind = kind;
    if (!open_.empty()) {
      Open& outer = current();
      scope.parent = outer.scope;
      scope.is_nested = outer.scope->is_nested || outer.scope->kind == ScopeKind::Function;
      open.class_name = outer.class_name;
      open.iterable_depth = outer.iterable_depth;
    }
    open_.push_back(open);
    return scope;
  }
  void leave() { open_.pop_back(); }

  // --- uses ---------------------------------------------------------------------------------------------------------

  Symbol& symbol_in(Scope& scope, std::string_view name) {
    auto [entry, is_new] = scope.symbols.try_emplace(name);
    if (is_new) scope.names.push_back(name);
    return entry->second;
  }

  void use(std::string_view name, int how, const Position& position) {
    name = mangled(name);
    Symbol& symbol = symbol_in(*current().scope, name);
    if (how == kParameter) {
      if (symbol.uses & kParameter) {
        report("duplicate argument '" + std::string(name) + "' in function definition", position);
      }
      current().scope->parameters.push_back(name);
    }
    if (current().in_iteration_target) {
      if (symbol.uses & (kDeclaredGlobal | kDeclaredNonlocal)) {
        report("comprehension inner loop cannot rebind assignment expression target '" + std::string(name) + "'",
               position);
      }
      symbol.uses |= kIterationVariable;
    }
    symbol.uses |= static_cast<uint16_t>(how);
  }

  void declare(const Sequence<std::string_view>& declared, bool is_global, const Position& position) {
    const std::string kind = is_global ? "global" : "nonlocal";
    for (std::string_view name : declared) {
      Symbol& symbol = symbol_in(*current().scope, mangled(name));
      const std::string quoted = "'" + std::string(name) + "'";
      if (symbol.uses & kParameter) report("name " + quoted + " is parameter and " + kind, position);
      else if (symbol.uses & kUsed) report("name " + quoted + " is used prior to " + kind + " declaration", position);
      else if (symbol.uses & kAnnotated) report("annotated name " + quoted + " can't be " + kind, position);
      else if (symbol.uses & kBoundHere) {
        report("name " + quoted + " is assigned to before " + kind + " declaration", position);
      }
      if (symbol.declaration.line == 0) symbol.declaration = position;
      symbol.uses |= is_global ? kDeclaredGlobal : kDeclaredNonlocal;
      if (is_global) symbol_in(*open_.front().scope, mangled(name)).uses |= kDeclaredGlobal;
    }
  }

  // --- statements ---------------------------------------------------------------------------------------------------

  void visit(const StatementList& statements) {
    for (const Statement* statement : statements) visit(statement);
  }
  void visit(const ExpressionList& expressions) {
    for (const Expression* expression : expressions) visit_optional(expression);
  }
  void visit_optional(const Expression* node) {
    if (node != nullptr) visit(node);
  }

  void visit(const Statement* statement) {
    switch (statement->kind) {
      case StatementKind::FunctionDef:
      case StatementKind::AsyncFunctionDef: return visit_function(as<FunctionDef>(statement));
      case StatementKind::ClassDef: return visit_class(as<ClassDef>(statement));
      case StatementKind::Return: return visit_optional(as<Return>(statement)->value);
      case StatementKind::Delete: return visit(as<Delete>(statement)->targets);
      case StatementKind::Assign: return visit(as<Assign>(statement)->targets), visit(as<Assign>(statement)->value);
      case StatementKind::AugAssign:
        return visit(as<AugAssign>(statement)->target), visit(as<AugAssign>(statement)->value);
      case StatementKind::AnnAssign: return visit_annotated(as<AnnAssign>(statement));
      case StatementKind::For:
      case StatementKind::AsyncFor: {
        const auto* loop = as<For>(statement);
        return visit(loop->target), visit(loop->iterable), visit(loop->body), visit(loop->orelse);
      }
      case StatementKind::While: {
        const auto* loop = as<While>(statement);
        return visit(loop->test), visit(loop->body), visit(loop->orelse);
      }
      case StatementKind::If: return visit(as<If>(statement)->test), visit(as<If>(statement)->body), visit(as<If>(statement)->orelse);
      case StatementKind::With:
      case StatementKind::AsyncWith:
        for (const WithItem& item : as<With>(statement)->items) visit(item.context), visit_optional(item.target);
        return visit(as<With>(statement)->body);
      case StatementKind::Match:
        visit(as<Match>(statement)->subject);
        for (const MatchCase& match_case : as<Match>(statement)->cases) {
          visit(match_case.pattern), visit_optional(match_case.guard), visit(match_case.body);
        }
        return;
      case StatementKind::Raise:
        return visit_optional(as<Raise>(statement)->exception), visit_optional(as<Raise>(statement)->cause);
      case StatementKind::Try:
      case StatementKind::TryStar: return visit_try(as<Try>(statement));
      case StatementKind::Assert: return visit(as<Assert>(statement)->test), visit_optional(as<Assert>(statement)->message);
      case StatementKind::Import:
        for (const Alias& alias : as<Import>(statement)->names) visit_alias(alias);
        return;
      case StatementKind::ImportFrom:
        for (const Alias& alias : as<ImportFrom>(statement)->names) visit_alias(alias);
        return;
      case StatementKind::Global: return declare(as<Global>(statement)->names, true, statement->position);
      case StatementKind::Nonlocal: return declare(as<Nonlocal>(statement)->names, false, statement->position);
      case StatementKind::Expr: return visit(as<Expr>(statement)->value);
      case StatementKind::Pass:
      case StatementKind::Break:
      case StatementKind::Continue: return;
    }
  }

  void visit_parameters(const Parameters& parameters) {
    for_each_parameter(parameters, [this](const Parameter& parameter) {
      use(parameter.name, kParameter, parameter.position);
    });
  }

  void visit_function(const FunctionDef* function) {
    use(function->name, kBoundHere, function->position);
    for_each_default(function->parameters, [this](const Expression* value) { visit(value); });
    for_each_parameter(function->parameters, [this](const Parameter& parameter) {
      if (parameter.annotation != nullptr) visit_annotation(parameter.annotation);
    });
    if (function->returns != nullptr) visit_annotation(function->returns);
    visit(function->decorators);
    Scope& scope = enter(function, ScopeKind::Function);
    scope.is_coroutine = function->kind == StatementKind::AsyncFunctionDef;
    visit_parameters(function->parameters);
    visit(function->body);
    leave();
  }

  void visit_class(const ClassDef* definition) {
    use(definition->name, kBoundHere, definition->position);
    visit(definition->bases);
    for (const Keyword& keyword : definition->keywords) visit(keyword.value);
    visit(definition->decorators);
    enter(definition, ScopeKind::Class);
    current().class_name = definition->name;
    visit(definition->body);
    leave();
  }

  void visit_annotated(const AnnAssign* statement) {
    if (statement->target->kind == ExpressionKind::Name) {
      const std::string_view name = as<Name>(statement->target)->id;
      const Symbol* symbol = current().scope->find(mangled(name));
      const int declared = symbol ? symbol->uses & (kDeclaredGlobal | kDeclaredNonlocal) : 0;
      if (declared && statement->simple && current().scope->kind != ScopeKind::Module) {
        report("annotated name '" + std::string(name) + "' can't be " +
                   (declared & kDeclaredGlobal ? "global" : "nonlocal"),
               statement->position);
      }
      if (statement->simple) use(name, kAnnotated | kBoundHere, statement->target->position);
      else if (statement->value != nullptr) use(name, kBoundHere, statement->target->position);
    } else {
      visit(statement->target);
    }
    visit_annotation(statement->annotation);
    visit_optional(statement->value);
  }

  // As text, an annotation uses no name; but some expressions may not stand in it.
  void visit_annotation(const Expression* node) {
    if (!annotations_are_text_) return visit(node);
    const auto refuse = [&](const char* what) {
      report("'" + std::string(what) + "' can not be used within an annotation", node->position);
    };
    if (node->kind == ExpressionKind::Yield || node->kind == ExpressionKind::YieldFrom) return refuse("yield expression");
    if (node->kind == ExpressionKind::Await) return refuse("await expression");
    if (node->kind == ExpressionKind::NamedExpr) return refuse("named expression");
    if (node->kind == ExpressionKind::Lambda) return;
    for_each_child(node, [this](const Expression* child) { visit_annotation(child); });
  }

  void visit_try(const Try* block) {
    visit(block->body), visit(block->orelse), visit(block->finalbody);
    for (const ExceptHandler& handler : block->handlers) {
      visit_optional(handler.type);
      if (!handler.name.empty()) use(handler.name, kBoundHere, handler.position);
      visit(handler.body);
    }
  }

  void visit_alias(const Alias& alias) {
    if (alias.name == "*") {
      if (current().scope->kind != ScopeKind::Module) report("import * only allowed at module level", alias.position);
      return;
    }
    const std::string_view whole = alias.asname.empty() ? alias.name : alias.asname;
    use(whole.substr(0, whole.find('.')), kImported, alias.position);
  }

  void visit(const Pattern* pattern) {
    const auto bind = [&](std::string_view name) {
      if (!name.empty()) use(name, kBoundHere, pattern->position);
    };
    switch (pattern->kind) {
      case PatternKind::Value: return visit(as<MatchValue>(pattern)->value);
      case PatternKind::Singleton: return;
      case PatternKind::Sequence: return visit(as<MatchSequence>(pattern)->patterns);
      case PatternKind::Star: return bind(as<MatchStar>(pattern)->name);
      case PatternKind::Mapping:
        visit(as<MatchMapping>(pattern)->keys), visit(as<MatchMapping>(pattern)->patterns);
        return bind(as<MatchMapping>(pattern)->rest);
      case PatternKind::Class:
        visit(as<MatchClass>(pattern)->cls), visit(as<MatchClass>(pattern)->patterns);
        return visit(as<MatchClass>(pattern)->keyword_patterns);
      case PatternKind::As:
        if (as<MatchAs>(pattern)->pattern != nullptr) visit(as<MatchAs>(pattern)->pattern);
        return bind(as<MatchAs>(pattern)->name);
      case PatternKind::Or: return visit(as<MatchOr>(pattern)->patterns);
    }
  }
  void visit(const Sequence<Pattern*>& patterns) {
    for (const Pattern* pattern : patterns) visit(pattern);
  }

  // --- expressions --------------------------------------------------------------------------------------------------

  void visit(const Expression* node) {
    switch (node->kind) {
      case ExpressionKind::Name: return visit_name(as<Name>(node));
      case ExpressionKind::NamedExpr: return visit_named(as<NamedExpr>(node));
      case ExpressionKind::Lambda: return visit_lambda(as<Lambda>(node));
      case ExpressionKind::ListComp: {
        const auto* list = as<ListComp>(node);
        return visit_comprehension(node, "list comprehension", list->generators, list->element, nullptr);
      }
      case ExpressionKind::SetComp: {
        const auto* set = as<SetComp>(node);
        return visit_comprehension(node, "set comprehension", set->generators, set->element, nullptr);
      }
      case ExpressionKind::GeneratorExp: {
        const auto* generator = as<GeneratorExp>(node);
        return visit_comprehension(node, "generator expression", generator->generators, generator->element, nullptr);
      }
      case ExpressionKind::DictComp: {
        const auto* dict = as<DictComp>(node);
        return visit_comprehension(node, "dict comprehension", dict->generators, dict->key, dict->value);
      }
      case ExpressionKind::Yield:
      case ExpressionKind::YieldFrom:
        for_each_child(node, [this](const Expression* child) { visit(child); });
        current().scope->is_generator = true;
        if (!current().comprehension.empty()) {
          report("'yield' inside " + std::string(current().comprehension), node->position);
        }
        return;
      case ExpressionKind::Await:
        visit(as<Await>(node)->value);
        current().scope->is_coroutine = true;
        return;
      default: for_each_child(node, [this](const Expression* child) { visit(child); });
    }
  }

  void visit_name(const Name* name) {
    const bool is_load = name->context == NameContext::Load;
    use(name->id, is_load ? kUsed : kBoundHere, name->position);
    // super() without arguments needs the class that the method stands in.
    if (is_load && name->id == "super" && current().scope->kind == ScopeKind::Function) {
      use("__class__", kUsed, name->position);
    }
  }

  void visit_named(const NamedExpr* node) {
    if (current().iterable_depth > 0) {
      report("assignment expression cannot be used in a comprehension iterable expression", node->position);
    }
    if (!current().comprehension.empty()) bind_around_comprehension(node->target);
    visit(node->value);
    visit(node->target);
  }

  // The target of := in a comprehension is a variable of the function or module around it.
  void bind_around_comprehension(const Name* target) {
    const std::string_view name = mangled(target->id);
    for (size_t i = open_.size(); i-- > 0;) {
      Open& open = open_[i];
      Symbol& symbol = symbol_in(*open.scope, name);
      if (!open.comprehension.empty()) {
        if (symbol.uses & kIterationVariable) {
          report("assignment expression cannot rebind comprehension iteration variable '" + std::string(target->id) + "'",
                 target->position);
          return;
        }
        continue;
      }
      if (open.scope->kind == ScopeKind::Class) {
        report("assignment expression within a comprehension cannot be used in a class body", target->position);
        return;
      }
      const bool is_global = open.scope->kind == ScopeKind::Module || (symbol.uses & kDeclaredGlobal);
      Symbol& here = symbol_in(*current().scope, name);
      here.uses |= is_global ? kDeclaredGlobal : kDeclaredNonlocal;
      here.declaration = target->position;
      symbol.uses |= open.scope->kind == ScopeKind::Module ? kDeclaredGlobal : kBoundHere;
      for (size_t j = i + 1; j + 1 < open_.size(); ++j) forget_if_unused(*open_[j].scope, name);
      return;
    }
  }

  // The look-up above must not leave names behind in the comprehensions between.
  static void forget_if_unused(Scope& scope, std::string_view name) {
    if (scope.symbols[name].uses != 0) return;
    scope.symbols.erase(name);
    std::erase(scope.names, name);
  }

  void visit_lambda(const Lambda* lambda) {
    for_each_default(lambda->parameters, [this](const Expression* value) { visit(value); });
    enter(lambda, ScopeKind::Function);
    visit_parameters(lambda->parameters);
    visit(lambda->body);
    leave();
  }

  void visit_target(const Expression* target) {
    current().in_iteration_target = true;
    visit(target);
    current().in_iteration_target = false;
  }
  void visit_iterable(const Expression* iterable) {
    ++current().iterable_depth;
    visit(iterable);
    --current().iterable_depth;
  }

  void visit_comprehension(const Expression* node, std::string_view kind, const Sequence<Comprehension>& generators,
                           const Expression* element, const Expression* value) {
    visit_iterable(generators[0].iterable);  // the first one is evaluated outside
    Scope& scope = enter(node, ScopeKind::Function);
    scope.is_comprehension = true;
    current().comprehension = kind;
    scope.is_coroutine = generators[0].is_async;
    use(".0", kParameter, node->position);
    for (size_t i = 0; i < generators.size(); ++i) {
      visit_target(generators[i].target);
      if (i > 0) visit_iterable(generators[i].iterable);
      visit(generators[i].conditions);
      if (generators[i].is_async) scope.is_coroutine = true;
    }
    visit_optional(value);
    visit(element);
    scope.is_generator = node->kind == ExpressionKind::GeneratorExp;
    const bool makes_outer_coroutine = scope.is_coroutine && !scope.is_generator;
    leave();
    if (makes_outer_coroutine) current().scope->is_coroutine = true;
  }

  bool annotations_are_text_;
  NameStore& names_;
  ScopeTable& scopes_;
  std::vector<Problem>& problems_;
  std::vector<Open> open_;
};

}  // namespace

void build_scopes(const Module& module, bool annotations_are_text, NameStore& names, ScopeTable& scopes,
                  std::vector<Problem>& problems) {
  ScopeBuilder(annotations_are_text, names, scopes, problems).build(module);
}

}  // namespace gilsim::compiler

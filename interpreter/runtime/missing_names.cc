#include "interpreter/runtime/missing_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "interpreter/compiler/tree_walk.h"
#include "interpreter/syntax/encoding.h"

namespace gilsim::python {

namespace {

using namespace syntax;

struct ModuleNames { std::string_view module, names; };
constexpr ModuleNames kMissing[] = {
#define MODULE(module, names) {module, names},
#include "interpreter/runtime/missing_names.def"
#undef MODULE
};

bool is_listed(std::string_view module, std::string_view name) {
  return std::any_of(std::begin(kMissing), std::end(kMissing),
                     [&](const ModuleNames& listed) { return listed.module == module && is_among(name, listed.names); });
}

// "a.b.c" of names and attributes; empty for anything else.
std::string dotted(const Expression* node) {
  if (node->kind == ExpressionKind::Name) return std::string(as<Name>(node)->id);
  if (node->kind != ExpressionKind::Attribute) return "";
  const std::string value = dotted(as<Attribute>(node)->value);
  return value.empty() ? "" : value + "." + std::string(as<Attribute>(node)->attribute);
}

// Walks the program once for what its variables are and what is looked up in them.
class Finder {
 public:
  void visit(StatementList statements) {
    for (const Statement* statement : statements) visit(statement);
  }

  std::vector<MissingName> take() {
    for (const MissingName& use : uses_) {
      const size_t dot = use.module.find('.');
      const auto base = modules_.find(use.module.substr(0, dot));
      if (base == modules_.end() || base->second.empty()) continue;
      const std::string module = base->second + (dot == std::string::npos ? "" : use.module.substr(dot));
      if (is_listed(module, use.name)) found_.push_back({module, use.name, use.position});
    }
    return std::move(found_);
  }

 private:
  void visit(const Statement* node) {
    switch (node->kind) {
      case StatementKind::FunctionDef: case StatementKind::AsyncFunctionDef: return visit_function(as<FunctionDef>(node));
      case StatementKind::ClassDef: return visit_class(as<ClassDef>(node));
      case StatementKind::Return: return visit(as<Return>(node)->value);
      case StatementKind::Delete: return visit(as<Delete>(node)->targets);
      case StatementKind::Assign: return visit(as<Assign>(node)->targets), visit(as<Assign>(node)->value);
      case StatementKind::AugAssign: return visit(as<AugAssign>(node)->target), visit(as<AugAssign>(node)->value);
      case StatementKind::AnnAssign: return visit(as<AnnAssign>(node)->target), visit(as<AnnAssign>(node)->value);
      case StatementKind::For: case StatementKind::AsyncFor:
        visit(as<For>(node)->target), visit(as<For>(node)->iterable);
        return visit(as<For>(node)->body), visit(as<For>(node)->orelse);
      case StatementKind::While:
        return visit(as<While>(node)->test), visit(as<While>(node)->body), visit(as<While>(node)->orelse);
      case StatementKind::If: return visit(as<If>(node)->test), visit(as<If>(node)->body), visit(as<If>(node)->orelse);
      case StatementKind::With: case StatementKind::AsyncWith:
        for (const WithItem& item : as<With>(node)->items) visit(item.context), visit(item.target);
        return visit(as<With>(node)->body);
      case StatementKind::Match:
        visit(as<Match>(node)->subject);
        for (const MatchCase& each : as<Match>(node)->cases) visit(each.pattern), visit(each.guard), visit(each.body);
        return;
      case StatementKind::Raise: return visit(as<Raise>(node)->exception), visit(as<Raise>(node)->cause);
      case StatementKind::Try: case StatementKind::TryStar: return visit_try(as<Try>(node));
      case StatementKind::Assert: return visit(as<Assert>(node)->test), visit(as<Assert>(node)->message);
      case StatementKind::Import: return visit_import(as<Import>(node));
      case StatementKind::ImportFrom: return visit_import_from(as<ImportFrom>(node));
      case StatementKind::Expr: return visit(as<Expr>(node)->value);
      case StatementKind::Global: case StatementKind::Nonlocal: case StatementKind::Pass:
      case StatementKind::Break: case StatementKind::Continue: return;
    }
  }

  void visit(ExpressionList nodes) {
    for (const Expression* node : nodes) visit(node);
  }

  void visit(const Expression* node) {
    if (!node) return;
    if (node->kind == ExpressionKind::Name && as<Name>(node)->context != NameContext::Load) means_else(as<Name>(node)->id);
    if (node->kind == ExpressionKind::Attribute) note_use(as<Attribute>(node));
    if (node->kind == ExpressionKind::Call) note_question(as<Call>(node));
    if (node->kind == ExpressionKind::Lambda) bind_parameters(as<Lambda>(node)->parameters);
    compiler::for_each_child(node, [this](const Expression* child) { visit(child); });
  }

  void visit(const Pattern* pattern) {
    compiler::for_each_expression(pattern, [this](const Expression* child) { visit(child); });
  }

  void visit_function(const FunctionDef* node) {
    means_else(node->name);
    bind_parameters(node->parameters);
    visit(node->decorators);
    compiler::for_each_default(node->parameters, [this](const Expression* value) { visit(value); });
    visit(node->body);
  }

  void visit_class(const ClassDef* node) {
    means_else(node->name);
    visit(node->decorators);
    visit(node->bases);
    for (const Keyword& keyword : node->keywords) visit(keyword.value);
    visit(node->body);
  }

  void visit_try(const Try* node) {
    const bool caught = std::any_of(node->handlers.begin(), node->handlers.end(), [](const ExceptHandler& handler) { return catches(handler.type); });
    protected_ += caught;
    visit(node->body);
    protected_ -= caught;
    for (const ExceptHandler& handler : node->handlers) {
      means_else(handler.name);
      visit(handler.type);
      visit(handler.body);
    }
    visit(node->orelse);
    visit(node->finalbody);
  }

  static bool catches(const Expression* type) {
    if (!type) return true;
    if (type->kind == ExpressionKind::Tuple) {
      const auto& elements = as<Tuple>(type)->elements;
      return std::any_of(elements.begin(), elements.end(), catches);
    }
    return is_among(dotted(type), "AttributeError ImportError Exception BaseException");
  }

  void visit_import(const Import* node) {
    for (const Alias& alias : node->names) {
      const std::string_view top = alias.name.substr(0, alias.name.find('.'));
      if (alias.asname.empty()) means(top, top);
      else means(alias.asname, alias.name);
    }
  }

  void visit_import_from(const ImportFrom* node) {
    for (const Alias& alias : node->names) {
      means_else(alias.asname.empty() ? alias.name : alias.asname);
      if (node->level == 0 && protected_ == 0 && is_listed(node->module, alias.name))
        found_.push_back({std::string(node->module), std::string(alias.name), alias.position});
    }
  }

  void bind_parameters(const Parameters& parameters) {
    compiler::for_each_parameter(parameters, [this](const Parameter& parameter) { means_else(parameter.name); });
  }

  void note_use(const Attribute* node) {
    if (protected_ > 0) return;
    const std::string value = dotted(node->value);
    if (value.empty()) return;
    if (node->context != NameContext::Load) return means_else(value.substr(0, value.find('.')));
    uses_.push_back({value, std::string(node->attribute), node->position});
  }

  // hasattr(os, "fork"): whatever follows is prepared.
  void note_question(const Call* node) {
    if (dotted(node->function) == "hasattr" && !node->arguments.empty()) means_else(dotted(node->arguments[0]));
  }

  // Variables by name, and the module that each is; empty for what may be something else.
  void means(std::string_view variable, std::string_view module) {
    const auto [known, is_new] = modules_.emplace(variable, module);
    if (!is_new && known->second != module) known->second.clear();
  }
  void means_else(std::string_view variable) { means(variable, ""); }

  std::map<std::string, std::string> modules_;
  std::vector<MissingName> uses_;  // `module` is the variable yet
  std::vector<MissingName> found_;
  int protected_ = 0;
};

}  // namespace

std::vector<MissingName> find_missing_names(const Tree& tree) {
  Finder finder;
  finder.visit(tree.module.body);
  return finder.take();
}

}  // namespace gilsim::python

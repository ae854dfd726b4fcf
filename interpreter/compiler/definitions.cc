// Functions, lambdas, classes, and the bodies of modules and classes.
#include "interpreter/compiler/code_generator.h"
#include "interpreter/compiler/unparse.h"

namespace gilsim::compiler {

using namespace syntax;

namespace {

const Expression* docstring(const StatementList& body) {
  if (body.empty() || body[0]->kind != StatementKind::Expr) return nullptr;
  const Expression* value = as<Expr>(body[0])->value;
  if (value->kind != ExpressionKind::Constant) return nullptr;
  return as<syntax::Constant>(value)->constant == ConstantKind::Text ? value : nullptr;
}

bool has_annotation(const StatementList& statements);

bool has_annotation(const Statement* statement) {
  switch (statement->kind) {
    case StatementKind::AnnAssign: return true;
    case StatementKind::For:
    case StatementKind::AsyncFor: return has_annotation(as<For>(statement)->body) || has_annotation(as<For>(statement)->orelse);
    case StatementKind::While: return has_annotation(as<While>(statement)->body) || has_annotation(as<While>(statement)->orelse);
    case StatementKind::If: return has_annotation(as<If>(statement)->body) || has_annotation(as<If>(statement)->orelse);
    case StatementKind::With:
    case StatementKind::AsyncWith: return has_annotation(as<With>(statement)->body);
    case StatementKind::Match:
      for (const MatchCase& match_case : as<Match>(statement)->cases) {
        if (has_annotation(match_case.body)) return true;
      }
      return false;
    case StatementKind::Try:
    case StatementKind::TryStar: {
      const auto* block = as<Try>(statement);
      for (const ExceptHandler& handler : block->handlers) {
        if (has_annotation(handler.body)) return true;
      }
      return has_annotation(block->body) || has_annotation(block->orelse) || has_annotation(block->finalbody);
    }
    default: return false;
  }
}

bool has_annotation(const StatementList& statements) {
  for (const Statement* statement : statements) {
    if (has_annotation(statement)) return true;
  }
  return false;
}

int first_line(const Statement* definition, const ExpressionList& decorators) {
  return decorators.empty() ? definition->position.line : decorators[0]->position.line;
}

}  // namespace

void CodeGenerator::visit_body(const StatementList& body) {
  if (unit().kind == UnitKind::Module && !body.empty()) unit().here = body[0]->position;
  if (has_annotation(body)) unit().emit(Opcode::SETUP_ANNOTATIONS);
  const Expression* text = docstring(body);
  if (text != nullptr) {
    visit(text);
    unit().forget_position();
    store("__doc__");
  }
  for (size_t i = text ? 1 : 0; i < body.size(); ++i) visit(body[i]);
}

void CodeGenerator::visit_decorators(const ExpressionList& decorators) {
  for (const Expression* decorator : decorators) visit(decorator);
}

void CodeGenerator::apply_decorators(const ExpressionList& decorators) {
  const Position outer = unit().here;
  for (size_t i = decorators.size(); i-- > 0;) {
    unit().here = decorators[i]->position;
    unit().emit(Opcode::CALL, 0);
  }
  unit().here = outer;
}

int CodeGenerator::visit_defaults(const Parameters& parameters) {
  int flags = 0;
  if (!parameters.defaults.empty()) {
    visit(parameters.defaults);
    unit().emit(Opcode::BUILD_TUPLE, static_cast<int>(parameters.defaults.size()));
    flags |= 1;
  }
  std::vector<Constant> keywords;
  for (size_t i = 0; i < parameters.keyword_only.size(); ++i) {
    if (parameters.keyword_only_defaults[i] == nullptr) continue;
    keywords.push_back(text_constant(mangled(parameters.keyword_only[i].name)));
    visit(parameters.keyword_only_defaults[i]);
  }
  if (!keywords.empty()) {
    const int count = static_cast<int>(keywords.size());
    unit().load_constant(tuple_constant(std::move(keywords)));
    unit().emit(Opcode::BUILD_CONST_KEY_MAP, count);
    flags |= 2;
  }
  return flags;
}

void CodeGenerator::visit_annotation(const Expression* annotation) {
  if (future_.annotations_are_text) {
    unit().load_constant(text_constant(unparse(annotation)));
  } else if (annotation->kind == ExpressionKind::Starred) {  // *args: *Types
    visit(as<Starred>(annotation)->value);
    unit().emit(Opcode::UNPACK_SEQUENCE, 1);
  } else {
    visit(annotation);
  }
}

int CodeGenerator::visit_parameter_annotation(std::string_view name, const Expression* annotation) {
  if (annotation == nullptr) return 0;
  unit().load_constant(text_constant(mangled(name)));
  visit_annotation(annotation);
  return 2;
}

bool CodeGenerator::visit_annotations(const FunctionDef* function) {
  const Parameters& parameters = function->parameters;
  int count = 0;
  const auto visit_one = [&](const Parameter& parameter) {
    count += visit_parameter_annotation(parameter.name, parameter.annotation);
  };
  for (const Parameter& parameter : parameters.positional) visit_one(parameter);
  for (const Parameter& parameter : parameters.positional_only) visit_one(parameter);
  if (parameters.var_positional != nullptr) visit_one(*parameters.var_positional);
  for (const Parameter& parameter : parameters.keyword_only) visit_one(parameter);
  if (parameters.var_keyword != nullptr) visit_one(*parameters.var_keyword);
  count += visit_parameter_annotation("return", function->returns);
  if (count == 0) return false;
  unit().emit(Opcode::BUILD_TUPLE, count);
  return true;
}

void CodeGenerator::set_signature(const Parameters& parameters) {
  unit().positional_only_argument_count = static_cast<int>(parameters.positional_only.size());
  unit().argument_count = static_cast<int>(parameters.positional_only.size() + parameters.positional.size());
  unit().keyword_only_argument_count = static_cast<int>(parameters.keyword_only.size());
  if (parameters.var_positional != nullptr) unit().signature_flags |= kVarArgs;
  if (parameters.var_keyword != nullptr) unit().signature_flags |= kVarKeywords;
}

void CodeGenerator::make_closure(const std::shared_ptr<CompiledCode>& code, int flags) {
  CodeUnit& here = unit();
  for (const std::string& name : code->free_names) {
    int cell = here.cells.find(name);
    if (cell < 0) cell = static_cast<int>(here.cells.size()) + here.free_variables.find(name);
    here.emit(Opcode::LOAD_CLOSURE, cell);
  }
  if (!code->free_names.empty()) {
    flags |= 8;
    here.emit(Opcode::BUILD_TUPLE, static_cast<int>(code->free_names.size()));
  }
  here.load_constant(code);
  here.emit(Opcode::MAKE_FUNCTION, flags);
}

void CodeGenerator::check_parameters(const Parameters& parameters) {
  auto check = [this](const Parameter* parameter) {
    if (parameter) check_not_debug(parameter->name, NameContext::Store);
  };
  for (const Parameter& parameter : parameters.positional_only) check(&parameter);
  for (const Parameter& parameter : parameters.positional) check(&parameter);
  check(parameters.var_positional);
  for (const Parameter& parameter : parameters.keyword_only) check(&parameter);
  check(parameters.var_keyword);
}

void CodeGenerator::define_function(const FunctionDef* function) {
  check_parameters(function->parameters);
  visit_decorators(function->decorators);
  int flags = visit_defaults(function->parameters);
  if (visit_annotations(function)) flags |= 4;
  const bool is_async = function->kind == StatementKind::AsyncFunctionDef;
  enter(is_async ? UnitKind::AsyncFunction : UnitKind::Function, function, function->name,
        first_line(function, function->decorators));
  const Expression* text = docstring(function->body);
  unit().constants.add(text ? constant_of(*as<syntax::Constant>(text)) : Constant(NoneConstant{}));
  set_signature(function->parameters);
  for (size_t i = text ? 1 : 0; i < function->body.size(); ++i) visit(function->body[i]);
  make_closure(leave(), flags);
  apply_decorators(function->decorators);
  store(function->name);
}

void CodeGenerator::visit_lambda(const Lambda* lambda) {
  check_parameters(lambda->parameters);
  const int flags = visit_defaults(lambda->parameters);
  enter(UnitKind::Lambda, lambda, "<lambda>", lambda->position.line);
  unit().constants.add(NoneConstant{});  // a lambda has no docstring
  set_signature(lambda->parameters);
  visit(lambda->body);
  const bool is_generator = unit().scope.is_generator;
  if (!is_generator) unit().emit(Opcode::RETURN_VALUE);
  make_closure(leave(!is_generator), flags);
}

void CodeGenerator::visit_class_body(const ClassDef* definition) {
  unit().class_name = definition->name;
  load("__name__");
  store("__module__");
  unit().load_constant(text_constant(unit().qualified_name));
  store("__qualname__");
  visit_body(definition->body);
  unit().forget_position();
  if (unit().scope.needs_class_closure) {
    unit().emit(Opcode::LOAD_CLOSURE, unit().cells.find("__class__"));
    unit().emit(Opcode::COPY, 1);
    store("__classcell__");
  } else {
    load_none();
  }
  unit().emit(Opcode::RETURN_VALUE);
}

void CodeGenerator::define_class(const ClassDef* definition) {
  visit_decorators(definition->decorators);
  enter(UnitKind::Class, definition, definition->name, first_line(definition, definition->decorators));
  visit_class_body(definition);
  const auto code = leave();
  unit().here = definition->position;
  unit().emit(Opcode::PUSH_NULL);
  unit().emit(Opcode::LOAD_BUILD_CLASS);
  make_closure(code, 0);
  unit().load_constant(text_constant(definition->name));
  call(2, definition->bases, definition->keywords);
  apply_decorators(definition->decorators);
  store(definition->name);
}

}  // namespace gilsim::compiler

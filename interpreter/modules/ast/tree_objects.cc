#include "interpreter/modules/ast/tree_objects.h"

#include <cassert>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/complex.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/object_type.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

namespace {

using namespace syntax;

constexpr int64_t kNodeNs = 250;  // of CPython's ast.parse, parsing included

const char* const kBinaryNames[] = {"Add",  "BitAnd", "FloorDiv", "LShift", "MatMult", "Mult", "Mod",
                                    "BitOr", "Pow",   "RShift",   "Sub",    "Div",     "BitXor"};
const char* const kUnaryNames[] = {"Invert", "Not", "UAdd", "USub"};
const char* const kComparisonNames[] = {"Lt", "LtE", "Eq", "NotEq", "Gt", "GtE", "In", "NotIn", "Is", "IsNot"};
const char* const kContextNames[] = {"Load", "Store", "Del"};

template <class Enumerator>
int number_of(Enumerator value) { return static_cast<int>(value); }

Ref constant_named(ConstantKind kind) {
  switch (kind) {
    case ConstantKind::True: return kTrue;
    case ConstantKind::False: return kFalse;
    case ConstantKind::Ellipsis: return kEllipsis;
    default: return kNone;
  }
}

}  // namespace

// --- filling in ------------------------------------------------------------------------------------------------------

TreeObjects::Node& TreeObjects::Node::set(const char* field, Ref value) {
  store_attribute(object_.get().object(), intern(field), value);
  return *this;
}
TreeObjects::Node& TreeObjects::Node::text(const char* field, std::string_view text) { return set(field, Ref(intern(text))); }
TreeObjects::Node& TreeObjects::Node::optional_text(const char* field, std::string_view text) {
  return set(field, text.empty() ? Ref(kNone) : Ref(intern(text)));
}
TreeObjects::Node& TreeObjects::Node::number(const char* field, int64_t number) { return set(field, make_int(number)); }

TreeObjects::Node& TreeObjects::Node::at(const Position& position) {
  number("lineno", position.line).number("col_offset", position.column);
  return number("end_lineno", position.end_line).number("end_col_offset", position.end_column);
}

TreeObjects::Node TreeObjects::make(const char* kind) {
  vm_.charge(kNodeNs);
  const Value type = dict_get_str(classes_, intern(kind));
  assert(!type.is_null());
  return Node(object_create(vm_, type.as<Type>(), {}));
}

Ref TreeObjects::shared(const char* kind) {
  Ref& one = shared_[kind];
  if (!one) one = make(kind).take();
  return one;
}

Ref TreeObjects::name_list(const Sequence<std::string_view>& names) {
  Ref result = Ref::take(new_list());
  for (std::string_view name : names) list_append(result.as<List>(), Ref(intern(name)));
  return result;
}

template <class Item>
Ref TreeObjects::list(const Sequence<Item>& items) {
  Ref result = Ref::take(new_list());
  for (const Item& item : items) {
    if constexpr (std::is_pointer_v<Item>) list_append(result.as<List>(), optional(item));
    else list_append(result.as<List>(), visit(item));
  }
  return result;
}

// --- parts of nodes --------------------------------------------------------------------------------------------------

Ref TreeObjects::visit(const Comparison& comparison) { return shared(kComparisonNames[number_of(comparison)]); }
Ref TreeObjects::context(NameContext context) { return shared(kContextNames[number_of(context)]); }

Ref TreeObjects::visit(const Parameter& parameter) {
  return make("arg").text("arg", parameter.name).set("annotation", optional(parameter.annotation)).set("type_comment", kNone)
      .at(parameter.position).take();
}

Ref TreeObjects::visit(const Keyword& keyword) {
  return make("keyword").optional_text("arg", keyword.name).set("value", visit(keyword.value)).at(keyword.position).take();
}

Ref TreeObjects::visit(const Comprehension& comprehension) {
  return make("comprehension").set("target", visit(comprehension.target)).set("iter", visit(comprehension.iterable))
      .set("ifs", list(comprehension.conditions)).number("is_async", comprehension.is_async).take();
}

Ref TreeObjects::visit(const Alias& alias) {
  return make("alias").text("name", alias.name).optional_text("asname", alias.asname).at(alias.position).take();
}

Ref TreeObjects::visit(const WithItem& item) {
  return make("withitem").set("context_expr", visit(item.context)).set("optional_vars", optional(item.target)).take();
}

Ref TreeObjects::visit(const MatchCase& one) {
  return make("match_case").set("pattern", visit(one.pattern)).set("guard", optional(one.guard)).set("body", list(one.body)).take();
}

Ref TreeObjects::visit(const ExceptHandler& handler) {
  return make("ExceptHandler").set("type", optional(handler.type)).optional_text("name", handler.name).set("body", list(handler.body))
      .at(handler.position).take();
}

Ref TreeObjects::parameters(const Parameters& all) {
  return make("arguments").set("posonlyargs", list(all.positional_only)).set("args", list(all.positional))
      .set("vararg", optional(all.var_positional)).set("kwonlyargs", list(all.keyword_only))
      .set("kw_defaults", list(all.keyword_only_defaults)).set("kwarg", optional(all.var_keyword)).set("defaults", list(all.defaults))
      .take();
}

Ref TreeObjects::constant_value(const Constant& constant) {
  switch (constant.constant) {
    case ConstantKind::Integer: return parse_int(vm_, constant.text, 0);
    case ConstantKind::Float: return make_float(constant.number);
    case ConstantKind::Imaginary: return make_complex({0, constant.number});
    case ConstantKind::Text: return make_str(constant.text);
    case ConstantKind::Bytes: return make_bytes(constant.text);
    default: return constant_named(constant.constant);
  }
}

// --- expressions -----------------------------------------------------------------------------------------------------

template <class Comprehension>
TreeObjects::Node TreeObjects::comprehension(const char* kind, const Comprehension* node) {
  return make(kind).set("elt", visit(node->element)).set("generators", list(node->generators));
}

Ref TreeObjects::visit(const Expression* node) {
  return expression_node(node).at(node->position).take();
}

TreeObjects::Node TreeObjects::expression_node(const Expression* node) {
  switch (node->kind) {
    case ExpressionKind::BoolOp: {
      auto* n = as<BoolOp>(node);
      return make("BoolOp").set("op", shared(n->op == BooleanOperator::And ? "And" : "Or")).set("values", list(n->values));
    }
    case ExpressionKind::NamedExpr: {
      auto* n = as<NamedExpr>(node);
      return make("NamedExpr").set("target", visit(static_cast<const Expression*>(n->target))).set("value", visit(n->value));
    }
    case ExpressionKind::BinOp: {
      auto* n = as<BinOp>(node);
      return make("BinOp").set("left", visit(n->left)).set("op", shared(kBinaryNames[number_of(n->op)])).set("right", visit(n->right));
    }
    case ExpressionKind::UnaryOp: {
      auto* n = as<UnaryOp>(node);
      return make("UnaryOp").set("op", shared(kUnaryNames[number_of(n->op)])).set("operand", visit(n->operand));
    }
    case ExpressionKind::Lambda: {
      auto* n = as<Lambda>(node);
      return make("Lambda").set("args", parameters(n->parameters)).set("body", visit(n->body));
    }
    case ExpressionKind::IfExp: {
      auto* n = as<IfExp>(node);
      return make("IfExp").set("test", visit(n->test)).set("body", visit(n->body)).set("orelse", visit(n->orelse));
    }
    case ExpressionKind::Await: return make("Await").set("value", visit(as<Await>(node)->value));
    case ExpressionKind::Yield: return make("Yield").set("value", optional(as<Yield>(node)->value));
    case ExpressionKind::YieldFrom: return make("YieldFrom").set("value", visit(as<YieldFrom>(node)->value));
    case ExpressionKind::Compare: {
      auto* n = as<Compare>(node);
      return make("Compare").set("left", visit(n->left)).set("ops", list(n->comparisons)).set("comparators", list(n->comparators));
    }
    case ExpressionKind::Call: {
      auto* n = as<Call>(node);
      return make("Call").set("func", visit(n->function)).set("args", list(n->arguments)).set("keywords", list(n->keywords));
    }
    case ExpressionKind::FormattedValue: {
      auto* n = as<FormattedValue>(node);
      return make("FormattedValue").set("value", visit(n->value)).number("conversion", n->conversion)
          .set("format_spec", optional(static_cast<const Expression*>(n->format_spec)));
    }
    case ExpressionKind::JoinedStr: return make("JoinedStr").set("values", list(as<JoinedStr>(node)->values));
    case ExpressionKind::Constant: {
      auto* n = as<Constant>(node);
      return make("Constant").set("value", constant_value(*n)).optional_text("kind", n->is_unicode_prefixed ? "u" : "");
    }
    default: return bracketed_node(node);
  }
}

// What may be a target, and displays.
TreeObjects::Node TreeObjects::bracketed_node(const Expression* node) {
  switch (node->kind) {
    case ExpressionKind::Attribute: {
      auto* n = as<Attribute>(node);
      return make("Attribute").set("value", visit(n->value)).text("attr", n->attribute).set("ctx", context(n->context));
    }
    case ExpressionKind::Subscript: {
      auto* n = as<Subscript>(node);
      return make("Subscript").set("value", visit(n->value)).set("slice", visit(n->slice)).set("ctx", context(n->context));
    }
    case ExpressionKind::Starred: return make("Starred").set("value", visit(as<Starred>(node)->value)).set("ctx", context(as<Starred>(node)->context));
    case ExpressionKind::Name: return make("Name").text("id", as<Name>(node)->id).set("ctx", context(as<Name>(node)->context));
    case ExpressionKind::List: return make("List").set("elts", list(as<syntax::List>(node)->elements)).set("ctx", context(as<syntax::List>(node)->context));
    case ExpressionKind::Tuple: return make("Tuple").set("elts", list(as<syntax::Tuple>(node)->elements)).set("ctx", context(as<syntax::Tuple>(node)->context));
    case ExpressionKind::Slice: {
      auto* n = as<syntax::Slice>(node);
      return make("Slice").set("lower", optional(n->lower)).set("upper", optional(n->upper)).set("step", optional(n->step));
    }
    case ExpressionKind::Dict: return make("Dict").set("keys", list(as<syntax::Dict>(node)->keys)).set("values", list(as<syntax::Dict>(node)->values));
    case ExpressionKind::Set: return make("Set").set("elts", list(as<syntax::Set>(node)->elements));
    case ExpressionKind::ListComp: return comprehension("ListComp", as<ListComp>(node));
    case ExpressionKind::SetComp: return comprehension("SetComp", as<SetComp>(node));
    case ExpressionKind::GeneratorExp: return comprehension("GeneratorExp", as<GeneratorExp>(node));
    default: break;
  }
  auto* n = as<DictComp>(node);
  return make("DictComp").set("key", visit(n->key)).set("value", visit(n->value)).set("generators", list(n->generators));
}

// --- statements ------------------------------------------------------------------------------------------------------

Ref TreeObjects::visit(const Statement* node) {
  return statement_node(node).at(node->position).take();
}

TreeObjects::Node TreeObjects::statement_node(const Statement* node) {
  switch (node->kind) {
    case StatementKind::Return: return make("Return").set("value", optional(as<Return>(node)->value));
    case StatementKind::Delete: return make("Delete").set("targets", list(as<Delete>(node)->targets));
    case StatementKind::Assign:
      return make("Assign").set("targets", list(as<Assign>(node)->targets)).set("value", visit(as<Assign>(node)->value)).set("type_comment", kNone);
    case StatementKind::AugAssign: {
      auto* n = as<AugAssign>(node);
      return make("AugAssign").set("target", visit(n->target)).set("op", shared(kBinaryNames[number_of(n->op)])).set("value", visit(n->value));
    }
    case StatementKind::AnnAssign: {
      auto* n = as<AnnAssign>(node);
      return make("AnnAssign").set("target", visit(n->target)).set("annotation", visit(n->annotation)).set("value", optional(n->value))
          .number("simple", n->simple);
    }
    case StatementKind::Raise: return make("Raise").set("exc", optional(as<Raise>(node)->exception)).set("cause", optional(as<Raise>(node)->cause));
    case StatementKind::Assert: return make("Assert").set("test", visit(as<Assert>(node)->test)).set("msg", optional(as<Assert>(node)->message));
    case StatementKind::Import: return make("Import").set("names", list(as<Import>(node)->names));
    case StatementKind::ImportFrom: {
      auto* n = as<ImportFrom>(node);
      return make("ImportFrom").optional_text("module", n->module).set("names", list(n->names)).number("level", n->level);
    }
    case StatementKind::Global: return make("Global").set("names", name_list(as<Global>(node)->names));
    case StatementKind::Nonlocal: return make("Nonlocal").set("names", name_list(as<Nonlocal>(node)->names));
    case StatementKind::Expr: return make("Expr").set("value", visit(as<Expr>(node)->value));
    case StatementKind::Pass: return make("Pass");
    case StatementKind::Break: return make("Break");
    case StatementKind::Continue: return make("Continue");
    case StatementKind::FunctionDef:
    case StatementKind::AsyncFunctionDef:
    case StatementKind::ClassDef: return definition_node(node);
    default: return compound_node(node);
  }
}

TreeObjects::Node TreeObjects::definition_node(const Statement* node) {
  if (node->kind == StatementKind::ClassDef) {
    auto* n = as<ClassDef>(node);
    return make("ClassDef").text("name", n->name).set("bases", list(n->bases)).set("keywords", list(n->keywords)).set("body", list(n->body))
        .set("decorator_list", list(n->decorators));
  }
  auto* n = as<FunctionDef>(node);
  return make(node->kind == StatementKind::FunctionDef ? "FunctionDef" : "AsyncFunctionDef").text("name", n->name)
      .set("args", parameters(n->parameters)).set("body", list(n->body)).set("decorator_list", list(n->decorators))
      .set("returns", optional(n->returns)).set("type_comment", kNone);
}

TreeObjects::Node TreeObjects::compound_node(const Statement* node) {
  switch (node->kind) {
    case StatementKind::For:
    case StatementKind::AsyncFor: {
      auto* n = as<For>(node);
      return make(node->kind == StatementKind::For ? "For" : "AsyncFor").set("target", visit(n->target)).set("iter", visit(n->iterable))
          .set("body", list(n->body)).set("orelse", list(n->orelse)).set("type_comment", kNone);
    }
    case StatementKind::While: {
      auto* n = as<While>(node);
      return make("While").set("test", visit(n->test)).set("body", list(n->body)).set("orelse", list(n->orelse));
    }
    case StatementKind::If: {
      auto* n = as<If>(node);
      return make("If").set("test", visit(n->test)).set("body", list(n->body)).set("orelse", list(n->orelse));
    }
    case StatementKind::With:
    case StatementKind::AsyncWith:
      return make(node->kind == StatementKind::With ? "With" : "AsyncWith").set("items", list(as<With>(node)->items))
          .set("body", list(as<With>(node)->body)).set("type_comment", kNone);
    case StatementKind::Match:
      return make("Match").set("subject", visit(as<Match>(node)->subject)).set("cases", list(as<Match>(node)->cases));
    default: break;
  }
  auto* n = as<Try>(node);
  return make(node->kind == StatementKind::Try ? "Try" : "TryStar").set("body", list(n->body)).set("handlers", list(n->handlers))
      .set("orelse", list(n->orelse)).set("finalbody", list(n->finalbody));
}

// --- patterns --------------------------------------------------------------------------------------------------------

Ref TreeObjects::visit(const Pattern* node) {
  return pattern_node(node).at(node->position).take();
}

TreeObjects::Node TreeObjects::pattern_node(const Pattern* node) {
  switch (node->kind) {
    case PatternKind::Value: return make("MatchValue").set("value", visit(as<MatchValue>(node)->value));
    case PatternKind::Singleton: return make("MatchSingleton").set("value", constant_named(as<MatchSingleton>(node)->value));
    case PatternKind::Sequence: return make("MatchSequence").set("patterns", list(as<MatchSequence>(node)->patterns));
    case PatternKind::Mapping: {
      auto* n = as<MatchMapping>(node);
      return make("MatchMapping").set("keys", list(n->keys)).set("patterns", list(n->patterns)).optional_text("rest", n->rest);
    }
    case PatternKind::Class: {
      auto* n = as<MatchClass>(node);
      return make("MatchClass").set("cls", visit(n->cls)).set("patterns", list(n->patterns)).set("kwd_attrs", name_list(n->keyword_names))
          .set("kwd_patterns", list(n->keyword_patterns));
    }
    case PatternKind::Star: return make("MatchStar").optional_text("name", as<MatchStar>(node)->name);
    case PatternKind::As:
      return make("MatchAs").set("pattern", optional(as<MatchAs>(node)->pattern)).optional_text("name", as<MatchAs>(node)->name);
    case PatternKind::Or: break;
  }
  return make("MatchOr").set("patterns", list(as<MatchOr>(node)->patterns));
}

// --- trees -----------------------------------------------------------------------------------------------------------

Ref TreeObjects::module(const syntax::Module& tree) {
  return make("Module").set("body", list(tree.body)).set("type_ignores", Ref::take(new_list())).take();
}
Ref TreeObjects::interactive(const syntax::Module& tree) { return make("Interactive").set("body", list(tree.body)).take(); }
Ref TreeObjects::expression(const syntax::Module& tree) { return make("Expression").set("body", visit(as<Expr>(tree.body[0])->value)).take(); }

}  // namespace gilsim::python

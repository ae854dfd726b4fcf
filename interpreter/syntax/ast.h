// The abstract syntax tree of a Python 3.11 module: the node classes and field names of CPython's `ast`
// module (Parser/Python.asdl, 3.11), so that a tree can be compared with `ast.dump`.
//
// Ownership: every node, list and text lives in the Arena of its Tree and is freed with it; nodes hold plain
// pointers. Nodes have no virtual functions: `kind` says which struct it is, `as<Name>(node)` casts after an
// assertion. A pointer that may be null is commented "or null"; all others are never null.
#pragma once

#include <cassert>
#include <cstdint>
#include <string_view>

#include "interpreter/syntax/arena.h"
#include "interpreter/syntax/position.h"

namespace gilsim::syntax {

struct Expression;
struct Statement;
struct Pattern;

using ExpressionList = Sequence<Expression*>;
using StatementList = Sequence<Statement*>;

// --- operators
// -----------------------------------------------------------------------------------------------------

enum class BinaryOperator : uint8_t {
  Add,
  BitAnd,
  FloorDivide,
  LeftShift,
  MatrixMultiply,
  Multiply,
  Modulo,
  BitOr,
  Power,
  RightShift,
  Subtract,
  TrueDivide,
  BitXor,
};
enum class UnaryOperator : uint8_t { Invert, Not, Positive, Negative };
enum class BooleanOperator : uint8_t { And, Or };
enum class Comparison : uint8_t {
  Less,
  LessEqual,
  Equal,
  NotEqual,
  Greater,
  GreaterEqual,
  In,
  NotIn,
  Is,
  IsNot
};
enum class NameContext : uint8_t { Load, Store, Delete };

// --- expressions
// ---------------------------------------------------------------------------------------------------

enum class ExpressionKind : uint8_t {
  BoolOp,
  NamedExpr,
  BinOp,
  UnaryOp,
  Lambda,
  IfExp,
  Dict,
  Set,
  ListComp,
  SetComp,
  DictComp,
  GeneratorExp,
  Await,
  Yield,
  YieldFrom,
  Compare,
  Call,
  FormattedValue,
  JoinedStr,
  Constant,
  Attribute,
  Subscript,
  Starred,
  Name,
  List,
  Tuple,
  Slice,
};

struct Expression {
  ExpressionKind kind;
  bool parenthesized =
      false;  // written inside parentheses of its own; decides some error messages and with-items
  Position position;
};

struct BoolOp : Expression {  // `a and b and c` is one node with three values
  static constexpr auto Kind = ExpressionKind::BoolOp;
  BooleanOperator op;
  ExpressionList values;
};
struct Name : Expression {
  static constexpr auto Kind = ExpressionKind::Name;
  std::string_view id;  // NFKC-normalised, UTF-8
  NameContext context;
};
struct NamedExpr : Expression {
  static constexpr auto Kind = ExpressionKind::NamedExpr;
  Name* target;
  Expression* value;
};
struct BinOp : Expression {
  static constexpr auto Kind = ExpressionKind::BinOp;
  Expression* left;
  BinaryOperator op;
  Expression* right;
};
struct UnaryOp : Expression {
  static constexpr auto Kind = ExpressionKind::UnaryOp;
  UnaryOperator op;
  Expression* operand;
};

struct Parameter {
  std::string_view name;
  Expression* annotation;  // or null
  Position position;
};
// As ast.arguments: `defaults` belong to the last positional parameters (positional_only + positional);
// `keyword_only_defaults` has one entry a keyword-only parameter, null where there is no default.
struct Parameters {
  Sequence<Parameter> positional_only;
  Sequence<Parameter> positional;
  Parameter* var_positional = nullptr;  // *args, or null
  Sequence<Parameter> keyword_only;
  ExpressionList keyword_only_defaults;
  Parameter* var_keyword = nullptr;  // **kwargs, or null
  ExpressionList defaults;
};

struct Lambda : Expression {
  static constexpr auto Kind = ExpressionKind::Lambda;
  Parameters parameters;
  Expression* body;
};
struct IfExp : Expression {
  static constexpr auto Kind = ExpressionKind::IfExp;
  Expression* test;
  Expression* body;
  Expression* orelse;
};
struct Dict : Expression {
  static constexpr auto Kind = ExpressionKind::Dict;
  ExpressionList keys;  // null entry: `**value`
  ExpressionList values;
};
struct Set : Expression {
  static constexpr auto Kind = ExpressionKind::Set;
  ExpressionList elements;
};

struct Comprehension {  // one `for target in iterable if … if …`
  Expression* target;
  Expression* iterable;
  ExpressionList conditions;
  bool is_async = false;
};
struct ListComp : Expression {
  static constexpr auto Kind = ExpressionKind::ListComp;
  Expression* element;
  Sequence<Comprehension> generators;
};
struct SetComp : Expression {
  static constexpr auto Kind = ExpressionKind::SetComp;
  Expression* element;
  Sequence<Comprehension> generators;
};
struct GeneratorExp : Expression {
  static constexpr auto Kind = ExpressionKind::GeneratorExp;
  Expression* element;
  Sequence<Comprehension> generators;
};
struct DictComp : Expression {
  static constexpr auto Kind = ExpressionKind::DictComp;
  Expression* key;
  Expression* value;
  Sequence<Comprehension> generators;
};
struct Await : Expression {
  static constexpr auto Kind = ExpressionKind::Await;
  Expression* value;
};
struct Yield : Expression {
  static constexpr auto Kind = ExpressionKind::Yield;
  Expression* value;  // or null
};
struct YieldFrom : Expression {
  static constexpr auto Kind = ExpressionKind::YieldFrom;
  Expression* value;
};
struct Compare : Expression {  // `a < b <= c`: left a, comparisons {<, <=}, comparators {b, c}
  static constexpr auto Kind = ExpressionKind::Compare;
  Expression* left;
  Sequence<Comparison> comparisons;
  ExpressionList comparators;
};
struct Keyword {
  std::string_view name;  // empty: `**value`
  Expression* value;
  Position position;
};
struct Call : Expression {
  static constexpr auto Kind = ExpressionKind::Call;
  Expression* function;
  ExpressionList arguments;  // may hold Starred
  Sequence<Keyword> keywords;
};
struct JoinedStr;
struct FormattedValue : Expression {
  static constexpr auto Kind = ExpressionKind::FormattedValue;
  Expression* value;
  int conversion;          // -1 none, 's', 'r', 'a'
  JoinedStr* format_spec;  // or null
};
struct JoinedStr : Expression {
  static constexpr auto Kind = ExpressionKind::JoinedStr;
  ExpressionList values;  // Constant (text) and FormattedValue, in order
};

enum class ConstantKind : uint8_t { None, True, False, Ellipsis, Integer, Float, Imaginary, Text, Bytes };
struct Constant : Expression {
  static constexpr auto Kind = ExpressionKind::Constant;
  ConstantKind constant;
  // Integer: decimal or 0x/0o/0b digits in lower case, underscores removed. Text: UTF-8 (lone surrogates as
  // their 3-byte encoding). Bytes: the bytes. Empty for the rest.
  std::string_view text;
  double number = 0;                 // Float, and Imaginary's imaginary part
  bool is_unicode_prefixed = false;  // u"…" (ast's kind field)
};
struct Attribute : Expression {
  static constexpr auto Kind = ExpressionKind::Attribute;
  Expression* value;
  std::string_view attribute;
  NameContext context;
};
struct Subscript : Expression {
  static constexpr auto Kind = ExpressionKind::Subscript;
  Expression* value;
  Expression* slice;
  NameContext context;
};
struct Starred : Expression {
  static constexpr auto Kind = ExpressionKind::Starred;
  Expression* value;
  NameContext context;
};
struct List : Expression {
  static constexpr auto Kind = ExpressionKind::List;
  ExpressionList elements;
  NameContext context;
};
struct Tuple : Expression {
  static constexpr auto Kind = ExpressionKind::Tuple;
  ExpressionList elements;
  NameContext context;
};
struct Slice : Expression {
  static constexpr auto Kind = ExpressionKind::Slice;
  Expression* lower;  // or null
  Expression* upper;  // or null
  Expression* step;   // or null
};

// --- statements
// ----------------------------------------------------------------------------------------------------

enum class StatementKind : uint8_t {
  FunctionDef,
  AsyncFunctionDef,
  ClassDef,
  Return,
  Delete,
  Assign,
  AugAssign,
  AnnAssign,
  For,
  AsyncFor,
  While,
  If,
  With,
  AsyncWith,
  Match,
  Raise,
  Try,
  TryStar,
  Assert,
  Import,
  ImportFrom,
  Global,
  Nonlocal,
  Expr,
  Pass,
  Break,
  Continue,
};

struct Statement {
  StatementKind kind;
  Position position;
};

struct FunctionDef : Statement {  // AsyncFunctionDef too: look at `kind`
  static constexpr auto Kind = StatementKind::FunctionDef;
  static constexpr auto AsyncKind = StatementKind::AsyncFunctionDef;
  std::string_view name;
  Parameters parameters;
  StatementList body;
  ExpressionList decorators;
  Expression* returns;  // or null
};
struct ClassDef : Statement {
  static constexpr auto Kind = StatementKind::ClassDef;
  std::string_view name;
  ExpressionList bases;
  Sequence<Keyword> keywords;
  StatementList body;
  ExpressionList decorators;
};
struct Return : Statement {
  static constexpr auto Kind = StatementKind::Return;
  Expression* value;  // or null
};
struct Delete : Statement {
  static constexpr auto Kind = StatementKind::Delete;
  ExpressionList targets;
};
struct Assign : Statement {  // `a = b = value`: two targets
  static constexpr auto Kind = StatementKind::Assign;
  ExpressionList targets;
  Expression* value;
};
struct AugAssign : Statement {
  static constexpr auto Kind = StatementKind::AugAssign;
  Expression* target;
  BinaryOperator op;
  Expression* value;
};
struct AnnAssign : Statement {
  static constexpr auto Kind = StatementKind::AnnAssign;
  Expression* target;
  Expression* annotation;
  Expression* value;  // or null
  bool simple;        // the target is a name without parentheses
};
struct For : Statement {  // AsyncFor too
  static constexpr auto Kind = StatementKind::For;
  static constexpr auto AsyncKind = StatementKind::AsyncFor;
  Expression* target;
  Expression* iterable;
  StatementList body;
  StatementList orelse;
};
struct While : Statement {
  static constexpr auto Kind = StatementKind::While;
  Expression* test;
  StatementList body;
  StatementList orelse;
};
struct If : Statement {
  static constexpr auto Kind = StatementKind::If;
  Expression* test;
  StatementList body;
  StatementList orelse;
};
struct WithItem {
  Expression* context;
  Expression* target;  // or null
};
struct With : Statement {  // AsyncWith too
  static constexpr auto Kind = StatementKind::With;
  static constexpr auto AsyncKind = StatementKind::AsyncWith;
  Sequence<WithItem> items;
  StatementList body;
};
struct MatchCase {
  Pattern* pattern;
  Expression* guard;  // or null
  StatementList body;
};
struct Match : Statement {
  static constexpr auto Kind = StatementKind::Match;
  Expression* subject;
  Sequence<MatchCase> cases;
};
struct Raise : Statement {
  static constexpr auto Kind = StatementKind::Raise;
  Expression* exception;  // or null
  Expression* cause;      // or null
};
struct ExceptHandler {
  Expression* type;       // or null: bare except
  std::string_view name;  // empty: no `as`
  StatementList body;
  Position position;
};
struct Try : Statement {  // TryStar too
  static constexpr auto Kind = StatementKind::Try;
  static constexpr auto AsyncKind = StatementKind::TryStar;  // the other kind that shares this struct
  StatementList body;
  Sequence<ExceptHandler> handlers;
  StatementList orelse;
  StatementList finalbody;
};
struct Assert : Statement {
  static constexpr auto Kind = StatementKind::Assert;
  Expression* test;
  Expression* message;  // or null
};
struct Alias {
  std::string_view name;    // "a.b.c", or "*"
  std::string_view asname;  // empty: none
  Position position;
};
struct Import : Statement {
  static constexpr auto Kind = StatementKind::Import;
  Sequence<Alias> names;
};
struct ImportFrom : Statement {
  static constexpr auto Kind = StatementKind::ImportFrom;
  std::string_view module;  // empty: `from . import x`
  Sequence<Alias> names;
  int level;
};
struct Global : Statement {
  static constexpr auto Kind = StatementKind::Global;
  Sequence<std::string_view> names;
};
struct Nonlocal : Statement {
  static constexpr auto Kind = StatementKind::Nonlocal;
  Sequence<std::string_view> names;
};
struct Expr : Statement {
  static constexpr auto Kind = StatementKind::Expr;
  Expression* value;
};
struct Pass : Statement {
  static constexpr auto Kind = StatementKind::Pass;
};
struct Break : Statement {
  static constexpr auto Kind = StatementKind::Break;
};
struct Continue : Statement {
  static constexpr auto Kind = StatementKind::Continue;
};

// --- patterns of `match`
// -------------------------------------------------------------------------------------------

enum class PatternKind : uint8_t { Value, Singleton, Sequence, Mapping, Class, Star, As, Or };

struct Pattern {
  PatternKind kind;
  Position position;
};
struct MatchValue : Pattern {
  static constexpr auto Kind = PatternKind::Value;
  Expression* value;
};
struct MatchSingleton : Pattern {  // None, True, False
  static constexpr auto Kind = PatternKind::Singleton;
  ConstantKind value;
};
struct MatchSequence : Pattern {
  static constexpr auto Kind = PatternKind::Sequence;
  Sequence<Pattern*> patterns;
};
struct MatchMapping : Pattern {
  static constexpr auto Kind = PatternKind::Mapping;
  ExpressionList keys;
  Sequence<Pattern*> patterns;
  std::string_view rest;  // empty: none
};
struct MatchClass : Pattern {
  static constexpr auto Kind = PatternKind::Class;
  Expression* cls;
  Sequence<Pattern*> patterns;
  Sequence<std::string_view> keyword_names;
  Sequence<Pattern*> keyword_patterns;
};
struct MatchStar : Pattern {
  static constexpr auto Kind = PatternKind::Star;
  std::string_view name;  // empty: `*_`
};
struct MatchAs : Pattern {
  static constexpr auto Kind = PatternKind::As;
  Pattern* pattern;       // or null
  std::string_view name;  // empty: `_`
};
struct MatchOr : Pattern {
  static constexpr auto Kind = PatternKind::Or;
  Sequence<Pattern*> patterns;
};

// --- casts and the whole tree
// --------------------------------------------------------------------------------------

// REQUIRES: node->kind belongs to Node.
template <class Node, class Base>
const Node* as(const Base* node) {
  if constexpr (requires { Node::AsyncKind; })
    assert(node->kind == Node::Kind || node->kind == Node::AsyncKind);
  else
    assert(node->kind == Node::Kind);
  return static_cast<const Node*>(node);
}
template <class Node, class Base>
Node* as(Base* node) {
  return const_cast<Node*>(as<Node>(static_cast<const Base*>(node)));
}

struct Module {
  StatementList body;
};

}  // namespace gilsim::syntax

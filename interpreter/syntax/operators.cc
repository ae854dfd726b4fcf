// Operators, by precedence climbing: one method reads every binary operator that binds at least as tightly as
// asked.
#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {
namespace {

struct Operator {
  Precedence precedence = Precedence::None;
  BinaryOperator binary = BinaryOperator::Add;
};

Operator operator_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::Or: return {Precedence::Or};
    case TokenKind::And: return {Precedence::And};
    case TokenKind::Less:
    case TokenKind::LessEqual:
    case TokenKind::Greater:
    case TokenKind::GreaterEqual:
    case TokenKind::DoubleEqual:
    case TokenKind::NotEqual:
    case TokenKind::In:
    case TokenKind::Is:
    case TokenKind::Not: return {Precedence::Compare};
    case TokenKind::VerticalBar: return {Precedence::BitOr, BinaryOperator::BitOr};
    case TokenKind::Caret: return {Precedence::BitXor, BinaryOperator::BitXor};
    case TokenKind::Ampersand: return {Precedence::BitAnd, BinaryOperator::BitAnd};
    case TokenKind::LeftShift: return {Precedence::Shift, BinaryOperator::LeftShift};
    case TokenKind::RightShift: return {Precedence::Shift, BinaryOperator::RightShift};
    case TokenKind::Plus: return {Precedence::Sum, BinaryOperator::Add};
    case TokenKind::Minus: return {Precedence::Sum, BinaryOperator::Subtract};
    case TokenKind::Star: return {Precedence::Term, BinaryOperator::Multiply};
    case TokenKind::Slash: return {Precedence::Term, BinaryOperator::TrueDivide};
    case TokenKind::DoubleSlash: return {Precedence::Term, BinaryOperator::FloorDivide};
    case TokenKind::Percent: return {Precedence::Term, BinaryOperator::Modulo};
    case TokenKind::At: return {Precedence::Term, BinaryOperator::MatrixMultiply};
    default: return {};
  }
}

Precedence next(Precedence precedence) {
  return static_cast<Precedence>(static_cast<int>(precedence) + 1);
}

}  // namespace

Expression* Grammar::operation(Precedence minimum) {
  Depth depth(*this);
  Position start = peek().position;
  Expression* left = minimum <= Precedence::Not && at(TokenKind::Not) ? inversion() : factor();
  for (;;) {
    Operator next_operator = operator_of(peek().kind);
    Precedence precedence = next_operator.precedence;
    if (precedence == Precedence::None || precedence < minimum) return left;
    if (precedence <= Precedence::And) {
      left = boolean_operation(start, left, precedence);
    } else if (precedence == Precedence::Compare) {
      Expression* compared = comparison(start, left);
      if (compared == left) return left;
      left = compared;
    } else {
      take();
      Expression* right = operation(next(precedence));
      BinOp* node = make<BinOp>(start);
      node->left = left;
      node->op = next_operator.binary;
      node->right = right;
      left = node;
    }
  }
}

Expression* Grammar::boolean_operation(const Position& start, Expression* left, Precedence precedence) {
  TokenKind word = precedence == Precedence::Or ? TokenKind::Or : TokenKind::And;
  Collector<Expression*> values(expression_stack_);
  values.add(left);
  while (accept(word)) values.add(operation(next(precedence)));
  BoolOp* node = make<BoolOp>(start);
  node->op = precedence == Precedence::Or ? BooleanOperator::Or : BooleanOperator::And;
  node->values = values.in(arena_);
  return node;
}

// Returns `left` itself if what follows is `not` without `in`, which is no operator.
Expression* Grammar::comparison(const Position& start, Expression* left) {
  Collector<Expression*> comparators(expression_stack_);
  Collector<Comparison> comparisons(comparison_stack_);
  while (operator_of(peek().kind).precedence == Precedence::Compare) {
    if (at(TokenKind::Not) && peek(1).kind != TokenKind::In) break;
    comparisons.add(comparison_operator());
    comparators.add(bitwise_or());
  }
  if (comparators.size() == 0) return left;
  Compare* node = make<Compare>(start);
  node->left = left;
  node->comparisons = comparisons.in(arena_);
  node->comparators = comparators.in(arena_);
  return node;
}

Comparison Grammar::comparison_operator() {
  switch (take().kind) {
    case TokenKind::Less: return Comparison::Less;
    case TokenKind::LessEqual: return Comparison::LessEqual;
    case TokenKind::Greater: return Comparison::Greater;
    case TokenKind::GreaterEqual: return Comparison::GreaterEqual;
    case TokenKind::DoubleEqual: return Comparison::Equal;
    case TokenKind::NotEqual: return Comparison::NotEqual;
    case TokenKind::In: return Comparison::In;
    case TokenKind::Is: return accept(TokenKind::Not) ? Comparison::IsNot : Comparison::Is;
    default: expect(TokenKind::In); return Comparison::NotIn;  // `not in`
  }
}

Expression* Grammar::inversion() {
  Position start = expect(TokenKind::Not).position;
  Expression* operand = operation(Precedence::Not);
  UnaryOp* node = make<UnaryOp>(start);
  node->op = UnaryOperator::Not;
  node->operand = operand;
  return node;
}

// factor: ('+' | '-' | '~') factor | power
Expression* Grammar::factor() {
  UnaryOperator op;
  switch (peek().kind) {
    case TokenKind::Plus: op = UnaryOperator::Positive; break;
    case TokenKind::Minus: op = UnaryOperator::Negative; break;
    case TokenKind::Tilde: op = UnaryOperator::Invert; break;
    default: return power();
  }
  Depth depth(*this);
  Position start = take().position;
  Expression* operand = factor();
  UnaryOp* node = make<UnaryOp>(start);
  node->op = op;
  node->operand = operand;
  return node;
}

// power: ['await'] primary ['**' factor]
Expression* Grammar::power() {
  Position start = peek().position;
  Expression* base;
  if (accept(TokenKind::Await)) {
    Expression* value = primary();
    Await* node = make<Await>(start);
    node->value = value;
    base = node;
  } else {
    base = primary();
  }
  if (!accept(TokenKind::DoubleStar)) return base;
  Depth depth(*this);
  Expression* exponent = factor();
  BinOp* node = make<BinOp>(start);
  node->left = base;
  node->op = BinaryOperator::Power;
  node->right = exponent;
  return node;
}

}  // namespace gilsim::syntax

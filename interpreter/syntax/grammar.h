// The parser proper: recursive descent over the tokens, with one method for each rule of Python's grammar
// (https://docs.python.org/3.11/reference/grammar.html). Internal to this folder; others include parser.h.
//
// Mistakes leave by a C++ exception (Failure) that parse_module catches. A text is parsed once if it is
// valid. If it is not, it is parsed again with `diagnosing` on: then the rules also try what people often get
// wrong and say so in CPython's words; what nothing explains is "invalid syntax" at the furthest token that
// the first pass looked at.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interpreter/syntax/arena.h"
#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/lexer.h"
#include "interpreter/syntax/problem.h"
#include "interpreter/syntax/source.h"
#include "interpreter/syntax/token.h"

namespace gilsim::syntax {

struct DecodedString;
struct StringPieces;

// Thrown to leave the rules. `explained`: `problem` says what is wrong; otherwise only that something is.
struct Failure {
  bool explained = false;
  Problem problem;
};

// A list being collected on a stack that all lists of its type share. Lists of one type must nest like
// scopes.
template <class Item>
class Collector {
 public:
  explicit Collector(std::vector<Item>& stack) : stack_(stack), base_(stack.size()) {}
  ~Collector() { stack_.resize(base_); }
  Collector(const Collector&) = delete;

  void add(Item item) { stack_.push_back(item); }
  void truncate(size_t size) { stack_.resize(base_ + size); }
  size_t size() const { return stack_.size() - base_; }
  Item& operator[](size_t index) { return stack_[base_ + index]; }
  Item& back() { return stack_.back(); }
  Sequence<Item> in(Arena& arena) const { return arena.copy(stack_.data() + base_, size()); }

 private:
  std::vector<Item>& stack_;
  size_t base_;
};

// How tightly an operator binds, loosest first.
enum class Precedence : uint8_t { None, Or, And, Not, Compare, BitOr, BitXor, BitAnd, Shift, Sum, Term };

class Grammar {
 public:
  // REQUIRES: `tokens` were cut from `source`, and both outlive the grammar, like `arena`.
  Grammar(Arena& arena, const Source& source, const Tokens& tokens, int depth, bool diagnosing)
      : arena_(arena), source_(source), tokens_(tokens), depth_(depth), diagnosing_(diagnosing) {}

  Module module();
  Module expression_input();
  Expression* embedded();  // the expression in a replacement field of an f-string

  size_t furthest() const { return furthest_; }

 private:
  // --- tokens (grammar.cc) ---
  const Token& peek(size_t distance = 0) {
    size_t index = cursor_ + distance;
    if (index > furthest_) furthest_ = index;
    const Token& token = tokens_.list[index];
    if (token.kind == TokenKind::Error) error_token();
    return token;
  }
  bool at(TokenKind kind) { return peek().kind == kind; }
  const Token& take() {
    const Token& token = peek();
    ++cursor_;
    return token;
  }
  bool accept(TokenKind kind) {
    if (!at(kind)) return false;
    ++cursor_;
    return true;
  }
  const Token& expect(TokenKind kind) {
    if (!at(kind)) fail();
    return tokens_.list[cursor_++];
  }
  const Token& previous() const { return tokens_.list[cursor_ - 1]; }
  std::string_view text(const Token& token) const {
    return source_.text().substr(token.begin, token.end - token.begin);
  }
  bool at_soft_keyword(std::string_view word) { return at(TokenKind::Name) && text(peek()) == word; }
  std::string_view name(const Token& token);
  std::string_view expect_name() { return name(expect(TokenKind::Name)); }
  [[noreturn]] void error_token();
  [[noreturn]] void fail();
  [[noreturn]] void fail_at_furthest(std::string message);
  [[noreturn]] void fail_at_range(const Position& range, std::string message);

  // --- nodes ---
  Position since(const Position& start) const;
  template <class Node>
  Node* make(const Position& start) {
    Node* node = arena_.make<Node>();
    node->kind = Node::Kind;
    node->position = since(start);
    return node;
  }

  // Counts how deep the rules are inside each other; too deep is a problem, not a crash.
  class Depth {
   public:
    explicit Depth(Grammar& grammar, int weight = 1);
    ~Depth() { grammar_.depth_ -= weight_; }

   private:
    Grammar& grammar_;
    int weight_;
  };
  friend class Depth;

  // Runs `rule` from here; false, with the cursor where it was, if it fails without an explanation.
  template <class Rule>
  bool attempt(Rule rule) {
    size_t start = cursor_;
    try {
      rule();
      return true;
    } catch (const Failure& failure) {
      if (failure.explained) throw;
      cursor_ = start;
      return false;
    }
  }

  // The same with the diagnosis switched off inside `rule`.
  template <class Rule>
  bool attempt_quietly(Rule rule) {
    bool diagnosing = std::exchange(diagnosing_, false);
    bool done = false;
    try {
      done = attempt(rule);
    } catch (...) {
      diagnosing_ = diagnosing;
      throw;
    }
    diagnosing_ = diagnosing;
    return done;
  }

  // --- mistakes (diagnosis.cc) ---
  enum class TargetUse { Assign, Delete, For };
  void diagnose_operand(size_t first, Expression* operand);
  void diagnose_print(size_t first);
  void diagnose_named_expression(Expression* value);
  void diagnose_equal(Expression* target);
  static Expression* invalid_target(Expression* target, TargetUse use);
  void diagnose_target(Expression* target, TargetUse use);
  void diagnose_comprehension_target(Expression* first);
  void diagnose_element(Expression* first, size_t count);
  void diagnose_starred_comprehension(Expression* starred_element);
  [[noreturn]] void diagnose_generator_argument(Expression* generator, bool is_only);
  [[noreturn]] void diagnose_late_argument(bool after_unpacking);
  void diagnose_star_argument(size_t first, bool after_unpacking);
  void diagnose_starred_argument(Expression* starred_argument, size_t count);
  void diagnose_keyword_argument(Expression* value);
  [[noreturn]] void diagnose_parenthesized_parameters(bool is_lambda);

  // --- mistakes (statement_diagnosis.cc) ---
  void expect_colon(bool forced = false);
  [[noreturn]] void fail_without_block(const char* after, int line);
  void diagnose_assignment(Expression* first, bool is_chained);
  [[noreturn]] void diagnose_annotation(Expression* target);
  void diagnose_with_target();
  void diagnose_exception_types(Expression* first);
  void try_match();
  void diagnose_capture();
  [[noreturn]] void diagnose_late_pattern();

  // --- expressions (expressions.cc) ---
  Expression* star_expressions();
  Expression* star_expression();
  Expression* star_named_expression();
  Expression* named_expression();
  Expression* assignment_or_expression();
  Expression* expression();
  Expression* expression_without_lambda(const Position& start);
  Expression* yield_expression();
  Expression* yield_or_star_expressions();
  Expression* lambda();
  Expression* starred(Expression* (Grammar::*operand)());
  Expression* tuple_from(const Position& start, Expression* first, Expression* (Grammar::*item)());
  bool ends_expression_list();

  // --- operators (operators.cc) ---
  Expression* disjunction() { return operation(Precedence::Or); }
  Expression* bitwise_or() { return operation(Precedence::BitOr); }
  Expression* operation(Precedence minimum);
  Expression* boolean_operation(const Position& start, Expression* left, Precedence precedence);
  Expression* comparison(const Position& start, Expression* left);
  Comparison comparison_operator();
  Expression* inversion();
  Expression* factor();
  Expression* power();

  // --- primaries and atoms (primaries.cc, atoms.cc) ---
  Expression* primary();
  Expression* attribute(const Position& start, Expression* value);
  Expression* call(const Position& start, Expression* function);
  void arguments(Collector<Expression*>& positional, Collector<Keyword>& keywords, bool is_call);
  bool at_keyword_argument();
  bool argument(Collector<Expression*>& positional, Collector<Keyword>& keywords, bool& unpacked, bool may_generate);
  Expression* subscript(const Position& start, Expression* value);
  Expression* slices();
  Expression* slice();
  Expression* atom();
  Expression* name_atom();
  Expression* constant(ConstantKind kind);
  Expression* number();
  Expression* parenthesized();
  Expression* generator(const Position& start, Expression* element);
  Expression* parenthesized_content(const Position& start, TokenKind closing);
  Expression* bracketed();
  Expression* braced();
  Expression* dictionary(const Position& start, Expression* key, Expression* value);
  Expression* dictionary_key();
  Expression* dictionary_value();
  Expression* set_from(const Position& start, Expression* first);
  Sequence<Comprehension> comprehensions();
  Comprehension comprehension();
  bool at_comprehension();

  // --- strings (strings.cc, format_string.cc) ---
  Expression* strings();
  void read_string(const Token& token, const Position& whole, StringPieces& pieces);
  std::string decoded_text(std::string_view body, bool raw);
  std::string checked(DecodedString decoded);
  Expression* bytes_constant(size_t first, size_t last, const Position& whole);
  Constant* text_constant(std::string_view value, const Position& whole);
  void flush_text(StringPieces& pieces, const Position& whole);
  JoinedStr* joined(StringPieces& pieces, const Position& whole);
  Expression* embedded_expression(uint32_t begin, uint32_t end);
  Problem embedded_problem(Problem problem, bool from_lexer, uint32_t begin, uint32_t end);
  friend class FormatString;

  // --- parameters (parameters.cc) ---
  struct ParameterLists;
  Parameters parameters(TokenKind closing, bool annotated);
  Parameter parameter(bool annotated, bool star_annotation);
  bool star_begins_parameter(bool annotated);
  void star_parameter(ParameterLists& lists, bool annotated);
  void diagnose_slash(const ParameterLists& lists);
  void plain_parameter(ParameterLists& lists, bool annotated);

  // --- targets (targets.cc) ---
  Expression* star_targets();
  Expression* star_target();
  void set_context(Expression* target, NameContext context);

  // --- simple statements (simple_statements.cc) ---
  void simple_statements(Collector<Statement*>& statements);
  Statement* simple_statement();
  Statement* expression_statement();
  Statement* assignment(const Position& start, Expression* first);
  Statement* annotated_assignment(const Position& start, Expression* target);
  Statement* augmented_assignment(const Position& start, Expression* target, BinaryOperator op);
  Statement* return_statement();
  Statement* raise_statement();
  Statement* delete_statement();
  Statement* assert_statement();
  Statement* global_statement();
  Statement* nonlocal_statement();
  Sequence<std::string_view> name_list();
  Statement* import_statement();
  Statement* import_from_statement();
  Alias import_alias();
  Alias imported_name();
  std::string_view dotted_name();
  template <class Node>
  Statement* keyword_statement();

  // --- compound statements (compound_statements.cc) ---
  void statements(Collector<Statement*>& list, TokenKind closing);
  void statement(Collector<Statement*>& list);
  Statement* compound_statement();
  StatementList block(const char* after, int line);
  Statement* if_statement();
  StatementList else_block();
  Statement* while_statement();
  Statement* for_statement(const Position& start, bool is_async);
  Statement* with_statement(const Position& start, bool is_async);
  Sequence<WithItem> with_items();
  WithItem with_item();
  bool parenthesized_with_items(Collector<WithItem>& items);
  Statement* try_statement();
  ExceptHandler except_handler(bool& is_star);
  Statement* async_statement();
  Statement* decorated();
  Statement* function_definition(const Position& start, bool is_async, ExpressionList decorators);
  Statement* class_definition(ExpressionList decorators);
  bool at_match_statement();
  Statement* match_statement();
  MatchCase match_case();

  // --- patterns (patterns.cc) ---
  Pattern* patterns();
  Pattern* pattern();
  Pattern* or_pattern();
  Pattern* closed_pattern();
  Pattern* name_pattern();
  Pattern* group_or_sequence_pattern();
  Pattern* sequence_pattern(const Position& start, TokenKind closing, Pattern* first);
  Pattern* maybe_star_pattern();
  Pattern* star_pattern();
  Pattern* mapping_pattern();
  Expression* mapping_key();
  Pattern* class_pattern(const Position& start, Expression* cls);
  Expression* literal_expression();
  void check_complex(const Expression* real, const Expression* imaginary);
  Expression* signed_number();
  std::string_view capture_name();

  Arena& arena_;
  const Source& source_;
  const Tokens& tokens_;
  int depth_;  // how many rules are inside each other
  bool diagnosing_;
  size_t cursor_ = 0;
  size_t furthest_ = 0;
  bool is_unicode_prefixed_ = false;  // of the strings being read

  std::vector<Expression*> expression_stack_;
  std::vector<Expression*> key_stack_;
  std::vector<Comparison> comparison_stack_;
  std::vector<Comprehension> comprehension_stack_;
  std::vector<WithItem> with_item_stack_;
  std::vector<Alias> alias_stack_;
  std::vector<ExceptHandler> handler_stack_;
  std::vector<MatchCase> case_stack_;
  std::vector<Statement*> statement_stack_;
  std::vector<Pattern*> pattern_stack_;
  std::vector<Keyword> keyword_stack_;
  std::vector<std::string_view> name_stack_;
};

// The kind of `expression` in the words of CPython's messages: "function call", "literal", …
const char* describe(const Expression* expression);

Position between(const Position& first, const Position& last);

// What is wrong with a text that both passes refused. `first` and `second`: how far they looked.
Problem explain(const Source& source, const Tokens& tokens, size_t first, size_t second,
                const Failure& failure);

// Runs `rule` (Grammar& -> Result); if it fails, once more to find out why. Throws an explained Failure then.
template <class Rule>
auto parse_twice(Arena& arena, const Source& source, const Tokens& tokens, int depth, Rule rule) {
  size_t first_furthest = 0;
  for (bool diagnosing : {false, true}) {
    Grammar grammar(arena, source, tokens, depth, diagnosing);
    try {
      return rule(grammar);
    } catch (const Failure& failure) {
      if (!diagnosing) first_furthest = grammar.furthest();
      if (!diagnosing && !failure.explained) continue;
      throw Failure{true, explain(source, tokens, first_furthest, grammar.furthest(), failure)};
    }
  }
  // What the first pass refuses the second must refuse too.
  throw Failure{true, explain(source, tokens, first_furthest, first_furthest, Failure{})};
}

}  // namespace gilsim::syntax

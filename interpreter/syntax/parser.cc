#include "interpreter/syntax/parser.h"

#include "interpreter/syntax/grammar.h"
#include "interpreter/syntax/number_scanner.h"

namespace gilsim::syntax {
namespace {

// `1if x else 2`: letters right behind a number; the lexer allowed only those of a keyword.
std::vector<Problem> doubtful_numbers(const Source& source, const std::vector<Token>& tokens) {
  std::vector<Problem> doubts;
  auto begins_keyword = [](char c) { return c >= 'a' && c <= 'z'; };
  for (const Token& number : tokens) {
    if (number.kind != TokenKind::Number || number.end == source.text().size() || !begins_keyword(source.text()[number.end])) continue;
    Position last = number.position;
    last.column = --last.end_column;
    std::string_view text = source.text().substr(number.begin, number.end - number.begin);
    doubts.push_back(source.problem_at(ProblemKind::Syntax, std::string("invalid ") + kind_of_number(text) + " literal", last));
    doubts.back().stage = ProblemStage::Lexer;
  }
  return doubts;
}

std::variant<Tree, Problem> parse(std::string_view bytes, Module (Grammar::*input)()) {
  Tree tree;
  Source source(bytes, tree.arena);
  if (source.problem()) return *source.problem();
  Tokens tokens = tokenize(source);
  try {
    auto rule = [&](Grammar& grammar) { return (grammar.*input)(); };
    tree.module = parse_twice(tree.arena, source, tokens, 0, rule);
    tree.doubts = doubtful_numbers(source, tokens.list);
    return tree;
  } catch (Failure& failure) {
    return std::move(failure.problem);
  }
}

}  // namespace

std::variant<Tree, Problem> parse_module(std::string_view source) {
  return parse(source, &Grammar::module);
}

std::variant<Tree, Problem> parse_expression(std::string_view source) {
  return parse(source, &Grammar::expression_input);
}

}  // namespace gilsim::syntax

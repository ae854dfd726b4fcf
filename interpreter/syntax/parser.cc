#include "interpreter/syntax/parser.h"

#include "interpreter/syntax/grammar.h"

namespace gilsim::syntax {
namespace {

std::variant<Tree, Problem> parse(std::string_view bytes, Module (Grammar::*input)()) {
  Tree tree;
  Source source(bytes, tree.arena);
  if (source.problem()) return *source.problem();
  Tokens tokens = tokenize(source);
  try {
    auto rule = [&](Grammar& grammar) { return (grammar.*input)(); };
    tree.module = parse_twice(tree.arena, source, tokens, 0, rule);
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

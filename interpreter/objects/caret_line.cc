#include "interpreter/objects/caret_line.h"

#include <algorithm>
#include <variant>

#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/parser.h"

namespace gilsim::python {

namespace {

// Byte offsets into the failing part, between which carets stand; the rest gets `~`. begin < 0: all of it gets carets.
struct Anchors {
  int begin = -1;
  int end = -1;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// The operator: the first thing between the operands that is not a space, one or two characters long.
Anchors operator_anchors(std::string_view part, int from, int to) {
  for (int i = from; i < to; ++i) {
    if (is_space(part[static_cast<size_t>(i)])) continue;
    bool is_double = i + 1 < to && !is_space(part[static_cast<size_t>(i) + 1]);
    return {i, i + (is_double ? 2 : 1)};
  }
  return {};
}

Anchors find_anchors(std::string_view part) {
  auto parsed = syntax::parse_module(part);
  auto* tree = std::get_if<syntax::Tree>(&parsed);
  if (!tree || tree->module.body.size() != 1) return {};
  const syntax::Statement* statement = tree->module.body[0];
  if (statement->kind != syntax::StatementKind::Expr) return {};
  const syntax::Expression* expression = syntax::as<syntax::Expr>(statement)->value;
  if (expression->kind == syntax::ExpressionKind::BinOp) {
    auto* operation = syntax::as<syntax::BinOp>(expression);
    return operator_anchors(part, operation->left->position.end_column, operation->right->position.column);
  }
  if (expression->kind == syntax::ExpressionKind::Subscript) {
    auto* subscript = syntax::as<syntax::Subscript>(expression);
    return {subscript->value->position.end_column, subscript->slice->position.end_column + 1};
  }
  return {};
}

int characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

size_t clamp(int column, std::string_view line) { return std::min(static_cast<size_t>(std::max(column, 0)), line.size()); }

}  // namespace

std::string source_line_with_carets(std::string_view line, const syntax::Position& position) {
  size_t indent = line.find_first_not_of(" \t\f");
  if (indent == std::string_view::npos) indent = line.size();
  std::string text = "    " + std::string(line.substr(indent)) + "\n";
  if (position.line <= 0) return text;

  bool one_line = position.line == position.end_line;
  size_t begin = clamp(position.column, line);
  size_t end = one_line ? clamp(position.end_column, line) : line.find_last_not_of(" \t\f") + 1;
  if (begin < indent || end <= begin) return text;
  std::string_view part = line.substr(begin, end - begin);
  Anchors anchors = one_line ? find_anchors(part) : Anchors();
  bool is_whole_line = begin == indent && end == line.size();
  if (is_whole_line && anchors.begin < 0) return text;

  text += std::string(4 + static_cast<size_t>(characters(line.substr(indent, begin - indent))), ' ');
  int width = characters(part);
  int caret_begin = anchors.begin < 0 ? 0 : characters(part.substr(0, clamp(anchors.begin, part)));
  int caret_end = anchors.begin < 0 ? width : characters(part.substr(0, clamp(anchors.end, part)));
  for (int i = 0; i < width; ++i) text += i >= caret_begin && i < caret_end ? '^' : '~';
  return text + "\n";
}

}  // namespace gilsim::python

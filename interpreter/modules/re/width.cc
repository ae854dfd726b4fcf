// How wide a part of a pattern can be: look-behind needs to know where to begin.
#include <algorithm>

#include "interpreter/modules/re/syntax_tree.h"

namespace gilsim::python::re {

namespace {

uint64_t times(uint64_t width, uint32_t count) {
  return std::min<uint64_t>(width * count, kUnlimited);
}

Width widest_choice(const std::vector<Node>& choices, const std::vector<Width>& group_widths) {
  Width result{kUnlimited, 0};
  for (const Node& choice : choices) {
    const Width width = width_of(choice, group_widths);
    result = {std::min(result.least, width.least), std::max(result.most, width.most)};
  }
  return result;
}

Width sum(const std::vector<Node>& parts, const std::vector<Width>& group_widths) {
  Width result;
  for (const Node& part : parts) {
    const Width width = width_of(part, group_widths);
    result = {std::min<uint64_t>(result.least + width.least, kUnlimited),
              std::min<uint64_t>(result.most + width.most, kUnlimited)};
  }
  return result;
}

}  // namespace

Width width_of(const Node& node, const std::vector<Width>& group_widths) {
  switch (node.kind) {
    case NodeKind::Literal:
    case NodeKind::AnyCharacter:
    case NodeKind::Set: return {1, 1};
    case NodeKind::LineStart:
    case NodeKind::LineEnd:
    case NodeKind::TextStart:
    case NodeKind::TextEnd:
    case NodeKind::WordBoundary:
    case NodeKind::NoWordBoundary:
    case NodeKind::Lookahead:
    case NodeKind::Lookbehind: return {0, 0};
    case NodeKind::Backreference: return group_widths[node.group];
    case NodeKind::Group:
    case NodeKind::Atomic:
    case NodeKind::Sequence: return sum(node.children, group_widths);
    case NodeKind::Branches: return widest_choice(node.children, group_widths);
    case NodeKind::Conditional: {
      Width result = widest_choice(node.children, group_widths);
      if (node.children.size() == 1) result.least = 0;
      return result;
    }
    case NodeKind::Repeat: {
      const Width width = sum(node.children, group_widths);
      return {times(width.least, node.least), times(width.most, node.most)};
    }
  }
  return {};
}

}  // namespace gilsim::python::re

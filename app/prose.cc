#include "app/prose.h"

#include <cmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "app/wrap.h"

namespace gilsim::app {
namespace {

using reports::Terminal;

// A line end inside a paragraph is a blank, but nothing between Chinese characters.
void add_line_end(std::string& text) {
  std::size_t start = text.size();
  while (start > 0 && (text[start - 1] & 0xC0) == 0x80) --start;
  if (start > 0) --start;
  bool wide = reports::display_width(std::string_view(text).substr(start)) == 2;
  text += wide ? "" : " ";
}

std::string literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text ? text : "";
}

// The text of a node's inline children. Emphasis has no marks of its own; code keeps its own, links show
// their target.
std::string inline_text(cmark_node* parent) {
  std::string text;
  for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT: text += literal(node); break;
      case CMARK_NODE_CODE: text += "`" + literal(node) + "`"; break;
      case CMARK_NODE_SOFTBREAK: add_line_end(text); break;
      case CMARK_NODE_LINEBREAK: text += "\n"; break;
      case CMARK_NODE_LINK:
        text += fmt::format("{} <{}>", inline_text(node), cmark_node_get_url(node));
        break;
      default: text += inline_text(node); break;
    }
  }
  return text;
}

std::string indent_lines(const std::string& text, const std::string& first, const std::string& other) {
  std::string lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = std::string_view(text).substr(at, end - at);
    if (!line.empty()) lines += (at == 0 ? first : other) + std::string(line);
    lines += "\n";
    at = end + 1;
  }
  return lines;
}

class ProseWriter {
 public:
  explicit ProseWriter(const Terminal& terminal) : terminal_(terminal) {}

  // The blocks of `parent` in `width` columns, with an empty line between them unless it is a tight list's
  // item.
  std::string blocks(cmark_node* parent, int width, bool tight = false) const {
    std::string text;
    for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
      if (!text.empty() && !tight) text += "\n";
      text += block(node, width);
    }
    return text;
  }

 private:
  std::string block(cmark_node* node, int width) const {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HEADING:
        return reports::paint(wrap(inline_text(node), width), reports::Color::Bold, terminal_) + "\n";
      case CMARK_NODE_PARAGRAPH: return wrap(inline_text(node), width) + "\n";
      case CMARK_NODE_CODE_BLOCK: return indent_lines(literal(node), "    ", "    ");
      case CMARK_NODE_LIST: return list_items(node, width);
      case CMARK_NODE_BLOCK_QUOTE: return indent_lines(blocks(node, width - 2), "| ", "| ");
      case CMARK_NODE_THEMATIC_BREAK: return std::string(static_cast<std::size_t>(width), '-') + "\n";
      default: return literal(node) + blocks(node, width);
    }
  }

  std::string list_items(cmark_node* list, int width) const {
    std::string text;
    bool tight = cmark_node_get_list_tight(list) != 0;
    int number = cmark_node_get_list_start(list);
    for (cmark_node* item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
      bool numbered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
      std::string mark = numbered ? fmt::format("{}. ", number++) : "- ";
      std::string body = blocks(item, width - static_cast<int>(mark.size()), tight);
      text += (text.empty() || tight ? "" : "\n") + indent_lines(body, mark, std::string(mark.size(), ' '));
    }
    return text;
  }

  const Terminal& terminal_;
};

}  // namespace

std::string format_prose(std::string_view markdown, const Terminal& terminal, int indent) {
  std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(
      cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT), cmark_node_free);
  std::string blanks(static_cast<std::size_t>(indent), ' ');
  return indent_lines(ProseWriter(terminal).blocks(document.get(), std::max(20, terminal.width - indent)),
                      blanks, blanks);
}

}  // namespace gilsim::app

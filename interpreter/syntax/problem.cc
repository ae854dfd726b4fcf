#include "interpreter/syntax/problem.h"

#include <algorithm>
#include <utility>

#include "interpreter/syntax/unicode.h"

namespace gilsim::syntax {
namespace {

constexpr std::string_view kIndentation = "    ";

const char* kind_name(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::Syntax: return "SyntaxError";
    case ProblemKind::Indentation: return "IndentationError";
    case ProblemKind::Tab: return "TabError";
    case ProblemKind::Unsupported: return "Unsupported";
  }
  return "SyntaxError";
}

std::string headline(const Problem& problem, Wording wording) {
  if (wording == Wording::Chinese && problem.kind == ProblemKind::Unsupported)
    return "不支持：" + (problem.unsupported.empty() ? problem.message : problem.unsupported.text(wording));
  return std::string(kind_name(problem.kind)) + ": " + problem.message;
}

// How many columns of a terminal `text` takes; a tab stays a tab, so that both lines jump alike.
std::string blank_like(std::string_view text) {
  std::string blank;
  for (size_t i = 0; i < text.size();) {
    CodePoint c = decode_utf8(text.substr(i));
    if (c.value == '\t')
      blank += '\t';
    else
      blank.append(static_cast<size_t>(c.size == 0 ? 1 : display_width(c.value)), ' ');
    i += static_cast<size_t>(std::max(1, c.size));
  }
  return blank;
}

// The carets under what is wrong; empty where CPython draws none: before the text, and at the end of the
// file.
std::string carets(const Problem& problem, size_t indent) {
  const std::string& line = problem.source_line;
  const Position& where = problem.position;
  if (where.column < static_cast<int>(indent) || where.end_column < 0) return "";
  size_t begin = std::min(static_cast<size_t>(where.column), line.size());
  size_t end = where.end_line > where.line ? line.size()
                                           : std::min(static_cast<size_t>(where.end_column), line.size());
  std::string_view text = line;
  // Where a block is missing in a file, only its first character is marked.
  bool is_point = problem.kind == ProblemKind::Indentation;
  size_t width = end > begin && !is_point ? blank_like(text.substr(begin, end - begin)).size() : 0;
  return std::string(kIndentation) + blank_like(text.substr(indent, begin - indent)) +
         std::string(std::max<size_t>(1, width), '^') + "\n";
}

}  // namespace

Problem unsupported(Remark what, Remark advice) {
  Problem problem;
  problem.kind = ProblemKind::Unsupported;
  problem.message = what.text(Wording::English);
  problem.advice = std::move(advice);
  problem.unsupported = std::move(what);
  return problem;
}

std::string format(const Problem& problem, std::string_view file_name, Wording wording) {
  std::string out;
  if (problem.position.line > 0) {
    out += "  File \"" + std::string(file_name) + "\", line " + std::to_string(problem.position.line) + "\n";
    size_t indent = std::min(problem.source_line.find_first_not_of(" \t\f"), problem.source_line.size());
    if (indent < problem.source_line.size()) {
      out += std::string(kIndentation) + problem.source_line.substr(indent) + "\n" + carets(problem, indent);
    }
  }
  out += headline(problem, wording) + "\n";
  if (!problem.advice.empty()) out += problem.advice.text(wording) + "\n";
  return out;
}

}  // namespace gilsim::syntax

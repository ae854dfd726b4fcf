// A source text made ready for the lexer: checked to be UTF-8 without NUL (other encodings are source_encoding.h's
// concern), byte-order mark removed, every line end turned into "\n", the last line ended. All offsets, lines and
// columns of this folder refer to this text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "interpreter/syntax/arena.h"
#include "interpreter/syntax/problem.h"

namespace gilsim::syntax {

class Source {
 public:
  // Copies `bytes` into `arena`. What is wrong with them, if anything, is in problem(); the text is then
  // empty.
  Source(std::string_view bytes, Arena& arena);

  const std::optional<Problem>& problem() const { return problem_; }
  std::string_view text() const { return text_; }

  // Line `number` (from 1) without its newline; empty outside of the text.
  std::string_view line(int number) const;
  int line_count() const { return static_cast<int>(line_starts_.size()); }
  uint32_t line_start(int number) const { return line_starts_[static_cast<size_t>(number) - 1]; }
  int line_of(uint32_t offset) const;

  // The problem at `position`, with its source line filled in.
  Problem problem_at(ProblemKind kind, std::string message, const Position& position) const;

 private:
  void check_bytes(std::string_view bytes);
  void find_lines();

  std::string_view text_;
  std::vector<uint32_t> line_starts_;
  std::optional<Problem> problem_;
};

}  // namespace gilsim::syntax

#include "tests/fuzz/program_writer.h"

#include <algorithm>
#include <cctype>

#include "program_templates.h"

namespace gilsim::fuzz {

namespace {

constexpr size_t kMostSections = 20;

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// "$block" and its like, alone on a line: statements, one level deeper.
bool is_block_hole(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line == "$block" || line == "$loop" || line == "$body" || line == "$generator" || line == "$class_body";
}

template <class Visit>
void for_each_line(std::string_view text, Visit visit) {
  for (size_t start = 0; start <= text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    visit(text.substr(start, end - start));
    start = end + 1;
  }
}

bool has_block(std::string_view text) {
  bool found = false;
  for_each_line(text, [&](std::string_view line) { found |= is_block_hole(line); });
  return found;
}

std::string indented(std::string_view text, size_t spaces) {
  std::string result;
  for_each_line(text, [&](std::string_view line) {
    if (!result.empty()) result += '\n';
    if (!line.empty()) result.append(spaces, ' ').append(line);
  });
  return result;
}

// A name, number or short text needs no brackets around it.
bool is_simple(std::string_view text) {
  if (text.size() > 1 && text.front() == '\'' && text.back() == '\'') text = text.substr(1, text.size() - 2);
  return std::all_of(text.begin(), text.end(), is_word);
}

const std::vector<std::string_view>* statements_of(std::string_view kind) {
  if (kind == "loop") return &templates::LOOP_STATEMENTS;
  if (kind == "body") return &templates::FUNCTION_STATEMENTS;
  if (kind == "generator") return &templates::GENERATOR_STATEMENTS;
  return kind == "class_body" ? &templates::CLASS_STATEMENTS : nullptr;
}

}  // namespace

size_t ProgramWriter::choose(size_t count) {
  return position_ < choices_.size() ? choices_[position_++] % count : 0;
}

std::vector<std::string> ProgramWriter::write() {
  std::vector<std::string> pieces = {std::string(templates::PRELUDE)};
  if (happens(2)) pieces.emplace_back(templates::THREAD_PRELUDE[0]);
  while (position_ < choices_.size() && pieces.size() <= kMostSections) pieces.push_back(section());
  return pieces;
}

std::string ProgramWriter::section() {
  if (happens(32)) return statement(2, nullptr) + "\n";  // what it raises ends the program
  const bool is_function = choose(2) == 0;
  const Texts* more = is_function ? &templates::FUNCTION_STATEMENTS : &templates::THREAD_STATEMENTS;
  const std::string body = statement(2, more) + "\n" + statement(2, more);
  return is_function ? function(body) : "try:\n" + indented(body, 4) + "\nexcept Exception as error:\n    caught(error)\n";
}

std::string ProgramWriter::function(const std::string& body) {
  const std::string name = "function" + std::to_string(functions_);
  const std::string arguments = expression("any", 1) + ", " + expression("any", 1);
  ++functions_;
  return "def " + name + "(i1, l2=None, *t1, **d2):\n    tick()\n" + indented(body, 4) + "\ntry:\n    show(" + name + "(" + arguments +
         "))\nexcept Exception as error:\n    caught(error)\n";
}

std::string ProgramWriter::block(std::string_view kind, size_t indentation, int depth) {
  const Texts* more = statements_of(kind);
  std::string result;
  for (size_t left = 1 + choose(2); left > 0; --left) {
    if (!result.empty()) result += '\n';
    result += kind == "class_body" ? fill(choose(*more), 1) : statement(depth, more);
  }
  return indented(result, indentation);
}

std::string ProgramWriter::statement(int depth, const Texts* more) {
  Texts choices = more && happens(3) ? *more : templates::STATEMENTS;
  if (depth <= 0) std::erase_if(choices, has_block);
  if (choices.empty()) return "pass";
  std::string result;
  for_each_line(choose(choices), [&](std::string_view line) {
    if (!result.empty()) result += '\n';
    const size_t indentation = std::min(line.find('$'), line.size());
    result += is_block_hole(line) ? block(line.substr(indentation + 1), indentation, depth - 1) : fill(line, 2);
  });
  return result;
}

std::string ProgramWriter::expression(std::string_view kind, int depth) {
  using namespace templates;
  if (const auto found = VARIABLES.find(kind); found != VARIABLES.end()) return std::string(choose(found->second));
  if (kind == "callable") return call(depth);
  if (const auto found = LITERALS.find(kind); found != LITERALS.end()) return fill(choose(found->second), depth - 1);
  if (happens(25)) kind = "any";
  if (const auto found = MIXED.find(kind); found != MIXED.end()) return expression(choose(found->second), depth);
  const bool is_leaf = depth <= 0 || happens(3);
  std::string text = fill(choose((is_leaf ? LEAVES : EXPRESSIONS).at(kind)), depth - 1);
  return is_simple(text) ? text : "(" + text + ")";
}

std::string ProgramWriter::call(int depth) {
  if (functions_ == 0 || depth <= 0) return "len('four')";
  return "function" + std::to_string(choose(functions_)) + "(" + expression("any", depth - 1) + ", " + expression("any", depth - 1) + ")";
}

// Inside the fields of f-strings there may be no quotes, backslashes or braces: only names then.
std::string ProgramWriter::field(std::string_view kind) {
  if (templates::MIXED.contains(kind)) kind = "int";
  const std::string name = std::string(kind) + "_name";
  return expression(templates::VARIABLES.contains(name) || templates::LITERALS.contains(name) ? std::string_view(name) : kind, 0);
}

std::string ProgramWriter::fill(std::string_view text, int depth) {
  const bool in_f_string = text.starts_with("f'");
  std::string result;
  for (size_t i = 0; i < text.size();) {
    if (text[i] != '$') {
      result += text[i++];
      continue;
    }
    size_t end = ++i;
    while (end < text.size() && is_word(text[end])) ++end;
    result += in_f_string ? field(text.substr(i, end - i)) : expression(text.substr(i, end - i), depth);
    i = end;
  }
  return result;
}

}  // namespace gilsim::fuzz

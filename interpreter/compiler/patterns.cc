// match: each pattern consumes the subject on top of the stack. Captured values wait on the stack, below the subject,
// until the whole pattern has matched; failing means dropping all that has gathered.
#include <algorithm>
#include <unordered_set>

#include "interpreter/compiler/code_generator.h"

namespace gilsim::compiler {

using namespace syntax;

struct PatternState {
  std::vector<std::string_view> captures;  // first captured first; their values lie in this order, last on top
  bool may_be_irrefutable = false;
  std::vector<Block*> fail_blocks;  // [n]: drops n items, then the next case
  size_t on_top = 0;                // items above the captures, the subject not counted
};

namespace {

constexpr int kEqual = 2, kGreaterEqual = 5;

bool is_wildcard(const Pattern* pattern) {
  return pattern->kind == PatternKind::As && as<MatchAs>(pattern)->name.empty() &&
         as<MatchAs>(pattern)->pattern == nullptr;
}

bool is_wildcard_star(const Pattern* pattern) {
  return pattern->kind == PatternKind::Star && as<MatchStar>(pattern)->name.empty();
}

}  // namespace

void CodeGenerator::visit_match(const Match* statement) {
  visit(statement->subject);
  Block* end = unit().create_block();
  const size_t count = statement->cases.size();
  const bool has_default = count > 1 && is_wildcard(statement->cases.back().pattern);
  for (size_t i = 0; i < count - has_default; ++i) {
    visit_case(statement->cases[i], i + 1 == count - has_default, i + 1 == count, end);
  }
  if (has_default) {  // the subject is gone already
    const MatchCase& last = statement->cases.back();
    unit().here = last.pattern->position;
    unit().emit(Opcode::NOP);
    if (last.guard != nullptr) jump_if(last.guard, end, false);
    visit(last.body);
  }
  unit().start(end);
}

void CodeGenerator::visit_case(const MatchCase& match_case, bool is_last, bool may_be_irrefutable, Block* end) {
  unit().here = match_case.pattern->position;
  if (!is_last) unit().emit(Opcode::COPY, 1);
  PatternState state;
  state.may_be_irrefutable = match_case.guard != nullptr || may_be_irrefutable;
  match(match_case.pattern, state);
  for (std::string_view name : state.captures) store(name);
  if (match_case.guard != nullptr) jump_if(match_case.guard, fail_block(state, 0), false);
  if (!is_last) unit().emit(Opcode::POP_TOP);
  visit(match_case.body);
  unit().emit_jump(kJump, end);
  unit().here = match_case.pattern->position;
  finish_failures(state);
}

Block* CodeGenerator::fail_block(PatternState& state, size_t pops) {
  while (state.fail_blocks.size() <= pops) state.fail_blocks.push_back(unit().create_block());
  return state.fail_blocks[pops];
}

void CodeGenerator::fail(PatternState& state, Opcode jump) {
  unit().emit_jump(jump, fail_block(state, state.on_top + state.captures.size()));
}

void CodeGenerator::finish_failures(PatternState& state) {
  for (size_t i = state.fail_blocks.size(); i-- > 0;) {
    unit().start(state.fail_blocks[i]);
    if (i > 0) unit().emit(Opcode::POP_TOP);
  }
  state.fail_blocks.clear();
}

// Brings the top item down so that it becomes the `count`th.
void CodeGenerator::rotate(int count) {
  for (; count > 1; --count) unit().emit(Opcode::SWAP, count);
}

void CodeGenerator::capture(std::string_view name, PatternState& state) {
  if (name.empty()) return unit().emit(Opcode::POP_TOP);
  check_not_debug(name, NameContext::Store);
  if (std::find(state.captures.begin(), state.captures.end(), name) != state.captures.end()) {
    report("multiple assignments to name '" + std::string(name) + "' in pattern");
  }
  rotate(static_cast<int>(state.on_top + state.captures.size()) + 1);
  state.captures.push_back(name);
}

void CodeGenerator::match(const Pattern* pattern, PatternState& state) {
  unit().here = pattern->position;
  switch (pattern->kind) {
    case PatternKind::Value: return match_value(as<MatchValue>(pattern), state);
    case PatternKind::Singleton: return match_singleton(as<MatchSingleton>(pattern), state);
    case PatternKind::Sequence: return match_sequence(as<MatchSequence>(pattern), state);
    case PatternKind::Mapping: return match_mapping(as<MatchMapping>(pattern), state);
    case PatternKind::Class: return match_class(as<MatchClass>(pattern), state);
    case PatternKind::Star: return capture(as<MatchStar>(pattern)->name, state);
    case PatternKind::As: return match_as(as<MatchAs>(pattern), state);
    case PatternKind::Or: return match_or(as<MatchOr>(pattern), state);
  }
}

// Inside another pattern, a capture that always matches leaves nothing unreachable.
void CodeGenerator::match_inner(const Pattern* pattern, PatternState& state) {
  const bool outer = state.may_be_irrefutable;
  state.may_be_irrefutable = true;
  match(pattern, state);
  state.may_be_irrefutable = outer;
}

void CodeGenerator::match_value(const MatchValue* pattern, PatternState& state) {
  if (!folding_.is_constant(pattern->value) && pattern->value->kind != ExpressionKind::Attribute) {
    report("patterns may only match literals and attribute lookups");
  }
  visit(pattern->value);
  unit().emit(Opcode::COMPARE_OP, kEqual);
  fail(state, Opcode::POP_JUMP_FORWARD_IF_FALSE);
}

void CodeGenerator::match_singleton(const MatchSingleton* pattern, PatternState& state) {
  if (pattern->value == ConstantKind::None) load_none();
  else unit().load_constant(pattern->value == ConstantKind::True);
  unit().emit(Opcode::IS_OP, 0);
  fail(state, Opcode::POP_JUMP_FORWARD_IF_FALSE);
}

void CodeGenerator::match_as(const MatchAs* pattern, PatternState& state) {
  if (pattern->pattern == nullptr) {
    if (!state.may_be_irrefutable) {
      report(pattern->name.empty() ? "wildcard makes remaining patterns unreachable"
                                   : "name capture '" + std::string(pattern->name) +
                                         "' makes remaining patterns unreachable");
    }
    return capture(pattern->name, state);
  }
  ++state.on_top;  // the copy that will be captured
  unit().emit(Opcode::COPY, 1);
  match(pattern->pattern, state);
  --state.on_top;
  capture(pattern->name, state);
}

void CodeGenerator::check_length(size_t length, int comparison, PatternState& state) {
  unit().emit(Opcode::GET_LEN);
  unit().load_constant(integer_constant(static_cast<int64_t>(length)));
  unit().emit(Opcode::COMPARE_OP, comparison);
  fail(state, Opcode::POP_JUMP_FORWARD_IF_FALSE);
}

void CodeGenerator::match_sequence(const MatchSequence* pattern, PatternState& state) {
  const size_t size = pattern->patterns.size();
  std::optional<size_t> star;
  bool only_wildcards = true, has_wildcard_star = false;
  for (size_t i = 0; i < size; ++i) {
    const Pattern* item = pattern->patterns[i];
    if (item->kind == PatternKind::Star) {
      if (star) return report("multiple starred names in sequence pattern");
      star = i;
      has_wildcard_star = is_wildcard_star(item);
      only_wildcards &= has_wildcard_star;
    } else {
      only_wildcards &= is_wildcard(item);
    }
  }
  ++state.on_top;
  unit().emit(Opcode::MATCH_SEQUENCE);
  fail(state, Opcode::POP_JUMP_FORWARD_IF_FALSE);
  if (!star) check_length(size, kEqual, state);
  else if (size > 1) check_length(size - 1, kGreaterEqual, state);
  --state.on_top;
  if (only_wildcards) unit().emit(Opcode::POP_TOP);
  else if (has_wildcard_star) match_by_index(pattern, *star, state);
  else match_unpacked(pattern, state);
}

void CodeGenerator::match_unpacked(const MatchSequence* pattern, PatternState& state) {
  const size_t size = pattern->patterns.size();
  std::optional<size_t> star;
  for (size_t i = 0; i < size; ++i) {
    if (pattern->patterns[i]->kind == PatternKind::Star) star = i;
  }
  if (!star) {
    unit().emit(Opcode::UNPACK_SEQUENCE, static_cast<int>(size));
  } else {
    if (*star >= 256 || size - *star - 1 >= 0x7fffff) report("too many expressions in star-unpacking sequence pattern");
    unit().emit(Opcode::UNPACK_EX, static_cast<int>(*star + ((size - *star - 1) << 8)));
  }
  state.on_top += size;
  for (const Pattern* item : pattern->patterns) {
    --state.on_top;
    match_inner(item, state);
  }
}

// With `*_` only the wanted items are looked at.
void CodeGenerator::match_by_index(const MatchSequence* pattern, size_t star, PatternState& state) {
  const size_t size = pattern->patterns.size();
  ++state.on_top;
  for (size_t i = 0; i < size; ++i) {
    const Pattern* item = pattern->patterns[i];
    if (i == star || is_wildcard(item)) continue;
    unit().emit(Opcode::COPY, 1);
    if (i < star) {
      unit().load_constant(integer_constant(static_cast<int64_t>(i)));
    } else {
      unit().emit(Opcode::GET_LEN);
      unit().load_constant(integer_constant(static_cast<int64_t>(size - i)));
      unit().emit(Opcode::BINARY_OP, static_cast<int>(BinaryOperator::Subtract));
    }
    unit().emit(Opcode::BINARY_SUBSCR);
    match_inner(item, state);
  }
  --state.on_top;
  unit().emit(Opcode::POP_TOP);
}

void CodeGenerator::visit_mapping_keys(const MatchMapping* pattern) {
  std::unordered_set<std::string> seen;
  for (const Expression* key : pattern->keys) {
    if (const auto constant = folding_.constant(key)) {
      if (!seen.insert(key_of(*constant)).second) {
        report("mapping pattern checks duplicate key (" + repr(*constant) + ")");
      }
    } else if (key->kind != ExpressionKind::Attribute) {
      report("mapping pattern keys may only match literals and attribute lookups");
    }
    visit(key);
  }
}

void CodeGenerator::match_mapping(const MatchMapping* pattern, PatternState& state) {
  const size_t size = pattern->keys.size();
  ++state.on_top;
  unit().emit(Opcode::MATCH_MAPPING);
  fail(state, Opcode::POP_JUMP_FORWARD_IF_FALSE);
  if (size == 0 && pattern->rest.empty()) {
    --state.on_top;
    return unit().emit(Opcode::POP_TOP);
  }
  if (size > 0) check_length(size, kGreaterEqual, state);
  visit_mapping_keys(pattern);
  unit().emit(Opcode::BUILD_TUPLE, static_cast<int>(size));
  unit().emit(Opcode::MATCH_KEYS);
  state.on_top += 2;  // the tuples of keys and of values
  unit().emit(Opcode::COPY, 1);
  load_none();
  unit().emit(Opcode::IS_OP, 1);
  fail(state, Opcode::POP_JUMP_FORWARD_IF_FALSE);
  unit().emit(Opcode::UNPACK_SEQUENCE, static_cast<int>(size));
  state.on_top += size;
  --state.on_top;
  for (const Pattern* item : pattern->patterns) {
    --state.on_top;
    match_inner(item, state);
  }
  state.on_top -= 2;
  match_mapping_rest(pattern, state);
}

// [subject, keys] on the stack. `**rest` is a copy of the subject without the keys.
void CodeGenerator::match_mapping_rest(const MatchMapping* pattern, PatternState& state) {
  if (pattern->rest.empty()) {
    unit().emit(Opcode::POP_TOP);
    return unit().emit(Opcode::POP_TOP);
  }
  const int size = static_cast<int>(pattern->keys.size());
  unit().emit(Opcode::BUILD_MAP, 0);
  unit().emit(Opcode::SWAP, 3);
  unit().emit(Opcode::DICT_UPDATE, 2);
  unit().emit(Opcode::UNPACK_SEQUENCE, size);
  for (int left = size; left > 0; --left) {
    unit().emit(Opcode::COPY, 1 + left);
    unit().emit(Opcode::SWAP, 2);
    unit().emit(Opcode::DELETE_SUBSCR);
  }
  capture(pattern->rest, state);
}

void CodeGenerator::match_class(const MatchClass* pattern, PatternState& state) {
  std::unordered_set<std::string_view> seen;
  std::vector<Constant> names;
  for (size_t i = 0; i < pattern->keyword_names.size(); ++i) {
    const std::string_view name = pattern->keyword_names[i];
    check_not_debug(name, NameContext::Store);
    if (!seen.insert(name).second) {
      report_at("attribute name repeated in class pattern: " + std::string(name), pattern->keyword_patterns[i]->position);
    }
    names.push_back(text_constant(name));
  }
  const size_t positional = pattern->patterns.size(), count = positional + names.size();
  visit(pattern->cls);
  unit().load_constant(tuple_constant(std::move(names)));
  unit().emit(Opcode::MATCH_CLASS, static_cast<int>(positional));
  unit().emit(Opcode::COPY, 1);
  load_none();
  unit().emit(Opcode::IS_OP, 1);
  ++state.on_top;
  fail(state, Opcode::POP_JUMP_FORWARD_IF_FALSE);
  unit().emit(Opcode::UNPACK_SEQUENCE, static_cast<int>(count));
  state.on_top += count;
  --state.on_top;
  for (size_t i = 0; i < count; ++i) {
    --state.on_top;
    const Pattern* item = i < positional ? pattern->patterns[i] : pattern->keyword_patterns[i - positional];
    if (is_wildcard(item)) unit().emit(Opcode::POP_TOP);
    else match_inner(item, state);
  }
}

// Moves the captured values on the stack into the order of `wanted`; false if the names differ.
bool CodeGenerator::order_captures(const std::vector<std::string_view>& wanted, PatternState& state) {
  std::vector<std::string_view>& captures = state.captures;
  if (captures.size() != wanted.size()) return false;
  for (size_t i = wanted.size(); i-- > 0;) {
    const auto found = std::find(captures.begin(), captures.end(), wanted[i]);
    if (found == captures.end()) return false;
    const size_t place = static_cast<size_t>(found - captures.begin());
    if (place == i) continue;
    const std::vector<std::string_view> moved(captures.begin(), found + 1);
    captures.erase(captures.begin(), found + 1);
    captures.insert(captures.begin() + static_cast<ptrdiff_t>(i - place), moved.begin(), moved.end());
    for (size_t j = 0; j <= place; ++j) rotate(static_cast<int>(i) + 1);
  }
  return true;
}

void CodeGenerator::match_or(const MatchOr* pattern, PatternState& state) {
  Block* end = unit().create_block();
  std::vector<std::string_view> names;
  for (size_t i = 0; i < pattern->patterns.size(); ++i) {
    const Pattern* alternative = pattern->patterns[i];
    unit().here = alternative->position;
    PatternState inner;
    inner.may_be_irrefutable = i + 1 == pattern->patterns.size() && state.may_be_irrefutable;
    unit().emit(Opcode::COPY, 1);
    match(alternative, inner);
    if (i == 0) names = inner.captures;
    else if (!order_captures(names, inner)) return report("alternative patterns bind different names");
    unit().emit_jump(kJump, end);
    finish_failures(inner);
  }
  unit().emit(Opcode::POP_TOP);
  fail(state, kJump);
  unit().start(end);
  // The new captures lie above what the outer pattern has on the stack; they belong below it.
  const int rotation = static_cast<int>(names.size() + 1 + state.on_top + state.captures.size());
  for (std::string_view name : names) {
    rotate(rotation);
    if (std::find(state.captures.begin(), state.captures.end(), name) != state.captures.end()) {
      report("multiple assignments to name '" + std::string(name) + "' in pattern");
    }
    state.captures.push_back(name);
  }
  unit().emit(Opcode::POP_TOP);
}

}  // namespace gilsim::compiler

#include <unordered_set>

#include "interpreter/compiler/code_generator.h"

namespace gilsim::compiler {

using namespace syntax;

namespace {

constexpr size_t kMaximumStackUse = 30;

bool has_starred(const ExpressionList& arguments) {
  for (const Expression* argument : arguments) {
    if (argument->kind == ExpressionKind::Starred) return true;
  }
  return false;
}

bool has_unpacked(const Sequence<Keyword>& keywords) {
  for (const Keyword& keyword : keywords) {
    if (keyword.name.empty()) return true;
  }
  return false;
}

}  // namespace

void CodeGenerator::visit_call(const Call* node) {
  if (visit_method_call(node)) return;
  check_callable(node->function);
  unit().here = node->function->position;
  unit().emit(Opcode::PUSH_NULL);
  unit().here = node->position;
  visit(node->function);
  call(0, node->arguments, node->keywords);
}

// A function of a module is not a method. What the module imports at its top is all that is looked at.
bool CodeGenerator::is_imported_module(const Expression* node) {
  if (node->kind != ExpressionKind::Name) return false;
  const Symbol* symbol = units_.front()->scope.find(as<Name>(node)->id);
  return symbol != nullptr && (symbol->uses & kImported);
}

// `a.b(c)` with plain arguments: LOAD_METHOD saves making the bound method.
bool CodeGenerator::visit_method_call(const Call* node) {
  if (node->function->kind != ExpressionKind::Attribute) return false;
  const size_t count = node->arguments.size() + node->keywords.size();
  if (count + !node->keywords.empty() >= kMaximumStackUse) return false;
  if (has_starred(node->arguments) || has_unpacked(node->keywords)) return false;
  const auto* method = as<Attribute>(node->function);
  if (is_imported_module(method->value)) return false;
  visit(method->value);
  unit().here = method->position;
  move_to_attribute(method);
  emit_named(Opcode::LOAD_METHOD, method->attribute);
  check_keywords(node->keywords);
  visit(node->arguments);
  if (!node->keywords.empty()) name_keywords(node->keywords);
  unit().here = node->position;
  move_to_attribute(method);
  unit().emit(Opcode::CALL, static_cast<int>(count));
  return true;
}

void CodeGenerator::check_keywords(const Sequence<Keyword>& keywords) {
  std::unordered_set<std::string_view> seen;
  for (const Keyword& keyword : keywords) {
    if (keyword.name.empty()) continue;
    check_not_debug(keyword.name, NameContext::Store);
    if (!seen.insert(keyword.name).second) {
      report_at("keyword argument repeated: " + std::string(keyword.name), keyword.position);
    }
  }
}

void CodeGenerator::name_keywords(const Sequence<Keyword>& keywords) {
  std::vector<Constant> names;
  for (const Keyword& keyword : keywords) {
    visit(keyword.value);
    names.push_back(text_constant(keyword.name));
  }
  unit().emit(Opcode::KW_NAMES, unit().constants.add(tuple_constant(std::move(names))));
}

void CodeGenerator::call(int already_pushed, const ExpressionList& arguments, const Sequence<Keyword>& keywords) {
  check_keywords(keywords);
  const bool is_big = arguments.size() + keywords.size() * 2 > kMaximumStackUse;
  if (is_big || has_starred(arguments) || has_unpacked(keywords)) {
    return call_unpacked(already_pushed, arguments, keywords);
  }
  visit(arguments);
  if (!keywords.empty()) name_keywords(keywords);
  unit().emit(Opcode::CALL, already_pushed + static_cast<int>(arguments.size() + keywords.size()));
}

// The arguments as one tuple and one dict.
void CodeGenerator::call_unpacked(int already_pushed, const ExpressionList& arguments,
                                  const Sequence<Keyword>& keywords) {
  if (already_pushed == 0 && arguments.size() == 1 && arguments[0]->kind == ExpressionKind::Starred) {
    visit(as<Starred>(arguments[0])->value);
  } else {
    build_display(arguments, Display::Tuple, already_pushed);
  }
  bool has_dict = false;
  size_t pending = 0;
  const auto flush = [&](size_t end) {
    if (pending == 0) return;
    build_keywords(keywords, end - pending, end);
    if (has_dict) unit().emit(Opcode::DICT_MERGE, 1);
    has_dict = true;
    pending = 0;
  };
  for (size_t i = 0; i < keywords.size(); ++i) {
    if (!keywords[i].name.empty()) {
      ++pending;
      continue;
    }
    flush(i);
    if (!has_dict) unit().emit(Opcode::BUILD_MAP, 0);
    has_dict = true;
    visit(keywords[i].value);
    unit().emit(Opcode::DICT_MERGE, 1);
  }
  flush(keywords.size());
  unit().emit(Opcode::CALL_FUNCTION_EX, keywords.empty() ? 0 : 1);
}

void CodeGenerator::build_keywords(const Sequence<Keyword>& keywords, size_t begin, size_t end) {
  const size_t count = end - begin;
  const bool is_big = count * 2 > kMaximumStackUse;
  if (count > 1 && !is_big) {
    std::vector<Constant> names;
    for (size_t i = begin; i < end; ++i) {
      visit(keywords[i].value);
      names.push_back(text_constant(keywords[i].name));
    }
    unit().load_constant(tuple_constant(std::move(names)));
    return unit().emit(Opcode::BUILD_CONST_KEY_MAP, static_cast<int>(count));
  }
  if (is_big) unit().emit(Opcode::BUILD_MAP, 0);
  for (size_t i = begin; i < end; ++i) {
    unit().load_constant(text_constant(keywords[i].name));
    visit(keywords[i].value);
    if (is_big) unit().graph.add({Opcode::MAP_ADD, 1});
  }
  if (!is_big) unit().emit(Opcode::BUILD_MAP, static_cast<int>(count));
}

}  // namespace gilsim::compiler

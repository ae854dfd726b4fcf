// Warnings about code that is legal but hardly meant: `x is 5`, `assert (x, "words")`, `[1, 2] (3)` without a comma.
#include <algorithm>

#include "interpreter/compiler/code_generator.h"
#include "interpreter/compiler/constants.h"
#include "interpreter/compiler/overloaded.h"

namespace gilsim::compiler {

using namespace syntax;

namespace {

const char* type_of(const Constant& constant) {
  return std::visit(Overloaded{
                        [](const NoneConstant&) { return "NoneType"; },
                        [](bool) { return "bool"; },
                        [](const EllipsisConstant&) { return "ellipsis"; },
                        [](const IntegerConstant&) { return "int"; },
                        [](double) { return "float"; },
                        [](const ImaginaryConstant&) { return "complex"; },
                        [](const TextConstant&) { return "str"; },
                        [](const BytesConstant&) { return "bytes"; },
                        [](const std::shared_ptr<TupleConstant>&) { return "tuple"; },
                        [](const std::shared_ptr<FrozenSetConstant>&) { return "frozenset"; },
                        [](const std::shared_ptr<CompiledCode>&) { return "code"; },
                    },
                    constant);
}

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

}  // namespace

void CodeGenerator::warn(std::string message) {
  Problem doubt;
  doubt.message = std::move(message);
  doubt.position = unit().here;
  warnings_.push_back(std::move(doubt));
}

// The type that an expression has whatever happens; empty when its text does not tell.
std::string_view CodeGenerator::obvious_type(const Expression* node) const {
  node = folding_.rewritten(node);
  if (const auto constant = folding_.constant(node)) return type_of(*constant);
  switch (node->kind) {
    case ExpressionKind::Tuple: return "tuple";
    case ExpressionKind::List: case ExpressionKind::ListComp: return "list";
    case ExpressionKind::Dict: case ExpressionKind::DictComp: return "dict";
    case ExpressionKind::Set: case ExpressionKind::SetComp: return "set";
    case ExpressionKind::GeneratorExp: return "generator";
    case ExpressionKind::Lambda: return "function";
    case ExpressionKind::JoinedStr: case ExpressionKind::FormattedValue: return "str";
    default: return {};
  }
}

void CodeGenerator::check_assertion(const Expression* test) {
  const auto constant = folding_.constant(test);
  const bool is_pair = constant ? std::holds_alternative<std::shared_ptr<TupleConstant>>(*constant) && is_true(*constant)
                                : test->kind == ExpressionKind::Tuple && !as<Tuple>(test)->elements.empty();
  if (is_pair) warn("assertion is always true, perhaps remove parentheses?");
}

// Which object stands for a number or a text is nobody's business; there is only one None.
bool CodeGenerator::has_identity(const Expression* node) const {
  const auto constant = folding_.constant(node);
  return !constant || is_one_of(type_of(*constant), {"NoneType", "bool", "ellipsis"});
}

void CodeGenerator::check_identity(const Compare* node) {
  bool left = has_identity(node->left);
  for (size_t i = 0; i < node->comparisons.size(); ++i) {
    const bool right = has_identity(node->comparators[i]);
    if (!left || !right) {
      if (node->comparisons[i] == Comparison::Is) return warn("\"is\" with a literal. Did you mean \"==\"?");
      if (node->comparisons[i] == Comparison::IsNot) return warn("\"is not\" with a literal. Did you mean \"!=\"?");
    }
    left = right;
  }
}

void CodeGenerator::check_callable(const Expression* function) {
  const std::string_view type = obvious_type(function);
  if (!type.empty() && type != "function") warn("'" + std::string(type) + "' object is not callable; perhaps you missed a comma?");
}

void CodeGenerator::check_subscript(const Subscript* node) {
  const std::string_view type = obvious_type(node->value), index = obvious_type(node->slice);
  if (is_one_of(type, {"NoneType", "ellipsis", "bool", "int", "float", "complex", "set", "frozenset", "generator", "function"}))
    warn("'" + std::string(type) + "' object is not subscriptable; perhaps you missed a comma?");
  if (is_one_of(type, {"str", "bytes", "tuple", "list"}) && !index.empty() && index != "int" && index != "bool")
    warn(std::string(type) + " indices must be integers or slices, not " + std::string(index) + "; perhaps you missed a comma?");
}

}  // namespace gilsim::compiler

#include "interpreter/compiler/future.h"

#include <algorithm>
#include <array>
#include <string>

namespace gilsim::compiler {

using namespace syntax;

namespace {

constexpr std::array<std::string_view, 10> kFeatures = {
    "nested_scopes", "generators",     "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations",
};

void report(std::vector<Problem>& problems, std::string message, const Position& position) {
  Problem problem;
  problem.stage = ProblemStage::Symbols;
  problem.message = std::move(message);
  problem.position = position;
  problems.push_back(std::move(problem));
}

void add_feature(const Alias& alias, const Position& position, FutureFeatures& features,
                 std::vector<Problem>& problems) {
  if (alias.name == "annotations") features.annotations_are_text = true;
  if (alias.name == "braces") return report(problems, "not a chance", position);
  if (std::find(kFeatures.begin(), kFeatures.end(), alias.name) == kFeatures.end()) {
    report(problems, "future feature " + std::string(alias.name) + " is not defined", position);
  }
}

bool is_text(const Statement* statement) {
  if (statement->kind != StatementKind::Expr) return false;
  const Expression* value = as<Expr>(statement)->value;
  return value->kind == ExpressionKind::Constant && as<Constant>(value)->constant == ConstantKind::Text;
}

bool is_future_import(const Statement* statement) {
  return statement->kind == StatementKind::ImportFrom && as<ImportFrom>(statement)->module == "__future__" &&
         as<ImportFrom>(statement)->level == 0;
}

}  // namespace

FutureFeatures find_future_features(const Module& module, std::vector<Problem>& problems) {
  FutureFeatures features;
  for (size_t i = 0; i < module.body.size(); ++i) {
    const Statement* statement = module.body[i];
    if (i == 0 && is_text(statement)) continue;
    if (!is_future_import(statement)) break;
    features.last_line = statement->position.line;
    const Position position = {statement->position.line, 0, statement->position.line, 1};
    for (const Alias& alias : as<ImportFrom>(statement)->names) add_feature(alias, position, features, problems);
  }
  return features;
}

}  // namespace gilsim::compiler

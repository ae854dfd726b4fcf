#include "interpreter/runtime/import_check.h"

#include <algorithm>
#include <string>

#include "interpreter/runtime/module_search.h"
#include "interpreter/runtime/native_modules.h"

namespace gilsim::python {

namespace {

constexpr std::string_view kStandardModules[] = {
#define MODULE(name) name,
#include "interpreter/runtime/standard_modules.def"
#undef MODULE
};

// Walks all statements that are not protected by a `try`.
class ImportChecker {
 public:
  ImportChecker(std::string_view source, const Outside& outside) : source_(source), outside_(outside) {}

  void check(syntax::StatementList statements) {
    for (const syntax::Statement* statement : statements) check(statement);
  }
  std::vector<syntax::Problem> take_problems() { return std::move(problems_); }

 private:
  using Kind = syntax::StatementKind;

  void check(const syntax::Statement* statement) {
    switch (statement->kind) {
      case Kind::Import:
        for (const auto& alias : syntax::as<syntax::Import>(statement)->names) check_module(alias.name, alias.position);
        break;
      case Kind::ImportFrom: {
        const auto* import = syntax::as<syntax::ImportFrom>(statement);
        if (import->level == 0) check_module(import->module, import->position);
        break;
      }
      case Kind::FunctionDef: case Kind::AsyncFunctionDef: check(syntax::as<syntax::FunctionDef>(statement)->body); break;
      case Kind::ClassDef: check(syntax::as<syntax::ClassDef>(statement)->body); break;
      case Kind::For: case Kind::AsyncFor: check_loop(*syntax::as<syntax::For>(statement)); break;
      case Kind::While: check_loop(*syntax::as<syntax::While>(statement)); break;
      case Kind::If: check_loop(*syntax::as<syntax::If>(statement)); break;
      case Kind::With: case Kind::AsyncWith: check(syntax::as<syntax::With>(statement)->body); break;
      default: break;
    }
  }
  template <class Compound>
  void check_loop(const Compound& statement) {
    check(statement.body);
    check(statement.orelse);
  }

  void check_module(std::string_view name, const syntax::Position& position) {
    const std::string_view top = name.substr(0, name.find('.'));
    if (!is_standard_module(top) || is_available(name)) return;
    using syntax::RemarkId;
    syntax::Problem problem = syntax::unsupported({RemarkId::no_module, {std::string(name)}}, {RemarkId::own_library});
    problem.position = position;
    problem.source_line = line_of(source_, position.line);
    problems_.push_back(std::move(problem));
  }

  bool is_available(std::string_view name) const {
    if (name == "os.path") name = "posixpath";  // os puts it into sys.modules under that name
    return name == "builtins" || find_native_module(name) || find_source_module(outside_, name).has_value();
  }

  std::string_view source_;
  const Outside& outside_;
  std::vector<syntax::Problem> problems_;
};

}  // namespace

std::vector<syntax::Problem> check_imports(const syntax::Tree& tree, std::string_view source, const Outside& outside) {
  ImportChecker checker(source, outside);
  checker.check(tree.module.body);
  return checker.take_problems();
}

std::string_view line_of(std::string_view source, int line) {
  size_t start = 0;
  for (int i = 1; i < line; ++i) start = source.find('\n', start) + 1;
  return source.substr(start, source.find('\n', start) - start);
}

bool is_standard_module(std::string_view name) {
  return std::binary_search(std::begin(kStandardModules), std::end(kStandardModules), name);
}

}  // namespace gilsim::python

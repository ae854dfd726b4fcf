// _ast: source text as a tree of objects, for the library's ast module, which has the classes.
#include "interpreter/modules/ast/tree_objects.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/syntax_errors.h"
#include "interpreter/syntax/parser.h"

namespace gilsim::python {

namespace {

// parse(source, file name, mode, classes)
Ref parse(Vm& vm, const Arguments& arguments) {
  const std::string source = to_utf8(arguments[0]), file_name = to_utf8(arguments[1]), mode = to_utf8(arguments[2]);
  if (source.find('\0') != std::string::npos) return raise(vm, exceptions::ValueError, "source code string cannot contain null bytes");
  auto parsed = mode == "eval" ? syntax::parse_expression(source) : syntax::parse_module(source);
  if (auto* problem = std::get_if<syntax::Problem>(&parsed)) return raise_problem(interpreter(vm), *problem, file_name);
  TreeObjects objects(vm, arguments[3].as<Dict>());
  const syntax::Module& tree = std::get<syntax::Tree>(parsed).module;
  return mode == "eval" ? objects.expression(tree) : mode == "single" ? objects.interactive(tree) : objects.module(tree);
}

const NativeDescription kFunctions[] = {{"parse", parse, {4, 4}}};

}  // namespace

const ModuleDefinition& _ast_module() {
  static const ModuleDefinition module{"_ast", kFunctions, nullptr};
  return module;
}

}  // namespace gilsim::python

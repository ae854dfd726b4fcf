// One code object in the making: its names, constants and instructions, and the source position that the next
// instruction gets.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interpreter/compiler/constants.h"
#include "interpreter/compiler/flow_graph.h"
#include "interpreter/compiler/scopes.h"

namespace gilsim::compiler {

enum class UnitKind { Module, Class, Function, AsyncFunction, Lambda, Comprehension };

// Names numbered in the order in which they first come.
class NameTable {
 public:
  int add(std::string_view name);
  size_t size() const { return names_.size(); }
  const std::vector<std::string_view>& names() const { return names_; }
  int find(std::string_view name) const;  // -1: not there

 private:
  std::vector<std::string_view> names_;
  std::unordered_map<std::string_view, int> indices_;
};

// What `break`, `return` and `continue` must undo on their way out.
struct EnclosingBlock {
  enum Kind {
    While, For, TryExcept, FinallyTry, FinallyEnd, With, AsyncWith, HandlerCleanup, PopValue, ExceptionHandler,
    ExceptionGroupHandler, AsyncComprehension,
  };
  Kind kind;
  Block* start = nullptr;
  Block* exit = nullptr;
  const syntax::StatementList* final_body = nullptr;  // FinallyTry
  const syntax::Statement* statement = nullptr;       // With, AsyncWith
  std::string_view name;                              // HandlerCleanup: of `as name`; empty: none
};

struct CodeUnit {
  CodeUnit(UnitKind unit_kind, const Scope& unit_scope, std::string_view unit_name, int line);

  UnitKind kind;
  const Scope& scope;
  std::string_view name;
  std::string qualified_name;
  std::string_view class_name;  // for mangling
  int first_line;
  int argument_count = 0, positional_only_argument_count = 0, keyword_only_argument_count = 0;
  uint32_t signature_flags = 0;  // kVarArgs, kVarKeywords

  NameTable names, locals, cells, free_variables;
  ConstantPool constants;
  FlowGraph graph;
  std::vector<EnclosingBlock> enclosing;
  syntax::Position here;

  void emit(Opcode op, int argument = 0) { graph.add({op, argument, nullptr, here}); }
  void emit_jump(Opcode op, Block* target) { graph.add({op, 0, target, here}); }
  void emit_artificial(Opcode op) { graph.add({op, 0, nullptr, kNowhere}); }
  void emit_artificial_jump(Block* target) { graph.add({kJump, 0, target, kNowhere}); }
  void load_constant(Constant constant) { emit(Opcode::LOAD_CONST, constants.add(std::move(constant))); }
  Block* create_block() { return graph.create_block(); }
  void start(Block* block) { graph.start(block); }
  void forget_position() { here = kNowhere; }
};

}  // namespace gilsim::compiler

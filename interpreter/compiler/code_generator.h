// Walks the tree and emits instructions, one CodeUnit for each module, class, function and comprehension. The member
// functions stand by subject in code_generator.cc (units, names), definitions.cc, statements.cc, exceptions.cc (try and
// with), unwinding.cc (break, continue, return), expressions.cc, calls.cc, comprehensions.cc, patterns.cc and doubts.cc (warnings).
//
// Positions: a statement sets the unit's position and leaves it; an expression sets it and puts it back. Clean-up that
// nobody wrote is emitted after forget_position() and gets its line from its surroundings (optimizer.cc).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "interpreter/compiler/code_unit.h"
#include "interpreter/compiler/compiler.h"
#include "interpreter/compiler/constant_folding.h"
#include "interpreter/compiler/future.h"

namespace gilsim::compiler {

struct PatternState;

class CodeGenerator {
 public:
  CodeGenerator(const ConstantFolding& folding, const ScopeTable& scopes, NameStore& names, const FutureFeatures& future,
                std::vector<syntax::Problem>& problems, std::vector<syntax::Problem>& warnings)
      : folding_(folding), scopes_(scopes), names_(names), future_(future),
        problems_(problems), warnings_(warnings) {}

  std::shared_ptr<CompiledCode> compile_module(const syntax::Module& module, Mode mode);

 private:
  // --- units and names ----------------------------------------------------------------------------------------------
  CodeUnit& unit() { return *units_.back(); }
  void enter(UnitKind kind, const void* node, std::string_view name, int line);
  std::shared_ptr<CompiledCode> leave(bool returns_none = true);
  std::string qualified_name(std::string_view name);
  void report(std::string message);
  void report_at(std::string message, const syntax::Position& position);
  void check_parameters(const syntax::Parameters& parameters);
  void check_not_debug(std::string_view name, syntax::NameContext context);
  std::string_view mangled(std::string_view name) { return names_.mangle(unit().class_name, name); }
  void emit_named(Opcode op, std::string_view name);  // mangles
  void access(std::string_view name, syntax::NameContext context);
  void load(std::string_view name) { access(name, syntax::NameContext::Load); }
  void store(std::string_view name) { access(name, syntax::NameContext::Store); }
  void clear_name(std::string_view name);  // name = None; del name
  void load_none() { unit().load_constant(NoneConstant{}); }

  // --- definitions --------------------------------------------------------------------------------------------------
  void visit_body(const syntax::StatementList& body);
  void define_function(const syntax::FunctionDef* function);
  void define_class(const syntax::ClassDef* definition);
  void visit_class_body(const syntax::ClassDef* definition);
  void visit_lambda(const syntax::Lambda* lambda);
  void visit_decorators(const syntax::ExpressionList& decorators);
  void apply_decorators(const syntax::ExpressionList& decorators);
  int visit_defaults(const syntax::Parameters& parameters);
  bool visit_annotations(const syntax::FunctionDef* function);
  int visit_parameter_annotation(std::string_view name, const syntax::Expression* annotation);
  void visit_annotation(const syntax::Expression* annotation);
  void set_signature(const syntax::Parameters& parameters);
  void make_closure(const std::shared_ptr<CompiledCode>& code, int flags);

  // --- statements ---------------------------------------------------------------------------------------------------
  void visit(const syntax::Statement* statement);
  void visit_statement(const syntax::Statement* statement);
  void visit(const syntax::StatementList& statements);
  void visit_expression_statement(const syntax::Expr* statement);
  void visit_assign(const syntax::Assign* statement);
  void visit_augmented(const syntax::AugAssign* statement);
  void visit_annotated(const syntax::AnnAssign* statement);
  void evaluate_and_drop(const syntax::Expression* node);
  void evaluate_subscript_and_drop(const syntax::Expression* slice);
  void visit_for(const syntax::For* loop);
  void visit_async_for(const syntax::For* loop);
  void visit_while(const syntax::While* loop);
  void visit_if(const syntax::If* statement);
  void visit_assert(const syntax::Assert* statement);
  void visit_raise(const syntax::Raise* statement);
  void visit_import(const syntax::Import* statement);
  void store_submodule(std::string_view name, std::string_view as_name);
  void visit_import_from(const syntax::ImportFrom* statement);

  // --- exceptions ---------------------------------------------------------------------------------------------------
  void visit_try(const syntax::Try* block);
  void visit_try_finally(const syntax::Try* block, const std::function<void()>& visit_protected);
  void visit_try_except(const syntax::Try* block);
  void visit_guarded(const syntax::StatementList& statements, Block* except);
  void begin_handlers(Block* except, Block* cleanup, EnclosingBlock::Kind kind);
  void visit_handler(const syntax::ExceptHandler& handler, Block* end);
  void visit_named_handler(const syntax::ExceptHandler& handler, Block* end);
  void visit_try_star(const syntax::Try* block);
  void visit_star_handler(const syntax::ExceptHandler& handler, Block* failed);
  void visit_with(const syntax::With* block, size_t item);
  void finish_with(Block* cleanup);
  void call_exit_with_nones();
  void pop_except_and_reraise();

  // --- unwinding ----------------------------------------------------------------------------------------------------
  void visit_return(const syntax::Return* statement);
  void visit_break();
  void visit_continue();
  std::optional<EnclosingBlock> unwind_to_loop();
  void unwind_all(bool keep_top);
  std::optional<EnclosingBlock> unwind(bool keep_top, bool stop_at_loop);
  void undo(const EnclosingBlock& block, bool keep_top);

  // --- expressions --------------------------------------------------------------------------------------------------
  void visit(const syntax::Expression* node);
  void visit_expression(const syntax::Expression* node);
  void visit(const syntax::ExpressionList& nodes);
  void jump_if(const syntax::Expression* test, Block* target, bool when);
  void jump_if_bool_op(const syntax::BoolOp* node, Block* target, bool when);
  void jump_if_chain(const syntax::Compare* node, Block* target, bool when);
  void visit_bool_op(const syntax::BoolOp* node);
  void visit_if_expression(const syntax::IfExp* node);
  void visit_compare(const syntax::Compare* node);
  void visit_chain_links(const syntax::Compare* node, Opcode jump, Block* cleanup);
  void emit_comparison(syntax::Comparison comparison);
  void visit_attribute(const syntax::Attribute* node);
  void move_to_attribute(const syntax::Attribute* node);
  void visit_subscript(const syntax::Subscript* node);
  void visit_slice(const syntax::Slice* node);
  void unpack(const syntax::ExpressionList& targets);
  enum class Display { List, Tuple, Set };
  void build_display(const syntax::ExpressionList& elements, Display display, int already_pushed = 0);
  bool build_constant_display(const syntax::ExpressionList& elements, Display display, int already_pushed);
  void visit_dict(const syntax::Dict* node);
  void build_dict_part(const syntax::Dict* node, size_t begin, size_t end);
  void visit_joined_string(const syntax::JoinedStr* node);
  void visit_formatted(const syntax::FormattedValue* node);
  void visit_yield(const syntax::Yield* node);
  void visit_yield_from(const syntax::YieldFrom* node);
  void visit_await(const syntax::Await* node);
  void emit_yield();
  void emit_yield_from(bool is_await);
  void await_top(int kind);  // GET_AWAITABLE kind

  // --- calls --------------------------------------------------------------------------------------------------------
  void visit_call(const syntax::Call* node);
  bool is_imported_module(const syntax::Expression* node);
  bool visit_method_call(const syntax::Call* node);
  void call(int already_pushed, const syntax::ExpressionList& arguments,
            const syntax::Sequence<syntax::Keyword>& keywords);
  void call_unpacked(int already_pushed, const syntax::ExpressionList& arguments,
                     const syntax::Sequence<syntax::Keyword>& keywords);
  void name_keywords(const syntax::Sequence<syntax::Keyword>& keywords);
  void build_keywords(const syntax::Sequence<syntax::Keyword>& keywords, size_t begin, size_t end);
  void check_keywords(const syntax::Sequence<syntax::Keyword>& keywords);

  // --- doubts -------------------------------------------------------------------------------------------------------
  void warn(std::string message);  // at unit().here
  std::string_view obvious_type(const syntax::Expression* node) const;
  bool has_identity(const syntax::Expression* node) const;
  void check_assertion(const syntax::Expression* test);
  void check_identity(const syntax::Compare* node);
  void check_callable(const syntax::Expression* function);
  void check_subscript(const syntax::Subscript* node);

  // --- comprehensions -----------------------------------------------------------------------------------------------
  struct ComprehensionParts;
  void visit_comprehension_expression(const syntax::Expression* node);
  void visit_comprehension(const syntax::Expression* node, std::string_view name, const ComprehensionParts& parts);
  void visit_clause(const ComprehensionParts& parts, size_t index, int depth);
  void visit_sync_clause(const ComprehensionParts& parts, size_t index, int depth);
  void visit_async_clause(const ComprehensionParts& parts, size_t index, int depth);
  void visit_clause_body(const ComprehensionParts& parts, size_t index, int depth, Block* skip);
  void add_element(const ComprehensionParts& parts, int depth);

  // --- patterns -----------------------------------------------------------------------------------------------------
  void visit_match(const syntax::Match* statement);
  void visit_case(const syntax::MatchCase& match_case, bool is_last, bool may_be_irrefutable, Block* end);
  void match(const syntax::Pattern* pattern, PatternState& state);
  void match_inner(const syntax::Pattern* pattern, PatternState& state);
  void match_value(const syntax::MatchValue* pattern, PatternState& state);
  void match_singleton(const syntax::MatchSingleton* pattern, PatternState& state);
  void match_as(const syntax::MatchAs* pattern, PatternState& state);
  void match_or(const syntax::MatchOr* pattern, PatternState& state);
  bool order_captures(const std::vector<std::string_view>& wanted, PatternState& state);
  void match_sequence(const syntax::MatchSequence* pattern, PatternState& state);
  void match_unpacked(const syntax::MatchSequence* pattern, PatternState& state);
  void match_by_index(const syntax::MatchSequence* pattern, size_t star, PatternState& state);
  void match_mapping(const syntax::MatchMapping* pattern, PatternState& state);
  void visit_mapping_keys(const syntax::MatchMapping* pattern);
  void match_mapping_rest(const syntax::MatchMapping* pattern, PatternState& state);
  void match_class(const syntax::MatchClass* pattern, PatternState& state);
  void check_length(size_t length, int comparison, PatternState& state);
  void capture(std::string_view name, PatternState& state);
  void rotate(int count);
  Block* fail_block(PatternState& state, size_t pops);
  void fail(PatternState& state, Opcode jump);
  void finish_failures(PatternState& state);

  const ConstantFolding& folding_;
  const ScopeTable& scopes_;
  NameStore& names_;
  const FutureFeatures& future_;
  std::vector<syntax::Problem>&problems_, &warnings_;
  bool prints_expressions_ = false;  // Mode::Single, outside of classes and functions
  std::vector<std::unique_ptr<CodeUnit>> units_;  // innermost last
};

}  // namespace gilsim::compiler

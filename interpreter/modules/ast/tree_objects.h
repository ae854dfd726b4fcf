// Syntax trees as programs see them: instances of the library's ast classes.
#pragma once

#include <map>
#include <string>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/vm.h"
#include "interpreter/syntax/ast.h"

namespace gilsim::python {

// Makes objects of nodes; `classes` is the namespace in which their classes stand. Nodes get all fields of their class,
// those that are not there as None. A null result: an exception is pending.
class TreeObjects {
 public:
  TreeObjects(Vm& vm, Dict* classes) : vm_(vm), classes_(classes) {}

  Ref module(const syntax::Module& tree);
  Ref interactive(const syntax::Module& tree);
  Ref expression(const syntax::Module& tree);  // REQUIRES: one statement, an Expr

 private:
  // An object that is being filled in.
  class Node {
   public:
    explicit Node(Ref object) : object_(std::move(object)) {}
    Node& set(const char* field, Ref value);
    Node& text(const char* field, std::string_view text);
    Node& optional_text(const char* field, std::string_view text);  // empty: None
    Node& number(const char* field, int64_t number);
    Node& at(const syntax::Position& position);
    Ref take() { return std::move(object_); }

   private:
    Ref object_;
  };

  Node make(const char* kind);
  Ref shared(const char* kind);  // the one object of a class without fields
  Ref name_list(const syntax::Sequence<std::string_view>& names);
  template <class Item>
  Ref list(const syntax::Sequence<Item>& items);
  template <class Child>
  Ref optional(const Child* child) {
    return child ? visit(child) : Ref(kNone);
  }

  Ref visit(const syntax::Expression* node);
  Ref visit(const syntax::Statement* node);
  Ref visit(const syntax::Pattern* node);
  Ref visit(const syntax::Parameter* parameter) { return visit(*parameter); }
  Ref visit(const syntax::Parameter& parameter);
  Ref visit(const syntax::Keyword& keyword);
  Ref visit(const syntax::Comprehension& comprehension);
  Ref visit(const syntax::Alias& alias);
  Ref visit(const syntax::WithItem& item);
  Ref visit(const syntax::MatchCase& one);
  Ref visit(const syntax::ExceptHandler& handler);
  Ref visit(const syntax::Comparison& comparison);
  Ref parameters(const syntax::Parameters& parameters);
  Ref context(syntax::NameContext context);
  Ref constant_value(const syntax::Constant& constant);
  template <class Comprehension>
  Node comprehension(const char* kind, const Comprehension* node);
  Node expression_node(const syntax::Expression* node);
  Node bracketed_node(const syntax::Expression* node);
  Node statement_node(const syntax::Statement* node);
  Node compound_node(const syntax::Statement* node);
  Node definition_node(const syntax::Statement* node);
  Node pattern_node(const syntax::Pattern* node);

  Vm& vm_;
  Dict* classes_;
  std::map<std::string, Ref, std::less<>> shared_;
};

}  // namespace gilsim::python

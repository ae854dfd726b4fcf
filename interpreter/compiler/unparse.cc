#include "interpreter/compiler/unparse.h"

#include <cmath>

#include "interpreter/compiler/constants.h"

namespace gilsim::compiler {

using namespace syntax;

namespace {

// How tightly an operator binds; an expression in a tighter place than its own is put in parentheses.
enum Tightness {
  kTuple, kTest, kOr, kAnd, kNot, kComparison, kBitOr, kBitXor, kBitAnd, kShift, kSum, kProduct, kFactor, kPower, kAwait,
  kAtom,
};

constexpr int operator+(Tightness tightness, int more) { return static_cast<int>(tightness) + more; }

struct BinarySpelling {
  std::string_view text;
  Tightness tightness;
};
constexpr BinarySpelling kBinary[] = {  // in the order of BinaryOperator
    {" + ", kSum},      {" & ", kBitAnd}, {" // ", kProduct}, {" << ", kShift}, {" @ ", kProduct},
    {" * ", kProduct},  {" % ", kProduct}, {" | ", kBitOr},    {" ** ", kPower}, {" >> ", kShift},
    {" - ", kSum},      {" / ", kProduct}, {" ^ ", kBitXor},
};
constexpr std::string_view kComparisons[] = {" < ",  " <= ",     " == ", " != ",    " > ",
                                             " >= ", " in ", " not in ", " is ", " is not "};

class Unparser {
 public:
  std::string take() { return std::move(text_); }

  void write(const Expression* node, int place) {
    switch (node->kind) {
      case ExpressionKind::BoolOp: return write_bool_op(as<BoolOp>(node), place);
      case ExpressionKind::NamedExpr:
        return in_parentheses(place > kTuple, [&] {
          write(as<NamedExpr>(node)->target, kAtom);
          text_ += " := ";
          write(as<NamedExpr>(node)->value, kAtom);
        });
      case ExpressionKind::BinOp: return write_binary(as<BinOp>(node), place);
      case ExpressionKind::UnaryOp: return write_unary(as<UnaryOp>(node), place);
      case ExpressionKind::Lambda: return write_lambda(as<Lambda>(node), place);
      case ExpressionKind::IfExp:
        return in_parentheses(place > kTest, [&] {
          write(as<IfExp>(node)->body, kTest + 1);
          text_ += " if ";
          write(as<IfExp>(node)->test, kTest + 1);
          text_ += " else ";
          write(as<IfExp>(node)->orelse, kTest);
        });
      case ExpressionKind::Dict: return write_dict(as<Dict>(node));
      case ExpressionKind::Set: return write_enclosed("{", as<Set>(node)->elements, "}");
      case ExpressionKind::List: return write_enclosed("[", as<List>(node)->elements, "]");
      case ExpressionKind::Tuple: return write_tuple(as<Tuple>(node)->elements, place);
      case ExpressionKind::ListComp: return write_comprehension("[", as<ListComp>(node), "]");
      case ExpressionKind::SetComp: return write_comprehension("{", as<SetComp>(node), "}");
      case ExpressionKind::GeneratorExp: return write_comprehension("(", as<GeneratorExp>(node), ")");
      case ExpressionKind::DictComp:
        text_ += "{";
        write(as<DictComp>(node)->key, kTest);
        text_ += ": ";
        write(as<DictComp>(node)->value, kTest);
        write_clauses(as<DictComp>(node)->generators);
        text_ += "}";
        return;
      case ExpressionKind::Await:
        return in_parentheses(place > kAwait, [&] {
          text_ += "await ";
          write(as<Await>(node)->value, kAtom);
        });
      case ExpressionKind::Yield:
        text_ += as<Yield>(node)->value ? "(yield " : "(yield";
        if (as<Yield>(node)->value != nullptr) write(as<Yield>(node)->value, kTest);
        text_ += ")";
        return;
      case ExpressionKind::YieldFrom:
        text_ += "(yield from ";
        write(as<YieldFrom>(node)->value, kTest);
        text_ += ")";
        return;
      case ExpressionKind::Compare: return write_compare(as<Compare>(node), place);
      case ExpressionKind::Call: return write_call(as<Call>(node));
      case ExpressionKind::FormattedValue:
      case ExpressionKind::JoinedStr: {
        Unparser body;
        body.write_format_part(node);
        text_ += "f" + repr_text(body.take());
        return;
      }
      case ExpressionKind::Constant: return write_constant(as<syntax::Constant>(node));
      case ExpressionKind::Attribute: return write_attribute(as<Attribute>(node));
      case ExpressionKind::Starred:
        text_ += "*";
        return write(as<Starred>(node)->value, kBitOr);
      case ExpressionKind::Name: text_ += as<Name>(node)->id; return;
      case ExpressionKind::Subscript:
        write(as<Subscript>(node)->value, kAtom);
        text_ += "[";
        write(as<Subscript>(node)->slice, kTuple);
        text_ += "]";
        return;
      case ExpressionKind::Slice: return write_slice(as<Slice>(node));
    }
  }

 private:
  template <class Write>
  void in_parentheses(bool needed, Write write_inside) {
    if (needed) text_ += "(";
    write_inside();
    if (needed) text_ += ")";
  }

  void write_list(const ExpressionList& elements) {
    for (size_t i = 0; i < elements.size(); ++i) {
      if (i > 0) text_ += ", ";
      write(elements[i], kTest);
    }
  }

  void write_enclosed(std::string_view open, const ExpressionList& elements, std::string_view close) {
    text_ += open;
    write_list(elements);
    text_ += close;
  }

  void write_tuple(const ExpressionList& elements, int place) {
    if (elements.empty()) {
      text_ += "()";
      return;
    }
    in_parentheses(place > kTuple, [&] {
      write_list(elements);
      if (elements.size() == 1) text_ += ",";
    });
  }

  void write_bool_op(const BoolOp* node, int place) {
    const bool is_and = node->op == BooleanOperator::And;
    const Tightness own = is_and ? kAnd : kOr;
    in_parentheses(place > own, [&] {
      for (size_t i = 0; i < node->values.size(); ++i) {
        if (i > 0) text_ += is_and ? " and " : " or ";
        write(node->values[i], own + 1);
      }
    });
  }

  void write_binary(const BinOp* node, int place) {
    const BinarySpelling& spelling = kBinary[static_cast<size_t>(node->op)];
    const bool is_power = node->op == BinaryOperator::Power;  // the one that groups from the right
    in_parentheses(place > spelling.tightness, [&] {
      write(node->left, spelling.tightness + is_power);
      text_ += spelling.text;
      write(node->right, spelling.tightness + !is_power);
    });
  }

  void write_unary(const UnaryOp* node, int place) {
    constexpr std::string_view kSpellings[] = {"~", "not ", "+", "-"};  // in the order of UnaryOperator
    const Tightness own = node->op == UnaryOperator::Not ? kNot : kFactor;
    in_parentheses(place > own, [&] {
      text_ += kSpellings[static_cast<size_t>(node->op)];
      write(node->operand, own);
    });
  }

  void write_parameters(const Parameters& parameters) {
    bool is_first = true;
    const auto next = [&](std::string_view prefix, std::string_view name, const Expression* value) {
      if (!is_first) text_ += ", ";
      is_first = false;
      text_ += std::string(prefix) + std::string(name);
      if (value == nullptr) return;
      text_ += "=";
      write(value, kTest);
    };
    const size_t only = parameters.positional_only.size(), count = only + parameters.positional.size();
    for (size_t i = 0; i < count; ++i) {
      const size_t without = count - parameters.defaults.size();
      const Parameter& parameter = i < only ? parameters.positional_only[i] : parameters.positional[i - only];
      next("", parameter.name, i < without ? nullptr : parameters.defaults[i - without]);
      if (i + 1 == only) next("/", "", nullptr);
    }
    if (parameters.var_positional != nullptr) next("*", parameters.var_positional->name, nullptr);
    else if (!parameters.keyword_only.empty()) next("*", "", nullptr);
    for (size_t i = 0; i < parameters.keyword_only.size(); ++i) {
      next("", parameters.keyword_only[i].name, parameters.keyword_only_defaults[i]);
    }
    if (parameters.var_keyword != nullptr) next("**", parameters.var_keyword->name, nullptr);
  }

  void write_lambda(const Lambda* node, int place) {
    in_parentheses(place > kTest, [&] {
      Unparser parameters;
      parameters.write_parameters(node->parameters);
      const std::string list = parameters.take();
      text_ += list.empty() ? "lambda" : "lambda " + list;
      text_ += ": ";
      write(node->body, kTest);
    });
  }

  void write_dict(const Dict* node) {
    text_ += "{";
    for (size_t i = 0; i < node->values.size(); ++i) {
      if (i > 0) text_ += ", ";
      if (node->keys[i] == nullptr) {
        text_ += "**";
        write(node->values[i], kBitOr);
      } else {
        write(node->keys[i], kTest);
        text_ += ": ";
        write(node->values[i], kTest);
      }
    }
    text_ += "}";
  }

  void write_clauses(const Sequence<Comprehension>& generators) {
    for (const Comprehension& clause : generators) {
      text_ += clause.is_async ? " async for " : " for ";
      write(clause.target, kTuple);
      text_ += " in ";
      write(clause.iterable, kTest + 1);
      for (const Expression* condition : clause.conditions) {
        text_ += " if ";
        write(condition, kTest + 1);
      }
    }
  }

  template <class Node>
  void write_comprehension(std::string_view open, const Node* node, std::string_view close) {
    text_ += open;
    write(node->element, kTest);
    write_clauses(node->generators);
    text_ += close;
  }

  void write_compare(const Compare* node, int place) {
    in_parentheses(place > kComparison, [&] {
      write(node->left, kComparison + 1);
      for (size_t i = 0; i < node->comparators.size(); ++i) {
        text_ += kComparisons[static_cast<size_t>(node->comparisons[i])];
        write(node->comparators[i], kComparison + 1);
      }
    });
  }

  void write_call(const Call* node) {
    write(node->function, kAtom);
    if (node->arguments.size() == 1 && node->keywords.empty() &&
        node->arguments[0]->kind == ExpressionKind::GeneratorExp) {
      return write(node->arguments[0], kTest);  // it brings its own parentheses
    }
    text_ += "(";
    write_list(node->arguments);
    bool is_first = node->arguments.empty();
    for (const Keyword& keyword : node->keywords) {
      if (!is_first) text_ += ", ";
      is_first = false;
      text_ += keyword.name.empty() ? "**" : std::string(keyword.name) + "=";
      write(keyword.value, kTest);
    }
    text_ += ")";
  }

  void write_attribute(const Attribute* node) {
    write(node->value, kAtom);
    const bool is_integer = node->value->kind == ExpressionKind::Constant &&
                            as<syntax::Constant>(node->value)->constant == ConstantKind::Integer;
    text_ += is_integer ? " ." : ".";  // `1.real` would be a float
    text_ += node->attribute;
  }

  void write_slice(const Slice* node) {
    if (node->lower != nullptr) write(node->lower, kTest);
    text_ += ":";
    if (node->upper != nullptr) write(node->upper, kTest);
    if (node->step == nullptr) return;
    text_ += ":";
    write(node->step, kTest);
  }

  void write_constant(const syntax::Constant* node) {
    if (node->constant == ConstantKind::Ellipsis) {
      text_ += "...";
    } else if (std::isinf(node->number)) {
      text_ += node->constant == ConstantKind::Imaginary ? "1e309j" : "1e309";
    } else {
      if (node->is_unicode_prefixed) text_ += "u";
      text_ += repr(constant_of(*node));
    }
  }

  // Inside the quotes of an f-string.
  void write_format_part(const Expression* node) {
    if (node->kind == ExpressionKind::Constant) {
      for (char byte : as<syntax::Constant>(node)->text) {
        text_ += byte;
        if (byte == '{' || byte == '}') text_ += byte;
      }
    } else if (node->kind == ExpressionKind::JoinedStr) {
      for (const Expression* value : as<JoinedStr>(node)->values) write_format_part(value);
    } else {
      write_replacement(as<FormattedValue>(node));
    }
  }

  void write_replacement(const FormattedValue* node) {
    Unparser value;
    value.write(node->value, kTest + 1);
    const std::string inside = value.take();
    text_ += inside.starts_with("{") ? "{ " : "{";
    text_ += inside;
    if (node->conversion > 0) text_ += std::string("!") + static_cast<char>(node->conversion);
    if (node->format_spec != nullptr) {
      text_ += ":";
      write_format_part(node->format_spec);
    }
    text_ += "}";
  }

  std::string text_;
};

}  // namespace

std::string unparse(const Expression* node) {
  Unparser unparser;
  unparser.write(node, kTest);
  return unparser.take();
}

}  // namespace gilsim::compiler

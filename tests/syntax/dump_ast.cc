// Prints the syntax tree of a file as Python's `ast.dump(ast.parse(text), include_attributes=True)` does,
// with one difference: strings are printed as `ascii()` does, and floats with 17 digits, so that neither side
// needs the other's Unicode tables or its shortest float. With `--repeat N` it parses N times and prints the
// time instead. A problem is printed as "Kind|line|column|message" and ends the program with status 1.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "interpreter/syntax/parser.h"

using namespace gilsim::syntax;

namespace {

const char* const kBinaryNames[] = {"Add",   "BitAnd", "FloorDiv", "LShift", "MatMult", "Mult",  "Mod",
                                    "BitOr", "Pow",    "RShift",   "Sub",    "Div",     "BitXor"};
const char* const kUnaryNames[] = {"Invert", "Not", "UAdd", "USub"};
const char* const kComparisonNames[] = {"Lt",  "LtE", "Eq",    "NotEq", "Gt",
                                        "GtE", "In",  "NotIn", "Is",    "IsNot"};
const char* const kContextNames[] = {"Load", "Store", "Del"};

// Python's decimal digits of a number in another base.
std::string decimal(std::string_view digits) {
  int base = 10;
  if (digits.size() > 2 && digits[0] == '0')
    base = digits[1] == 'x' ? 16 : digits[1] == 'o' ? 8 : digits[1] == 'b' ? 2 : 10;
  if (base == 10) return std::string(digits);
  std::string result = "0";  // least significant digit first
  for (char c : digits.substr(2)) {
    int carry = c <= '9' ? c - '0' : c - 'a' + 10;
    for (char& digit : result) {
      int value = (digit - '0') * base + carry;
      digit = static_cast<char>('0' + value % 10);
      carry = value / 10;
    }
    for (; carry > 0; carry /= 10) result += static_cast<char>('0' + carry % 10);
  }
  return {result.rbegin(), result.rend()};
}

std::string quoted(std::string_view text, bool bytes) {
  char quote = text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\'';
  std::string out = bytes ? "b" : "";
  out += quote;
  char buffer[16];
  for (size_t i = 0; i < text.size(); ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\r') {
      out += "\\r";
      continue;
    }
    if (c == '\t') {
      out += "\\t";
      continue;
    }
    if (c == '\\' || c == quote) {
      (out += '\\') += text[i];
      continue;
    }
    if (c >= 0x20 && c < 0x7F) {
      out += text[i];
      continue;
    }
    unsigned value = c;
    if (!bytes && c >= 0x80) {
      int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
      value = c & (0x3F >> more);
      for (; more > 0; --more) value = value << 6 | (static_cast<unsigned char>(text[++i]) & 0x3F);
    }
    std::snprintf(buffer, sizeof buffer,
                  value > 0xFFFF ? "\\U%08x"
                  : value > 0xFF ? "\\u%04x"
                                 : "\\x%02x",
                  value);
    out += buffer;
  }
  return out += quote;
}

std::string real(double number) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.17g", number);
  return buffer;
}

// Builds `Name(field=value, …, lineno=…)`.
class Dumper {
 public:
  std::string take() { return std::move(out_); }

  void module(const Module& tree) {
    out_ += "Module(";
    first_ = true;
    list("body", tree.body);
    list("type_ignores", StatementList{});
    out_ += ')';
  }

 private:
  void field(const char* name) {
    if (!first_) out_ += ", ";
    first_ = false;
    (out_ += name) += '=';
  }
  void open(const char* name) {
    (out_ += name) += '(';
    first_ = true;
  }
  void close() {
    out_ += ')';
    first_ = false;
  }
  void close(const Position& p) {
    number("lineno", p.line), number("col_offset", p.column);
    number("end_lineno", p.end_line), number("end_col_offset", p.end_column);
    close();
  }
  void number(const char* name, int value) { field(name), out_ += std::to_string(value); }
  void text(const char* name, std::string_view value) { field(name), out_ += quoted(value, false); }
  void optional_text(const char* name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  void bare(const char* name, const char* value) { field(name), (out_ += value) += "()"; }
  template <class Node>
  void child(const char* name, const Node* node) {
    if (node) field(name), visit(node);
  }
  template <class Item>
  void list(const char* name, const Sequence<Item>& items) {
    field(name);
    out_ += '[';
    for (size_t i = 0; i < items.size(); ++i) {
      if (i) out_ += ", ";
      visit(items[i]);
    }
    out_ += ']';
    first_ = false;
  }
  void context(NameContext value) { bare("ctx", kContextNames[static_cast<int>(value)]); }

  void visit(std::string_view value) { out_ += quoted(value, false); }
  void visit(const Parameter& p) {
    open("arg");
    text("arg", p.name);
    child("annotation", p.annotation);
    close(p.position);
  }
  void visit(const Parameter* p) { visit(*p); }
  void visit(const Keyword& keyword) {
    open("keyword");
    optional_text("arg", keyword.name);
    child("value", keyword.value);
    close(keyword.position);
  }
  void visit(const Comprehension& c) {
    open("comprehension");
    child("target", c.target), child("iter", c.iterable), list("ifs", c.conditions);
    number("is_async", c.is_async);
    close();
  }
  void visit(const Alias& alias) {
    open("alias");
    text("name", alias.name), optional_text("asname", alias.asname);
    close(alias.position);
  }
  void visit(const WithItem& item) {
    open("withitem");
    child("context_expr", item.context), child("optional_vars", item.target);
    close();
  }
  void visit(const MatchCase& c) {
    open("match_case");
    child("pattern", c.pattern), child("guard", c.guard), list("body", c.body);
    close();
  }
  void visit(const ExceptHandler& handler) {
    open("ExceptHandler");
    child("type", handler.type), optional_text("name", handler.name), list("body", handler.body);
    close(handler.position);
  }
  void visit(const Comparison& op) { (out_ += kComparisonNames[static_cast<int>(op)]) += "()"; }
  void parameters(const Parameters& p) {
    field("args");
    open("arguments");
    list("posonlyargs", p.positional_only), list("args", p.positional);
    child("vararg", p.var_positional);
    list("kwonlyargs", p.keyword_only), list("kw_defaults", p.keyword_only_defaults);
    child("kwarg", p.var_keyword);
    list("defaults", p.defaults);
    close();
  }
  void constant(const Constant& c) {
    open("Constant");
    field("value");
    singleton(c.constant);
    switch (c.constant) {
      case ConstantKind::Ellipsis: out_ += "Ellipsis"; break;
      case ConstantKind::Integer: out_ += decimal(c.text); break;
      case ConstantKind::Float: out_ += real(c.number); break;
      case ConstantKind::Imaginary: out_ += real(c.number) + "j"; break;
      case ConstantKind::Text: out_ += quoted(c.text, false); break;
      case ConstantKind::Bytes: out_ += quoted(c.text, true); break;
      default: break;
    }
    if (c.is_unicode_prefixed) text("kind", "u");
    close(c.position);
  }
  void singleton(ConstantKind kind) {
    if (kind == ConstantKind::None) out_ += "None";
    if (kind == ConstantKind::True) out_ += "True";
    if (kind == ConstantKind::False) out_ += "False";
  }

  void visit(const Expression* e);
  void visit(const Statement* s);
  void visit(const Pattern* p);
  template <class Node>
  void comprehension(const char* name, const Node* node) {
    open(name);
    child("elt", node->element), list("generators", node->generators);
  }

  std::string out_;
  bool first_ = true;
};

void Dumper::visit(const Expression* e) {
  if (!e) {
    out_ += "None";
    return;
  }
  switch (e->kind) {
    case ExpressionKind::BoolOp: {
      auto* n = as<BoolOp>(e);
      open("BoolOp"), bare("op", n->op == BooleanOperator::And ? "And" : "Or"), list("values", n->values);
      break;
    }
    case ExpressionKind::NamedExpr:
      open("NamedExpr"), child<Expression>("target", as<NamedExpr>(e)->target),
          child("value", as<NamedExpr>(e)->value);
      break;
    case ExpressionKind::BinOp: {
      auto* n = as<BinOp>(e);
      open("BinOp"), child("left", n->left), bare("op", kBinaryNames[static_cast<int>(n->op)]),
          child("right", n->right);
      break;
    }
    case ExpressionKind::UnaryOp:
      open("UnaryOp"), bare("op", kUnaryNames[static_cast<int>(as<UnaryOp>(e)->op)]),
          child("operand", as<UnaryOp>(e)->operand);
      break;
    case ExpressionKind::Lambda:
      open("Lambda"), parameters(as<Lambda>(e)->parameters), child("body", as<Lambda>(e)->body);
      break;
    case ExpressionKind::IfExp: {
      auto* n = as<IfExp>(e);
      open("IfExp"), child("test", n->test), child("body", n->body), child("orelse", n->orelse);
      break;
    }
    case ExpressionKind::Dict:
      open("Dict"), list("keys", as<Dict>(e)->keys), list("values", as<Dict>(e)->values);
      break;
    case ExpressionKind::Set: open("Set"), list("elts", as<Set>(e)->elements); break;
    case ExpressionKind::ListComp: comprehension("ListComp", as<ListComp>(e)); break;
    case ExpressionKind::SetComp: comprehension("SetComp", as<SetComp>(e)); break;
    case ExpressionKind::GeneratorExp: comprehension("GeneratorExp", as<GeneratorExp>(e)); break;
    case ExpressionKind::DictComp: {
      auto* n = as<DictComp>(e);
      open("DictComp"), child("key", n->key), child("value", n->value), list("generators", n->generators);
      break;
    }
    case ExpressionKind::Await: open("Await"), child("value", as<Await>(e)->value); break;
    case ExpressionKind::Yield: open("Yield"), child("value", as<Yield>(e)->value); break;
    case ExpressionKind::YieldFrom: open("YieldFrom"), child("value", as<YieldFrom>(e)->value); break;
    case ExpressionKind::Compare: {
      auto* n = as<Compare>(e);
      open("Compare"), child("left", n->left), list("ops", n->comparisons),
          list("comparators", n->comparators);
      break;
    }
    case ExpressionKind::Call: {
      auto* n = as<Call>(e);
      open("Call"), child("func", n->function), list("args", n->arguments), list("keywords", n->keywords);
      break;
    }
    case ExpressionKind::FormattedValue: {
      auto* n = as<FormattedValue>(e);
      open("FormattedValue"), child("value", n->value), number("conversion", n->conversion);
      child<Expression>("format_spec", n->format_spec);
      break;
    }
    case ExpressionKind::JoinedStr: open("JoinedStr"), list("values", as<JoinedStr>(e)->values); break;
    case ExpressionKind::Constant: return constant(*as<Constant>(e));
    case ExpressionKind::Attribute: {
      auto* n = as<Attribute>(e);
      open("Attribute"), child("value", n->value), text("attr", n->attribute), context(n->context);
      break;
    }
    case ExpressionKind::Subscript: {
      auto* n = as<Subscript>(e);
      open("Subscript"), child("value", n->value), child("slice", n->slice), context(n->context);
      break;
    }
    case ExpressionKind::Starred:
      open("Starred"), child("value", as<Starred>(e)->value), context(as<Starred>(e)->context);
      break;
    case ExpressionKind::Name:
      open("Name"), text("id", as<Name>(e)->id), context(as<Name>(e)->context);
      break;
    case ExpressionKind::List:
      open("List"), list("elts", as<List>(e)->elements), context(as<List>(e)->context);
      break;
    case ExpressionKind::Tuple:
      open("Tuple"), list("elts", as<Tuple>(e)->elements), context(as<Tuple>(e)->context);
      break;
    case ExpressionKind::Slice: {
      auto* n = as<Slice>(e);
      open("Slice"), child("lower", n->lower), child("upper", n->upper), child("step", n->step);
      break;
    }
  }
  close(e->position);
}

void Dumper::visit(const Statement* s) {
  switch (s->kind) {
    case StatementKind::FunctionDef:
    case StatementKind::AsyncFunctionDef: {
      auto* n = as<FunctionDef>(s);
      open(s->kind == StatementKind::FunctionDef ? "FunctionDef" : "AsyncFunctionDef"), text("name", n->name);
      parameters(n->parameters), list("body", n->body), list("decorator_list", n->decorators),
          child("returns", n->returns);
      break;
    }
    case StatementKind::ClassDef: {
      auto* n = as<ClassDef>(s);
      open("ClassDef"), text("name", n->name), list("bases", n->bases), list("keywords", n->keywords);
      list("body", n->body), list("decorator_list", n->decorators);
      break;
    }
    case StatementKind::Return: open("Return"), child("value", as<Return>(s)->value); break;
    case StatementKind::Delete: open("Delete"), list("targets", as<Delete>(s)->targets); break;
    case StatementKind::Assign:
      open("Assign"), list("targets", as<Assign>(s)->targets), child("value", as<Assign>(s)->value);
      break;
    case StatementKind::AugAssign: {
      auto* n = as<AugAssign>(s);
      open("AugAssign"), child("target", n->target), bare("op", kBinaryNames[static_cast<int>(n->op)]),
          child("value", n->value);
      break;
    }
    case StatementKind::AnnAssign: {
      auto* n = as<AnnAssign>(s);
      open("AnnAssign"), child("target", n->target), child("annotation", n->annotation),
          child("value", n->value);
      number("simple", n->simple);
      break;
    }
    case StatementKind::For:
    case StatementKind::AsyncFor: {
      auto* n = as<For>(s);
      open(s->kind == StatementKind::For ? "For" : "AsyncFor"), child("target", n->target),
          child("iter", n->iterable);
      list("body", n->body), list("orelse", n->orelse);
      break;
    }
    case StatementKind::While: {
      auto* n = as<While>(s);
      open("While"), child("test", n->test), list("body", n->body), list("orelse", n->orelse);
      break;
    }
    case StatementKind::If: {
      auto* n = as<If>(s);
      open("If"), child("test", n->test), list("body", n->body), list("orelse", n->orelse);
      break;
    }
    case StatementKind::With:
    case StatementKind::AsyncWith:
      open(s->kind == StatementKind::With ? "With" : "AsyncWith"), list("items", as<With>(s)->items),
          list("body", as<With>(s)->body);
      break;
    case StatementKind::Match:
      open("Match"), child("subject", as<Match>(s)->subject), list("cases", as<Match>(s)->cases);
      break;
    case StatementKind::Raise:
      open("Raise"), child("exc", as<Raise>(s)->exception), child("cause", as<Raise>(s)->cause);
      break;
    case StatementKind::Try:
    case StatementKind::TryStar: {
      auto* n = as<Try>(s);
      open(s->kind == StatementKind::Try ? "Try" : "TryStar"), list("body", n->body),
          list("handlers", n->handlers);
      list("orelse", n->orelse), list("finalbody", n->finalbody);
      break;
    }
    case StatementKind::Assert:
      open("Assert"), child("test", as<Assert>(s)->test), child("msg", as<Assert>(s)->message);
      break;
    case StatementKind::Import: open("Import"), list("names", as<Import>(s)->names); break;
    case StatementKind::ImportFrom: {
      auto* n = as<ImportFrom>(s);
      open("ImportFrom"), optional_text("module", n->module), list("names", n->names),
          number("level", n->level);
      break;
    }
    case StatementKind::Global: open("Global"), list("names", as<Global>(s)->names); break;
    case StatementKind::Nonlocal: open("Nonlocal"), list("names", as<Nonlocal>(s)->names); break;
    case StatementKind::Expr: open("Expr"), child("value", as<Expr>(s)->value); break;
    case StatementKind::Pass: open("Pass"); break;
    case StatementKind::Break: open("Break"); break;
    case StatementKind::Continue: open("Continue"); break;
  }
  close(s->position);
}

void Dumper::visit(const Pattern* p) {
  switch (p->kind) {
    case PatternKind::Value: open("MatchValue"), child("value", as<MatchValue>(p)->value); break;
    case PatternKind::Singleton:
      open("MatchSingleton"), field("value"), singleton(as<MatchSingleton>(p)->value);
      break;
    case PatternKind::Sequence:
      open("MatchSequence"), list("patterns", as<MatchSequence>(p)->patterns);
      break;
    case PatternKind::Mapping: {
      auto* n = as<MatchMapping>(p);
      open("MatchMapping"), list("keys", n->keys), list("patterns", n->patterns),
          optional_text("rest", n->rest);
      break;
    }
    case PatternKind::Class: {
      auto* n = as<MatchClass>(p);
      open("MatchClass"), child("cls", n->cls), list("patterns", n->patterns),
          list("kwd_attrs", n->keyword_names);
      list("kwd_patterns", n->keyword_patterns);
      break;
    }
    case PatternKind::Star: open("MatchStar"), optional_text("name", as<MatchStar>(p)->name); break;
    case PatternKind::As:
      open("MatchAs"), child("pattern", as<MatchAs>(p)->pattern), optional_text("name", as<MatchAs>(p)->name);
      break;
    case PatternKind::Or: open("MatchOr"), list("patterns", as<MatchOr>(p)->patterns); break;
  }
  close(p->position);
}

const char* kind_name(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::Syntax: return "SyntaxError";
    case ProblemKind::Indentation: return "IndentationError";
    case ProblemKind::Tab: return "TabError";
    case ProblemKind::Unsupported: return "Unsupported";
  }
  return "";
}

// One line for a text: its tree, or its problem.
bool print(const std::string& source) {
  auto result = parse_module(source);
  if (auto* tree = std::get_if<Tree>(&result)) {
    Dumper dumper;
    dumper.module(tree->module);
    std::cout << dumper.take() << "\n";
    return true;
  }
  auto& p = std::get<Problem>(result);
  std::cout << kind_name(p.kind) << '|' << p.position.line << '|' << p.position.column << '|' << p.message
            << "\n";
  return false;
}

std::string read_file(const char* name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Texts one after the other on standard input, each after a line with its size: one line of output for each.
int serve() {
  for (size_t size; std::cin >> size;) {
    std::cin.get();
    std::string source(size, '\0');
    std::cin.read(source.data(), static_cast<std::streamsize>(size));
    print(source);
    std::cout.flush();
  }
  return 0;
}

int measure(const std::string& source, int repeats) {
  auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < repeats; ++i) parse_module(source);
  std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  std::cout << time.count() / repeats << " ms\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--serve") return serve();
  if (argc == 4 && std::string_view(argv[1]) == "--repeat")
    return measure(read_file(argv[3]), std::stoi(argv[2]));
  if (argc != 2) {
    std::cerr << "usage: dump_ast FILE | --serve | --repeat N FILE\n";
    return 2;
  }
  return print(read_file(argv[1])) ? 0 : 1;
}

#include "interpreter/modules/re/pattern.h"

#include <map>

#include "interpreter/modules/re/pattern_parser.h"
#include "interpreter/modules/re/pcre_pattern.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python::re {

namespace {

// CPython's parser is Python: it takes time by the length of the pattern.
constexpr int64_t kCompileCost = 12'000, kCompileCharacterCost = 1'400;

// What is outside of the heap must go with it.
std::map<const CompiledPattern*, std::unique_ptr<CompiledPattern>> all_compiled;
const AtReset forget_all([] { all_compiled.clear(); });

CompiledPattern* keep(ParsedPattern parsed) {
  auto compiled = std::make_unique<CompiledPattern>(std::move(parsed));
  CompiledPattern* result = compiled.get();
  all_compiled.emplace(result, std::move(compiled));
  return result;
}

char32_t widest_of(int width) {
  return width == 1 ? 0xFF : width == 2 ? 0xFFFF : 0x10FFFF;
}

// A function or class of the module re; null: there is no such module.
Value from_module(Vm& vm, const char* name) {
  const Value module = dict_get_str(vm.modules, intern("re"));
  return module.is_null() ? kNull : dict_get_str(module.as<Module>()->dictionary, intern(name));
}

Ref make_group_index(const ParsedPattern& parsed) {
  Ref index = Ref::take(new_dict());
  for (const GroupName& group : parsed.names) {
    Ref name = make_str(group.name.data(), std::ssize(group.name));
    dict_set_str(index.as<Dict>(), intern(name.as<Str>()), Value::small(group.group));
  }
  return index;
}

}  // namespace

Matcher* CompiledPattern::matcher(Vm& vm, int width) {
  std::unique_ptr<Matcher>& matcher = matchers_[widths_[width / 2] / 2];
  if (matcher) return matcher.get();
  const MatcherOptions options{widths_[width / 2], (parsed_.flags & kUnicode) != 0, parsed_.group_count};
  std::string problem;
  bool too_large = false;
  matcher = make_matcher(pcre_pattern(parsed_, widest_of(options.width)), options, &problem, &too_large);
  if (matcher) return matcher.get();
  if (too_large && options.width < 4) {
    widths_[width / 2] = 4;
    return this->matcher(vm, width);
  }
  raise_problem(vm, {Problem::Kind::PatternError, problem}, kNone);
  return nullptr;
}

bool show_warnings(Vm& vm, const std::vector<PatternWarning>& warnings, int frames) {
  const Value warn = from_module(vm, "_warn");
  for (const PatternWarning& warning : warnings) {
    if (warn.is_null()) break;
    Ref message = make_str(warning.message);
    Ref shown = call(vm, warn, {message, Value::of(warning.deprecated), Value::small(frames)});
    if (!shown) return false;
  }
  return true;
}

Ref raise_problem(Vm& vm, const Problem& problem, Value text) {
  switch (problem.kind) {
    case Problem::Kind::None:
    case Problem::Kind::PatternError: break;
    case Problem::Kind::ValueError: return raise(vm, exceptions::ValueError, problem.message);
    case Problem::Kind::OverflowError: return raise(vm, exceptions::OverflowError, problem.message);
    case Problem::Kind::IndexError: return raise(vm, exceptions::IndexError, problem.message);
    case Problem::Kind::RecursionError: return raise(vm, exceptions::RecursionError, problem.message);
  }
  const Value error = from_module(vm, "error");
  if (error.is_null()) return raise(vm, exceptions::ValueError, problem.message);
  Ref message = make_str(problem.message), position = make_int(problem.position);
  Ref exception =
      problem.position < 0 ? call(vm, error, {message}) : call(vm, error, {message, text, position});
  return exception ? raise_exception(vm, exception) : Ref();
}

bool refuse_to_set(Vm& vm, Value, Value) {
  return fail(vm, exceptions::AttributeError, "readonly attribute");
}

bool read_characters(Vm& vm, Value text, std::u32string* characters) {
  if (is_str(text)) {
    const auto* str = text.as<Str>();
    visit_text(str, [&](const auto* data) { characters->assign(data, data + str->length); });
    return true;
  }
  HeldBuffer octets;
  if (!octets.hold(vm, text)) return false;
  const auto* data = reinterpret_cast<const uint8_t*>(octets.data());
  characters->assign(data, data + octets.size());
  return true;
}

Ref make_pattern(Vm& vm, Value text, uint32_t flags) {
  std::u32string characters;
  if (!read_characters(vm, text, &characters)) return {};
  vm.charge(kCompileCost + kCompileCharacterCost * std::ssize(characters));
  ParsedPattern parsed = parse_pattern(std::move(characters), is_str(text), flags);
  if (!show_warnings(vm, parsed.warnings, 2)) return {};
  if (parsed.problem.kind != Problem::Kind::None) return raise_problem(vm, parsed.problem, text);
  Ref group_index = make_group_index(parsed);
  auto* pattern = new_with_members<Pattern>(&pattern_type);
  Ref result = Ref::take(pattern);
  pattern->compiled = keep(std::move(parsed));
  incref(pattern->pattern = text);
  pattern->group_index = group_index.release();
  return pattern->compiled->matcher(vm, 1) ? result : Ref();
}

void drop_compiled(CompiledPattern* compiled) {
  all_compiled.erase(compiled);
}

}  // namespace gilsim::python::re

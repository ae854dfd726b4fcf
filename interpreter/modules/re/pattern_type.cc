// The type re.Pattern.
#include "interpreter/modules/re/pattern_methods.h"
#include "interpreter/modules/re/search.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/mapping_proxy.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/imports.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python::re {

Type pattern_type;

namespace {

Pattern* self_of(Value self) {
  return self.as<Pattern>();
}

void destroy_pattern(Object* object) {
  if (CompiledPattern* compiled = static_cast<Pattern*>(object)->compiled) drop_compiled(compiled);
  destroy_members<Pattern>(object);
}

// re.compile('a', re.IGNORECASE)
Ref repr_pattern(Vm& vm, Value self) {
  static constexpr std::pair<uint32_t, const char*> kNames[] = {
      {kTemplate, "TEMPLATE"},   {kIgnoreCase, "IGNORECASE"}, {kLocale, "LOCALE"},
      {kMultiline, "MULTILINE"}, {kDotAll, "DOTALL"},         {kUnicode, "UNICODE"},
      {kVerbose, "VERBOSE"},     {kDebug, "DEBUG"},           {kAscii, "ASCII"}};
  Ref pattern = repr(vm, self_of(self)->pattern);
  if (!pattern) return {};
  uint32_t flags = self_of(self)->flags();
  if (self_of(self)->is_text()) flags &= ~kUnicode;
  std::string names;
  for (const auto& [flag, name] : kNames) {
    if (flags & flag) names += fmt::format("{}re.{}", names.empty() ? "" : "|", name);
    flags &= ~flag;
  }
  if (flags) names += fmt::format("{}0x{:x}", names.empty() ? "" : "|", flags);
  TextBuilder text;
  text.append("re.compile(");
  text.append(pattern.as<Str>(), 0, std::min<int64_t>(pattern.as<Str>()->length, 200));
  text.append(names.empty() ? "" : ", " + names);
  text.append(")");
  return text.finish();
}

bool hash_pattern(Vm& vm, Value self, Hash* result) {
  if (!hash(vm, self_of(self)->pattern, result)) return false;
  *result ^= static_cast<Hash>(self_of(self)->flags()) << 8;
  if (*result == -1) *result = -2;
  return true;
}

Ref compare_patterns(Vm& vm, Value left, Value right, CompareOperator op) {
  const bool asks_equality = op == CompareOperator::Equal || op == CompareOperator::NotEqual;
  if (type_of(left) != type_of(right) || !asks_equality) return kNotImplemented;
  const Pattern *one = self_of(left), *other = self_of(right);
  if (one->flags() != other->flags() || one->is_text() != other->is_text())
    return Value::of(op == CompareOperator::NotEqual);
  return compare(vm, one->pattern, other->pattern, op);
}

template <Where where>
Ref find_one(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kMethodNames[] = {"search", "match", "fullmatch"};
  SearchArguments read;
  if (!read_search_arguments(vm, arguments, kMethodNames[static_cast<int>(where)], &read)) return {};
  Search search(vm, pattern_of(arguments));
  if (!search.begin(read.string, read.position, read.end_position)) return {};
  const Outcome outcome = search.next(where);
  if (outcome == Outcome::Found) return search.make_match();
  return outcome == Outcome::NotFound ? Ref(kNone) : Ref();
}

// What findall gives for a match: the whole, the one group, or a tuple of the groups.
Ref found_item(const Pattern* pattern, const Search& search) {
  const int groups = pattern->group_count();
  if (groups < 2) return search.group(groups);
  Ref row = Ref::take(new_tuple(groups));
  for (int i = 0; i < groups; ++i) row.as<Tuple>()->items[i] = search.group(i + 1).release();
  return row;
}

Ref findall(Vm& vm, const Arguments& arguments) {
  SearchArguments read;
  if (!read_search_arguments(vm, arguments, "findall", &read)) return {};
  Pattern* pattern = pattern_of(arguments);
  Search search(vm, pattern);
  if (!search.begin(read.string, read.position, read.end_position)) return {};
  Ref list = Ref::take(new_list());
  Outcome outcome;
  while ((outcome = search.next()) == Outcome::Found) {
    vm.charge(30);
    list_append_owned(list.as<List>(), found_item(pattern, search).release());
  }
  return outcome == Outcome::Failed ? Ref() : list;
}

Ref split(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"string", "maxsplit"};
  Value values[2];
  int64_t most = 0;
  if (!bind(vm, arguments.without_first(), {"split", kNames, 2, 0, 1}, values)) return {};
  if (!values[1].is_null() && !as_int64(vm, values[1], &most)) return {};
  Pattern* pattern = pattern_of(arguments);
  Search search(vm, pattern);
  if (!search.begin(values[0])) return {};
  Ref list = Ref::take(new_list());
  auto* parts = list.as<List>();
  int64_t done = 0;
  for (int64_t count = 0; most == 0 || count < most; ++count) {
    const Outcome outcome = search.next();
    if (outcome == Outcome::Failed) return {};
    if (outcome == Outcome::NotFound) break;
    vm.charge(30);
    list_append_owned(parts, search.slice(done, search.start()).release());
    for (int group = 1; group <= pattern->group_count(); ++group)
      list_append_owned(parts, search.start(group) < 0 ? kNone : search.group(group).release());
    done = search.end();
  }
  list_append_owned(parts, search.slice(done, INT64_MAX).release());
  return list;
}

Ref itself(Vm&, const Arguments& arguments) {
  return arguments[0];
}

// Pickles hold the expression and its flags.
Ref reduce(Vm& vm, const Arguments& arguments) {
  Ref module = import_module(interpreter(vm), "re");
  Ref compile = module ? get_attribute(vm, module, intern("_compile")) : Ref();
  if (!compile) return {};
  Pattern* self = self_of(arguments[0]);
  Ref flags = make_int(static_cast<int64_t>(self->flags()));
  return make_tuple({compile.get(), make_tuple({self->pattern, flags.get()})});
}

Ref get_group_index(Vm&, Value self) {
  return make_mapping_proxy(self_of(self)->group_index);
}

constexpr NativeDescription kMethods[] = {
    {"match", find_one<Where::AtStart>, kAny,
     "Matches zero or more characters at the beginning of the string."},
    {"fullmatch", find_one<Where::Whole>, kAny, "Matches against all of the string."},
    {"search", find_one<Where::Anywhere>, kAny,
     "Scan through string looking for a match, and return a corresponding match object instance."},
    {"sub", pattern_sub, kAny},
    {"subn", pattern_subn, kAny},
    {"findall", findall, kAny, "Return a list of all non-overlapping matches of pattern in string."},
    {"split", split, kAny, "Split string by the occurrences of pattern."},
    {"finditer", pattern_finditer, kAny},
    {"scanner", pattern_scanner, kAny},
    {"__copy__", itself, {0, 0}},
    {"__deepcopy__", itself, {1, 1}},
    {"__reduce__", reduce, {0, 0}},
};
constexpr NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"}};
constexpr GetterDescription kGetters[] = {
    {"pattern", [](Vm&, Value self) { return Ref(self_of(self)->pattern); }, refuse_to_set},
    {"flags", [](Vm&, Value self) { return make_int(static_cast<int64_t>(self_of(self)->flags())); },
     refuse_to_set},
    {"groups", [](Vm&, Value self) { return make_int(self_of(self)->group_count()); }, refuse_to_set},
    {"groupindex", get_group_index},
};

}  // namespace

bool read_search_arguments(Vm& vm, const Arguments& arguments, const char* method, SearchArguments* read) {
  static constexpr const char* kNames[] = {"string", "pos", "endpos"};
  Value values[3];
  if (!bind(vm, arguments.without_first(), {method, kNames, 3, 0, 1}, values)) return false;
  if (!values[1].is_null() && !as_int64(vm, values[1], &read->position)) return false;
  if (!values[2].is_null() && !as_int64(vm, values[2], &read->end_position)) return false;
  read->string = values[0];
  return true;
}

void add_pattern_type(Module* module) {
  Operations operations;
  operations.destroy = destroy_pattern;
  operations.traverse = traverse_members<Pattern>;
  operations.repr = repr_pattern;
  operations.hash = hash_pattern;
  operations.compare = compare_patterns;
  define_type(pattern_type, {.name = "re.Pattern",
                             .base = nullptr,
                             .basic_size = sizeof(Pattern),
                             .flags = kTracked,
                             .operations = operations,
                             .methods = kMethods,
                             .class_methods = kClassMethods,
                             .getters = kGetters,
                             .doc = "Compiled regular expression object."});
  dict_set_str(module->dictionary, pattern_type.name, Value::of(&pattern_type));
}

}  // namespace gilsim::python::re

// The type re.Match.
#include "interpreter/modules/re/replacement.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::re {

Type match_type;

namespace {

constexpr int64_t kGroupCost = 25;

Match* self_of(Value self) {
  return self.as<Match>();
}
Match* self_of(const Arguments& arguments) {
  return self_of(arguments[0]);
}
Pattern* pattern_of(const Match* match) {
  return match->pattern.as<Pattern>();
}

void destroy_match(Object* object) {
  auto* match = static_cast<Match*>(object);
  decref(match->pattern);
  decref(match->string);
  free_object(object, sizeof(Match) + static_cast<size_t>(match->span_count) * sizeof(Span));
}

void traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<Match*>(object)->pattern);
  visitor.visit(static_cast<Match*>(object)->string);
}

// The group that a number or name means; -1: none, an exception is pending.
int group_number(Vm& vm, const Match* match, Value key) {
  int64_t number = -1;
  if (is_index(key)) {
    Ref index = python::index(vm, key);
    if (!index) return -1;
    number = int64_of(index).value_or(-1);
  } else {
    Value found;
    const int known = dict_lookup(vm, pattern_of(match)->group_index.as<Dict>(), key, &found);
    if (known < 0) return -1;
    if (known) number = found.small();
  }
  if (number >= 0 && number < match->span_count) return static_cast<int>(number);
  raise(vm, exceptions::IndexError, "no such group");
  return -1;
}

// The texts of a match's groups.
class GroupTexts {
 public:
  GroupTexts(Vm& vm, const Match* match) : vm_(vm), match_(match) {}

  bool begin() { return held_.hold(vm_, match_->string); }  // false: an exception is pending
  Ref get(int64_t group, Value otherwise) const {
    const Span span = match_->spans[group];
    vm_.charge(kGroupCost);
    return span.start < 0 ? Ref(otherwise) : held_.slice(span.start, span.end);
  }
  Ref nothing() const { return held_.slice(0, 0); }

 private:
  Vm& vm_;
  const Match* match_;
  HeldSubject held_;
};

Ref group_text(Vm& vm, const Match* match, int group) {
  GroupTexts texts(vm, match);
  return texts.begin() ? texts.get(group, kNone) : Ref();
}

Ref group_by_key(Vm& vm, Value self, Value key) {
  const int number = group_number(vm, self_of(self), key);
  return number < 0 ? Ref() : group_text(vm, self_of(self), number);
}

Ref group(Vm& vm, const Arguments& arguments) {
  const size_t count = arguments.size() - 1;
  if (count == 0) return group_text(vm, self_of(arguments), 0);
  if (count == 1) return group_by_key(vm, arguments[0], arguments[1]);
  Ref row = Ref::take(new_tuple(static_cast<int64_t>(count)));
  for (size_t i = 0; i < count; ++i) {
    Ref text = group_by_key(vm, arguments[0], arguments[i + 1]);
    if (!text) return {};
    row.as<Tuple>()->items[i] = text.release();
  }
  return row;
}

bool read_default(Vm& vm, const Arguments& arguments, const char* method, Value* otherwise) {
  static constexpr const char* kNames[] = {"default"};
  if (!bind(vm, arguments.without_first(), {method, kNames, 1, 0, 0}, otherwise)) return false;
  if (otherwise->is_null()) *otherwise = kNone;
  return true;
}

Ref groups(Vm& vm, const Arguments& arguments) {
  Value otherwise;
  if (!read_default(vm, arguments, "groups", &otherwise)) return {};
  const Match* match = self_of(arguments);
  GroupTexts texts(vm, match);
  if (!texts.begin()) return {};
  Ref row = Ref::take(new_tuple(match->span_count - 1));
  for (int i = 1; i < match->span_count; ++i)
    row.as<Tuple>()->items[i - 1] = texts.get(i, otherwise).release();
  return row;
}

Ref groupdict(Vm& vm, const Arguments& arguments) {
  Value otherwise, name, number;
  if (!read_default(vm, arguments, "groupdict", &otherwise)) return {};
  const Match* match = self_of(arguments);
  GroupTexts texts(vm, match);
  if (!texts.begin()) return {};
  Ref result = Ref::take(new_dict());
  for (int32_t i = 0; dict_next(pattern_of(match)->group_index.as<Dict>(), i, &name, &number);)
    dict_set_str(result.as<Dict>(), name.as<Str>(), texts.get(number.small(), otherwise));
  return result;
}

// The span of the group that is named, of group 0 by default. False: IndexError pending.
bool read_span(Vm& vm, const Arguments& arguments, Span* span) {
  const int number = arguments.size() > 1 ? group_number(vm, self_of(arguments), arguments[1]) : 0;
  if (number >= 0) *span = self_of(arguments)->spans[number];
  return number >= 0;
}

Ref start(Vm& vm, const Arguments& arguments) {
  Span span;
  return read_span(vm, arguments, &span) ? make_int(span.start) : Ref();
}

Ref end(Vm& vm, const Arguments& arguments) {
  Span span;
  return read_span(vm, arguments, &span) ? make_int(span.end) : Ref();
}

Ref pair_of(Span span) {
  return make_tuple({make_int(span.start), make_int(span.end)});
}

Ref span(Vm& vm, const Arguments& arguments) {
  Span found;
  return read_span(vm, arguments, &found) ? pair_of(found) : Ref();
}

Ref expand(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"template"};
  Value text;
  if (!bind(vm, arguments.without_first(), {"expand", kNames, 1, 0, 1}, &text)) return {};
  const Match* match = self_of(arguments);
  Replacement replacement;
  GroupTexts texts(vm, match);
  if (!parse_replacement(vm, pattern_of(match), text, &replacement) || !texts.begin()) return {};
  Pieces pieces(pattern_of(match)->is_text());
  for (const ReplacementPart& part : replacement)
    pieces.add(part.text ? part.text : texts.get(part.group, texts.nothing()));
  return pieces.join(vm);
}

// <re.Match object; span=(0, 1), match='a'>
Ref repr_match(Vm& vm, Value self) {
  const Match* match = self_of(self);
  Ref matched = group_text(vm, match, 0);
  Ref shown = matched ? repr(vm, matched) : Ref();
  if (!shown) return {};
  TextBuilder text;
  text.append(
      fmt::format("<re.Match object; span=({}, {}), match=", match->spans[0].start, match->spans[0].end));
  text.append(shown.as<Str>(), 0, std::min<int64_t>(shown.as<Str>()->length, 50));
  text.append(">");
  return text.finish();
}

Ref get_last_index(Vm&, Value self) {
  const int32_t last = self_of(self)->last_index;
  return last ? make_int(last) : Ref(kNone);
}

Ref get_last_group(Vm&, Value self) {
  Value name, number;
  for (int32_t i = 0; dict_next(pattern_of(self_of(self))->group_index.as<Dict>(), i, &name, &number);)
    if (number.small() == self_of(self)->last_index) return name;
  return kNone;
}

Ref get_spans(Vm&, Value self) {
  const Match* match = self_of(self);
  Ref row = Ref::take(new_tuple(match->span_count));
  for (int i = 0; i < match->span_count; ++i) row.as<Tuple>()->items[i] = pair_of(match->spans[i]).release();
  return row;
}

// What has __getitem__ is iterable otherwise.
Ref refuse_iteration(Vm& vm, Value) {
  return raise(vm, exceptions::TypeError, "'re.Match' object is not iterable");
}

Ref itself(Vm&, const Arguments& arguments) {
  return arguments[0];
}

constexpr NativeDescription kMethods[] = {
    {"group", group, {0, -1}},
    {"groups", groups, kAny, "Return a tuple containing all the subgroups of the match, from 1."},
    {"groupdict", groupdict, kAny},
    {"start", start, {0, 1}, "Return index of the start of the substring matched by group."},
    {"end", end, {0, 1}, "Return index of the end of the substring matched by group."},
    {"span", span, {0, 1}},
    {"expand", expand, kAny},
    {"__copy__", itself, {0, 0}},
    {"__deepcopy__", itself, {1, 1}},
};
constexpr NativeDescription kClassMethods[] = {{"__class_getitem__", class_getitem, {1, 1}, "See PEP 585"}};
constexpr GetterDescription kGetters[] = {
    {"string", [](Vm&, Value self) { return Ref(self_of(self)->string); }, refuse_to_set},
    {"re", [](Vm&, Value self) { return Ref(self_of(self)->pattern); }, refuse_to_set},
    {"pos", [](Vm&, Value self) { return make_int(self_of(self)->position); }, refuse_to_set},
    {"endpos", [](Vm&, Value self) { return make_int(self_of(self)->end_position); }, refuse_to_set},
    {"lastindex", get_last_index},
    {"lastgroup", get_last_group},
    {"regs", get_spans},
};

}  // namespace

void add_match_type(Module* module) {
  Operations operations;
  operations.destroy = destroy_match;
  operations.traverse = traverse;
  operations.repr = repr_match;
  operations.get_item = group_by_key;
  define_type(
      match_type,
      {.name = "re.Match",
       .base = nullptr,
       .basic_size = sizeof(Match),
       .flags = kTracked,
       .operations = operations,
       .methods = kMethods,
       .class_methods = kClassMethods,
       .getters = kGetters,
       .doc =
           "The result of re.match() and re.search().\nMatch objects always have a boolean value of True."});
  // Not part of the definition: there is no __iter__ either.
  match_type.operations.iterate = refuse_iteration;
  dict_set_str(module->dictionary, match_type.name, Value::of(&match_type));
}

}  // namespace gilsim::python::re

// What goes on from match to match: the iterator that finditer gives, and scanners.
#include "interpreter/modules/re/pattern_methods.h"
#include "interpreter/modules/re/search.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/sequence.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::re {

namespace {

struct Scanner : Object {
  Value pattern, string;
  int64_t first, end_position;
  int64_t position;  // -1: nothing more was found
  bool advance;
  HeldBuffer held;  // of what is no str, from the first match to the last
  auto references() { return std::tie(pattern, string); }
};
Type scanner_type, match_iterator_type;

Ref make_scanner(Vm& vm, const Arguments& arguments, const char* method, Type* type) {
  SearchArguments read;
  if (!read_search_arguments(vm, arguments, method, &read)) return {};
  Search first(vm, pattern_of(arguments));
  if (!first.begin(read.string)) return {};
  auto* scanner = new_with_members<Scanner>(type);
  new (&scanner->held) HeldBuffer;
  incref(scanner->pattern = arguments[0]);
  incref(scanner->string = read.string);
  scanner->first = scanner->position = std::max<int64_t>(read.position, 0);
  scanner->end_position = read.end_position;
  scanner->advance = false;
  Ref result = Ref::take(scanner);
  return is_str(read.string) || scanner->held.hold(vm, read.string) ? result : Ref();
}

// The next match; null without a pending exception: none.
Ref scan(Vm& vm, Scanner* scanner, Where where) {
  if (scanner->position < 0) return {};
  Search search(vm, scanner->pattern.as<Pattern>());
  if (!search.begin(scanner->string, scanner->first, scanner->end_position)) return {};
  search.resume(scanner->position, scanner->advance);
  const Outcome outcome = search.next(where);
  scanner->position = outcome == Outcome::Found ? search.position() : -1;
  scanner->advance = search.advances();
  return outcome == Outcome::Found ? search.make_match() : Ref();
}

void destroy_scanner(Object* object) {
  static_cast<Scanner*>(object)->held.release();
  destroy_members<Scanner>(object);
}

Ref next_match(Vm& vm, Value self) {
  return scan(vm, self.as<Scanner>(), Where::Anywhere);
}

template <Where where>
Ref scan_method(Vm& vm, const Arguments& arguments) {
  Ref match = scan(vm, arguments[0].as<Scanner>(), where);
  return match || is_pending(vm) ? match : Ref(kNone);
}

constexpr NativeDescription kMethods[] = {
    {"match", scan_method<Where::AtStart>, {0, 0}},
    {"search", scan_method<Where::Anywhere>, {0, 0}},
};
constexpr GetterDescription kGetters[] = {
    {"pattern", [](Vm&, Value self) { return Ref(self.as<Scanner>()->pattern); }},
};

}  // namespace

Ref pattern_finditer(Vm& vm, const Arguments& arguments) {
  return make_scanner(vm, arguments, "finditer", &match_iterator_type);
}
Ref pattern_scanner(Vm& vm, const Arguments& arguments) {
  return make_scanner(vm, arguments, "scanner", &scanner_type);
}

void define_scanner_types() {
  Operations operations;
  operations.destroy = destroy_scanner;
  operations.traverse = traverse_members<Scanner>;
  define_type(scanner_type, {.name = "_sre.SRE_Scanner",
                             .base = nullptr,
                             .basic_size = sizeof(Scanner),
                             .flags = kTracked,
                             .operations = operations,
                             .methods = kMethods,
                             .getters = kGetters});
  Operations iterator_operations = python::iterator_operations<Scanner>(next_match);
  iterator_operations.destroy = destroy_scanner;
  define_type(match_iterator_type, {.name = "callable_iterator",
                                    .base = nullptr,
                                    .basic_size = sizeof(Scanner),
                                    .flags = kTracked,
                                    .operations = iterator_operations});
}

}  // namespace gilsim::python::re

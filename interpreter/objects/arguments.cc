#include "interpreter/objects/arguments.h"

#include <algorithm>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

namespace {

const char* plural(int64_t count) { return count == 1 ? "" : "s"; }

int find_parameter(const ParameterList& parameters, const Str* name) {
  std::string text = to_utf8(name);
  for (int i = parameters.positional_only; i < parameters.count; ++i)
    if (text == parameters.names[i]) return i;
  return -1;
}

bool check_counts(Vm& vm, const Arguments& arguments, const ParameterList& parameters) {
  int given = static_cast<int>(arguments.size()), named = static_cast<int>(arguments.keyword_count());
  int most_positional = parameters.keyword_only_from < 0 ? parameters.count : parameters.keyword_only_from;
  if (given + named > parameters.count) {
    raise(vm, exceptions::TypeError, "{}() takes {} {} {}argument{} ({} given)", parameters.function,
          parameters.required < parameters.count ? "at most" : "exactly", parameters.count, given == 0 ? "keyword " : "",
          plural(parameters.count), given + named);
    return false;
  }
  if (given <= most_positional) return true;
  if (most_positional == 0)
    raise(vm, exceptions::TypeError, "{}() takes no positional arguments", parameters.function);
  else
    raise(vm, exceptions::TypeError, "{}() takes {} {} positional argument{} ({} given)", parameters.function,
          parameters.required < most_positional ? "at most" : "exactly", most_positional, plural(most_positional), given);
  return false;
}

}  // namespace

bool bind(Vm& vm, const Arguments& arguments, const ParameterList& parameters, Value* out) {
  const auto given = static_cast<int>(arguments.size());
  if (!arguments.keyword_names && given >= parameters.required && given <= parameters.count && parameters.keyword_only_from < 0) {
    for (int i = 0; i < parameters.count; ++i) out[i] = i < given ? arguments[static_cast<size_t>(i)] : kNull;
    return true;
  }
  if (!check_counts(vm, arguments, parameters)) return false;
  for (int i = 0; i < parameters.count; ++i) out[i] = arguments.optional(static_cast<size_t>(i));
  for (size_t k = 0; k < arguments.keyword_count(); ++k) {
    int position = find_parameter(parameters, arguments.keyword_name(k));
    if (position < 0) {
      raise(vm, exceptions::TypeError, "'{}' is an invalid keyword argument for {}()", to_utf8(arguments.keyword_name(k)),
            parameters.function);
      return false;
    }
    if (!out[position].is_null()) {
      raise(vm, exceptions::TypeError, "argument for {}() given by name ('{}') and position ({})", parameters.function,
            parameters.names[position], position + 1);
      return false;
    }
    out[position] = arguments.keyword_value(k);
  }
  for (int i = 0; i < parameters.required; ++i) {
    if (!out[i].is_null()) continue;
    if (i < parameters.positional_only) {
      const int least = std::min(parameters.positional_only, parameters.required);
      const int most = parameters.keyword_only_from < 0 ? parameters.count : parameters.keyword_only_from;
      return fail(vm, exceptions::TypeError, "{}() takes {} {} positional argument{} ({} given)", parameters.function,
                  least == most ? "exactly" : "at least", least, least == 1 ? "" : "s", arguments.size());
    }
    raise(vm, exceptions::TypeError, "{}() missing required argument '{}' (pos {})", parameters.function, parameters.names[i], i + 1);
    return false;
  }
  return true;
}

}  // namespace gilsim::python

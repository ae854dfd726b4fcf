// traceback.h: what a misspelt name may have meant, by CPython's edit distance.
#include <algorithm>
#include <array>
#include <climits>

#include "interpreter/objects/attributes.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/traceback.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

constexpr int kMove = 2, kCase = 1;  // costs of changing, adding or dropping a letter, and of changing its case only
constexpr size_t kLongest = 40, kMostCandidates = 750;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
int change_cost(char a, char b) { return a == b ? 0 : lower(a) == lower(b) ? kCase : kMove; }

void strip_common_ends(std::string_view& a, std::string_view& b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
}

// Levenshtein's distance by rows; more than `most` means "too far".
int distance(std::string_view a, std::string_view b, int most) {
  strip_common_ends(a, b);
  if (a.empty() || b.empty()) return static_cast<int>(a.size() + b.size()) * kMove;
  if (a.size() > kLongest || b.size() > kLongest) return most + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if (static_cast<int>(b.size() - a.size()) * kMove > most) return most + 1;
  std::array<int, kLongest> row;
  for (size_t i = 0; i < a.size(); ++i) row[i] = static_cast<int>(i + 1) * kMove;
  int result = 0;
  for (size_t k = 0; k < b.size(); ++k) {
    int diagonal = static_cast<int>(k) * kMove, least = INT_MAX;
    result = diagonal + kMove;
    for (size_t i = 0; i < a.size(); ++i) {
      int substituted = diagonal + change_cost(b[k], a[i]);
      diagonal = row[i];
      result = std::min(substituted, std::min(result, diagonal) + kMove);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > most) return most + 1;
  }
  return result;
}

std::string nearest(const std::string& wrong, Value candidates) {
  auto* list = candidates.as<List>();
  if (static_cast<size_t>(list->size) >= kMostCandidates) return "";
  std::string best;
  int best_distance = INT_MAX;
  for (int64_t i = 0; i < list->size; ++i) {
    if (!is_str(list->items[i])) continue;
    std::string candidate = to_utf8(list->items[i]);
    if (candidate == wrong) continue;
    int most = std::min(static_cast<int>(wrong.size() + candidate.size() + 3) * kMove / 6, best_distance - 1);
    int current = distance(wrong, candidate, most);
    if (current > most) continue;
    best = candidate;
    best_distance = current;
  }
  return best;
}

Ref attributes_of_object(Vm& vm, Value object) {
  SpecialMethod method = find_special(vm, object, names.dir);
  Ref listed = method ? call_special(vm, method, object) : Ref();
  Ref list = listed ? to_list(vm, listed) : Ref();
  return list && list_sort(vm, list.as<List>(), kNone, false) ? list : Ref();
}

std::string suggest_attribute(Vm& vm, Value exception) {
  Value* fields = exception.as<BaseException>()->fields();
  Value name = fields[exception_fields::AttributeError_name], object = fields[exception_fields::AttributeError_obj];
  if (name.is_null() || !is_str(name) || object.is_null()) return "";
  Ref candidates = attributes_of_object(vm, object);
  return candidates ? nearest(to_utf8(name), candidates) : "";
}

// Scopes are asked one after the other: locals of the frame that failed, globals, built-ins.
std::string suggest_variable(Vm& vm, Value exception) {
  Value name = exception_field(exception, exception_fields::NameError_name);
  const Traceback* entry = exception.as<BaseException>()->traceback;
  if (!is_str(name) || !entry) return "";
  while (entry->next) entry = entry->next;
  Ref scopes[] = {traceback_source.local_names ? traceback_source.local_names(entry->code) : Ref(),
                  entry->globals.is_null() ? Ref() : to_list(vm, entry->globals),
                  vm.builtins ? to_list(vm, Value::of(reinterpret_cast<Object*>(vm.builtins))) : Ref()};
  for (const Ref& scope : scopes)
    if (scope)
      if (std::string found = nearest(to_utf8(name), scope); !found.empty()) return found;
  return "";
}

}  // namespace

std::string suggested_name(Vm& vm, Value exception) {
  std::string found;
  if (is_instance(exception, &exceptions::AttributeError)) found = suggest_attribute(vm, exception);
  else if (is_instance(exception, &exceptions::NameError)) found = suggest_variable(vm, exception);
  clear_pending(vm);
  return found;
}

}  // namespace gilsim::python

#include "interpreter/modules/unicodedata/normalization.h"

#include <utf8proc.h>

#include <algorithm>
#include <vector>

#include "interpreter/objects/vm.h"

namespace gilsim::python::unicodedata {

namespace {

constexpr int kMostParts = 32;  // of one character: Unicode has 18 at most

int combining_class(int32_t character) { return utf8proc_get_property(character)->combining_class; }

std::vector<int32_t> decomposed(const Str* text, bool compatibly) {
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | (compatibly ? UTF8PROC_COMPAT : 0));
  std::vector<int32_t> result;
  result.reserve(static_cast<size_t>(text->length));
  for (int64_t i = 0; i < text->length; ++i) {
    int32_t parts[kMostParts];
    int boundary = 0;
    const auto character = static_cast<int32_t>(text->at(i));
    const auto count = utf8proc_decompose_char(character, parts, kMostParts, options, &boundary);
    if (count > 0) result.insert(result.end(), parts, parts + count);
    else result.push_back(character);
  }
  return result;
}

// Marks that combine with the same character are sorted by their class.
void order_marks(std::vector<int32_t>& characters) {
  const auto is_starter = [](int32_t character) { return combining_class(character) == 0; };
  const auto by_class = [](int32_t left, int32_t right) { return combining_class(left) < combining_class(right); };
  for (auto start = characters.begin(); start != characters.end();) {
    start = std::find_if_not(start, characters.end(), is_starter);
    const auto end = std::find_if(start, characters.end(), is_starter);
    std::stable_sort(start, end, by_class);
    start = end;
  }
}

}  // namespace

std::optional<Form> form_of(std::string_view name) {
  if (name == "NFC") return Form::Composed;
  if (name == "NFD") return Form::Decomposed;
  if (name == "NFKC") return Form::CompatiblyComposed;
  if (name == "NFKD") return Form::CompatiblyDecomposed;
  return std::nullopt;
}

Ref normalized(Vm& vm, const Str* text, Form form) {
  vm.charge(40 + text->length * 20);
  std::vector<int32_t> characters = decomposed(text, form == Form::CompatiblyComposed || form == Form::CompatiblyDecomposed);
  order_marks(characters);
  auto size = static_cast<utf8proc_ssize_t>(characters.size());
  if (form == Form::Composed || form == Form::CompatiblyComposed)
    size = utf8proc_normalize_utf32(characters.data(), size, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  const std::u32string result(characters.begin(), characters.begin() + size);
  return make_str(result.data(), size);
}

}  // namespace gilsim::python::unicodedata

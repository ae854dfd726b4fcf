#include "interpreter/syntax/remark.h"

#include <string_view>

namespace gilsim::syntax {
namespace {

struct Texts {
  std::string_view english;
  std::string_view chinese;
};

constexpr Texts kTexts[] = {
    {"", ""},
#define REMARK(name, english, chinese) {english, chinese},
#include "interpreter/syntax/remarks.def"
#undef REMARK
};

}  // namespace

std::string Remark::text(Wording wording) const {
  const Texts& texts = kTexts[static_cast<int>(id)];
  std::string_view rest = wording == Wording::Chinese ? texts.chinese : texts.english;
  std::string text;
  for (const std::string& value : values) {
    size_t gap = rest.find("{}");
    if (gap == rest.npos) break;
    text += std::string(rest.substr(0, gap)) + value;
    rest.remove_prefix(gap + 2);
  }
  return text += rest;
}

}  // namespace gilsim::syntax

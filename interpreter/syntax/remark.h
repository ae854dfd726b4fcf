// What gilsim itself says about a program that it does not run, from the one table remarks.def. Kept apart
// from its wording until it is shown, because only the command line knows the user's language.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gilsim::syntax {

enum class RemarkId : std::uint8_t {
  none,
#define REMARK(name, english, chinese) name,
#include "interpreter/syntax/remarks.def"
#undef REMARK
};

enum class Wording : std::uint8_t { English, Chinese };

struct Remark {
  RemarkId id = RemarkId::none;
  std::vector<std::string> values = {};  // one for each {} of the text

  bool empty() const { return id == RemarkId::none; }
  std::string text(Wording wording) const;
};

}  // namespace gilsim::syntax

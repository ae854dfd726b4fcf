// Pattern.sub and Pattern.subn.
#include "interpreter/modules/re/pattern_methods.h"
#include "interpreter/modules/re/replacement.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/sequence.h"

namespace gilsim::python::re {

namespace {

constexpr int64_t kPieceCost = 10, kTemplateCost = 1'000;

class Substitution {
 public:
  Substitution(Vm& vm, Pattern* pattern, Value replacement)
      : vm_(vm), pattern_(pattern), by_(replacement), search_(vm, pattern), pieces_(pattern->is_text()) {}

  // The new string; how often something was replaced is in `count`. `most` 0: everywhere.
  Ref run(Value string, int64_t most, int64_t* count) {
    if (!search_.begin(string) || !prepare()) return {};
    int64_t done = 0;
    for (*count = 0; most == 0 || *count < most; ++*count) {
      const Outcome outcome = search_.next();
      if (outcome == Outcome::Failed) return {};
      if (outcome == Outcome::NotFound) break;
      const int64_t start = search_.start(), end = search_.end();
      vm_.charge(kPieceCost);
      if (start > done) pieces_.add(search_.slice(done, start));
      if (!replace()) return {};
      done = end;
    }
    Ref rest = search_.slice(done, INT64_MAX);
    if (*count == 0) return rest;
    pieces_.add(std::move(rest));
    return pieces_.join(vm_);
  }

 private:
  // Text without a backslash stands for itself.
  bool prepare() {
    is_function_ = is_callable(by_);
    if (is_function_) return true;
    std::u32string text;
    if (is_string(by_) && !read_characters(vm_, by_, &text)) return false;
    is_literal_ = is_string(by_) && text.find('\\') == text.npos;
    return is_literal_ || parse_replacement(vm_, pattern_, by_, &replacement_);
  }

  bool replace() {
    if (is_literal_) {
      pieces_.add(by_);
      return true;
    }
    if (is_function_) return replace_by_call();
    vm_.charge(kTemplateCost);
    Pieces parts(pattern_->is_text());
    for (const ReplacementPart& part : replacement_)
      parts.add(part.text ? part.text : search_.group(part.group));
    Ref text = parts.join(vm_);
    if (text) pieces_.add(text);
    return static_cast<bool>(text);
  }

  bool replace_by_call() {
    Ref match = search_.make_match();
    Ref text = call(vm_, by_, {match});
    if (text && !text.get().is_none()) pieces_.add(text);
    return static_cast<bool>(text);
  }

  Vm& vm_;
  Pattern* pattern_;
  Value by_;
  Search search_;
  Pieces pieces_;
  bool is_function_ = false, is_literal_ = false;
  Replacement replacement_;
};

Ref substitute(Vm& vm, const Arguments& arguments, const char* method, int64_t* count) {
  static constexpr const char* kNames[] = {"repl", "string", "count"};
  Value values[3];
  int64_t most = 0;
  if (!bind(vm, arguments.without_first(), {method, kNames, 3, 0, 2}, values)) return {};
  if (!values[2].is_null() && !as_int64(vm, values[2], &most)) return {};
  return Substitution(vm, pattern_of(arguments), values[0]).run(values[1], most, count);
}

}  // namespace

Ref pattern_sub(Vm& vm, const Arguments& arguments) {
  int64_t count;
  return substitute(vm, arguments, "sub", &count);
}

Ref pattern_subn(Vm& vm, const Arguments& arguments) {
  int64_t count;
  Ref text = substitute(vm, arguments, "subn", &count);
  return text ? make_tuple({text, make_int(count)}) : Ref();
}

}  // namespace gilsim::python::re

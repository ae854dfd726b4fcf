#include "interpreter/modules/re/matcher.h"

#define PCRE2_CODE_UNIT_WIDTH 0
#include <pcre2.h>

#include <algorithm>
#include <vector>

#include "interpreter/modules/re/pcre_pattern.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/heap.h"
#include "interpreter/runtime/blocking.h"

namespace gilsim::python::re {

namespace {

// Virtual time, in tenths of a nanosecond, fitted to CPython 3.11 on the scale of docs/costs.md. What a step
// costs stands in the pattern.
constexpr int64_t kNanosecond = 10;
constexpr int64_t kCharacterCost = 20;  // a character that a step goes over
// A character on the way to a match that begins with a known character, with one of a set, with any.
constexpr int64_t kFindCost = 7, kFilterCost = 60, kAttemptCost = 60;

constexpr int64_t kStepsUnwatched = 50'000;  // between looks at the clock
constexpr int64_t kStepsThatGrow = 10'000;   // after so many a match's memory is given back
constexpr uint32_t kNestLimit = 2'000;       // the parser's own is much less
constexpr int kGoOn = 0, kGoBack = 1, kInterrupted = PCRE2_ERROR_CALLOUT;  // answers to PCRE2
constexpr size_t kAnyEnd = SIZE_MAX;

// clang-format off
// PCRE2's functions and types for characters of so many bytes.
template <int width>
struct Pcre;
#define PCRE(width, bits)                                                    \
  template <>                                                                \
  struct Pcre<width> {                                                       \
    using Unit = PCRE2_UCHAR##bits;                                          \
    using Code = pcre2_code_##bits;                                          \
    using MatchData = pcre2_match_data_##bits;                               \
    using CompileContext = pcre2_compile_context_##bits;                     \
    using MatchContext = pcre2_match_context_##bits;                         \
    using Callout = pcre2_callout_block_##bits;                              \
    static constexpr auto compile = pcre2_compile_##bits;                    \
    static constexpr auto free = pcre2_code_free_##bits;                     \
    static constexpr auto match = pcre2_match_##bits;                        \
    static constexpr auto info = pcre2_pattern_info_##bits;                  \
    static constexpr auto message = pcre2_get_error_message_##bits;          \
    static constexpr auto make_data = pcre2_match_data_create_##bits;        \
    static constexpr auto free_data = pcre2_match_data_free_##bits;          \
    static constexpr auto spans = pcre2_get_ovector_pointer_##bits;          \
    static constexpr auto make_compile_context = pcre2_compile_context_create_##bits; \
    static constexpr auto free_compile_context = pcre2_compile_context_free_##bits;   \
    static constexpr auto set_newline = pcre2_set_newline_##bits;            \
    static constexpr auto set_nest_limit = pcre2_set_parens_nest_limit_##bits; \
    static constexpr auto make_match_context = pcre2_match_context_create_##bits; \
    static constexpr auto free_match_context = pcre2_match_context_free_##bits;   \
    static constexpr auto set_callout = pcre2_set_callout_##bits;            \
    static constexpr auto set_match_limit = pcre2_set_match_limit_##bits;    \
    static constexpr auto set_depth_limit = pcre2_set_depth_limit_##bits;    \
    static constexpr auto set_heap_limit = pcre2_set_heap_limit_##bits;      \
  };
PCRE(1, 8)
PCRE(2, 16)
PCRE(4, 32)
#undef PCRE
// clang-format on

template <auto release>
struct Release {
  template <class T>
  void operator()(T* resource) const {
    release(resource);
  }
};

template <int width>
class PcreMatcher final : public Matcher {
  using P = Pcre<width>;
  using Code = std::unique_ptr<typename P::Code, Release<P::free>>;
  using MatchData = std::unique_ptr<typename P::MatchData, Release<P::free_data>>;
  using CompileContext = std::unique_ptr<typename P::CompileContext, Release<P::free_compile_context>>;
  using MatchContext = std::unique_ptr<typename P::MatchContext, Release<P::free_match_context>>;

 public:
  // False with `problem` set when PCRE2 refuses the pattern.
  bool compile(const std::string& pattern, const MatcherOptions& options, std::string* problem,
               bool* too_large) {
    CompileContext context(P::make_compile_context(nullptr));
    P::set_newline(context.get(), PCRE2_NEWLINE_LF);
    P::set_nest_limit(context.get(), kNestLimit);
    const std::vector<typename P::Unit> units(pattern.begin(), pattern.end());
    // PCRE2 10.42 makes too much possessive: b*(?>|a)b does not match "bb". CPython does nothing of the kind.
    uint32_t flags =
        PCRE2_DOTALL | PCRE2_MULTILINE | PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_UTF | PCRE2_NO_AUTO_POSSESS;
    if (options.unicode) flags |= PCRE2_UCP;
    int error;
    PCRE2_SIZE place;
    code_.reset(P::compile(units.data(), units.size(), flags, &error, &place, context.get()));
    if (!code_) {
      *problem = message_of(error);
      *too_large = error == PCRE2_ERROR_PATTERN_TOO_LARGE || error == PCRE2_ERROR_PATTERN_TOO_COMPLICATED;
      return false;
    }
    group_count_ = options.group_count;
    way_cost_ = cost_of_way();
    make_context();
    return true;
  }

  Outcome match(Vm& vm, const Subject& subject, int64_t start, Where where, bool advance) override {
    vm_ = &vm;
    begin(start);
    end_ = where == Where::Whole ? static_cast<size_t>(subject.length) : kAnyEnd;
    // PCRE2 knows of many patterns that they cannot match without trying, and CPython does not: partial
    // matching prevents that, and is never asked for its result.
    uint32_t flags = PCRE2_NO_UTF_CHECK | PCRE2_PARTIAL_SOFT;
    if (where != Where::Anywhere) flags |= PCRE2_ANCHORED;
    if (advance) flags |= PCRE2_NOTEMPTY_ATSTART;
    if (!data_) data_.reset(P::make_data(static_cast<uint32_t>(group_count_) + 1, nullptr));
    const auto* units = static_cast<const typename P::Unit*>(subject.characters);
    const int result = P::match(code_.get(), units, static_cast<size_t>(subject.length),
                                static_cast<size_t>(start), flags, data_.get(), context_.get());
    if (result > 0) spans_.assign(P::spans(data_.get()), P::spans(data_.get()) + 2 * (group_count_ + 1));
    if (steps_ > kStepsThatGrow) data_.reset();
    const int64_t reached = result > 0 ? group_start(0) : subject.length;
    if (where == Where::Anywhere) work_ += (reached - start) * way_cost_;
    vm.charge(work_ / kNanosecond);
    return outcome(result);
  }

  int64_t group_start(int group) const override { return static_cast<int64_t>(spans_[2 * group]); }
  int64_t group_end(int group) const override { return static_cast<int64_t>(spans_[2 * group + 1]); }
  int last_closed_group() const override { return last_closed_; }

 private:
  static std::string message_of(int error) {
    typename P::Unit text[256];
    const int length = P::message(error, text, std::size(text));
    return std::string(text, text + std::max(length, 0));
  }

  // What it costs to pass a character on the way to a match.
  int64_t cost_of_way() const {
    uint32_t kind = 0;
    const uint8_t* bitmap = nullptr;
    P::info(code_.get(), PCRE2_INFO_FIRSTCODETYPE, &kind);
    P::info(code_.get(), PCRE2_INFO_FIRSTBITMAP, &bitmap);
    return kind == 1 ? kFindCost : bitmap ? kFilterCost : kAttemptCost;
  }

  void make_context() {
    context_.reset(P::make_match_context(nullptr));
    P::set_callout(context_.get(), call_back, this);
    P::set_match_limit(context_.get(), UINT32_MAX);
    P::set_depth_limit(context_.get(), UINT32_MAX);
    P::set_heap_limit(context_.get(),
                      static_cast<uint32_t>(std::min<size_t>(heap.limit() >> 10, UINT32_MAX)));
  }

  void begin(int64_t start) {
    work_ = steps_ = 0;
    last_closed_ = 0;
    last_place_ = attempt_ = static_cast<size_t>(start);
  }

  static int call_back(typename P::Callout* callout, void* matcher) {
    return static_cast<PcreMatcher*>(matcher)->step(*callout);
  }

  int step(const typename P::Callout& callout) {
    if (callout.start_match != attempt_) attempt_ = last_place_ = callout.start_match;
    const size_t place = callout.current_position;
    const size_t passed = place > last_place_ ? place - last_place_ : last_place_ - place;
    last_place_ = place;
    work_ += kNanosecond * callout.callout_number + kCharacterCost * static_cast<int64_t>(passed);
    if (++steps_ % kStepsUnwatched == 0 && !keep_clock()) return kInterrupted;
    return callout.callout_number == kEndCallout ? accept(callout) : kGoOn;
  }

  // At the end of the pattern. A match of the whole subject must end with it, or go back and try otherwise.
  int accept(const typename P::Callout& callout) {
    last_closed_ = static_cast<int>(callout.capture_last);
    return end_ == kAnyEnd || callout.current_position == end_ ? kGoOn : kGoBack;
  }

  // False: the run is over.
  bool keep_clock() {
    vm_->charge(std::exchange(work_, 0) / kNanosecond);
    return synchronize(*vm_);
  }

  Outcome outcome(int result) {
    if (result > 0) return Outcome::Found;
    if (result == PCRE2_ERROR_NOMATCH || result == PCRE2_ERROR_PARTIAL) return Outcome::NotFound;
    if (result == kInterrupted) return Outcome::Failed;
    if (result == PCRE2_ERROR_MATCHLIMIT)
      raise(*vm_, exceptions::RuntimeError, "gilsim gives this match up after 2**32 steps");
    else
      raise(*vm_, exceptions::MemoryError);
    return Outcome::Failed;
  }

  Code code_;
  MatchContext context_;
  MatchData data_;
  int group_count_ = 0;
  int64_t way_cost_ = 0;

  // Of the match that is going on, or the last one.
  Vm* vm_ = nullptr;
  int64_t work_ = 0;
  int64_t steps_ = 0;
  size_t last_place_ = 0;
  size_t attempt_ = 0;
  size_t end_ = kAnyEnd;  // where the match must end
  int last_closed_ = 0;
  std::vector<size_t> spans_;  // SIZE_MAX where a group took no part
};

template <int width>
std::unique_ptr<Matcher> make(const std::string& pattern, const MatcherOptions& options, std::string* problem,
                              bool* too_large) {
  auto matcher = std::make_unique<PcreMatcher<width>>();
  if (!matcher->compile(pattern, options, problem, too_large)) return nullptr;
  return matcher;
}

}  // namespace

std::unique_ptr<Matcher> make_matcher(const std::string& pattern, const MatcherOptions& options,
                                      std::string* problem, bool* too_large) {
  if (options.width == 1) return make<1>(pattern, options, problem, too_large);
  if (options.width == 2) return make<2>(pattern, options, problem, too_large);
  return make<4>(pattern, options, problem, too_large);
}

}  // namespace gilsim::python::re

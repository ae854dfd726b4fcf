#include "interpreter/modules/re/search.h"

#include <algorithm>
#include <vector>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python::re {

namespace {

constexpr int64_t kSearchCost = 70, kMatchObjectCost = 30;

bool refuse(Vm& vm, Value string) {
  return fail(vm, exceptions::TypeError, "expected string or bytes-like object, got '{}'", type_name(string));
}

// Whether it is a string of the pattern's kind. False: TypeError pending.
bool check_subject(Vm& vm, const Pattern* pattern, Value string) {
  if (!is_string(string)) return refuse(vm, string);
  if (is_str(string) == pattern->is_text()) return true;
  return fail(vm, exceptions::TypeError,
              pattern->is_text() ? "cannot use a string pattern on a bytes-like object"
                                 : "cannot use a bytes pattern on a string-like object");
}

// The characters in 4 bytes each, for the rare pattern that only the widest engine can take.
std::vector<uint32_t> widened(const Subject& subject) {
  if (subject.width == 1) {
    const auto* data = static_cast<const uint8_t*>(subject.characters);
    return {data, data + subject.length};
  }
  const auto* data = static_cast<const uint16_t*>(subject.characters);
  return {data, data + subject.length};
}

}  // namespace

bool HeldSubject::hold(Vm& vm, Value string) {
  string_ = string;
  if (is_str(string)) {
    const auto* text = string.as<const Str>();
    subject_ = {text->data1(), text->length, static_cast<int>(text->width)};
    return true;
  }
  if (!octets_.hold(vm, string)) {
    clear_pending(vm);  // it tells more of what is wrong than CPython
    return refuse(vm, string);
  }
  subject_ = {octets_.data(), octets_.size(), 1};
  return true;
}

Ref HeldSubject::slice(int64_t start, int64_t end) const {
  start = std::clamp<int64_t>(start, 0, subject_.length);
  end = std::clamp(end, start, subject_.length);
  const bool is_all = start == 0 && end == subject_.length;
  if (is_all && (is_exact_str(string_) || type_of(string_) == &bytes_type)) return string_;
  if (is_str(string_)) return str_slice(string_.as<Str>(), start, end);
  return make_bytes(octets_.octets().substr(static_cast<size_t>(start), static_cast<size_t>(end - start)));
}

bool Search::begin(Value string, int64_t position, int64_t end_position) {
  if (!check_subject(vm_, pattern_, string) || !held_.hold(vm_, string)) return false;
  string_ = string;
  const int64_t length = held_.subject().length;
  first_ = position_ = std::clamp<int64_t>(position, 0, length);
  end_ = std::clamp<int64_t>(end_position, 0, length);
  return true;
}

Outcome Search::next(Where where) {
  vm_.charge(kSearchCost);
  Subject subject = held_.subject();
  subject.length = end_;
  if (position_ > subject.length) return Outcome::NotFound;
  const Outcome outcome = match(subject, where);
  if (outcome != Outcome::Found) return outcome;
  position_ = end();
  advance_ = start() == end();
  return outcome;
}

Outcome Search::match(const Subject& subject, Where where) {
  CompiledPattern& compiled = *pattern_->compiled;
  matcher_ = compiled.matcher(vm_, subject.width);
  if (!matcher_) return Outcome::Failed;
  if (compiled.width_for(subject.width) == subject.width)
    return matcher_->match(vm_, subject, position_, where, advance_);
  const std::vector<uint32_t> wide = widened(subject);
  return matcher_->match(vm_, {wide.data(), subject.length, 4}, position_, where, advance_);
}

Ref Search::group(int group) const {
  return start(group) < 0 ? slice(0, 0) : slice(start(group), end(group));
}

Ref Search::make_match() const {
  vm_.charge(kMatchObjectCost);
  const int count = pattern_->group_count() + 1;
  auto* match = allocate_object<Match>(&match_type, static_cast<size_t>(count) * sizeof(Span));
  incref(match->pattern = Value::of(pattern_));
  incref(match->string = string_);
  match->position = first_;
  match->end_position = end_;
  match->last_index = count > 1 ? matcher_->last_closed_group() : 0;
  match->span_count = count;
  for (int group = 0; group < count; ++group) match->spans[group] = {start(group), end(group)};
  return Ref::take(match);
}

}  // namespace gilsim::python::re

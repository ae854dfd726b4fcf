// Builds a str piece by piece, as wide as its widest character needs.
#pragma once

#include <string_view>

#include "interpreter/objects/str.h"

namespace gilsim::python {

class TextBuilder {
 public:
  TextBuilder() = default;
  TextBuilder(const TextBuilder&) = delete;
  TextBuilder& operator=(const TextBuilder&) = delete;
  ~TextBuilder();

  void append(const Str* text);
  void append(const Str* text, int64_t start, int64_t count);  // text[start:start + count]
  void append(Value str) { append(str.as<const Str>()); }  // REQUIRES: is_str(str)
  void append(std::string_view ascii);
  int64_t length() const { return length_; }
  Ref finish();  // the str; the builder is empty again

 private:
  void make_room(int64_t more, int width);

  static constexpr int64_t kShort = 128;
  char short_[kShort];    // where text stands that fits
  char* data_ = short_;
  int64_t length_ = 0;    // characters
  int64_t capacity_ = kShort;  // bytes
  int width_ = 1;
};

}  // namespace gilsim::python

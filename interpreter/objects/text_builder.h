// Builds a str piece by piece, as wide as its widest character needs.
#pragma once

#include <string_view>

#include "interpreter/objects/decimal.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_copy.h"

namespace gilsim::python {

class TextBuilder {
 public:
  TextBuilder() = default;
  TextBuilder(const TextBuilder&) = delete;
  TextBuilder& operator=(const TextBuilder&) = delete;
  ~TextBuilder() {
    if (data_ != short_) [[unlikely]] heap.free(data_, static_cast<size_t>(capacity_));
  }

  void append(const Str* text) {
    if (text->width == 1 && has_room(text->length)) [[likely]] append_narrow(text->data1(), text->length);
    else append_any(text);
  }
  void append(const Str* text, int64_t start, int64_t count) {  // text[start:start + count]
    if (text->width == 1 && has_room(count)) [[likely]] append_narrow(text->data1() + start, count);
    else append_any(text, start, count);
  }
  void append(Value str) { append(str.as<const Str>()); }  // REQUIRES: is_str(str)
  void append(std::string_view ascii) {
    const auto count = static_cast<int64_t>(ascii.size());
    if (!has_room(count)) [[unlikely]] make_room(count, 1);
    if (width_ == 1) [[likely]] append_narrow(ascii.data(), count);
    else widen_to_end(ascii);
  }
  void append(char ascii) { append(std::string_view(&ascii, 1)); }
  void append(int64_t number) {  // in decimal
    if (!has_room(kDecimalRoom)) [[unlikely]] make_room(kDecimalRoom, 1);
    if (width_ > 1) [[unlikely]] return append_wide(number);
    length_ = write_decimal(data_ + length_, number) - data_;
  }
  int64_t length() const { return length_; }
  Ref finish();  // the str; the builder is empty again

 private:
  // Whether one byte a character is enough so far and so many more fit.
  bool has_room(int64_t more) const { return width_ == 1 && length_ + more <= capacity_; }
  void append_narrow(const void* characters, int64_t count) {
    copy_bytes(data_ + length_, characters, static_cast<size_t>(count));
    length_ += count;
  }
  void append_any(const Str* text);
  void append_any(const Str* text, int64_t start, int64_t count);
  void widen_to_end(std::string_view ascii);
  void append_wide(int64_t number);
  void make_room(int64_t more, int width);

  static constexpr int64_t kShort = 128;
  char short_[kShort];    // where text stands that fits
  char* data_ = short_;
  int64_t length_ = 0;    // characters
  int64_t capacity_ = kShort;  // bytes
  int width_ = 1;
};

}  // namespace gilsim::python

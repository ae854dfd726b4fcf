#include "interpreter/objects/text_builder.h"

#include <algorithm>

namespace gilsim::python {

namespace {

template <class From, class To>
void spread(const char* from, char* to, int64_t count) {
  std::copy_n(reinterpret_cast<const From*>(from), count, reinterpret_cast<To*>(to));
}

void spread(const char* from, int from_width, char* to, int to_width, int64_t count) {
  if (from_width == to_width) {
    copy_bytes(to, from, static_cast<size_t>(count * from_width));
  } else if (from_width == 2) {
    spread<uint16_t, uint32_t>(from, to, count);
  } else if (to_width == 2) {
    spread<uint8_t, uint16_t>(from, to, count);
  } else {
    spread<uint8_t, uint32_t>(from, to, count);
  }
}

}  // namespace

void TextBuilder::make_room(int64_t more, int width) {
  width = std::max(width, width_);
  int64_t needed = (length_ + more) * width;
  if (width == width_ && needed <= capacity_) return;
  int64_t capacity = needed + needed / 2;
  auto* data = static_cast<char*>(heap.allocate(capacity));
  spread(data_, width_, data, width, length_);
  if (data_ != short_) heap.free(data_, capacity_);
  data_ = data;
  capacity_ = capacity;
  width_ = width;
}

void TextBuilder::append_any(const Str* text) {
  int width = text->width;
  make_room(text->length, width);
  spread(reinterpret_cast<const char*>(text->data1()), width, data_ + length_ * width_, width_, text->length);
  length_ += text->length;
}

void TextBuilder::append_any(const Str* text, int64_t start, int64_t count) {
  // Only the characters that are taken decide the width.
  char32_t all = 0;
  for (int64_t i = 0; text->width > 1 && i < count; ++i) all |= text->at(start + i);
  make_room(count, width_of(all));
  for (int64_t i = 0; text->width > 1 && i < count; ++i) {
    char32_t character = text->at(start + i);
    if (width_ == 1) reinterpret_cast<uint8_t*>(data_)[length_ + i] = static_cast<uint8_t>(character);
    else if (width_ == 2) reinterpret_cast<uint16_t*>(data_)[length_ + i] = static_cast<uint16_t>(character);
    else reinterpret_cast<uint32_t*>(data_)[length_ + i] = character;
  }
  if (text->width == 1) spread(reinterpret_cast<const char*>(text->data1()) + start, 1, data_ + length_ * width_, width_, count);
  length_ += count;
}

void TextBuilder::widen_to_end(std::string_view ascii) {
  spread(ascii.data(), 1, data_ + length_ * width_, width_, std::ssize(ascii));
  length_ += std::ssize(ascii);
}

void TextBuilder::append_wide(int64_t number) {
  char digits[kDecimalRoom];
  widen_to_end(std::string_view(digits, write_decimal(digits, number)));
}

Ref TextBuilder::finish() {
  if (length_ == 0) return make_str("");
  Str* text = width_ == 1 ? new_narrow_str(length_) : new_str(length_, kWidest[width_]);
  copy_bytes(text->data1(), data_, static_cast<size_t>(length_ * width_));
  length_ = 0;
  width_ = 1;
  return Ref::take(text);
}

}  // namespace gilsim::python

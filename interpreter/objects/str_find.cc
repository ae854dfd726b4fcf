// Finding one text in another.
#include <algorithm>
#include <cstring>

#include "interpreter/objects/str_copy.h"

namespace gilsim::python {

namespace {

// Finds bytes at a place that is a multiple of the width.
int64_t find_bytes(const uint8_t* text, int64_t size, const uint8_t* wanted, int64_t wanted_size,
                   int64_t width) {
  const uint8_t* from = text;
  while (true) {
    auto* found = static_cast<const uint8_t*>(
        memmem(from, static_cast<size_t>(text + size - from), wanted, static_cast<size_t>(wanted_size)));
    if (!found) return -1;
    if ((found - text) % width == 0) return (found - text) / width;
    from = found + 1;
  }
}

// In texts of up to this many bytes the first character is looked for, then the others: a machine for the wanted text,
// which keeps long searches linear, would take longer to build.
constexpr int64_t kShort = 256;

template <class Character>
int64_t find_in_short(const Character* text, int64_t length, const Character* wanted, int64_t wanted_length) {
  const Character* const behind = text + length - wanted_length + 1;  // where it cannot begin any more
  for (const Character* place = text; place < behind; ++place) {
    if constexpr (sizeof(Character) == 1) {
      place = static_cast<const Character*>(std::memchr(place, wanted[0], static_cast<size_t>(behind - place)));
      if (!place) return -1;
    } else {
      place = std::find(place, behind, wanted[0]);
      if (place == behind) return -1;
    }
    if (equal_bytes(place + 1, wanted + 1, static_cast<size_t>(wanted_length - 1) * sizeof(Character))) return place - text;
  }
  return -1;
}

template <class Character>
int64_t find_last(const Character* text, const Str* wanted, int64_t start, int64_t stop) {
  char32_t first = wanted->at(0);
  for (int64_t i = stop - wanted->length; i >= start; --i) {
    if (text[i] != first) continue;
    int64_t n = 1;
    while (n < wanted->length && text[i + n] == wanted->at(n)) ++n;
    if (n == wanted->length) return i;
  }
  return -1;
}

}  // namespace

int64_t str_find(const Str* text, const Str* wanted, int64_t start, int64_t stop) {
  if (wanted->length == 0) return start;
  if (wanted->width > text->width || wanted->length > stop - start) return -1;
  int64_t width = text->width;
  Ref widened;  // the wanted text in the width of the other
  if (wanted->width < text->width) {
    Str* wide = new_str(wanted->length, kWidest[text->width]);
    widened = Ref::take(wide);
    copy_text(wide, 0, wanted, 0, wanted->length);
    wanted = wide;
  }
  const uint8_t* begin = text->data1() + start * width;
  int64_t found;
  if (wanted->byte_count() == 1) {
    auto* place = static_cast<const uint8_t*>(
        std::memchr(begin, wanted->data1()[0], static_cast<size_t>(stop - start)));
    found = place ? place - begin : -1;
  } else if ((stop - start) * width <= kShort) {
    found = visit_text(text, [&](auto* characters) {
      using Characters = decltype(characters);
      return find_in_short(characters + start, stop - start, reinterpret_cast<Characters>(wanted->data1()), wanted->length);
    });
  } else {
    found = find_bytes(begin, (stop - start) * width, wanted->data1(), wanted->byte_count(), width);
  }
  return found < 0 ? -1 : start + found;
}

int64_t str_find_last(const Str* text, const Str* wanted, int64_t start, int64_t stop) {
  if (wanted->length == 0) return stop;
  if (wanted->width > text->width || wanted->length > stop - start) return -1;
  return visit_text(text, [&](auto* data) { return find_last(data, wanted, start, stop); });
}

}  // namespace gilsim::python

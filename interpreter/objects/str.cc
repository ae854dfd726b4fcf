// Making, comparing, joining and growing text. What Python sees of str is in str_type.cc and its neighbours.
#include "interpreter/objects/str.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/siphash.h"
#include "interpreter/objects/str_copy.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

// The strings that every program uses again and again.
struct SharedStrings {
  Str* empty = nullptr;
  Str* latin1[256] = {};
};
SharedStrings shared;

// The character at `position`, which moves behind it. The text is trusted to be UTF-8 (surrogates allowed).
char32_t decode_next(const unsigned char*& position, const unsigned char* end) {
  char32_t first = *position++;
  if (first < 0xC0) return first;
  int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  char32_t value = first & (0x3F >> more);
  for (; more > 0 && position < end; --more) value = value << 6 | (*position++ & 0x3F);
  return value;
}

}  // namespace

Str* new_str(int64_t length, char32_t widest) {
  int width = width_of(widest);
  // As allocate_object does it for a type without prefixes.
  auto* text = static_cast<Str*>(heap.allocate(str_block_size(length * width)));
  text->type = &str_type;
  text->refcount = 1;
  text->flags = 0;
  text->hash = 0;
  text->set_size(length, width);
  return text;
}

Str* new_str_checked(Vm& vm, int64_t length, char32_t widest) {
  int64_t bytes;
  if (__builtin_mul_overflow(length, static_cast<int64_t>(width_of(widest)), &bytes) ||
      heap.refuses(static_cast<size_t>(bytes) + sizeof(Str))) {
    (void)raise(vm, exceptions::MemoryError);
    return nullptr;
  }
  vm.charge(bytes / 8);
  return new_str(length, widest);
}

namespace {

Str* new_narrow_str_checked(Vm& vm, int64_t length) {
  if (sizeof(Str) + static_cast<size_t>(length) > kLargestTightStr || heap.refuses(kLargestTightStr))
    return new_str_checked(vm, length, 'a');
  vm.charge(length / 8);
  return new_narrow_str(length);
}

// REQUIRES: all texts are narrow, their lengths and those of the separators between them make `length`.
Ref join_narrow(Vm& vm, const Value* items, int64_t count, const Str* separator, int64_t length) {
  Str* text = new_narrow_str_checked(vm, length);
  if (!text) return {};
  uint8_t* to = text->data1();
  const auto put = [&](const Str* piece) {
    const int64_t characters = piece->length;  // the copy might change it, as far as g++ knows
    copy_bytes(to, piece->data1(), static_cast<size_t>(characters));
    to += characters;
  };
  put(items[0].as<Str>());
  for (int64_t i = 1; i < count; ++i) {
    if (separator->length) put(separator);
    put(items[i].as<Str>());
  }
  return Ref::take(text);
}

}  // namespace

Ref empty_str() { return shared.empty; }

Ref make_ascii_str(std::string_view ascii) {
  if (ascii.size() <= 1)
    return ascii.empty() ? empty_str() : Ref(shared.latin1[static_cast<unsigned char>(ascii[0])]);
  Str* text = new_narrow_str(std::ssize(ascii));
  copy_bytes(text->data1(), ascii.data(), ascii.size());
  return Ref::take(text);
}

Ref make_latin1_str(const uint8_t* characters, int64_t length) {
  return make_ascii_str(
      std::string_view(reinterpret_cast<const char*>(characters), static_cast<size_t>(length)));
}

Ref make_str(std::string_view utf8) {
  if (is_ascii(utf8)) return make_ascii_str(utf8);
  auto* begin = reinterpret_cast<const unsigned char*>(utf8.data());
  auto* end = begin + utf8.size();
  int64_t length = 0;
  char32_t all = 0;
  for (auto* position = begin; position < end; ++length) all |= decode_next(position, end);
  if (length == 1) return make_str(all);
  Str* text = new_str(length, all);
  auto* position = begin;
  visit_text(text, [&](auto* to) { for (; position < end; ++to) *to = decode_next(position, end); });
  return Ref::take(text);
}

Ref make_str(const char32_t* characters, int64_t length) {
  if (length <= 1) return length == 0 ? empty_str() : make_str(characters[0]);
  char32_t all = 0;
  for (int64_t i = 0; i < length; ++i) all |= characters[i];
  Str* text = new_str(length, all);
  visit_text(text, [&](auto* to) { std::copy_n(characters, length, to); });
  return Ref::take(text);
}

Ref make_str(char32_t character) {
  if (character < 256) return shared.latin1[character];
  Str* text = new_str(1, character);
  if (text->width == 2) text->data2()[0] = static_cast<uint16_t>(character);
  else text->data4()[0] = character;
  return Ref::take(text);
}

void append_utf8(std::string& out, const Str* text) {
  auto* latin1 = reinterpret_cast<const char*>(text->data1());
  if (text->width == 1 && is_ascii({latin1, static_cast<size_t>(text->length)})) {
    out.append(latin1, static_cast<size_t>(text->length));
    return;
  }
  for (int64_t i = 0; i < text->length; ++i) append_utf8(out, text->at(i));
}

void append_utf8(std::string& out, char32_t c) {
  auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    tail(12), tail(6), tail(0);
  }
}

std::string to_utf8(const Str* text) {
  std::string out;
  append_utf8(out, text);
  return out;
}
std::string to_utf8(Value str) { return to_utf8(str.as<const Str>()); }

Hash str_hash(Str* text) {
  if (text->hash == 0) text->hash = hash_bytes(text->data1(), text->byte_count());
  return text->hash;
}

bool str_equal(const Str* left, const Str* right) {
  if (left == right) return true;
  // One comparison of the two words that hold length and width; equal texts have equal widths.
  if (left->length != right->length || left->width != right->width) return false;
  if (left->hash && right->hash && left->hash != right->hash) return false;
  return equal_bytes(left->data1(), right->data1(), static_cast<size_t>(left->byte_count()));
}

int str_compare(const Str* left, const Str* right) {
  int64_t common = std::min<int64_t>(left->length, right->length);
  if (left->width == 1 && right->width == 1) {
    int order = std::memcmp(left->data1(), right->data1(), static_cast<size_t>(common));
    if (order) return order;
  } else {
    for (int64_t i = 0; i < common; ++i) {
      char32_t a = left->at(i), b = right->at(i);
      if (a != b) return a < b ? -1 : 1;
    }
  }
  return (left->length > right->length) - (left->length < right->length);
}

Ref str_plain(Value text) { return is_exact_str(text) ? Ref(text) : str_copy(text.as<Str>()); }

Ref str_copy(const Str* text) {
  if (text->length <= 1) return text->length == 0 ? empty_str() : make_str(text->at(0));
  Str* copy = new_str(text->length, kWidest[text->width]);
  std::memcpy(copy->data1(), text->data1(), static_cast<size_t>(text->byte_count()));
  return Ref::take(copy);
}

Ref str_narrow(const Str* text) {
  char32_t all = 0;
  for (int64_t i = 0; i < text->length; ++i) all |= text->at(i);
  if (text->length > 1 && width_of(all) == static_cast<int>(text->width)) return text;
  if (text->length <= 1) return text->length == 0 ? empty_str() : make_str(all);
  Str* narrow = new_str(text->length, all);
  copy_text(narrow, 0, text, 0, text->length);
  return Ref::take(narrow);
}

Ref str_concatenate(Vm& vm, Value left, Value right) {
  auto *a = left.as<Str>(), *b = right.as<Str>();
  if (a->length == 0) return str_plain(right);
  if (b->length == 0) return str_plain(left);
  if ((a->width | b->width) == 1) {
    Str* text = new_narrow_str_checked(vm, a->length + b->length);
    if (!text) return {};
    const int64_t first = a->length, second = b->length;
    copy_bytes(text->data1(), a->data1(), static_cast<size_t>(first));
    copy_bytes(text->data1() + first, b->data1(), static_cast<size_t>(second));
    return Ref::take(text);
  }
  Str* text = new_str_checked(vm, a->length + b->length, kWidest[std::max(a->width, b->width)]);
  if (!text) return {};
  copy_text(text, 0, a, 0, a->length);
  copy_text(text, a->length, b, 0, b->length);
  return Ref::take(text);
}

Ref str_append(Vm& vm, Ref left, Value right) {
  auto *text = left.as<Str>(), *more = right.as<Str>();
  bool in_place = text->refcount == 1 && text->type == &str_type &&
                  !(text->flags & (kInterned | kImmortal)) && more->width <= text->width &&
                  more->length > 0 && text->length > 0;
  if (!in_place) return str_concatenate(vm, left, right);
  int64_t old_length = text->length, length = old_length + more->length;
  size_t old_size = str_block_size(text->byte_count());
  size_t size = str_block_size(length * static_cast<int64_t>(text->width));
  if (size != old_size) {
    if (heap.refuses(size)) return raise(vm, exceptions::MemoryError);
    // A str has no prefixes, so the object begins its block.
    text = static_cast<Str*>(heap.reallocate(left.release().object(), old_size, size));
    left = Ref::take(text);
  }
  text->length = length;
  text->hash = 0;
  copy_text(text, old_length, more, 0, more->length);
  vm.charge(more->byte_count() / 8);
  return left;
}

Ref str_join(Vm& vm, const Value* items, int64_t count, Str* separator) {
  if (count == 0) return empty_str();
  if (count == 1 && is_exact_str(items[0])) return items[0];
  int64_t length = separator->length * (count - 1);
  unsigned widths = count > 1 && separator->length ? separator->width : 1;  // those that occur
  for (int64_t i = 0; i < count; ++i) {
    length += items[i].as<Str>()->length;
    widths |= items[i].as<Str>()->width;
  }
  if (length == 0) return empty_str();
  if (widths == 1) return join_narrow(vm, items, count, separator, length);
  Str* text = new_str_checked(vm, length, kWidest[std::bit_floor(widths)]);
  if (!text) return {};
  int64_t position = 0;
  for (int64_t i = 0; i < count; ++i) {
    if (i && separator->length) {
      copy_text(text, position, separator, 0, separator->length);
      position += separator->length;
    }
    auto* item = items[i].as<Str>();
    copy_text(text, position, item, 0, item->length);
    position += item->length;
  }
  return Ref::take(text);
}

Ref str_slice(const Str* text, int64_t start, int64_t stop) {
  int64_t length = stop - start;
  if (length <= 0) return empty_str();
  if (length == text->length && text->type == &str_type) return text;
  if (length == 1) return make_str(text->at(start));
  if (text->width == 1) return make_latin1_str(text->data1() + start, length);
  return visit_text(text, [&](auto* data) -> Ref {
    char32_t all = 0;
    for (int64_t i = start; i < stop; ++i) all |= data[i];
    Str* slice = new_str(length, all);
    copy_text(slice, 0, text, start, length);
    return Ref::take(slice);
  });
}

Ref str_repeat(Vm& vm, const Str* text, int64_t times) {
  if (times <= 0 || text->length == 0) return empty_str();
  if (times == 1 && text->type == &str_type) return text;
  int64_t length;
  if (__builtin_mul_overflow(text->length + 0, times, &length)) return raise(vm, exceptions::MemoryError);
  Str* result = new_str_checked(vm, length, kWidest[text->width]);
  if (!result) return {};
  auto* bytes = result->data1();
  auto unit = static_cast<size_t>(text->byte_count()), total = static_cast<size_t>(result->byte_count());
  if (unit == 1) {
    std::memset(bytes, text->data1()[0], total);
    return Ref::take(result);
  }
  std::memcpy(bytes, text->data1(), unit);
  for (size_t done = unit; done < total;) {
    size_t step = std::min(done, total - done);
    std::memcpy(bytes + done, bytes, step);
    done += step;
  }
  return Ref::take(result);
}

void start_strings() {
  clear_intern_table();
  auto permanent = [](int64_t length) {
    Str* text = new_str(length, 'a');
    text->flags |= kImmortal;
    return text;
  };
  shared.empty = permanent(0);
  for (int c = 0; c < 256; ++c) {
    shared.latin1[c] = permanent(1);
    shared.latin1[c]->data1()[0] = static_cast<uint8_t>(c);
  }
}

}  // namespace gilsim::python

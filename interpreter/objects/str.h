// str: Unicode text in one block, 1, 2 or 4 bytes a character by the widest one in it, as CPython (PEP 393).
//
// The block's size follows from length and width alone (str_block_size), with some room to spare in long
// ones, so that text which grows at its end is copied rarely.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Str : Object {
  Hash hash;            // 0: not yet computed (a computed hash is 0 for the empty string only)
  int64_t length : 56;  // characters
  uint64_t width : 8;   // 1, 2, 4 bytes a character: the least that fits all of them
  uint8_t* data1() { return reinterpret_cast<uint8_t*>(this + 1); }
  uint16_t* data2() { return reinterpret_cast<uint16_t*>(this + 1); }
  uint32_t* data4() { return reinterpret_cast<uint32_t*>(this + 1); }
  const uint8_t* data1() const { return reinterpret_cast<const uint8_t*>(this + 1); }
  const uint16_t* data2() const { return reinterpret_cast<const uint16_t*>(this + 1); }
  const uint32_t* data4() const { return reinterpret_cast<const uint32_t*>(this + 1); }
  char32_t at(int64_t index) const {
    return width == 1 ? data1()[index] : width == 2 ? data2()[index] : data4()[index];
  }
  int64_t byte_count() const { return length * static_cast<int64_t>(width); }
  // Of a new text: both by one store, for which the next look at one of them need not wait.
  void set_size(int64_t characters, int bytes_each) {
    reinterpret_cast<uint64_t*>(this + 1)[-1] = static_cast<uint64_t>(characters) | uint64_t{static_cast<unsigned>(bytes_each)} << 56;
  }
};

extern Type str_type;

inline bool is_str(Value value) { return value.is_object() && has_flag(value.object()->type, kStrSubclass); }
inline bool is_exact_str(Value value) { return value.is_object() && value.object()->type == &str_type; }
inline int width_of(char32_t widest) { return widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4; }
// Bytes that a str of so many bytes of text takes, header and spare room included.
inline constexpr size_t kLargestTightStr = 512;  // without spare room
inline size_t str_block_size(int64_t text_bytes) {
  size_t size = sizeof(Str) + static_cast<size_t>(text_bytes);
  if (size <= kLargestTightStr) return size;
  size_t step = size_t{1} << (60 - __builtin_clzll(size));  // an eighth of the size, or less
  return (size + step - 1) & ~(step - 1);
}

// A string of `length` characters no wider than `widest`; the caller fills the data.
Str* new_str(int64_t length, char32_t widest);
// new_str() for one byte a character, as most text has, without a call. The data may be read and written eight bytes at a
// time: a block ends at a multiple of that.
[[gnu::always_inline]] inline Str* new_narrow_str(int64_t length) {
  if (sizeof(Str) + static_cast<size_t>(length) > kLargestTightStr) [[unlikely]] return new_str(length, 'a');
  auto* text = static_cast<Str*>(heap.allocate(sizeof(Str) + static_cast<size_t>(length)));
  text->type = &str_type;
  text->refcount = 1;
  text->flags = 0;
  text->hash = 0;
  text->set_size(length, 1);
  return text;
}
// The same for a length that a program chose: null with MemoryError pending when memory would not hold it.
Str* new_str_checked(Vm& vm, int64_t length, char32_t widest);
Ref make_str(std::string_view utf8);        // lone surrogates in their 3-byte form are accepted
Ref make_ascii_str(std::string_view ascii);
Ref make_latin1_str(const uint8_t* characters, int64_t length);
Ref make_str(const char32_t* characters, int64_t length);
Ref make_str(char32_t character);           // Latin-1 characters are shared objects
Ref empty_str();
std::string to_utf8(const Str* text);       // lone surrogates in their 3-byte form
std::string to_utf8(Value str);             // REQUIRES: is_str
Hash str_hash(Str* text);                   // SipHash-1-3 with the key of PYTHONHASHSEED=0, cached
bool str_equal(const Str* left, const Str* right);
int str_compare(const Str* left, const Str* right);  // by code points: <0, 0, >0
Ref str_concatenate(Vm& vm, Value left, Value right);  // REQUIRES: both str
// left + right where the caller gives up its reference to left: grows in place when it was the only one.
Ref str_append(Vm& vm, Ref left, Value right);
Ref str_join(Vm& vm, const Value* items, int64_t count, Str* separator);  // REQUIRES: items are str
Ref str_slice(const Str* text, int64_t start,
              int64_t stop);  // REQUIRES: 0 <= start, stop <= length; start may be beyond stop
Ref str_repeat(Vm& vm, const Str* text, int64_t times);
Ref str_repr(Vm& vm, Value text);
Ref str_ascii(const Str* text);  // its characters beyond ASCII as \x, \u, \U escapes
Ref str_plain(Value text);  // instances of subclasses as an exact str
// Places of `wanted` in text[start:stop]; -1: none. REQUIRES: 0 <= start <= stop <= length.
int64_t str_find(const Str* text, const Str* wanted, int64_t start, int64_t stop);
int64_t str_find_last(const Str* text, const Str* wanted, int64_t start, int64_t stop);
// Appends the text as UTF-8.
void append_utf8(std::string& out, const Str* text);
// The digits and spaces of any script as ASCII; characters that are neither become '?' when beyond ASCII.
std::string ascii_digits(const Str* text);

// Calls visit(pointer to the first character) with the pointer type of the text's width.
template <class Text, class Visit>
decltype(auto) visit_text(Text* text, Visit visit) {
  if (text->width == 1) return visit(text->data1());
  if (text->width == 2) return visit(text->data2());
  return visit(text->data4());
}

// The one object for this text: names of attributes, variables and keywords, so that pointers decide
// equality.
Str* intern(std::string_view utf8);         // borrowed; lives as long as the run
Str* intern(Str* text);                     // borrowed; `text` itself when it is the first

// Makes the shared strings (empty, Latin-1) and an empty intern table. Once a run, after Heap::reset, before
// any name.
void start_strings();
void define_str_types();

}  // namespace gilsim::python

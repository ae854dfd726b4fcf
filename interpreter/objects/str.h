// str: Unicode text in one block, 1, 2 or 4 bytes a character by the widest one in it, as CPython (PEP 393).
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

struct Str : Object {
  Hash hash;            // 0: not yet computed (a computed hash is never 0)
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
};

extern Type str_type;

inline bool is_str(Value value) { return value.is_object() && has_flag(value.object()->type, kStrSubclass); }

// A string of `length` characters no wider than `widest`; the caller fills the data.
Str* new_str(int64_t length, char32_t widest);
Ref make_str(std::string_view utf8);        // lone surrogates in their 3-byte form are accepted
Ref make_str(const char32_t* characters, int64_t length);
Ref make_str(char32_t character);           // Latin-1 characters are shared objects
std::string to_utf8(const Str* text);       // lone surrogates in their 3-byte form
std::string to_utf8(Value str);             // REQUIRES: is_str
Hash str_hash(Str* text);                   // SipHash-1-3 with the key of PYTHONHASHSEED=0, cached
bool str_equal(const Str* left, const Str* right);
int str_compare(const Str* left, const Str* right);  // by code points: <0, 0, >0
Ref str_concatenate(Vm& vm, Value left, Value right);  // REQUIRES: both str. May reuse a uniquely owned left (see `append`)
// left + right where the caller gives up its reference to left: grows in place when it was the only one.
Ref str_append(Vm& vm, Ref left, Value right);
Ref str_join(Vm& vm, const Value* items, int64_t count, Str* separator);  // REQUIRES: items are str

// The one object for this text: names of attributes, variables and keywords, so that pointers decide equality.
Str* intern(std::string_view utf8);         // borrowed; lives as long as the run
Str* intern(Str* text);                     // borrowed; `text` itself when it is the first

}  // namespace gilsim::python

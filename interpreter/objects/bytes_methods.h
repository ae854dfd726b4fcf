// Methods that bytes and bytearray share, and what is different about their results.
#pragma once

#include <span>
#include <vector>

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/function.h"

namespace gilsim::python {

std::vector<NativeDescription> bytes_methods();             // for both types, self first
std::span<const NativeDescription> bytes_search_methods();  // the parts of it
std::span<const NativeDescription> bytes_split_methods();
std::span<const NativeDescription> bytes_text_methods();
std::span<const NativeDescription> bytes_static_methods();  // maketrans

// `octets` as the type of `like`: bytes give bytes, a bytearray gives a bytearray.
Ref make_like(Value like, std::string_view octets);
// An argument that must be bytes-like; false with TypeError pending ("a bytes-like object is required, not
// 'str'").
bool read_octets(Vm& vm, Value value, std::string* octets);
// A number in range(0, 256); false with TypeError or ValueError pending.
bool read_octet(Vm& vm, Value value, char* octet);

// Operations of both types.
Ref concatenate_bytes(Vm& vm, Value left, Value right);
Ref repeat_bytes(Vm& vm, Value left, Value right);
Ref format_bytes(Vm& vm, Value left, Value right);  // octets % values (str_percent.cc)
Ref compare_bytes(Vm& vm, Value self, Value other, CompareOperator op);
int bytes_contain(Vm& vm, Value self, Value item);
Ref get_bytes_item(Vm& vm, Value self, Value key);
Ref iterate_bytes(Vm& vm, Value self);
int64_t length_of_bytes(Vm& vm, Value self);
int truth_of_bytes(Vm& vm, Value self);
// What bytes(…) and bytearray(…) take; null with an exception pending.
Ref octets_of_arguments(Vm& vm, const Arguments& arguments, const char* name);

void define_bytearray_type();

}  // namespace gilsim::python

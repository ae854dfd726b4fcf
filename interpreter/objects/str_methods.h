// The methods of str, by the file that holds them, for the table in str_type.cc; and what they share.
#pragma once

#include "interpreter/objects/arguments.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

// Virtual time of looking at so many characters.
void charge_characters(Vm& vm, int64_t count);

// find, count, startswith and the like take one argument and two bounds; false with TypeError pending.
bool check_search_arguments(Vm& vm, const Arguments& arguments, const char* name);
// The start and stop arguments arguments[first], arguments[first + 1] of a search in `length` items, fitted
// as slices are; start may be beyond stop. False: TypeError pending.
bool read_search_bounds(Vm& vm, const Arguments& arguments, size_t first, int64_t length, int64_t* start,
                        int64_t* stop);

namespace str_methods {

#define METHOD(name) Ref name(Vm& vm, const Arguments& arguments);
// str_search.cc
METHOD(find)
METHOD(index) METHOD(rfind) METHOD(rindex) METHOD(count) METHOD(startswith) METHOD(endswith) METHOD(replace)
    METHOD(removeprefix) METHOD(removesuffix) METHOD(partition) METHOD(rpartition)
    // str_split.cc
    METHOD(split) METHOD(rsplit) METHOD(splitlines) METHOD(join)
    // str_case.cc
    METHOD(upper) METHOD(lower) METHOD(title) METHOD(capitalize) METHOD(swapcase) METHOD(casefold)
    // str_predicates.cc
    METHOD(isalnum) METHOD(isalpha) METHOD(isascii) METHOD(isdecimal) METHOD(isdigit) METHOD(isidentifier)
        METHOD(islower) METHOD(isnumeric) METHOD(isprintable) METHOD(isspace) METHOD(istitle) METHOD(isupper)
    // str_layout.cc
    METHOD(center) METHOD(ljust) METHOD(rjust) METHOD(zfill) METHOD(expandtabs) METHOD(strip) METHOD(lstrip)
        METHOD(rstrip)
    // str_translate.cc
    METHOD(maketrans) METHOD(translate)
    // codec.cc
    METHOD(encode)
    // str_format.cc
    METHOD(format) METHOD(format_map)
#undef METHOD

}  // namespace str_methods

// text % values (str_percent.cc).
Ref str_percent(Vm& vm, Value text, Value values);
int str_contains(Vm& vm, Value self, Value item);
Ref iterate_str(Vm& vm, Value self);
void define_str_iterator_types();

}  // namespace gilsim::python

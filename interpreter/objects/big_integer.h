// The integers that do not fit a Value, on Boost.Multiprecision: its header is slow to compile, so only the
// files that compute with big numbers include this one.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "interpreter/objects/heap_allocator.h"
#include "interpreter/objects/integer.h"

namespace gilsim::python {

// Limbs live in the Heap like everything else.
using BigNumber = boost::multiprecision::number<
    boost::multiprecision::cpp_int_backend<0, 0, boost::multiprecision::signed_magnitude,
                                           boost::multiprecision::unchecked,
                                           HeapAllocator<boost::multiprecision::limb_type>>,
    boost::multiprecision::et_off>;

__extension__ typedef unsigned __int128 WideLimb;  // holds the product of two limbs

struct BigInteger : Object {
  BigNumber number;
};

Ref make_int(BigNumber number);  // small when it fits
Ref make_int_of_type(Type* type, const BigNumber& number);  // an instance of a subclass of int
BigNumber big_number(Value value);  // REQUIRES: is_int
// The same without a copy where there is a BigInteger; `storage` takes the number of a small one.
const BigNumber& big_view(Value value, BigNumber& storage);
// Correctly rounded (half to even); infinite when too large.
double big_to_double(const BigNumber& number);
inline int64_t bit_length(const BigNumber& number) {
  return number.is_zero() ? 0
                          : static_cast<int64_t>(
                                boost::multiprecision::msb(number.sign() < 0 ? BigNumber(-number) : number)) +
                                1;
}

}  // namespace gilsim::python

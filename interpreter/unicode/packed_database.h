// The table that make_database.py writes when gilsim is built: zlib's compressed text.
#pragma once

#include <cstddef>

namespace gilsim::unicode {

extern const std::size_t unpacked_size, packed_size;
extern const unsigned char packed_database[];

}  // namespace gilsim::unicode

// What a format string of the struct module says: which items stand where in a row of octets.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/objects/packed_item.h"

namespace gilsim::python {

// `count` items of one code, beginning at `offset`. For 's' and 'p' it is one item of `count` octets.
struct LayoutField {
  const ItemFormat* item;  // null: octets ('s'), or octets behind their number ('p')
  char code;
  bool big_endian;
  // Whether refusals are worded as for C's own types: native order, or little-endian items of the native
  // size.
  bool native_words;
  int64_t offset;
  int64_t count;
};

struct Layout {
  std::span<const LayoutField> fields;
  int64_t size = 0;        // octets
  int64_t item_count = 0;  // values that are packed
};

// Reads a format; the fields stand in `storage`. False: `*problem` says why not.
bool read_layout(std::string_view format, Layout* layout, std::vector<LayoutField>* storage,
                 std::string* problem);

}  // namespace gilsim::python

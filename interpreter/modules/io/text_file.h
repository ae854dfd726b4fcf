// io.TextIOWrapper over a buffer: text decoded a chunk ahead, and text encoded until a chunk is whole.
//
// What stands in text_file.cc reads, writes and finds positions; text_file_type.cc is the type.
#pragma once

#include "interpreter/modules/io/io.h"
#include "interpreter/modules/io/lines.h"
#include "interpreter/modules/io/text_codec.h"

namespace gilsim::python::io {

struct TextFile : Object {  // kHasAttributes: `mode` is one
  Value buffer;             // null: not initialised, or detached
  Value encoding;           // str, as it was given
  TextCodec codec;
  Row<char> pending;        // encoded, not in the buffer yet
  Value decoded;            // str, read up to `used`; or null
  int64_t used;
  Row<char> chunk;          // the octets that `decoded` came from; behind them `carried` ones that are not decoded yet
  int64_t carried;
  bool chunk_at_start;      // the chunk began with the encoding's mark
  uint8_t newline;          // a Newline
  uint8_t seen;
  bool line_buffering, write_through, detached;
  bool telling;             // false while next() is at work
};

extern Type text_file_type;
void define_text_file_type();

// False: an exception is pending.
bool write_text(Vm& vm, TextFile* file, Value text);
bool flush_pending(Vm& vm, TextFile* file);
// Null: an exception is pending. Empty at the end of the file; negative sizes: no limit.
Ref read_text(Vm& vm, TextFile* file, int64_t size);
Ref read_text_line(Vm& vm, TextFile* file, int64_t size);
bool find_text_position(Vm& vm, TextFile* file, int64_t* position);
bool seek_text(Vm& vm, TextFile* file, int64_t offset, int64_t whence, int64_t* position);

}  // namespace gilsim::python::io

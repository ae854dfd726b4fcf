// An encoding as a text file uses it: piece by piece, with the mark at the file's beginning that some encodings have.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/ref.h"

namespace gilsim::python::io {

// How far apart characters can be cut.
enum class Cut : uint8_t { Anywhere, Utf8, Units2, Units4, LeadAndTrail };
enum class Mark : uint8_t { None, Utf8Signature, Utf16, Utf32 };

struct TextCodec {
  Value codec;    // owned str: what encode and decode are asked for
  Value errors;   // owned str
  Cut cut;
  Mark mark;      // what the encoding begins with
  bool at_start;  // nothing was read or written yet, or the file was wound back: the mark comes first

  // False with LookupError pending: there is no such encoding or error handler.
  bool begin(Vm& vm, Value encoding, Value error_handler);
  void release();

  // Decodes what is whole of the octets (all of them if `last`), line ends as they are. `*used` is how many that were.
  Ref decode(Vm& vm, std::string_view octets, bool last, int64_t* used);
  // Null: an exception is pending. The mark comes with the first text.
  Ref encode(Vm& vm, Value text);

 private:
  Value asked() const { return cut == Cut::Utf8 ? kNull : codec; }  // UTF-8 needs no looking up
  int64_t take_mark(std::string_view octets);
  int64_t whole_part(std::string_view octets) const;
};

}  // namespace gilsim::python::io

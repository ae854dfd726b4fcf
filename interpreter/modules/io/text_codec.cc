#include "interpreter/modules/io/text_codec.h"

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/syntax/encoding.h"

namespace gilsim::python::io {

namespace {

bool among(std::string_view word, std::string_view words) { return syntax::is_among(word, words); }

Cut cut_of(std::string_view name) {
  if (among(name, "utf-8 utf8 u8 cp65001 utf-8-sig")) return Cut::Utf8;
  if (name.starts_with("utf-16") || among(name, "utf16 u16")) return Cut::Units2;
  if (name.starts_with("utf-32") || among(name, "utf32 u32")) return Cut::Units4;
  for (std::string_view family : {"gb", "big5", "cp936", "cp950", "cp932", "cp949", "euc", "shift", "sjis", "johab", "hz"})
    if (name.starts_with(family)) return Cut::LeadAndTrail;
  return Cut::Anywhere;
}

Mark mark_of(std::string_view name) {
  if (name == "utf-8-sig") return Mark::Utf8Signature;
  if (among(name, "utf-16 utf16 u16")) return Mark::Utf16;
  return among(name, "utf-32 utf32 u32") ? Mark::Utf32 : Mark::None;
}

// Octets at the end that begin a character of UTF-8 but do not complete it.
int64_t open_utf8(std::string_view octets) {
  for (size_t back = 1; back <= 3 && back <= octets.size(); ++back) {
    const auto octet = static_cast<unsigned char>(octets[octets.size() - back]);
    if ((octet & 0xC0) == 0x80) continue;
    const size_t size = octet >= 0xF0 ? 4 : octet >= 0xE0 ? 3 : octet >= 0xC0 ? 2 : 1;
    return size > back ? static_cast<int64_t>(back) : 0;
  }
  return 0;
}

int64_t whole_lead_and_trail(std::string_view octets) {
  size_t at = 0;
  while (at < octets.size()) {
    size_t size = static_cast<unsigned char>(octets[at]) < 0x80 ? 1 : 2;
    const bool has_digit = size == 2 && at + 1 < octets.size() && octets[at + 1] >= '0' && octets[at + 1] <= '9';
    if (has_digit) size = 4;  // GB 18030
    if (at + size > octets.size()) break;
    at += size;
  }
  return static_cast<int64_t>(at);
}

}  // namespace

bool TextCodec::begin(Vm& vm, Value encoding, Value error_handler) {
  const std::string name = syntax::simplified(to_utf8(encoding), '-');
  cut = cut_of(name);
  mark = mark_of(name);
  at_start = true;
  codec = (mark == Mark::Utf8Signature ? make_str("utf-8") : Ref(encoding)).release();
  errors = Ref(error_handler).release();
  if (python::encode(vm, empty_str().as<Str>(), codec, errors)) return true;
  release();
  return false;
}

void TextCodec::release() {
  decref(std::exchange(codec, kNull));
  decref(std::exchange(errors, kNull));
}

// Octets of the mark at the front; from then on the order of octets is known.
int64_t TextCodec::take_mark(std::string_view octets) {
  at_start = false;
  if (mark == Mark::Utf8Signature) return octets.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (mark == Mark::None) return 0;
  const bool wide = mark == Mark::Utf32;
  const std::string_view little = wide ? std::string_view("\xFF\xFE\0\0", 4) : std::string_view("\xFF\xFE", 2);
  const std::string_view big = wide ? std::string_view("\0\0\xFE\xFF", 4) : std::string_view("\xFE\xFF", 2);
  const bool is_big = octets.starts_with(big);
  Ref known = make_str(std::string(wide ? "utf-32" : "utf-16") + (is_big ? "-be" : "-le"));
  decref(std::exchange(codec, known.release()));
  return is_big || octets.starts_with(little) ? static_cast<int64_t>(little.size()) : 0;
}

int64_t TextCodec::whole_part(std::string_view octets) const {
  const auto size = static_cast<int64_t>(octets.size());
  switch (cut) {
    case Cut::Anywhere: return size;
    case Cut::Utf8: return size - open_utf8(octets);
    case Cut::Units4: return size - size % 4;
    case Cut::LeadAndTrail: return whole_lead_and_trail(octets);
    case Cut::Units2: break;
  }
  int64_t whole = size - size % 2;
  if (whole < 2) return whole;
  const bool is_big = to_utf8(codec).ends_with("be");
  const auto high = static_cast<unsigned char>(octets[static_cast<size_t>(is_big ? whole - 2 : whole - 1)]);
  return (high & 0xFC) == 0xD8 ? whole - 2 : whole;
}

Ref TextCodec::decode(Vm& vm, std::string_view octets, bool last, int64_t* used) {
  *used = 0;
  if (at_start) {
    if (octets.size() < 4 && mark != Mark::None && !last) return empty_str();
    *used = take_mark(octets);
    octets.remove_prefix(static_cast<size_t>(*used));
  }
  if (!last) octets = octets.substr(0, static_cast<size_t>(whole_part(octets)));
  *used += static_cast<int64_t>(octets.size());
  Ref source = make_bytes(octets);
  return python::decode(vm, bytes_view(source), source, asked(), errors);
}

Ref TextCodec::encode(Vm& vm, Value text) {
  if (!at_start) return python::encode(vm, text.as<Str>(), asked(), errors);
  if (mark == Mark::Utf16 || mark == Mark::Utf32) {  // the codec writes the mark itself, once
    Ref octets = python::encode(vm, text.as<Str>(), codec, errors);
    take_mark({});
    return octets;
  }
  at_start = false;
  Ref octets = python::encode(vm, text.as<Str>(), codec, errors);
  if (!octets || mark == Mark::None) return octets;
  return make_bytes("\xEF\xBB\xBF" + std::string(bytes_view(octets)));
}

}  // namespace gilsim::python::io

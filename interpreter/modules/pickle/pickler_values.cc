// Pickler: numbers, texts and containers.
#include <fmt/format.h>

#include <bit>

#include "interpreter/modules/pickle/pickle_buffer.h"
#include "interpreter/modules/pickle/pickler.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

constexpr int64_t kBatch = 1000;  // items between a mark and the opcode that takes them
constexpr int64_t kBytesPerNs = 40;

// Opcode and length of a row of octets: one octet of length where there is an opcode for that, else four or
// eight.
std::string length_header(size_t size, int short_opcode, unsigned char opcode, int long_opcode) {
  if (short_opcode && size < 256)
    return opcode_with_number(static_cast<unsigned char>(short_opcode), size, 1);
  if (size <= 0xffffffff) return opcode_with_number(opcode, size, 4);
  return opcode_with_number(static_cast<unsigned char>(long_opcode), size, 8);
}

// What protocol 0 writes between 'V' and the line's end.
std::string raw_unicode_escape(const Str* text) {
  std::string result;
  for (int64_t i = 0; i < text->length; ++i) {
    const char32_t c = text->at(i);
    if (c >= 0x10000)
      result += fmt::format("\\U{:08x}", static_cast<uint32_t>(c));
    else if (c >= 0x100 || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == 0x1a)
      result += fmt::format("\\u{:04x}", static_cast<uint32_t>(c));
    else
      result += static_cast<char>(c);
  }
  return result;
}

Ref latin1_text(std::string_view octets) {
  return make_latin1_str(reinterpret_cast<const uint8_t*>(octets.data()), std::ssize(octets));
}

}  // namespace

bool Pickler::save_int(Value value) {
  const auto number = int64_of(value);
  const bool is_short = number && *number >= INT32_MIN && *number <= INT32_MAX;
  if (is_short && protocol_ == 0) return out_.write(fmt::format("I{}\n", *number)), true;
  if (is_short) {
    const auto bits = static_cast<uint64_t>(*number);
    if (*number >= 0 && *number < 256)
      out_.write(opcode_with_number(kBinInt1, bits, 1));
    else if (*number >= 0 && *number < 65536)
      out_.write(opcode_with_number(kBinInt2, bits, 2));
    else
      out_.write(opcode_with_number(kBinInt, bits & 0xffffffff, 4));
    return true;
  }
  if (protocol_ < 2) {
    std::string digits;
    if (!int_to_text(vm_, value, 10, &digits)) return false;
    return out_.write("L" + digits + "L\n"), true;
  }
  // Two's complement in as few octets as hold the sign as well.
  const bool is_power =
      int_sign(value) < 0 &&
      int_bit_length(int_subtract(vm_, int_negate(vm_, value), make_int(1))) < int_bit_length(value);
  const int64_t size = (int_bit_length(value) - is_power) / 8 + 1;
  Ref octets;
  {
    Ref method = get_attribute(vm_, value, intern("to_bytes"));
    const Value arguments[] = {Value::small(size), Value::of(intern("little")), kTrue};
    Ref names = make_tuple({Value::of(intern("signed"))});
    octets = method ? call(vm_, method, Arguments{arguments, 2, names.as<Tuple>()}) : Ref();
  }
  if (!octets) return false;
  out_.write(size < 256 ? opcode_with_number(kLong1, static_cast<uint64_t>(size), 1)
                        : opcode_with_number(kLong4, static_cast<uint64_t>(size), 4));
  return out_.write(bytes_view(octets)), true;
}

bool Pickler::save_float(Value value) {
  const double number = value.as<Float>()->number;
  if (protocol_ == 0) return out_.write("F" + float_repr(number) + "\n"), true;
  write(kBinFloat);
  const auto bits = std::bit_cast<uint64_t>(number);
  for (int shift = 56; shift >= 0; shift -= 8) write(static_cast<unsigned char>(bits >> shift));
  return true;
}

bool Pickler::save_bytes(Value value) {
  const std::string_view octets = bytes_view(value);
  vm_.charge(std::ssize(octets) / kBytesPerNs);
  if (protocol_ < 3) {  // bytes came with protocol 3: a str that is encoded when it is read
    if (octets.empty()) return save_reduction(make_tuple({Value::of(&bytes_type), make_tuple({})}), value);
    Ref codecs =
        dict_get_str(vm_.modules, intern("_codecs")).is_null()
            ? call(vm_, dict_get_str(vm_.builtins, intern("__import__")), {Value::of(intern("_codecs"))})
            : Ref(dict_get_str(vm_.modules, intern("_codecs")));
    Ref encode = codecs ? get_attribute(vm_, codecs, intern("encode")) : Ref();
    return encode &&
           save_reduction(
               make_tuple({encode, make_tuple({latin1_text(octets), Value::of(intern("latin1"))})}), value);
  }
  out_.write_payload(length_header(octets.size(), kShortBinBytes, kBinBytes, kBinBytes8), octets);
  return remember(value), true;
}

bool Pickler::save_bytearray(Value value) {
  const std::string octets(bytes_view(value));
  vm_.charge(std::ssize(octets) / kBytesPerNs);
  if (protocol_ >= 5) {
    out_.write_payload(opcode_with_number(kByteArray8, octets.size(), 8), octets);
    return remember(value), true;
  }
  Ref arguments = octets.empty() ? make_tuple({}) : make_tuple({make_bytes(octets)});
  return save_reduction(make_tuple({Value::of(&bytearray_type), arguments}), value);
}

bool Pickler::save_str(Value value) {
  const auto* text = value.as<Str>();
  vm_.charge(text->length / kBytesPerNs);
  if (protocol_ == 0) {
    out_.write("V" + raw_unicode_escape(text) + "\n");
  } else {
    const std::string octets = to_utf8(text);
    out_.write_payload(
        length_header(octets.size(), protocol_ >= 4 ? kShortBinUnicode : 0, kBinUnicode, kBinUnicode8),
        octets);
  }
  return remember(value), true;
}

bool Pickler::save_tuple(Value value) {
  const auto* tuple = value.as<Tuple>();
  if (tuple->size == 0) {
    if (protocol_ > 0) return write(kEmptyTuple), true;
    return out_.write("(t"), true;
  }
  const bool is_short = tuple->size <= 3 && protocol_ >= 2;
  if (!is_short) write(kMark);
  for (int64_t i = 0; i < tuple->size; ++i)
    if (!save(tuple->items[i])) return false;
  if (is_remembered(
          value)) {  // it holds itself: what was written is dropped for the one that is there already
    if (is_short)
      out_.write(std::string(static_cast<size_t>(tuple->size), kPop));
    else if (protocol_ == 0)
      out_.write(std::string(static_cast<size_t>(tuple->size) + 1, kPop));
    else
      write(kPopMark);
    return write_memory(memo_[value.bits()]), true;
  }
  write(static_cast<unsigned char>(is_short ? kTuple1 + tuple->size - 1 : int64_t{kTuple}));
  return remember(value), true;
}

bool Pickler::save_list(Value value) {
  if (protocol_ > 0)
    write(kEmptyList);
  else
    out_.write("(l");
  remember(value);
  auto* list = value.as<List>();
  auto save_item = [&](int64_t i) {
    Ref item(list->items[i]);
    return save(item);
  };
  if (protocol_ == 0 || list->size == 1) {
    for (int64_t i = 0; i < list->size; ++i) {
      if (!save_item(i)) return false;
      write(kAppend);
    }
    return true;
  }
  for (int64_t i = 0; i < list->size;) {
    write(kMark);
    for (const int64_t end = i + kBatch; i < end && i < list->size; ++i)
      if (!save_item(i)) return false;
    write(kAppends);
  }
  return true;
}

bool Pickler::save_dict(Value value) {
  if (protocol_ > 0)
    write(kEmptyDict);
  else
    out_.write("(d");
  remember(value);
  const auto* dict = value.as<Dict>();
  if (dict->used == 0) return true;
  const int64_t size = dict->used;
  int32_t position = 0;
  Value key, item;
  auto save_pair = [&] {
    Ref own_key(key), own_item(item);
    return save(own_key) && save(own_item);
  };
  if (protocol_ == 0 || size == 1) {
    while (dict_next(dict, position, &key, &item)) {
      if (!save_pair()) return false;
      write(kSetItem);
    }
    return true;
  }
  for (int64_t count = kBatch; count == kBatch;) {  // after a last full batch there is an empty one
    write(kMark);
    for (count = 0; count < kBatch && dict_next(dict, position, &key, &item); ++count) {
      if (!save_pair()) return false;
      if (dict->used != size)
        return fail(vm_, exceptions::RuntimeError, "dictionary changed size during iteration");
    }
    write(kSetItems);
  }
  return true;
}

bool Pickler::save_set(Value value) {
  const auto* set = value.as<Set>();
  if (protocol_ < 4) {
    Ref items = to_list(vm_, value);
    return items && save_reduction(make_tuple({Value::of(&set_type), make_tuple({items})}), value);
  }
  write(kEmptySet);
  remember(value);
  if (set->used == 0) return true;
  int64_t position = 0;
  Value item;
  for (int64_t count = kBatch; count == kBatch;) {
    write(kMark);
    for (count = 0; count < kBatch && set_next(set, position, &item); ++count) {
      Ref own(item);
      if (!save(own)) return false;
    }
    write(kAddItems);
  }
  return true;
}

bool Pickler::save_frozenset(Value value) {
  Ref items = to_list(vm_, value);
  if (!items) return false;
  if (protocol_ < 4)
    return save_reduction(make_tuple({Value::of(&frozenset_type), make_tuple({items})}), value);
  write(kMark);
  for (int64_t i = 0; i < items.as<List>()->size; ++i)
    if (!save(items.as<List>()->items[i])) return false;
  if (is_remembered(value)) return write(kPopMark), write_memory(memo_[value.bits()]), true;
  write(kFrozenSet);
  return remember(value), true;
}

bool Pickler::save_buffer(Value value) {
  if (protocol_ < 5) return refuse("PickleBuffer can only pickled with protocol >= 5");
  HeldBuffer held;
  if (!held.hold(vm_, value)) return false;
  bool in_band = true;
  if (hooks.buffer_callback) {
    Ref answer = call(vm_, hooks.buffer_callback, {value});
    const int is_true = answer ? truth(vm_, answer) : -1;
    if (is_true < 0) return false;
    in_band = is_true;
  }
  if (!in_band) {
    write(kNextBuffer);
    if (held.buffer().read_only) write(kReadOnlyBuffer);
    return true;
  }
  vm_.charge(held.size() / kBytesPerNs);
  const size_t size = held.octets().size();
  out_.write_payload(held.buffer().read_only ? length_header(size, kShortBinBytes, kBinBytes, kBinBytes8)
                                             : opcode_with_number(kByteArray8, size, 8),
                     held.octets());
  return remember(value), true;
}

// The items or pairs that a reduction adds to the object behind it.
bool Pickler::append_all(Value iterator, bool pairs) {
  auto save_one = [&](Value item) {
    if (!pairs) return save(item);
    if (!is_tuple(item) || item.as<Tuple>()->size != 2)
      return fail(vm_, exceptions::TypeError, "dict items iterator must return 2-tuples");
    return save(item.as<Tuple>()->items[0]) && save(item.as<Tuple>()->items[1]);
  };
  const unsigned char one_opcode = pairs ? kSetItem : kAppend, all_opcode = pairs ? kSetItems : kAppends;
  if (protocol_ == 0) {
    while (Ref item = next(vm_, iterator)) {
      if (!save_one(item)) return false;
      write(one_opcode);
    }
    return !is_pending(vm_);
  }
  for (int64_t count = kBatch; count == kBatch;) {
    Ref first = next(vm_, iterator);
    if (!first) break;
    Ref item = next(vm_, iterator);
    if (!item && is_pending(vm_)) return false;
    if (!item) {
      if (!save_one(first)) return false;
      write(one_opcode);
      break;
    }
    write(kMark);
    if (!save_one(first)) return false;
    for (count = 1; item;) {
      if (!save_one(item)) return false;
      if (++count == kBatch) break;
      item = next(vm_, iterator);
    }
    write(all_opcode);
  }
  return !is_pending(vm_);
}

}  // namespace gilsim::python

// Unpickler: reading opcodes; numbers, texts, containers and the memo.
#include "interpreter/modules/pickle/unpickler.h"

#include <fmt/format.h>

#include <bit>

#include "interpreter/modules/pickle/pickler.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/vm.h"
#include "interpreter/runtime/spending.h"

namespace gilsim::python {

namespace {

// CPython 3.11 on the reference machine: a None 12 ns, an int 24 to 30, a str 60, a tuple of an int 82.
constexpr int64_t kOpcodeNs = 12, kNumberNs = 14, kBytesPerNs = 40;

// Protocol 0's texts: Latin-1 in which \\uXXXX and \\UXXXXXXXX stand for other characters.
Ref decode_raw_unicode(std::string_view octets) {
  std::u32string text;
  for (size_t i = 0; i < octets.size(); ++i) {
    const char kind = octets[i] == '\\' && i + 1 < octets.size() ? octets[i + 1] : 0;
    const size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    const std::string hexadecimal(digits && i + 2 + digits <= octets.size() ? octets.substr(i + 2, digits)
                                                                            : "");
    if (hexadecimal.empty() || hexadecimal.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) {
      text += static_cast<uint8_t>(octets[i]);
    } else {
      text += static_cast<char32_t>(std::stoul(hexadecimal, nullptr, 16));
      i += digits + 1;
    }
  }
  return make_str(text.data(), std::ssize(text));
}

}  // namespace

bool PickleInput::take(Vm& vm, size_t size, std::string_view* octets) {
  if (read && rest.size() < size) {
    HeapString kept(rest);
    Ref more = call(vm, read, {make_int(static_cast<int64_t>(size - kept.size()))});
    if (!more) return false;
    if (!is_bytes_like(more))
      return fail(vm, exceptions::ValueError, "read() returned non-bytes object ({})", type_name(more));
    storage = std::move(kept.append(bytes_view(more)));
    rest = storage;
  }
  if (rest.size() < size) return false;
  *octets = rest.substr(0, size);
  rest.remove_prefix(size);
  return true;
}

bool PickleInput::take_line(Vm& vm, std::string_view* line) {
  size_t end = rest.find('\n');
  if (end == std::string_view::npos && readline) {
    Ref more = call(vm, readline);
    if (!more) return false;
    if (!is_bytes_like(more))
      return fail(vm, exceptions::ValueError, "readline() returned non-bytes object ({})", type_name(more));
    storage = HeapString(rest).append(bytes_view(more));
    rest = storage;
    end = rest.find('\n');
  }
  if (end == std::string_view::npos) return false;
  *line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return true;
}

bool Unpickler::refuse(std::string_view message) {
  return fail(vm_, unpickling_error_type, message);
}
bool Unpickler::underflow() {
  return refuse(marks_.empty() ? "unpickling stack underflow" : "unexpected MARK found");
}
bool Unpickler::truncated() {
  return is_pending(vm_) ? false : refuse("pickle data was truncated");
}
bool Unpickler::take(size_t size, std::string_view* octets) {
  return input_.take(vm_, size, octets) || truncated();
}
bool Unpickler::take_line(std::string_view* line) {
  return input_.take_line(vm_, line) || truncated();
}

bool Unpickler::take_number(int size, uint64_t* number) {
  std::string_view octets;
  if (!take(static_cast<size_t>(size), &octets)) return false;
  *number = 0;
  for (int i = 0; i < size; ++i)
    *number |= uint64_t{static_cast<uint8_t>(octets[static_cast<size_t>(i)])} << (8 * i);
  return true;
}

bool Unpickler::take_mark(size_t* position) {
  if (marks_.empty()) return refuse("could not find MARK");
  *position = marks_.back();
  marks_.pop_back();
  return true;
}

Ref Unpickler::pop() {
  Ref value = std::move(stack_.back());
  stack_.pop_back();
  return value;
}

Ref Unpickler::tuple_from(size_t from) {
  Tuple* tuple = new_tuple(static_cast<int64_t>(stack_.size() - from));
  Ref result = Ref::take(tuple);
  for (size_t i = from; i < stack_.size(); ++i) tuple->items[i - from] = stack_[i].release();
  stack_.resize(from);
  return result;
}

Ref Unpickler::load() {
  Spending spending(vm_, sim::Purpose::Pickling);
  std::string_view octets;
  for (bool first = true;; first = false) {
    if (!input_.take(vm_, 1, &octets)) {
      if (is_pending(vm_)) return {};
      return first || !input_.read ? raise(vm_, exceptions::EOFError, "Ran out of input")
                                   : (truncated(), Ref());
    }
    const auto opcode = static_cast<unsigned char>(octets[0]);
    if (opcode == kStop) break;
    vm_.charge(kOpcodeNs);
    if (!step(opcode)) return {};
  }
  if (!need(1)) return {};
  return pop();
}

bool Unpickler::step(unsigned char opcode) {
  switch (opcode) {
    case kNoneOpcode: return push(kNone), true;
    case kNewTrue: return push(kTrue), true;
    case kNewFalse: return push(kFalse), true;
    case kInt:
    case kBinInt:
    case kBinInt1:
    case kBinInt2:
    case kLong:
    case kLong1:
    case kLong4:
    case kFloat:
    case kBinFloat: vm_.charge(kNumberNs); return load_number(opcode);
    case kString:
    case kBinString:
    case kShortBinString:
    case kUnicode:
    case kBinUnicode:
    case kShortBinUnicode:
    case kBinUnicode8:
    case kBinBytes:
    case kShortBinBytes:
    case kBinBytes8:
    case kByteArray8: return load_text(opcode);
    case kMark:
    case kPop:
    case kPopMark:
    case kDup:
    case kEmptyTuple:
    case kTuple:
    case kTuple1:
    case kTuple2:
    case kTuple3:
    case kEmptyList:
    case kList:
    case kEmptyDict:
    case kDictOpcode:
    case kEmptySet:
    case kFrozenSet:
    case kAppend:
    case kAppends:
    case kSetItem:
    case kSetItems:
    case kAddItems: return load_row(opcode);
    case kGet:
    case kBinGet:
    case kLongBinGet:
    case kPut:
    case kBinPut:
    case kLongBinPut:
    case kMemoize: return load_memo(opcode);
    default: return load_object(opcode);
  }
}

bool Unpickler::load_number(unsigned char opcode) {
  std::string_view octets;
  uint64_t bits = 0;
  switch (opcode) {
    case kBinInt1: return take_number(1, &bits) && (push(make_int(bits)), true);
    case kBinInt2: return take_number(2, &bits) && (push(make_int(bits)), true);
    case kBinInt: return take_number(4, &bits) && (push(make_int(int64_t{static_cast<int32_t>(bits)})), true);
    case kBinFloat:
      if (!take(8, &octets)) return false;
      for (char octet : octets) bits = bits << 8 | static_cast<uint8_t>(octet);
      return push(make_float(std::bit_cast<double>(bits))), true;
    case kLong1:
    case kLong4: {
      if (!take_number(opcode == kLong1 ? 1 : 4, &bits) || !take(bits, &octets)) return false;
      Ref method = get_attribute(vm_, Value::of(&int_type), intern("from_bytes"));
      Ref data = make_bytes(octets), keyword_names = make_tuple({Value::of(intern("signed"))});
      const Value arguments[] = {data, Value::of(intern("little")), kTrue};
      Ref number = method ? call(vm_, method, Arguments{arguments, 2, keyword_names.as<Tuple>()}) : Ref();
      return number && (push(number), true);
    }
    default: break;
  }
  if (!take_line(&octets)) return false;
  std::string text(octets);
  if (opcode == kInt && (text == "00" || text == "01")) return push(Value::of(text == "01")), true;
  if (opcode == kLong && text.ends_with('L')) text.pop_back();
  Ref number =
      opcode == kFloat ? to_float(vm_, make_str(text)) : parse_int(vm_, text, opcode == kInt ? 0 : 10);
  if (!number && opcode == kInt && pending_matches(vm_, exceptions::ValueError)) {
    clear_pending(vm_);
    return fail(vm_, exceptions::ValueError, "could not convert string to int");
  }
  return number && (push(number), true);
}

bool Unpickler::load_bytes_of(uint64_t size, bool as_text, bool as_bytearray) {
  std::string_view octets;
  if (!take(size, &octets)) return false;
  vm_.charge(static_cast<int64_t>(size) / kBytesPerNs + 35);
  Ref value;
  if (as_text) {
    Ref source = make_bytes(octets);
    value = decode(vm_, octets, source, make_str("utf-8"), make_str("surrogatepass"));
  } else {
    value = as_bytearray ? make_bytearray(octets) : make_bytes(octets);
  }
  return value && (push(value), true);
}

bool Unpickler::load_text(unsigned char opcode) {
  uint64_t size = 0;
  std::string_view octets;
  switch (opcode) {
    case kShortBinUnicode: return take_number(1, &size) && load_bytes_of(size, true, false);
    case kBinUnicode: return take_number(4, &size) && load_bytes_of(size, true, false);
    case kBinUnicode8: return take_number(8, &size) && load_bytes_of(size, true, false);
    case kShortBinBytes: return take_number(1, &size) && load_bytes_of(size, false, false);
    case kBinBytes: return take_number(4, &size) && load_bytes_of(size, false, false);
    case kBinBytes8: return take_number(8, &size) && load_bytes_of(size, false, false);
    case kByteArray8: return take_number(8, &size) && load_bytes_of(size, false, true);
    default: break;
  }
  // Texts of Python 2: octets in the encoding that the program names, or "bytes".
  std::string text;
  if (opcode == kString || opcode == kUnicode) {
    if (!take_line(&octets)) return false;
    text = octets;
  } else {
    if (!take_number(opcode == kBinString ? 4 : 1, &size) || !take(size, &octets)) return false;
    text = octets;
  }
  Ref source = make_bytes(text), value;
  if (opcode == kUnicode) {
    value = decode_raw_unicode(text);
  } else {
    if (opcode == kString) {
      if (text.size() < 2 || text.front() != text.back() || (text.front() != '\'' && text.front() != '"'))
        return refuse("the STRING opcode argument must be quoted");
      text = text.substr(1, text.size() - 2);
      source = make_bytes(text);
    }
    value = settings_.encoding == "bytes"
                ? source
                : decode(vm_, text, source, make_str(std::string_view(settings_.encoding)), make_str(std::string_view(settings_.errors)));
  }
  return value && (push(value), true);
}

bool Unpickler::append_items(size_t from) {
  if (from == 0 || (marks_.empty() ? 0 : marks_.back()) > from - 1) return underflow();
  Ref list(stack_[from - 1]);
  Ref items = tuple_from(from);
  const auto* tuple = items.as<Tuple>();
  if (list.get().is_object() && list.get().object()->type == &list_type) {
    for (int64_t i = 0; i < tuple->size; ++i) list_append(list.as<List>(), tuple->items[i]);
    return true;
  }
  bool failed = false;
  Ref extend = get_attribute_or_null(vm_, list, intern("extend"), &failed);
  if (failed) return false;
  if (extend) return static_cast<bool>(call(vm_, extend, {to_list(vm_, items)}));
  Ref append = get_attribute(vm_, list, intern("append"));
  for (int64_t i = 0; append && i < tuple->size; ++i)
    if (!call(vm_, append, {tuple->items[i]})) return false;
  return static_cast<bool>(append);
}

bool Unpickler::set_items(size_t from) {
  if (from == 0) return underflow();
  Ref target(stack_[from - 1]);
  Ref items = tuple_from(from);
  const auto* tuple = items.as<Tuple>();
  if (tuple->size % 2) return refuse("odd number of items for SETITEMS");
  for (int64_t i = 0; i < tuple->size; i += 2)
    if (!set_item(vm_, target, tuple->items[i], tuple->items[i + 1])) return false;
  return true;
}

bool Unpickler::add_items(size_t from) {
  if (from == 0) return underflow();
  Ref target(stack_[from - 1]);
  Ref items = tuple_from(from);
  if (type_of(target) == &set_type) return set_update(vm_, target.as<Set>(), items);
  Ref add = get_attribute(vm_, target, intern("add"));
  return add && for_each(vm_, items, [&](Value item) { return static_cast<bool>(call(vm_, add, {item})); });
}

bool Unpickler::load_row(unsigned char opcode) {
  size_t from = 0;
  auto push_tuple = [&](size_t count) {
    return need(count) && (push(tuple_from(stack_.size() - count)), true);
  };
  switch (opcode) {
    case kMark: return marks_.push_back(stack_.size()), true;
    case kPop:  // also takes away a mark that nothing stands on
      if (!marks_.empty() && marks_.back() == stack_.size()) return marks_.pop_back(), true;
      return need(1) && (pop(), true);
    case kPopMark: return take_mark(&from) && (stack_.resize(from), true);
    case kDup: return need(1) && (push(stack_.back()), true);
    case kEmptyTuple: return push(make_tuple({})), true;
    case kTuple: return take_mark(&from) && (push(tuple_from(from)), true);
    case kTuple1:
    case kTuple2:
    case kTuple3: return push_tuple(static_cast<size_t>(opcode - kTuple1 + 1));
    case kEmptyList: return push(Ref::take(new_list())), true;
    case kList: {
      if (!take_mark(&from)) return false;
      Ref items = tuple_from(from);
      return push(to_list(vm_, items)), true;
    }
    case kEmptyDict: return push(Ref::take(new_dict())), true;
    case kDictOpcode: {
      if (!take_mark(&from)) return false;
      stack_.insert(stack_.begin() + static_cast<std::ptrdiff_t>(from), Ref::take(new_dict()));
      return set_items(from + 1);
    }
    case kEmptySet: return push(make_set(vm_, kNull)), true;
    case kFrozenSet: {
      if (!take_mark(&from)) return false;
      Ref items = tuple_from(from);
      Ref set = make_set_of(vm_, &frozenset_type, items);
      return set && (push(set), true);
    }
    case kAppend: return need(2) && append_items(stack_.size() - 1);
    case kAppends: return take_mark(&from) && append_items(from);
    case kSetItem: return need(3) && set_items(stack_.size() - 2);
    case kSetItems: return take_mark(&from) && set_items(from);
    default: return take_mark(&from) && add_items(from);  // kAddItems
  }
}

bool Unpickler::load_memo(unsigned char opcode) {
  uint64_t index = 0;
  std::string_view line;
  switch (opcode) {
    case kMemoize: index = memo.size(); break;
    case kBinGet:
    case kBinPut:
      if (!take_number(1, &index)) return false;
      break;
    case kLongBinGet:
    case kLongBinPut:
      if (!take_number(4, &index)) return false;
      break;
    default: {
      if (!take_line(&line)) return false;
      Ref number = parse_int(vm_, line, 10);
      if (!number) return false;
      index = static_cast<uint64_t>(int64_of(number).value_or(-1));
    }
  }
  if (opcode == kGet || opcode == kBinGet || opcode == kLongBinGet) {
    auto found = memo.find(static_cast<int64_t>(index));
    if (found == memo.end()) return refuse(fmt::format("Memo value not found at index {}", index));
    return push(found->second), true;
  }
  if (!need(1)) return false;
  return memo[static_cast<int64_t>(index)] = stack_.back(), true;
}

}  // namespace gilsim::python

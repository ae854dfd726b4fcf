// Pickler: which way a value goes, and the memo.
#include "interpreter/modules/pickle/pickler.h"

#include <fmt/format.h>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/vm.h"
#include "interpreter/runtime/spending.h"

namespace gilsim::python {

namespace {

// CPython 3.11 on the reference machine: a None 8 ns, an int or float 20, a str, a pair or a tuple some 55.
constexpr int64_t kAtomNs = 8, kNumberNs = 12, kMemoNs = 45;

}  // namespace

bool Pickler::refuse(std::string_view message) {
  return fail(vm_, pickling_error_type, message);
}

void Pickler::remember(Value value) {
  if (fast) return;
  const size_t index = memo_.size();
  memo_.emplace(value.bits(), index);
  remembered_.emplace_back(value);
  vm_.charge(kMemoNs);
  if (protocol_ >= 4) return write(kMemoize);
  if (protocol_ == 0) return out_.write(fmt::format("p{}\n", index));
  out_.write(index < 256 ? opcode_with_number(kBinPut, index, 1) : opcode_with_number(kLongBinPut, index, 4));
}

void Pickler::write_memory(size_t index) {
  if (protocol_ == 0) return out_.write(fmt::format("g{}\n", index));
  out_.write(index < 256 ? opcode_with_number(kBinGet, index, 1) : opcode_with_number(kLongBinGet, index, 4));
}

bool Pickler::dump(Vm&, Value value) {
  Spending spending(vm_, sim::Purpose::Pickling);
  if (protocol_ >= 2) out_.write(opcode_with_number(kProto, static_cast<uint64_t>(protocol_), 1));
  if (protocol_ >= 4) out_.begin_framing();
  if (!save(value)) return false;
  write(kStop);
  out_.end_framing();
  return true;
}

bool Pickler::save_persistent(Value value, bool* done) {
  *done = false;
  if (!hooks.persistent_id) return true;
  Ref id = call(vm_, hooks.persistent_id, {value});
  if (!id || id.get().is_none()) return static_cast<bool>(id);
  *done = true;
  if (protocol_ > 0) {
    if (!save(id, false)) return false;
    return write(kBinPersId), true;
  }
  Ref text = str(vm_, id);
  if (!text) return false;
  const std::string line = to_utf8(text);
  for (char c : line)
    if (c & 0x80 || c == '\n') return refuse("persistent IDs in protocol 0 must be ASCII strings");
  return out_.write("P" + line + "\n"), true;
}

bool Pickler::save(Value value, bool may_be_persistent) {
  bool done = false;
  out_.at_boundary();
  vm_.charge(kAtomNs);
  if (may_be_persistent && (!save_persistent(value, &done) || done)) return done;
  if (value.is_none()) return write(kNoneOpcode), true;
  if (value.is_bool()) {
    if (protocol_ >= 2)
      write(value.is_true() ? kNewTrue : kNewFalse);
    else
      out_.write(value.is_true() ? "I01\n" : "I00\n");
    return true;
  }
  if (type_of(value) == &int_type || type_of(value) == &float_type) {
    vm_.charge(kNumberNs);
    return type_of(value) == &int_type ? save_int(value) : save_float(value);
  }
  if (is_remembered(value)) return write_memory(memo_[value.bits()]), true;
  NativeRecursion guard(vm_, " while pickling an object");
  return guard && save_remembered(value);
}

// The containers and texts themselves; subclasses say how they are made.
bool Pickler::save_by_type(Value value, bool* done) {
  const Type* type = type_of(value);
  *done = true;
  if (type == &bytes_type) return save_bytes(value);
  if (type == &str_type) return save_str(value);
  if (type == &dict_type) return save_dict(value);
  if (type == &set_type) return save_set(value);
  if (type == &frozenset_type) return save_frozenset(value);
  if (type == &list_type) return save_list(value);
  if (type == &tuple_type) return save_tuple(value);
  if (type == &bytearray_type) return save_bytearray(value);
  if (type == &pickle_buffer_type) return save_buffer(value);
  return *done = false, true;
}

bool Pickler::save_remembered(Value value) {
  bool done;
  if (!save_by_type(value, &done) || done) return done && !is_pending(vm_);
  if (hooks.reducer_override) {
    Ref reduction = call(vm_, hooks.reducer_override, {value});
    if (!reduction) return false;
    if (reduction.get() != kNotImplemented)
      return is_str(reduction) ? save_global(value, reduction) : save_reduction(reduction, value);
  }
  if (type_of(value) == &type_type) return save_type(value);
  if (type_of(value) == &function_type) return save_global(value, kNull);
  return save_by_reduction(value);
}

}  // namespace gilsim::python

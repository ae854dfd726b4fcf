// Values to pickles, octet for octet as CPython's C pickler writes them.
#pragma once

#include "interpreter/modules/pickle/opcodes.h"
#include "interpreter/modules/pickle/pickle_output.h"
#include "interpreter/objects/heap_allocator.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

extern Type pickle_error_type, pickling_error_type, unpickling_error_type, pickle_buffer_type;

// What a program set for a Pickler; null: nothing.
struct PicklerHooks {
  Ref persistent_id;
  Ref reducer_override;
  Ref dispatch_table;
  Ref buffer_callback;
};

class Pickler {
 public:
  Pickler(Vm& vm, int protocol, bool fix_imports)
      : vm_(vm), protocol_(protocol), fix_imports_(fix_imports && protocol < 3) {}

  PicklerHooks hooks;
  bool fast = false;  // nothing is remembered
  // Appends the pickle of `value` to the output. What it has written is remembered until clear_memo(). False:
  // an exception is pending.
  bool dump(Vm& vm, Value value);
  PickleOutput& output() { return out_; }
  int protocol() const { return protocol_; }
  void clear_memo() { memo_.clear(), remembered_.clear(); }

 private:
  bool save(Value value, bool may_be_persistent = true);
  bool save_remembered(Value value);  // of a value that is not in the memo yet
  bool save_by_type(Value value, bool* done);
  bool save_persistent(Value value, bool* done);
  // pickler_values.cc
  bool save_int(Value value);
  bool save_float(Value value);
  bool save_bytes(Value value);
  bool save_bytearray(Value value);
  bool save_str(Value value);
  bool save_tuple(Value value);
  bool save_list(Value value);
  bool save_dict(Value value);
  bool save_set(Value value);
  bool save_frozenset(Value value);
  bool save_buffer(Value value);
  bool append_all(Value iterator, bool pairs);
  // pickler_objects.cc
  bool save_type(Value value);
  bool save_global(Value value, Value name);
  bool write_global(Value value, Value module_name, Value module, Value parent, const std::string& path);
  bool save_by_reduction(Value value);
  bool find_reduction(Value value, Ref* reduction, bool* is_class);
  bool save_reduction(Value reduction, Value value);
  bool save_creation(Value callable, const Tuple* arguments, Value value);
  bool save_new_object_ex(const Tuple* arguments);

  bool refuse(std::string_view message);
  bool is_remembered(Value value) const { return memo_.contains(value.bits()); }
  void remember(Value value);
  void write_memory(size_t index);
  void write(unsigned char octet) { out_.write(octet); }

  Vm& vm_;
  int protocol_;
  bool fix_imports_;
  PickleOutput out_;
  HeapMap<uint64_t, size_t> memo_;  // by the bits of the value
  HeapVector<Ref> remembered_;       // keeps the memo's keys alive
};

}  // namespace gilsim::python

// Pickles to values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interpreter/modules/pickle/opcodes.h"
#include "interpreter/objects/heap_allocator.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

// Where the octets come from: all of them in one view, or a program's file, of which no more is read than is
// needed.
struct PickleInput {
  std::string_view rest;
  Ref read, readline;   // of a file; null: `rest` is all
  HeapString storage;   // what was read last from a file

  // The next octets; valid until the next call. False: an exception is pending, or (nothing pending) the end
  // is there.
  bool take(Vm& vm, size_t size, std::string_view* octets);
  bool take_line(Vm& vm, std::string_view* line);  // without its end
};

struct UnpicklerSettings {
  bool fix_imports = true;
  HeapString encoding = "ASCII", errors = "strict";
  Ref find_class;       // a program's own; null: the ordinary one
  Ref persistent_load;  // or null
  Ref buffers;          // an iterator, or null
};

class Unpickler {
 public:
  Unpickler(Vm& vm, PickleInput& input, const UnpicklerSettings& settings)
      : vm_(vm), input_(input), settings_(settings) {}

  // Null: an exception is pending.
  Ref load();
  // memo[index], kept between calls of load() for those who ask.
  HeapMap<int64_t, Ref> memo;

 private:
  bool step(unsigned char opcode);  // false: an exception is pending
  bool load_number(unsigned char opcode);
  bool load_text(unsigned char opcode);
  bool load_row(unsigned char opcode);
  bool load_object(unsigned char opcode);
  bool load_memo(unsigned char opcode);
  bool load_bytes_of(uint64_t size, bool as_text, bool as_bytearray);

  // unpickler_objects.cc
  bool make_global(const std::string& module, const std::string& name);
  bool stack_global();
  bool reduce();
  bool new_object(bool with_keywords);
  bool build();
  bool build_state(Value instance, Value state);
  bool instantiate(Value type, Ref arguments);
  bool load_instance(unsigned char opcode);
  bool load_persistent(Ref id);
  bool append_items(size_t from);
  bool set_items(size_t from);
  bool add_items(size_t from);
  bool next_buffer();
  bool read_only_buffer();

  bool refuse(std::string_view message);
  bool underflow();
  bool truncated();
  bool take(size_t size, std::string_view* octets);
  bool take_line(std::string_view* line);
  bool take_number(int size, uint64_t* number);
  bool need(size_t count) { return stack_.size() >= fence() + count || underflow(); }
  size_t fence() const { return marks_.empty() ? 0 : marks_.back(); }
  bool take_mark(size_t* position);
  void push(Ref value) { stack_.push_back(std::move(value)); }
  Ref pop();
  Value top() { return stack_.back(); }
  Ref tuple_from(size_t from);

  Vm& vm_;
  PickleInput& input_;
  const UnpicklerSettings& settings_;
  std::vector<Ref> stack_;
  std::vector<size_t> marks_;
  int protocol_ = 0;
};

// The attribute at a path of a module that is imported for it: what Unpickler.find_class gives.
Ref find_pickled_global(Vm& vm, const UnpicklerSettings& settings, int protocol, std::string module,
                        std::string name);

}  // namespace gilsim::python

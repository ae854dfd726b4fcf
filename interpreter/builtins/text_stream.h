// sys.stdout, sys.stderr and sys.stdin: io.TextIOWrapper over a terminal, as far as programs look at them.
//
// Output is line-buffered as on a terminal (Modules/_io/textio.c and bufferedio.c, 3.11): write() appends to what is
// pending; a newline in it flushes, which is one write(2) of everything pending. A write(2) holds the buffer's lock,
// releases the GIL and goes through the descriptor's file, so threads that print wait for each other and switch there.
#pragma once

#include <string>

#include "interpreter/builtins/terminal.h"
#include "interpreter/objects/type_definition.h"
#include "sim/lock.h"

namespace gilsim::python {

class Interpreter;

struct StreamState {
  explicit StreamState(sim::LabelId label) : lock(label) {}
  bool is_terminal = true;
  std::string pending;
  std::string unread;  // of standard input, where that is no terminal
  sim::Lock lock;  // of the buffer below: held during a write(2)
};

struct TextStream : Object {  // kHasAttributes
  StreamKind kind;
  bool closed;
  Value buffer;        // owned: sys.stdout.buffer once it was asked for, or null
  StreamState* state;  // kept by the interpreter until the end of the run
};

extern Type text_stream_type;
void define_text_stream_type();

Ref make_text_stream(Interpreter& vm, StreamKind kind);

// Writes text; false with an exception pending (or the run over).
bool stream_write(Vm& vm, TextStream* stream, std::string_view utf8);
bool stream_flush(Vm& vm, TextStream* stream);
// A line with its newline from standard input, waiting with the GIL released; empty at its end. Null: exception.
Ref stream_read_line(Vm& vm, TextStream* stream);

// Writes to whatever sys.stdout or sys.stderr is at the moment: one of ours, or any object with a write method.
bool write_to(Vm& vm, Value file, Value text);
bool flush_file(Vm& vm, Value file);
// The current sys.stdout (or stderr, stdin); null: there is none or it is None.
Value current_stream(Vm& vm, StreamKind kind);

}  // namespace gilsim::python

// io.FileIO: a descriptor as an object. Each method is one system call.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/modules/io/io.h"

namespace gilsim::python::io {

struct FileIo : Object {  // kHasAttributes: `name` is one
  int number;             // the descriptor; -1: closed
  bool close_number;      // whether close() closes it
  bool readable, writable, created, appends;
  int8_t seekable;        // 1, 0; -1: not known yet
};

extern Type file_io_type;
void define_file_io_type();

// What buffers ask of the stream below them: a FileIO without detours, anything else by its methods. False: an exception
// is pending. Where a stream that does not block has nothing yet, octets are empty as at its end; `nothing_yet` tells.
bool raw_read(Vm& vm, Value raw, int64_t most, std::string* octets, bool* nothing_yet = nullptr);
bool raw_read_all(Vm& vm, Value raw, std::string* octets, bool* nothing_yet = nullptr);
bool raw_write(Vm& vm, Value raw, std::string_view octets, int64_t* written);
bool raw_seek(Vm& vm, Value raw, int64_t offset, int whence, int64_t* position);

// 1, 0, or -1 with an exception pending: `closed` of any stream, and what a method like `readable` answers.
int is_closed(Vm& vm, Value stream);
int answers(Vm& vm, Value stream, const char* method);

// close() of a file over the stream `below`: flushes first. What cannot be written is forgotten, and `below` closed all
// the same; the error is raised then.
Ref close_with_below(Vm& vm, Value file, Value below, void (*forget)(Value file));

}  // namespace gilsim::python::io

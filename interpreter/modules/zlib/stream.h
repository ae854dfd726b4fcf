// One z_stream of zlib at work: octets go in, blocks of octets come out, time passes without the GIL.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

#include "interpreter/objects/ref.h"
#include "interpreter/runtime/blocking.h"

namespace gilsim::python {

extern Type zlib_error_type;

// A z_stream whose memory is the run's, and the lock that its users take.
void prepare_stream(z_stream* stream);

// What raises zlib.error: "Error -3 while decompressing data: incorrect header check". Always null.
Ref raise_zlib_error(Vm& vm, const z_stream& stream, int status, const char* what);

// Virtual time of one call, by what it consumed and produced.
int64_t deflate_cost_ns(int level, int64_t consumed, int64_t produced);
int64_t inflate_cost_ns(int64_t consumed, int64_t produced);

// Calls of deflate or inflate until the input is used up and all output of it is there, each with the GIL
// released, as CPython does it: one call for each block of output.
struct StreamRun {
  Vm& vm;
  z_stream& stream;
  int (*step)(z_stream*, int flush);
  int64_t (*cost_ns)(int level, int64_t consumed, int64_t produced);
  int level = 6;
  int64_t most_output = -1;  // -1: any amount

  // False: the run is ending. `*status` is what the last call gave; the output is appended.
  bool run(std::string_view input, int flush, std::string* output, int* status);

 private:
  bool step_without_gil(int flush, int* status);
};

}  // namespace gilsim::python

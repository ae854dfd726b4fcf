// What asyncio.gather() leaves behind: it counts the children that are done and puts their results together.
#pragma once

#include "interpreter/modules/asyncio/future.h"

namespace gilsim::python::asyncio {

struct Gathering : Object {
  Value children;  // owned: list of futures, in the order of the arguments
  Value loop;      // owned
  Value outer;     // owned: the future that gather gave, or null
  int64_t expected, finished;  // children, each counted once
  bool return_exceptions;
  auto references() { return std::tie(children, loop, outer); }
};

extern Type gathering_type;
void define_gathering_type(Module* module);
inline bool is_gathering(Value value) { return value.is_object() && value.object()->type == &gathering_type; }

// A child is done. False: an exception is pending.
bool child_done(Vm& vm, Gathering* gathering, Value child);

}  // namespace gilsim::python::asyncio

// The objects of the select module: poll objects, which remember what to look at, and epoll objects, which the simulated
// computer keeps.
#pragma once

#include "interpreter/modules/system_call.h"
#include "interpreter/objects/type_definition.h"
#include "sim/files/poll.h"

namespace gilsim::python::selecting {

Ref make_poll(Vm& vm, const Arguments& arguments);
void define_poll_type();
void define_epoll_type(Module* module);

// A number or what fileno() gives.
bool read_descriptor(Vm& vm, Value object, int* number);
// When so many seconds have passed since the call first began, rounded up to whole units; negative: never.
class SelectDeadline {
 public:
  SelectDeadline(double seconds, double unit);
  sim::Nanoseconds operator()(const sim::Computer& computer) { return waits_ ? deadline_(computer) : 0; }

 private:
  bool waits_;
  Deadline deadline_;
};

}  // namespace gilsim::python::selecting

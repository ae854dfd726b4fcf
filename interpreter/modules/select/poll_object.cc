#include <poll.h>

#include <vector>

#include "interpreter/modules/select/select_objects.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/members.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python::selecting {

namespace {

struct Poll : Object {
  Value wanted;  // owned: dict of descriptor to events, in the order of registration
  bool running;
  auto references() { return std::tie(wanted); }
};
Type poll_type;

Dict* wanted_of(const Arguments& arguments) { return arguments[0].as<Poll>()->wanted.as<Dict>(); }

bool read_events(Vm& vm, const Arguments& arguments, size_t index, int64_t* events) {
  *events = POLLIN | POLLPRI | POLLOUT;
  if (arguments.size() <= index) return true;
  if (!as_int64(vm, arguments[index], events)) return false;
  return (*events >= 0 && *events <= 0xffff) || fail(vm, exceptions::OverflowError, "Python int too large to convert to C unsigned short");
}

Ref register_file(Vm& vm, const Arguments& arguments) {
  int number;
  int64_t events;
  if (!read_descriptor(vm, arguments[1], &number) || !read_events(vm, arguments, 2, &events)) return {};
  return dict_set(vm, wanted_of(arguments), make_int(number), make_int(events)) ? Ref(kNone) : Ref();
}

Ref modify_file(Vm& vm, const Arguments& arguments) {
  int number;
  int64_t events;
  Value known;
  if (!read_descriptor(vm, arguments[1], &number) || !read_events(vm, arguments, 2, &events)) return {};
  if (dict_lookup(vm, wanted_of(arguments), make_int(number), &known) == 0) return raise_os_error(vm, ENOENT);
  return dict_set(vm, wanted_of(arguments), make_int(number), make_int(events)) ? Ref(kNone) : Ref();
}

Ref unregister_file(Vm& vm, const Arguments& arguments) {
  int number;
  if (!read_descriptor(vm, arguments[1], &number)) return {};
  if (dict_delete(vm, wanted_of(arguments), make_int(number)) == 0) return raise(vm, exceptions::KeyError, make_int(number));
  return kNone;
}

// In milliseconds; None and negative numbers: as long as it takes.
bool read_milliseconds(Vm& vm, Value value, double* milliseconds) {
  *milliseconds = -1;
  if (value.is_none()) return true;
  if (as_double(vm, value, milliseconds)) return true;
  if (!pending_matches(vm, exceptions::TypeError)) return false;
  clear_pending(vm);
  return fail(vm, exceptions::TypeError, "timeout must be an integer or None");
}

Ref poll(Vm& vm, const Arguments& arguments) {
  double milliseconds;
  if (!read_milliseconds(vm, arguments.optional(1, kNone), &milliseconds)) return {};
  auto* self = arguments[0].as<Poll>();
  if (self->running) return raise(vm, exceptions::RuntimeError, "concurrent poll() invocation");
  std::vector<std::pair<int, int>> wanted;
  Value key, events;
  for (int32_t i = 0; dict_next(wanted_of(arguments), i, &key, &events);)
    wanted.emplace_back(static_cast<int>(int64_of(key).value_or(-1)), static_cast<int>(int64_of(events).value_or(0)));
  std::vector<sim::PollRequest> requests;
  int64_t result;
  Ref keep(arguments[0]);
  self->running = true;
  SelectDeadline deadline(milliseconds / 1e3, 1e-3);
  const bool goes_on = system_call(vm, &result, [&](sim::FileTable& files, sim::Thread& thread) {
    files.enter();
    requests.clear();
    for (const auto& [number, mask] : wanted) requests.push_back({files.find(number), mask});
    return sim::poll(thread.computer(), requests, deadline(thread.computer()));
  });
  self->running = false;
  if (!goes_on) return {};
  if (result < 0) return raise_os_error(vm, result);
  Ref list = Ref::take(new_list());
  for (size_t i = 0; i < requests.size(); ++i)
    if (requests[i].found) list_append(list.as<List>(), make_tuple({make_int(wanted[i].first), make_int(requests[i].found)}));
  return list;
}

constexpr NativeDescription kMethods[] = {
    {"register", register_file, {1, 2}},
    {"modify", modify_file, {2, 2}},
    {"unregister", unregister_file, {1, 1}},
    {"poll", poll, {0, 1}},
};

}  // namespace

Ref make_poll(Vm&, const Arguments&) {
  auto* self = new_with_members<Poll>(&poll_type);
  self->wanted = Value::of(new_dict());
  self->running = false;
  return Ref::take(self);
}

void define_poll_type() {
  Operations operations;
  operations.destroy = destroy_members<Poll>;
  operations.traverse = traverse_members<Poll>;
  define_type(poll_type, {.name = "select.poll", .base = nullptr, .basic_size = sizeof(Poll), .flags = kTracked,
                          .operations = operations, .methods = kMethods});
}

}  // namespace gilsim::python::selecting

#include <sys/epoll.h>
#include <sys/select.h>

#include <vector>

#include "interpreter/modules/select/select_objects.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python::selecting {

namespace {

struct EpollObject : Object {
  int number;  // the descriptor; -1: closed
};
Type epoll_type;

EpollObject* self_of(const Arguments& arguments) { return arguments[0].as<EpollObject>(); }

bool check_open(Vm& vm, const EpollObject* self) {
  return self->number >= 0 || fail(vm, exceptions::ValueError, "I/O operation on closed epoll object");
}

// Calls the epoll of the simulated computer; `call` gives a number or an error number as a negative one.
template <class Call>
bool call_epoll(Vm& vm, const EpollObject* self, int64_t* result, Call call) {
  const int number = self->number;
  return system_call(vm, result, [&](sim::FileTable& files, sim::Thread& thread) -> int64_t {
    files.enter();
    auto epoll = std::dynamic_pointer_cast<sim::Epoll>(files.find(number));
    return epoll ? static_cast<int64_t>(call(files, *epoll, thread)) : -EBADF;
  });
}

Ref create(Vm& vm, Type* type, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"sizehint", "flags"};
  Value out[2];
  if (!bind(vm, arguments, {"epoll", kNames, 2}, out)) return {};
  int64_t size = -1, result;
  if (!out[0].is_null() && !as_int64(vm, out[0], &size)) return {};
  if (size < -1 || size == 0) return raise(vm, exceptions::ValueError, "negative sizehint");
  if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread& thread) {
        files.enter();
        return files.add(sim::make_in_shared_memory<sim::Epoll>(thread.computer()));
      }))
    return {};
  if (result < 0) return raise_os_error(vm, result);
  auto* self = static_cast<EpollObject*>(allocate_object(type, sizeof(EpollObject)));
  self->number = static_cast<int>(result);
  return Ref::take(self);
}

bool close_number(Vm& vm, EpollObject* self) {
  const int number = std::exchange(self->number, -1);
  int64_t result;
  return number < 0 || system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) { return files.close(number); });
}

void close_at_end(Vm& vm, Object* object) {
  if (!close_number(vm, static_cast<EpollObject*>(object))) return;
}

Ref close(Vm& vm, const Arguments& arguments) { return close_number(vm, self_of(arguments)) ? Ref(kNone) : Ref(); }
Ref fileno(Vm& vm, const Arguments& arguments) { return check_open(vm, self_of(arguments)) ? make_int(self_of(arguments)->number) : Ref(); }
Ref enter(Vm& vm, const Arguments& arguments) { return check_open(vm, self_of(arguments)) ? Ref(arguments[0]) : Ref(); }

using Change = int (sim::Epoll::*)(int, const std::shared_ptr<sim::OpenFile>&, unsigned);

template <Change change>
Ref change_file(Vm& vm, const Arguments& arguments) {
  int number;
  int64_t events = EPOLLIN | EPOLLPRI | EPOLLOUT, result;
  if (!check_open(vm, self_of(arguments)) || !read_descriptor(vm, arguments[1], &number)) return {};
  if (arguments.size() > 2 && !as_int64(vm, arguments[2], &events)) return {};
  if (!call_epoll(vm, self_of(arguments), &result, [&](sim::FileTable& files, sim::Epoll& epoll, sim::Thread&) {
        return (epoll.*change)(number, files.find(number), static_cast<unsigned>(events));
      }))
    return {};
  return result < 0 ? raise_os_error(vm, result) : Ref(kNone);
}

Ref unregister_file(Vm& vm, const Arguments& arguments) {
  int number;
  int64_t result;
  if (!check_open(vm, self_of(arguments)) || !read_descriptor(vm, arguments[1], &number)) return {};
  if (!call_epoll(vm, self_of(arguments), &result, [&](sim::FileTable& files, sim::Epoll& epoll, sim::Thread&) {
        return epoll.remove(number, files.find(number));
      }))
    return {};
  return result < 0 ? raise_os_error(vm, result) : Ref(kNone);
}

Ref poll(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"timeout", "maxevents"};
  Value out[2];
  double seconds = -1;
  int64_t most = -1, result;
  if (!check_open(vm, self_of(arguments)) || !bind(vm, arguments.without_first(), {"poll", kNames, 2}, out)) return {};
  if (!out[0].is_null() && !out[0].is_none() && !as_double(vm, out[0], &seconds)) return {};
  if (!out[1].is_null() && !as_int64(vm, out[1], &most)) return {};
  if (most == -1) most = FD_SETSIZE - 1;
  if (most < 1) return raise(vm, exceptions::ValueError, "maxevents must be greater than 0, got {}", most);
  std::vector<sim::EpollEvent> events;
  SelectDeadline deadline(seconds, 1e-3);
  if (!call_epoll(vm, self_of(arguments), &result, [&](sim::FileTable&, sim::Epoll& epoll, sim::Thread& thread) {
        return epoll.wait(static_cast<size_t>(most), deadline(thread.computer()), &events);
      }))
    return {};
  if (result < 0) return raise_os_error(vm, result);
  Ref list = Ref::take(new_list());
  for (const sim::EpollEvent& event : events)
    list_append(list.as<List>(), make_tuple({make_int(event.number), make_int(int64_t{event.events})}));
  return list;
}

constexpr NativeDescription kMethods[] = {
    {"register", change_file<&sim::Epoll::add>, {1, 2}},
    {"modify", change_file<&sim::Epoll::modify>, {2, 2}},
    {"unregister", unregister_file, {1, 1}},
    {"poll", poll, {0, -1, true}},
    {"close", close, {0, 0}},
    {"fileno", fileno, {0, 0}},
    {"__enter__", enter, {0, 0}},
    {"__exit__", close, {0, -1}},
};
constexpr GetterDescription kGetters[] = {
    {"closed", [](Vm&, Value self) { return Ref(Value::of(self.as<EpollObject>()->number < 0)); }},
};

}  // namespace

void define_epoll_type(Module* module) {
  Operations operations;
  operations.destroy = [](Object* object) { free_object(object, sizeof(EpollObject)); };
  operations.finalize = close_at_end;
  operations.create = create;
  define_type(epoll_type, {.name = "select.epoll", .base = nullptr, .basic_size = sizeof(EpollObject), .flags = kSubclassable,
                           .operations = operations, .methods = kMethods, .getters = kGetters,
                           .doc = "Waits for the files that were registered with it."});
  dict_set_str(module->dictionary, intern("epoll"), Value::of(&epoll_type));
}

}  // namespace gilsim::python::selecting

// select: waiting for several files at once, by select(), poll objects and epoll objects. Works for sockets and pipes;
// other files are always ready.
#include <sys/epoll.h>
#include <poll.h>

#include <algorithm>
#include <cmath>

#include "interpreter/modules/select/select_objects.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/protocols.h"

namespace gilsim::python {

namespace selecting {

bool read_descriptor(Vm& vm, Value object, int* number) {
  Ref given(object);
  if (!is_int(object)) {
    bool failed = false;
    Ref method = get_attribute_or_null(vm, object, intern("fileno"), &failed);
    if (failed) return false;
    if (!method) return fail(vm, exceptions::TypeError, "argument must be an int, or have a fileno() method.");
    given = call(vm, method);
    if (!given) return false;
    if (!is_int(given)) return fail(vm, exceptions::TypeError, "fileno() returned a non-integer");
  }
  int64_t wide;
  if (!as_int64(vm, given, &wide)) return false;
  if (wide > INT32_MAX) return fail(vm, exceptions::OverflowError, "Python int too large to convert to C int");
  if (wide < 0) return fail(vm, exceptions::ValueError, "file descriptor cannot be a negative integer ({})", wide);
  *number = static_cast<int>(wide);
  return true;
}

namespace {

sim::Nanoseconds rounded_up(double seconds, double unit) {
  if (seconds < 0) return -1;
  return static_cast<sim::Nanoseconds>(std::llround(std::min(std::ceil(seconds / unit) * unit, 9e9) * 1e9));
}

}  // namespace

SelectDeadline::SelectDeadline(double seconds, double unit) : waits_(seconds != 0), deadline_(rounded_up(seconds, unit)) {}

namespace {

constexpr int kLargestSet = 1024;  // FD_SETSIZE

struct Constant {
  const char* name;
  int value;
};
constexpr Constant kConstants[] = {
    {"POLLIN", POLLIN},           {"POLLPRI", POLLPRI},       {"POLLOUT", POLLOUT},       {"POLLERR", POLLERR},
    {"POLLHUP", POLLHUP},         {"POLLNVAL", POLLNVAL},     {"POLLRDNORM", 64},         {"POLLRDBAND", 128},
    {"POLLWRNORM", 256},          {"POLLWRBAND", 512},        {"POLLMSG", 1024},          {"POLLRDHUP", 8192},
    {"PIPE_BUF", 4096},           {"EPOLLIN", EPOLLIN},       {"EPOLLPRI", EPOLLPRI},     {"EPOLLOUT", EPOLLOUT},
    {"EPOLLERR", EPOLLERR},       {"EPOLLHUP", EPOLLHUP},     {"EPOLLRDHUP", EPOLLRDHUP}, {"EPOLLONESHOT", EPOLLONESHOT},
    {"EPOLLRDNORM", EPOLLRDNORM}, {"EPOLLWRNORM", EPOLLWRNORM}, {"EPOLL_CLOEXEC", EPOLL_CLOEXEC},
};

struct Watched {
  Ref object;
  int number;
};

// The objects of one of select()'s rows.
bool read_row(Vm& vm, Value given, std::vector<Watched>* row) {
  Ref items = to_list(vm, given);
  if (!items) {
    if (!pending_matches(vm, exceptions::TypeError)) return false;
    clear_pending(vm);
    return fail(vm, exceptions::TypeError, "arguments 1-3 must be sequences");
  }
  for (int64_t i = 0; i < items.as<List>()->size; ++i) {
    Watched watched{Ref(items.as<List>()->items[i]), -1};
    if (!read_descriptor(vm, watched.object, &watched.number)) return false;
    if (watched.number >= kLargestSet) return fail(vm, exceptions::ValueError, "filedescriptor out of range in select()");
    row->push_back(std::move(watched));
  }
  return true;
}

Ref ready_objects(const std::vector<Watched>& row, const sim::PollRequest* requests, int readiness) {
  Ref list = Ref::take(new_list());
  for (size_t i = 0; i < row.size(); ++i)
    if (requests[i].found & readiness) list_append(list.as<List>(), row[i].object);
  return list;
}

bool read_seconds(Vm& vm, Value value, double* seconds) {
  *seconds = -1;
  if (value.is_none()) return true;
  if (!as_double(vm, value, seconds)) {
    if (!pending_matches(vm, exceptions::TypeError)) return false;
    clear_pending(vm);
    return fail(vm, exceptions::TypeError, "timeout must be a float or None");
  }
  return *seconds >= 0 || fail(vm, exceptions::ValueError, "timeout must be non-negative");
}

Ref select(Vm& vm, const Arguments& arguments) {
  double seconds;
  std::vector<Watched> rows[3];
  if (!read_seconds(vm, arguments.optional(3, kNone), &seconds)) return {};
  for (size_t i = 0; i < 3; ++i)
    if (!read_row(vm, arguments[i], &rows[i])) return {};
  std::vector<sim::PollRequest> requests;
  int64_t result;
  SelectDeadline deadline(seconds, 1e-6);
  if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread& thread) -> int64_t {
        files.enter();
        requests.clear();
        for (size_t i = 0; i < 3; ++i)
          for (const Watched& watched : rows[i]) {
            auto file = files.find(watched.number);
            if (!file) return -EBADF;
            requests.push_back({file, i == 0 ? POLLIN : i == 1 ? POLLOUT : POLLPRI});
          }
        return sim::poll(thread.computer(), requests, deadline(thread.computer()));
      }))
    return {};
  if (result < 0) return raise_os_error(vm, result);
  const sim::PollRequest* first = requests.data();
  Ref readable = ready_objects(rows[0], first, POLLIN | POLLHUP | POLLERR);
  Ref writable = ready_objects(rows[1], first + rows[0].size(), POLLOUT | POLLERR);
  Ref exceptional = ready_objects(rows[2], first + rows[0].size() + rows[1].size(), POLLPRI);
  return make_tuple({readable, writable, exceptional});
}

constexpr NativeDescription kFunctions[] = {
    {"select", select, {3, 4}, "Wait until one of the files is ready: those to read, to write, with something exceptional."},
    {"poll", make_poll, {0, 0}, "Returns a polling object."},
};

bool populate(Vm&, Module* module) {
  define_poll_type();
  define_epoll_type(module);
  for (const Constant& constant : kConstants) dict_set_str(module->dictionary, intern(constant.name), make_int(constant.value));
  dict_set_str(module->dictionary, intern("EPOLLET"), make_int(int64_t{EPOLLET}));
  dict_set_str(module->dictionary, intern("EPOLLEXCLUSIVE"), make_int(int64_t{EPOLLEXCLUSIVE}));
  dict_set_str(module->dictionary, intern("error"), Value::of(&exceptions::OSError));
  return true;
}

}  // namespace

}  // namespace selecting

const ModuleDefinition& select_module() {
  static const ModuleDefinition definition{"select", selecting::kFunctions, selecting::populate, "Waiting for several files at once."};
  return definition;
}

}  // namespace gilsim::python

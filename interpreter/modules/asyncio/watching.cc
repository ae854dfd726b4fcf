// The descriptors that a loop watches: by an epoll of the simulated computer, which it waits for.
#include <sys/epoll.h>
#include <sys/socket.h>

#include "interpreter/modules/asyncio/event_loop.h"
#include "interpreter/modules/asyncio/handle.h"
#include "interpreter/modules/system_call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "sim/net/network.h"

namespace gilsim::python::asyncio {

namespace {

// So many descriptors as CPython's loop has, so that the program's own get the same numbers: the epoll's and two of the
// socket pair that wakes it, which is not used here (wake_ups). Making them is part of what a loop costs.
int64_t open_descriptors(sim::FileTable& files, sim::Computer& computer, EventLoop* loop) {
  std::shared_ptr<sim::Socket> ends[2];
  if (int error = files.network().make_pair(SOCK_STREAM, ends)) return -error;
  const std::shared_ptr<sim::OpenFile> opened[] = {sim::make_in_shared_memory<sim::Epoll>(computer), ends[0], ends[1]};
  for (int i = 0; i < 3; ++i)
    if ((loop->descriptors[i] = files.add(opened[i])) < 0) return loop->descriptors[i];
  return 0;
}

Value handle_in(Value pair, int64_t index) { return pair.as<Tuple>()->items[index]; }

bool add_handle(Vm& vm, EventLoop* loop, Value pair, int64_t index, int number) {
  const Value handle = handle_in(pair, index);
  if (handle.is_none()) return true;
  if (!handle.as<Handle>()->cancelled) return loop->ready.push({Ref(handle).release(), kNull, kNull}), true;
  return static_cast<bool>(call_method(vm, Value::of(loop), intern(index == 0 ? "_remove_reader" : "_remove_writer"), {make_int(number)}));
}

}  // namespace

std::shared_ptr<sim::Epoll> epoll_of(Interpreter& vm, const EventLoop* loop) {
  if (loop->watched.as<Dict>()->used == 0) return nullptr;
  return std::dynamic_pointer_cast<sim::Epoll>(vm.files().find(loop->descriptors[0]));
}

Ref open_selector(Vm& vm, const Arguments& arguments) {
  auto* loop = arguments[0].as<EventLoop>();
  Ref keep(loop);
  int64_t result;
  if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread& thread) {
        return open_descriptors(files, thread.computer(), loop);
      }))
    return {};
  return result < 0 ? raise_os_error(vm, result) : Ref(kNone);
}

Ref close_selector(Vm& vm, const Arguments& arguments) {
  auto* loop = arguments[0].as<EventLoop>();
  Ref keep(loop);
  dict_clear(loop->watched.as<Dict>());
  int64_t result;
  const bool goes_on = system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) {
    for (int& number : loop->descriptors)
      if (number >= 0) files.close(std::exchange(number, -1));
    return 0;
  });
  return goes_on ? Ref(kNone) : Ref();
}

Ref watch(Vm& vm, const Arguments& arguments) {
  auto* loop = arguments[0].as<EventLoop>();
  Ref keep(loop);
  int64_t number, result;
  if (!as_int64(vm, arguments[1], &number)) return {};
  const unsigned events = (arguments[2].is_none() ? 0u : EPOLLIN) | (arguments[3].is_none() ? 0u : EPOLLOUT);
  Dict* watched = loop->watched.as<Dict>();
  Value before;
  const bool known = dict_lookup(vm, watched, arguments[1], &before) == 1;
  if (!system_call(vm, &result, [&](sim::FileTable& files, sim::Thread&) -> int64_t {
        files.enter();
        auto epoll = std::dynamic_pointer_cast<sim::Epoll>(files.find(loop->descriptors[0]));
        auto file = files.find(static_cast<int>(number));
        if (!epoll) return -EBADF;
        const int own = static_cast<int>(number);
        if (!events) return epoll->remove(own, file), 0;  // it may have been closed
        if (int error = known ? epoll->modify(own, file, events) : 0; error != -ENOENT && known) return error;
        return epoll->add(own, file, events);
      }))
    return {};
  if (!events) {
    dict_delete(vm, watched, arguments[1]);
    return kNone;
  }
  if (result < 0) return raise_os_error(vm, result);
  return dict_set(vm, watched, arguments[1], make_tuple({arguments[2], arguments[3]})) ? Ref(kNone) : Ref();
}

bool add_ready_handles(Vm& vm, EventLoop* loop, const std::vector<sim::EpollEvent>& events) {
  for (const sim::EpollEvent& event : events) {
    Value found;
    if (dict_lookup(vm, loop->watched.as<Dict>(), make_int(event.number), &found) != 1) continue;
    Ref pair(found);
    if (event.events & ~unsigned{EPOLLOUT} && !add_handle(vm, loop, pair, 0, event.number)) return false;
    if (event.events & ~unsigned{EPOLLIN} && !add_handle(vm, loop, pair, 1, event.number)) return false;
  }
  return true;
}

}  // namespace gilsim::python::asyncio

// Python threads on the computer's threads: starting, running and ending them.
#include <algorithm>
#include <memory>
#include <vector>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/runtime/blocking.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/thread_hooks.h"
#include "interpreter/runtime/unraisable.h"

namespace gilsim::python {

namespace {

// Threads' stacks are only reserved; what is never touched costs nothing.
constexpr size_t kThreadStackBytes = 1024 * 1024;
// Nested eval loops and recursive natives that fit a stack: about 1 KiB each in an optimised build, ten times that where
// the address sanitizer surrounds every variable.
#ifdef __SANITIZE_ADDRESS__
constexpr int kNativeDepthPerMebibyte = 40;
#else
constexpr int kNativeDepthPerMebibyte = 200;
#endif
constexpr int64_t kBootstrapNs = 6'000;  // what the OS thread does between clone(2) and taking the GIL

// What is dropped here may run Python code, too, with what is left of the state.
void clear_state(PythonThread& state) {
  if (state.spare_method) decref(std::exchange(state.spare_method, nullptr));
  for (Value* held : {&state.entry, &state.entry_arguments, &state.entry_keywords, &state.thread_dictionary,
                      &state.sentinel, &state.context, &state.running_loop, &state.pending, &state.first_iteration_hook, &state.finalizer_hook})
    decref(std::exchange(*held, kNull));
}

// As thread_run() of CPython (Modules/_threadmodule.c) does it, while the thread is still whole: this may run Python code.
void drop_entry(PythonThread& state) {
  for (Value* held : {&state.entry, &state.entry_arguments, &state.entry_keywords}) decref(std::exchange(*held, kNull));
}

// Calls the thread's function. What it raises is reported, except SystemExit.
void call_entry(Interpreter& vm, PythonThread& state) {
  std::vector<Value> values(state.entry_arguments.as<Tuple>()->items,
                            state.entry_arguments.as<Tuple>()->items + state.entry_arguments.as<Tuple>()->size);
  Ref keyword_names;
  const size_t positional = values.size();
  if (!state.entry_keywords.is_null()) {
    auto* keywords = state.entry_keywords.as<Dict>();
    Tuple* keys = new_tuple(keywords->used);
    keyword_names = Ref::take(keys);
    Value key, value;
    int64_t i = 0;
    for (int32_t position = 0; dict_next(keywords, position, &key, &value);) {
      keys->items[i++] = Ref(key).release();
      values.push_back(value);
    }
  }
  Ref result = call(vm, state.entry, {values.data(), positional, keyword_names.as<Tuple>()});
  if (result || state.cancelled) return;
  if (pending_matches(vm, exceptions::SystemExit)) return clear_pending(vm);
  Ref error = take_pending_exception(vm);
  report_unraisable(vm, error, "Exception ignored in thread started by", state.entry);
}

}  // namespace

// As pthread_self() looks on Linux: the address of the thread's control block, below the one before it.
uint64_t ident_of_tid(uint32_t tid) { return 0x7f3a5c000740 - uint64_t{0x801000} * tid; }

void Interpreter::attach(PythonThread& state, sim::Thread& os_thread) {
  state.os_thread = &os_thread;
  state.ident = ident_of_tid(os_thread.tid());
  os_thread.set_owner(&state);
}

Ref Interpreter::start_thread(Value function, Value arguments, Value keywords) {
  PythonThread& creator = current();
  if (!synchronize()) return {};
  if (live_threads_ >= static_cast<size_t>(computer_.machine().most_threads))
    return raise(*this, exceptions::RuntimeError, "can't start new thread");
  // Owned by the body: a thread that the end of the run finds unstarted is freed with it.
  auto state = std::make_shared<PythonThread>();
  state->native_depth_limit = kNativeDepthPerMebibyte * static_cast<int>(kThreadStackBytes >> 20);
  state->origin = token_of(creator);
  state->entry = Ref(function).release();
  state->entry_arguments = Ref(arguments).release();
  state->entry_keywords = Ref(keywords).release();
  ++live_threads_;
  sim::ThreadOptions options;
  options.process = process_;
  options.stack_bytes = kThreadStackBytes;
  options.name = computer_.record().new_label(thread_name_for_record(function));
  sim::Thread& os_thread = computer_.create_thread(options, [this, state](sim::Thread& self) {
    attach(*state, self);
    thread_body(state.get());
  });
  // The creator may know the thread before it has begun.
  attach(*state, os_thread);
  const uint64_t ident = state->ident;
  thread = &creator;
  if (computer_.ending()) return cancel(creator), Ref();
  refill();
  return make_int(ident);
}

void Interpreter::detach(PythonThread& state) {
  ended_cpu_time_ += state.os_thread->cpu_time();
  std::erase(threads_, &state);
  state.os_thread->set_owner(nullptr);
}

sim::Nanoseconds Interpreter::cpu_time() const {
  sim::Nanoseconds total = ended_cpu_time_;
  for (const PythonThread* state : threads_) total += state->os_thread->cpu_time();
  return total;
}

PythonThread* Interpreter::find_thread(uint64_t ident) const {
  const auto found = std::ranges::find(threads_, ident, &PythonThread::ident);
  return found == threads_.end() ? nullptr : *found;
}

void Interpreter::thread_body(PythonThread* state) {
  threads_.push_back(state);
  computer_.advance(kBootstrapNs);
  if (gil_->take(*state->os_thread) && !ends_at_shutdown(*this, *state)) {
    thread = state;
    refill();
    call_entry(*this, *state);
    if (!state->cancelled) drop_entry(*state);
    if (!state->cancelled) thread_ending(*this, *state);
    if (!state->cancelled) synchronize();
  } else {
    state->cancelled = true;
  }
  thread = state;
  clear_state(*state);
  --live_threads_;
  if (!computer_.ending() && gil_->holder() == state->os_thread) gil_->drop(*state->os_thread);
  detach(*state);
}

void Interpreter::run_main(const std::function<MainEnd()>& body) {
  sim::ThreadOptions options;
  options.process = process_;
  options.stack_bytes = sim::main_thread_stack_bytes;
  options.name = computer_.record().label("MainThread");
  computer_.create_thread(options, [this, body](sim::Thread& self) { run_as_main(self, body); });
}

// In a forked process this may come to its end on another thread than it has begun on.
void Interpreter::run_as_main(sim::Thread& self, const std::function<MainEnd()>& body) {
  auto state = std::make_unique<PythonThread>();
  state->is_main = true;
  state->native_depth_limit = kNativeDepthPerMebibyte * static_cast<int>(sim::main_thread_stack_bytes >> 20);
  main_thread_ = state.get();
  threads_.push_back(main_thread_);
  attach(*state, self);
  ++live_threads_;
  gil_->take(self);
  thread = state.get();
  refill();
  const MainEnd end = body();
  thread = state.get();
  computer_.exit_process(end.status, process_->pid == sim::first_pid ? 0 : end.signal);
  state->cancelled = true;
  clear_state(*state);
  --live_threads_;
  detach(*state);
}

}  // namespace gilsim::python

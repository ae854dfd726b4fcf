// One simulated Python process, whole: what objects see of it (Vm), plus code, modules, threads, GIL and time.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "interpreter/compiler/code.h"
#include "interpreter/objects/vm.h"
#include "interpreter/runtime/costs.h"
#include "interpreter/runtime/import_costs.h"
#include "interpreter/runtime/import_locks.h"
#include "interpreter/runtime/main_program.h"
#include "interpreter/runtime/python_thread.h"
#include "interpreter/runtime/settings.h"
#include "interpreter/runtime/shortcut.h"
#include "sim/computer.h"
#include "sim/device.h"
#include "sim/gil.h"
#include "sim/process.h"

namespace gilsim::python {

struct Module;

// A command line of python3, and what the new process is to have of the caller's.
struct StartOptions {
  std::string program = "python3";                 // what it is shown as: all others are small programs, and start as such
  std::vector<std::string> arguments;              // behind the interpreter's name
  std::vector<std::pair<int, int>> descriptors;    // (there, here), beside the standard streams
  std::optional<std::vector<std::pair<std::string, std::string>>> environment;  // nothing: the caller's
  std::string folder;                              // empty: the caller's
};

class Interpreter final : public Vm, public sim::PlaceSource {
 public:
  Interpreter(const Settings& settings, sim::Computer& computer, Outside& outside);
  ~Interpreter() override;

  PythonThread& current() { return static_cast<PythonThread&>(*thread); }

  // --- time ------------------------------------------------------------------------------------------------------

  // Tells the computer what the current thread has used since the last refill and lets others run. Other threads may
  // run before it returns. False: the run is over and the thread is to unwind (its pending exception is set).
  bool synchronize();
  // After a native has called the computer itself (to wake somebody, say): a new budget. False as synchronize().
  bool resume_after_kernel();
  // The run is over: from here on the thread unwinds, running no handlers.
  void cancel(PythonThread& thread);
  // Grants the current thread a new budget: up to the next event, or none when somebody has asked for the GIL.
  void refill();
  // The eval loop's visit before the instruction `next` when the budget does not cover it: lets time pass, gives the GIL
  // up where the version looks, and says how to go on. Returns the new budget; a thread's pending exception is to be
  // raised. In step mode (`step_offset` set) the caller must execute next->logical alone.
  int64_t checkpoint(PythonThread& thread, Frame* frame, const Unit* next, int64_t budget);
  // Of all processes.
  uint64_t steps() const { return computer_.usage().steps; }
  // CPU time that the current thread has used and the computer does not know of yet.
  sim::Nanoseconds time_ahead();

  // --- leaving the interpreter: see blocking.h --------------------------------------------------------------------

  sim::Computer& computer() { return computer_; }
  sim::GlobalInterpreterLock& gil() { return *gil_; }
  sim::Process& process() { return *process_; }
  Outside& outside() { return outside_; }
  sim::FileTable& files() { return *process_->files; }
  const Settings& settings() const { return settings_; }

  // --- code and modules --------------------------------------------------------------------------------------------

  // Makes a code object; keeps the compiled code for the rest of the run.
  Ref make_code(std::shared_ptr<compiler::CompiledCode> compiled, std::string_view file_name);
  // Compiles source text; null with SyntaxError pending.
  Ref compile(std::string_view source, std::string_view file_name, bool expression);
  // Runs a code object in a namespace.
  Ref execute(Value code, Dict* globals, Value locals);
  // The text of a line that was compiled from `file_name`, for tracebacks and reports; empty when unknown.
  std::string source_line(std::string_view file_name, int line) const;
  bool knows_source(std::string_view file_name) const { return sources_.contains(file_name); }
  void remember_source(std::string_view file_name, std::string_view text);

  // Keeps something of a native's that is not in the heap until the end of the run.
  void keep(std::shared_ptr<void> resource) { kept_.push_back(std::move(resource)); }

  const CostTable& costs() const { return costs_; }
  ShortcutMemory shortcuts;
  uint64_t refills() const { return refills_; }
  Module* main_module = nullptr;
  Module* sys_module = nullptr;
  // What reports call the objects that threads have waited for, by identity number (modules/lock_label.h).
  std::vector<sim::LabelId> wait_labels;
  bool sentinel_released = false;  // a thread has ended since threading last looked (modules/_thread.cc)
  ImportLocks import_locks;
  PaidImports paid_imports;
  bool finalizing = false;   // sys.is_finalizing()
  std::optional<int> exit_status_at_once;  // of os._exit()
  uint64_t urandom_calls = 0;
  std::string program_file;  // as the user wrote it: sys.argv[0]

  // --- threads -------------------------------------------------------------------------------------------------------

  // Starts an OS thread that takes the GIL and calls `function`; gives its ident.
  Ref start_thread(Value function, Value arguments, Value keywords);
  // Runs on the main thread's fiber: `body` with the GIL held. Sets up and tears down the thread state.
  // Then the process ends as the body says.
  void run_main(const std::function<MainEnd()>& body);
  void run_as_main(sim::Thread& self, const std::function<MainEnd()>& body);
  // fork(2) of the process, by the current thread: gives what os.fork() gives, or a negative error number. False: the run
  // is over.
  bool fork(sim::LabelId name, int64_t* pid);
  // Starts an interpreter in a process of its own, as posix_spawn(3) of python3 would. False: the run is over.
  bool start(const StartOptions& options, int64_t* pid);
  // In that process: the environment that it was given, if it was given one.
  std::optional<std::vector<std::pair<std::string, std::string>>> environment;
  sim::Thread* main_os_thread() const { return main_thread_ ? main_thread_->os_thread : nullptr; }
  // The thread that has this ident, or null.
  PythonThread* find_thread(uint64_t ident) const;
  // Those that have begun and not ended.
  const std::vector<PythonThread*>& threads() const { return threads_; }
  // CPU time of all threads of the process, ended ones included.
  sim::Nanoseconds cpu_time() const;
  size_t live_thread_count() const { return live_threads_; }

  // --- signals: see signals.h ----------------------------------------------------------------------------------------

  std::array<Value, sim::most_signals + 1> signal_handlers{};  // owned: what to call, or null
  int wakeup_descriptor = -1;                                  // signal.set_wakeup_fd
  sim::SignalSet announced_signals = 0;                        // told to it, and not yet handled

  // sim::PlaceSource: the line each thread is at, for the record.
  sim::PlaceId place_of(const sim::Thread& thread) override;
  sim::PlaceId resolve(uint64_t place_token) override;
  sim::SharedVector<sim::TaskSituation> tasks_of(const sim::Thread& thread) override;
  // A token for the line the current thread is at: cheap, resolved only when something must be shown.
  uint64_t place_token() {
    const Frame* frame = thread->frame;
    return frame && !frame->code->is_library ? token_at(*frame) : token_of(current());
  }
  uint64_t place_token_of(const sim::Thread& os_thread);
  // Where a suspended frame goes on.
  sim::PlaceId place_of(const Frame& frame) { return resolve(token_at(frame)); }

 private:
  friend class ReleasedGil;
  void thread_body(PythonThread* state);
  void begin_as_child(PythonThread& state);
  static void begin_interpreter(sim::Thread& self, Settings settings, sim::Computer& computer, Outside& outside,
                                const StartOptions& options);
  static uint64_t token_at(const Frame& frame) { return uint64_t{frame.code->number} << 32 | static_cast<uint32_t>(frame.index()); }
  static uint64_t token_of(const PythonThread& thread);  // 0: the program's code has ended
  void attach(PythonThread& state, sim::Thread& os_thread);
  void detach(PythonThread& state);
  bool may_switch(const PythonThread& thread, const Unit* next, bool after_native) const;
  int64_t let_time_pass(PythonThread& thread, Frame* frame, const Unit* next, int64_t exact, bool after_native);
  bool over_limits();


  Settings settings_;
  sim::Computer& computer_;
  Outside& outside_;
  sim::Process* process_ = nullptr;
  std::unique_ptr<sim::GlobalInterpreterLock> gil_;
  const CostTable& costs_;
  int64_t inherited_memory_ = 0;  // of the heap of a forked process, which shares it with its parent
  uint64_t refills_ = 0;  // how often a thread was granted a budget
  size_t live_threads_ = 0;
  PythonThread* main_thread_ = nullptr;
  std::vector<PythonThread*> threads_;  // those that have begun and not ended
  sim::Nanoseconds ended_cpu_time_ = 0;
  // All code of the run by number; kept, so that a place token can be resolved whatever became of its code object.
  struct KnownCode {
    std::shared_ptr<compiler::CompiledCode> compiled;
    sim::LabelId file;
  };
  std::vector<KnownCode> compiled_;
  struct KnownPlace {
    uint64_t token = 0;
    sim::PlaceId place = sim::no_place;
  };
  std::array<KnownPlace, 256> known_places_;  // what resolve() found lately
  std::map<std::string, std::vector<std::string>, std::less<>> sources_;
  std::vector<std::shared_ptr<void>> kept_;
};

// The host's streams are the first process's; `outside` is another's copy, whose original stands at the same address there.
void speak_through_first_process(Outside& outside, sim::Computer& computer);

// threading.get_ident() of the thread with that tid.
uint64_t ident_of_tid(uint32_t tid);

// The interpreter behind a Vm that natives were given.
inline Interpreter& interpreter(Vm& vm) { return static_cast<Interpreter&>(vm); }

// Writes the traceback of an exception that nothing caught to stderr, through sys.excepthook if the program replaced it.
void print_uncaught(Interpreter& vm, Value exception);

// Runs the frame until it returns; the eval loop. Null: an exception is pending. REQUIRES: frame->action is LeaveLoop.
// With a taker, of a generator: gives it what the generator yields and goes on until it refuses, or something else than
// going on is to be done: null with nothing pending. A value is then what the generator has returned.
Value run_frame(Interpreter& vm, PythonThread& thread, Frame* frame, ItemTaker* taker = nullptr);

// The frame of __init__ for a new object of a class that needs nothing else (no __new__, no metaclass __call__), ready to
// run: what the call took from the stack, from `base` on, is replaced by the object, which `slot` in front of the arguments
// also holds. Null without a pending exception: call the class in the ordinary way.
Frame* start_construction(Interpreter& vm, Frame& frame, Type* type, Value* base, Value* slot, const Tuple* keyword_names);

// Makes the frame of a call: arguments bound to parameters. Null with TypeError pending. `function` is borrowed.
Frame* make_call_frame(Interpreter& vm, PythonThread& thread, Function* function, const Arguments& arguments);

}  // namespace gilsim::python

#include "interpreter/runtime/interpreter.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/calls.h"
#include "interpreter/runtime/compilation.h"
#include "interpreter/runtime/signals.h"
#include "interpreter/runtime/thread_hooks.h"
#include "sim/files/file_table.h"
#include "sim/gils/timed_request_gil.h"

namespace gilsim::python {

Interpreter::Interpreter(const Settings& settings, sim::Computer& computer, Outside& outside)
    : settings_(settings),
      computer_(computer),
      outside_(outside),
      costs_(settings.passes_for_c ? costs_of_c() : costs_of(settings.version)) {
  process_ = computer.active() ? &computer.active()->process() : &computer.create_process(computer.record().label("MainProcess"));
  install_signal_actions(*this);
  gil_ = std::make_unique<sim::TimedRequestGil>(computer, computer.record().label("GIL"));
  gil_->set_switch_interval(settings.switch_interval_ns);
  process_->set_switch_interval(settings.switch_interval_ns);
  const std::string& folder = outside.folder.empty() ? std::string(sim::home_folder) : outside.folder;
  if (!process_->files) {
    process_->files = std::make_unique<sim::FileTable>(computer, outside.host_files, static_cast<int64_t>(settings.max_memory_bytes),
                                                       settings.seed, folder, settings.sites);
  }
  computer.set_place_source(this);
}

Interpreter::~Interpreter() = default;

// --- code ------------------------------------------------------------------------------------------------------------

Ref Interpreter::compile(std::string_view source, std::string_view file_name, bool expression) {
  return compile_text(*this, source, file_name, expression ? compiler::Mode::Eval : compiler::Mode::Exec);
}

Ref Interpreter::execute(Value code, Dict* globals, Value locals) {
  PythonThread& state = current();
  NativeRecursion guard(*this, "");
  if (!guard) return {};
  if (dict_get_str(globals, names.builtins).is_null()) dict_set_str(globals, names.builtins, Value::of(reinterpret_cast<Object*>(builtins)));
  auto* object = code.as<Code>();
  Frame* frame = initialize_frame(state.frames.push(object->frame_bytes), object, globals, builtins, Ref(locals).release(), Ref(code).release());
  return run_new_frame(*this, frame);
}

// --- sources and places ----------------------------------------------------------------------------------------------

void Interpreter::remember_source(std::string_view file_name, std::string_view text) {
  std::vector<std::string> lines;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
    start = end + 1;
  }
  sources_.insert_or_assign(std::string(file_name), std::move(lines));
}

std::string Interpreter::source_line(std::string_view file_name, int line) const {
  const auto found = sources_.find(file_name);
  if (found == sources_.end() || line < 1 || static_cast<size_t>(line) > found->second.size()) return {};
  return found->second[static_cast<size_t>(line) - 1];
}

// A code object's number and the index of an instruction. Library code is not what a student looks for: the nearest line
// of a program's own file says more.
uint64_t Interpreter::token_of(const PythonThread& thread) {
  const Frame* shown = thread.frame;
  while (shown && shown->code->is_library) shown = shown->previous;
  return shown ? token_at(*shown) : thread.origin;
}

uint64_t Interpreter::place_token_of(const sim::Thread& os_thread) {
  const auto* state = static_cast<const PythonThread*>(os_thread.owner());
  return state ? token_of(*state) : 0;
}

sim::PlaceId Interpreter::resolve(uint64_t token) {
  if (token == 0) return sim::no_place;
  KnownPlace& known = known_places_[(token ^ token >> 32) % known_places_.size()];
  if (known.token != token) {
    const KnownCode& code = compiled_[(token >> 32) - 1];
    const int line = code.compiled->instructions[static_cast<uint32_t>(token)].position.line;
    known = {token, computer_.record().place(code.file, static_cast<uint32_t>(line))};
  }
  return known.place;
}

sim::PlaceId Interpreter::place_of(const sim::Thread& os_thread) {
  const auto* state = static_cast<const PythonThread*>(os_thread.owner());
  return state ? resolve(token_of(*state)) : sim::no_place;
}

sim::SharedVector<sim::TaskSituation> Interpreter::tasks_of(const sim::Thread& os_thread) {
  const auto* state = static_cast<const PythonThread*>(os_thread.owner());
  return state && !state->running_loop.is_null() ? pending_tasks(*this, state->running_loop) : sim::SharedVector<sim::TaskSituation>();
}

}  // namespace gilsim::python

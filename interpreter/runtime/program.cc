#include "interpreter/runtime/program.h"

#include <algorithm>
#include <optional>

#include "interpreter/compiler/compiler.h"
#include "interpreter/compiler/disassembler.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/bootstrap.h"
#include "interpreter/runtime/import_check.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/main_program.h"
#include "interpreter/runtime/missing_names.h"
#include "interpreter/runtime/module_search.h"
#include "interpreter/runtime/switch_points.h"
#include "interpreter/runtime/warnings.h"
#include "interpreter/syntax/source_encoding.h"
#include "sim/computer.h"

namespace gilsim::python {

namespace {

sim::ComputerOptions computer_options(const ProgramOptions& options) {
  sim::ComputerOptions result;
  result.machine = options.machine;
  result.policy = sim::make_policy(options.policy, options.policy_options);
  result.seed = options.settings.seed;
  return result;
}

void set_limits(sim::Computer& computer, const ProgramOptions& options) {
  if (options.settings.max_time_ns != INT64_MAX) computer.set_time_limit(options.settings.max_time_ns);
  if (options.interrupt) computer.set_interrupt_flag(options.interrupt);
  if (options.keyboard) computer.set_keyboard_flag(options.keyboard);
}

void describe_run(sim::Record& record, const LoadedProgram& program, const ProgramOptions& options) {
  record.set("program", program.file_name);
  record.set("python", describe(options.settings.version).text);
  record.set("cores", std::to_string(options.machine.cores));
  record.set("machine", options.machine.name);
  record.set("policy", options.policy);
  record.set("switch_interval", sim::format_duration(options.settings.switch_interval_ns));
  record.set("seed", std::to_string(options.settings.seed));
}

// What ends the run ends the wait for a line of input, too: to the program it is no end of the input.
Outside interruptible(const Outside& outside, sim::Computer& computer, const ProgramOptions& options) {
  Outside result = outside;
  if (!options.interrupt || !outside.read_line) return result;
  result.read_line = [&] {
    auto line = outside.read_line();
    if (*options.interrupt) computer.stop(sim::RunOutcome::Interrupted);
    return line;
  };
  return result;
}

// Runs the program's code; null with its exception pending. Nothing is held afterwards: globals are to end in finalize.
Ref execute_main(Interpreter& vm, const LoadedProgram& program) {
  make_main_module(vm, program.path);
  Dict* globals = vm.main_module->dictionary;
  if (!warn_of_doubts(vm, program.doubts, program.path)) return {};
  Ref code = vm.make_code(program.code, program.path);
  return vm.execute(code, globals, Value::of(reinterpret_cast<Object*>(globals)));
}

// The main thread's life: run the program, report what it raised, finalise.
MainEnd run_main_program(Interpreter& vm, const LoadedProgram& program, ProgramResult& result) {
  // CPython cannot read standard input again, so its tracebacks go without the lines.
  if (program.file_name != standard_input) vm.remember_source(program.path, program.source);
  const MainEnd end = end_main_program(vm, execute_main(vm, program));
  result.exit_status = end.status;
  result.raised = end.raised;
  result.out_of_memory = end.out_of_memory;
  return end;
}

// What stands in the source code, without a look at its modules.
std::optional<syntax::Tree> compile_source(std::string source, LoadedProgram& program) {
  auto text = syntax::decode_source(source, program.path, syntax::ReadAs::Program);
  if (auto* problem = std::get_if<syntax::Problem>(&text)) {
    program.problems.push_back(std::move(*problem));
    return std::nullopt;
  }
  program.source = std::get<std::string>(std::move(text));
  auto parsed = syntax::parse_module(program.source);
  if (auto* problem = std::get_if<syntax::Problem>(&parsed)) {
    program.problems.push_back(std::move(*problem));
    return std::nullopt;
  }
  auto& tree = std::get<syntax::Tree>(parsed);
  auto result = compiler::compile(tree, program.source, compiler::Mode::Exec, &program.doubts);
  if (auto* problems = std::get_if<std::vector<syntax::Problem>>(&result)) {
    program.problems = std::move(*problems);
    return std::nullopt;
  }
  program.code = std::get<std::shared_ptr<compiler::CompiledCode>>(result);
  return std::move(tree);
}

// Asks the module itself: the list of missing names may be older than it is.
bool lacks(const std::string& module, const std::string& name) {
  Outside nobody;
  nobody.write_output = nobody.write_errors = [](std::string_view) {};
  LoadedProgram question{standard_input, standard_input, {}, nullptr, {}};
  if (!compile_source(fmt::format("import {0}\n{0}.{1}\n", module, name), question)) return false;
  ProgramOptions options;
  options.machine = sim::machine_profiles()[0];
  sim::Record record;
  return run_program(question, options, nobody, record).raised;
}

void check_names(const syntax::Tree& tree, const Outside& outside, LoadedProgram& program) {
  using syntax::RemarkId;
  for (const MissingName& missing : find_missing_names(tree)) {
    const auto file = find_source_module(outside, missing.module);
    const bool is_programs = file && !is_library_file(file->file_name);
    if (is_programs || !lacks(missing.module, missing.name)) continue;
    syntax::Problem problem =
        syntax::unsupported({RemarkId::no_name, {missing.module + "." + missing.name}}, {RemarkId::own_module, {missing.module}});
    problem.position = missing.position;
    problem.source_line = line_of(program.source, missing.position.line);
    program.problems.push_back(std::move(problem));
  }
}

}  // namespace

LoadedProgram load_program(std::string source, std::string file_name, const Outside& outside) {
  LoadedProgram program{file_name, absolute_name(outside, file_name), {}, nullptr, {}};
  const auto tree = compile_source(std::move(source), program);
  if (!tree) return program;
  program.problems = check_imports(*tree, program.source, outside);
  check_names(*tree, outside, program);
  std::stable_sort(program.problems.begin(), program.problems.end(),
                   [](const auto& a, const auto& b) { return a.position.line < b.position.line; });
  if (!program.problems.empty()) program.code = nullptr;
  return program;
}

ProgramResult run_program(const LoadedProgram& program, const ProgramOptions& options, Outside& outside, sim::Record& record) {
  ProgramResult result;
  describe_run(record, program, options);
  {
    const auto owner = std::make_unique<sim::Computer>(computer_options(options), record);
    sim::Computer& computer = *owner;
    set_limits(computer, options);
    Outside seen = interruptible(outside, computer, options);
    Interpreter vm(options.settings, computer, seen);
    vm.program_file = program.file_name == standard_input ? "-" : program.file_name;
    heap.set_limit(options.settings.max_memory_bytes);
    if (options.heartbeat)
      computer.set_heartbeat([&](sim::Nanoseconds now) { options.heartbeat({now, vm.live_thread_count(), vm.steps()}); });
    vm.run_main([&] {
      initialize_runtime(vm);
      return run_main_program(vm, program, result);
    });
    result.run = computer.run();
    result.killed_by = vm.process().signals.killed_by;
    if (result.killed_by) result.exit_status = 128 + result.killed_by;
    if (vm.exit_status_at_once) result.exit_status = *vm.exit_status_at_once;
    result.steps = vm.steps();
    result.peak_memory_bytes = heap.peak_bytes();
  }
  heap.reset();
  return result;
}

std::string disassemble_program(const LoadedProgram& program, PythonVersion version) {
  const CheckSites sites = describe(version).check_sites;
  return compiler::disassemble(*program.code, [sites](const compiler::Instruction& instruction) -> std::string {
    switch (switch_point_after(sites, instruction)) {
      case SwitchPoint::Never: return " ";
      case SwitchPoint::Sometimes: return "?";
      case SwitchPoint::Always: return "*";
    }
    return " ";
  });
}

}  // namespace gilsim::python

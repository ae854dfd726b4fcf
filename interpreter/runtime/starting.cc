// Interpreters in processes of their own, as multiprocessing's "spawn" and subprocess start them. The new host process
// forgets all that it has copied of its parent and begins anew, with the files of the simulated computer.
#include "interpreter/compiler/compiler.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/runtime/bootstrap.h"
#include "interpreter/runtime/compilation.h"
#include "interpreter/runtime/imports.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/main_program.h"
#include "interpreter/runtime/module_search.h"
#include "sim/files/file_table.h"

namespace gilsim::python {

namespace {

// What a command line asks for.
struct Command {
  enum class Kind { Code, File, Module, Input, Wrong } kind = Kind::File;
  std::string text;                    // code, a path, a module's name; of input "-" or nothing, as it was given; what is wrong
  std::vector<std::string> arguments;  // sys.argv[1:]
};

bool is_python(const StartOptions& options) { return options.program == "python3"; }

constexpr std::string_view kUsage = "usage: /usr/bin/python3 [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
                                    "Try `python -h' for more information.\n";
constexpr std::string_view kPassedOver = "bBdEhiIOPqRsStuvx";  // options that change nothing here

// Reads one word of options; false: the command is known, and what follows are its arguments.
bool read_options(const std::vector<std::string>& words, size_t* next, Command* command) {
  const std::string& word = words[(*next)++];
  for (size_t i = 1; i < word.size(); ++i) {
    const char letter = word == "--version" ? 'V' : word[i];
    if (kPassedOver.find(letter) != kPassedOver.npos) continue;
    if (letter == 'V') return *command = {Command::Kind::Code, "import sys; print('Python', sys.version.split()[0])", {}}, false;
    if (std::string_view("cmWX").find(letter) == std::string_view::npos)
      return *command = {Command::Kind::Wrong, fmt::format("Unknown option: -{}\n{}", letter, kUsage), {}}, false;
    const bool is_beside = i + 1 < word.size();
    if (!is_beside && *next == words.size())
      return *command = {Command::Kind::Wrong, fmt::format("Argument expected for the -{} option\n{}", letter, kUsage), {}}, false;
    const std::string value = is_beside ? word.substr(i + 1) : words[(*next)++];
    if (letter == 'W' || letter == 'X') return true;
    return *command = {letter == 'c' ? Command::Kind::Code : Command::Kind::Module, value, {}}, false;
  }
  return true;
}

Command read_command(const std::vector<std::string>& words) {
  Command command;
  size_t i = 0;
  bool goes_on = true;
  while (goes_on && i < words.size() && words[i].size() > 1 && words[i][0] == '-') goes_on = read_options(words, &i, &command);
  if (goes_on) {
    command.kind = i < words.size() && words[i] != "-" ? Command::Kind::File : Command::Kind::Input;
    if (i < words.size()) command.text = words[i++];
  }
  command.arguments.assign(words.begin() + static_cast<ptrdiff_t>(std::min(i, words.size())), words.end());
  return command;
}

std::optional<std::string> read_file(Interpreter& vm, const std::string& path) {
  sim::FileSystem& system = vm.files().system();
  const auto place = system.find(vm.files().folder(), path);
  if (place.error || !place.node || place.node->kind != sim::FileKind::File || system.load(*place.node)) return std::nullopt;
  return std::string(place.node->content);
}

Ref refuse(Interpreter& vm, const std::string& why, int64_t status) {
  write_error(vm, why);
  Ref exit = call(vm, Value::of(&exceptions::SystemExit), {make_int(status)});
  return exit ? raise_exception(vm, exit) : Ref();
}

// What CPython tells of a file that is not there, it tells of its whole path.
std::string whole_path(Interpreter& vm, const std::string& path) {
  return path.starts_with('/') ? path : vm.files().folder_path() + "/" + path;
}

std::optional<std::string> read_input(Interpreter& vm) {
  Ref input = standard_stream(vm, "stdin");
  Ref text = input ? call_method(vm, input, intern("read")) : Ref();
  return text ? std::optional(to_utf8(text)) : std::nullopt;
}

// The code of the command, with `__file__` in __main__; null with its exception pending.
Ref execute_command(Interpreter& vm, const Command& command) {
  if (command.kind == Command::Kind::Wrong) return refuse(vm, command.text, 2);
  std::string name = command.text;
  std::optional<std::string> source = command.text;
  if (command.kind == Command::Kind::Code) name = "<string>";
  if (command.kind == Command::Kind::Input) {
    name = "<stdin>";
    source = read_input(vm);
    if (!source) return {};
  }
  if (command.kind == Command::Kind::File) source = read_file(vm, name);
  if (command.kind == Command::Kind::Module) {
    auto found = find_source_module(vm, name);
    if (found && found->is_package) found = find_source_module(vm, name + ".__main__");
    if (found) name = found->file_name;
    source = found ? std::optional(found->source) : std::nullopt;
  }
  make_main_module(vm, command.kind == Command::Kind::Code ? "" : name);
  Dict* globals = vm.main_module->dictionary;
  if (!source && command.kind == Command::Kind::Module) return refuse(vm, "/usr/bin/python3: No module named " + name + "\n", 1);
  if (!source) return refuse(vm, fmt::format("/usr/bin/python3: can't open file '{}': [Errno 2] No such file or directory\n", whole_path(vm, name)), 2);
  if (!vm.settings().passes_for_c) vm.charge(compiling_ns(*source));
  Ref code = vm.compile(*source, name, false);
  if (!code) return {};
  if (command.kind == Command::Kind::File || command.kind == Command::Kind::Module) vm.remember_source(name, *source);
  return vm.execute(code, globals, Value::of(reinterpret_cast<Object*>(globals)));
}

}  // namespace

bool Interpreter::start(const StartOptions& options, int64_t* pid) {
  PythonThread& state = current();
  if (!synchronize()) return false;
  Settings settings = settings_;
  sim::Computer& computer = computer_;
  Outside& outside = outside_;
  auto body = [=, &computer, &outside](sim::Thread& self) mutable {
    begin_interpreter(self, std::move(settings), computer, outside, options);
  };
  const sim::Machine& machine = computer_.machine();
  *pid = computer_.fork(computer_.record().label(options.program), body,
                        is_python(options) ? machine.process_fork_ns : machine.program_spawn_ns);
  thread = &state;
  if (*pid > 0) computer_.find_process(static_cast<uint32_t>(*pid))->files->keep_only(options.descriptors);
  return resume_after_kernel();
}

// Nothing of what the parent had on its heap is looked at again; the interpreter is left to the end of the process.
void Interpreter::begin_interpreter(sim::Thread& self, Settings settings, sim::Computer& computer, Outside& outside,
                                    const StartOptions& options) {
  self.begin(sim::Purpose::StartUp);
  computer.advance(is_python(options) ? computer.machine().process_start_ns : computer.machine().program_start_ns);
  if (!options.folder.empty()) self.process().files->change_folder(options.folder);
  heap.reset();
  speak_through_first_process(outside, computer);
  const Command command = read_command(options.arguments);
  settings.arguments = command.arguments;
  settings.passes_for_c = !is_python(options);
  outside.module_folder = command.kind == Command::Kind::File ? parent_folder(command.text) + "/" : "";
  auto* vm = new Interpreter(settings, computer, outside);
  vm->program_file = command.kind == Command::Kind::Code ? "-c" : command.text;
  vm->environment = options.environment;
  vm->run_as_main(self, [&] {
    initialize_runtime(*vm);
    self.begin(sim::Purpose::Program);
    return end_main_program(*vm, execute_command(*vm, command));
  });
}

}  // namespace gilsim::python

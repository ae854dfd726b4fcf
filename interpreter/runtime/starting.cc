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
#include "interpreter/runtime/command.h"
#include "interpreter/runtime/compilation.h"
#include "interpreter/runtime/imports.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/main_program.h"
#include "interpreter/runtime/module_search.h"
#include "sim/files/file_table.h"

namespace gilsim::python {

namespace {

bool is_python(const StartOptions& options) { return options.program == "python3"; }

constexpr std::string_view kMainOfFolder = "/__main__.py";

bool is_folder(sim::FileTable& files, const std::string& path) {
  const auto place = files.system().find(files.folder(), path);
  return !place.error && place.node && place.node->kind == sim::FileKind::Folder;
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
std::string whole_path(const sim::FileTable& files, const std::string& path) {
  return path.starts_with('/') ? path : files.folder_path() + "/" + path;
}

std::optional<std::string> read_input(Interpreter& vm) {
  Ref input = standard_stream(vm, "stdin");
  Ref text = input ? call_method(vm, input, intern("read")) : Ref();
  return text ? std::optional(to_utf8(text)) : std::nullopt;
}

// What a command runs as __main__.
struct MainProgram {
  std::string name;  // as tracebacks show it
  std::string source;
  std::optional<std::string> package = std::nullopt;  // __package__ of a module, or of a folder's program
};

constexpr std::string_view kPython = "/usr/bin/python3";

std::optional<MainProgram> refuse_program(Interpreter& vm, const std::string& why, int64_t status) {
  refuse(vm, fmt::format("{}: {}\n", kPython, why), status);
  return std::nullopt;
}

std::optional<MainProgram> find_file(Interpreter& vm, const std::string& path) {
  auto source = read_file(vm, path);
  if (source) return MainProgram{path, std::move(*source), path.ends_with(kMainOfFolder) ? std::optional<std::string>("") : std::nullopt};
  if (path.ends_with(kMainOfFolder))
    return refuse_program(vm, fmt::format("can't find '__main__' module in '{}'", whole_path(vm.files(), parent_folder(path))), 1);
  return refuse_program(vm, fmt::format("can't open file '{}': [Errno 2] No such file or directory", whole_path(vm.files(), path)), 2);
}

// `python3 -m name`: its packages are imported first, and it is the __main__ of the last of them.
std::optional<MainProgram> find_module(Interpreter& vm, std::string name) {
  std::string package = name.substr(0, name.rfind('.') == name.npos ? 0 : name.rfind('.'));
  if (!package.empty() && !import_module(vm, package)) {
    if (!pending_matches(vm, exceptions::ModuleNotFoundError)) return std::nullopt;
    Ref error = take_pending_exception(vm);
    return refuse_program(vm, fmt::format("Error while finding module specification for '{}' (ModuleNotFoundError: {})", name,
                                          to_utf8(str(vm, error))), 1);
  }
  auto found = find_source_module(vm, name);
  if (found && found->is_package) {
    if (!import_module(vm, name)) return std::nullopt;
    package = name;
    found = find_source_module(vm, name + ".__main__");
    if (!found)
      return refuse_program(vm, fmt::format("No module named {0}.__main__; '{0}' is a package and cannot be directly executed", name), 1);
  }
  if (!found) return refuse_program(vm, "No module named " + name, 1);
  vm.program_file = found->file_name;
  return MainProgram{found->file_name, std::move(found->source), package};
}

// Null: an exception is pending.
std::optional<MainProgram> find_program(Interpreter& vm, const Command& command) {
  switch (command.kind) {
    case Command::Kind::Wrong: refuse(vm, command.text, 2); return std::nullopt;
    case Command::Kind::Code: return MainProgram{"<string>", command.text};
    case Command::Kind::File: return find_file(vm, command.text);
    case Command::Kind::Module: return find_module(vm, command.text);
    case Command::Kind::Input: break;
  }
  auto text = read_input(vm);
  return text ? std::optional(MainProgram{"<stdin>", std::move(*text)}) : std::nullopt;
}

// sys.argv[0] of a module is its file, which is known only now.
bool name_program(Interpreter& vm) {
  Ref arguments = get_attribute(vm, Value::of(vm.sys_module), intern("argv"));
  return arguments && set_item(vm, arguments, Value::small(0), make_str(vm.program_file));
}

// The result of the command's code, with `__file__` in __main__; null with its exception pending.
Ref execute_command(Interpreter& vm, const Command& command) {
  const bool is_module = command.kind == Command::Kind::Module;
  auto program = find_program(vm, command);
  if (!program) return {};
  make_main_module(vm, command.kind == Command::Kind::Code ? "" : program->name);
  Dict* globals = vm.main_module->dictionary;
  if (is_module && !name_program(vm)) return {};
  if (program->package) dict_set_str(globals, intern("__package__"), make_str(*program->package));
  if (!vm.settings().passes_for_c) vm.charge(compiling_ns(program->source));
  Ref code = vm.compile(program->source, program->name, false);
  if (!code) return {};
  if (is_module || command.kind == Command::Kind::File) vm.remember_source(program->name, program->source);
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
  Command command = read_command(options.arguments);
  if (command.kind == Command::Kind::File && is_folder(*self.process().files, command.text))
    command.text = whole_path(*self.process().files, command.text) + std::string(kMainOfFolder);
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

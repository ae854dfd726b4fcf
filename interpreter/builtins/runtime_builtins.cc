// Built-in functions that need the interpreter: printing, input, code, namespaces, classes, imports.
#include "interpreter/builtins/runtime_builtins.h"

#include "interpreter/builtins/text_stream.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/class_creation.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/calls.h"
#include "interpreter/runtime/compilation.h"
#include "interpreter/runtime/imports.h"
#include "interpreter/runtime/interpreter.h"
#include "interpreter/runtime/syntax_errors.h"
#include "interpreter/syntax/source_encoding.h"

namespace gilsim::python {

namespace {

// --- print and input -------------------------------------------------------------------------------------------------

// `sep` and `end`: a str, or the default for None and nothing.
bool read_separator(Vm& vm, Value given, const char* name, std::string_view otherwise, Ref* result) {
  if (given.is_null() || given.is_none()) return *result = make_str(otherwise), true;
  if (is_str(given)) return *result = Ref(given), true;
  raise(vm, exceptions::TypeError, "{} must be None or a string, not {}", name, type_name(given));
  return false;
}

struct PrintOptions {
  Ref separator, end;
  Value file;
  bool flush = false;
};

bool read_print_options(Vm& vm, const Arguments& arguments, PrintOptions* options) {
  static const char* const parameter_names[] = {"sep", "end", "file", "flush"};
  static const ParameterList parameters{"print", parameter_names, 4, 0, 0, 0};
  Value out[4];
  if (!bind(vm, {arguments.values + arguments.positional_count, 0, arguments.keyword_names}, parameters, out)) return false;
  if (!read_separator(vm, out[0], "sep", " ", &options->separator) || !read_separator(vm, out[1], "end", "\n", &options->end)) return false;
  const bool default_file = out[2].is_null() || out[2].is_none();
  options->file = default_file ? current_stream(vm, StreamKind::Output) : out[2];
  const int flush = out[3].is_null() ? 0 : truth(vm, out[3]);
  options->flush = flush > 0;
  return flush >= 0;
}

// As CPython's, a write for each argument, separator and end: other threads' output may come between.
Ref print(Vm& vm, const Arguments& arguments) {
  PrintOptions options;
  if (!read_print_options(vm, arguments, &options)) return {};
  if (options.file.is_null()) return kNone;
  Ref file(options.file);
  for (size_t i = 0; i < arguments.positional_count; ++i) {
    if (i > 0 && !write_to(vm, file, options.separator)) return {};
    Ref text = str(vm, arguments[i]);
    if (!text || !write_to(vm, file, text)) return {};
  }
  if (!write_to(vm, file, options.end)) return {};
  if (options.flush && !flush_file(vm, file)) return {};
  return kNone;
}

Ref input(Vm& vm, const Arguments& arguments) {
  const Value output = current_stream(vm, StreamKind::Output), source = current_stream(vm, StreamKind::Input);
  if (source.is_null()) return raise(vm, exceptions::RuntimeError, "input(): lost sys.stdin");
  if (arguments.size() > 0 && !output.is_null()) {
    Ref prompt = str(vm, arguments[0]);
    if (!prompt || !write_to(vm, output, prompt)) return {};
  }
  if (!output.is_null() && !flush_file(vm, output)) return {};
  Ref line = source.object()->type == &text_stream_type ? stream_read_line(vm, source.as<TextStream>())
                                                        : call_method(vm, source, names.readline);
  if (!line) return {};
  std::string text = to_utf8(line);
  if (text.empty()) return raise(vm, exceptions::EOFError, "EOF when reading a line");
  if (text.ends_with('\n')) text.pop_back();
  return make_str(text);
}

// --- code and namespaces ---------------------------------------------------------------------------------------------

Dict* current_globals(Vm& vm) { return vm.thread->frame ? vm.thread->frame->globals : nullptr; }

// A new dict of the innermost frame's locals (a function's), or its namespace itself.
Ref current_locals(Vm& vm) {
  Frame* frame = vm.thread->frame;
  if (!frame->locals.is_null()) return frame->locals;
  Dict* dict = new_dict();
  Ref result = Ref::take(dict);
  const auto& compiled = *frame->code->compiled;
  for (int32_t i = 0; i < frame->code->local_count; ++i) {
    Value value = frame->slots()[i];
    const bool is_cell = value.is_object() && value.object()->type == &cell_type;
    if (is_cell) value = value.as<Cell>()->content;
    const std::string& name = compiled.fast_local_names[static_cast<size_t>(i)];
    if (!value.is_null() && !name.starts_with('.')) dict_set_str(dict, intern(name), value);
  }
  return result;
}

Ref globals(Vm& vm, const Arguments&) { return Ref(reinterpret_cast<Object*>(current_globals(vm))); }
Ref locals(Vm& vm, const Arguments&) { return current_locals(vm); }

Ref code_from(Vm& vm, Value source, bool expression, const char* function) {
  if (source.is_object() && source.object()->type == &code_type) return source;
  if (!is_str(source)) return raise(vm, exceptions::TypeError, "{}() arg 1 must be a string, bytes or code object", function);
  std::string text = to_utf8(source);
  if (expression) text.erase(0, text.find_first_not_of(" \t"));
  vm.charge(compiling_ns(text));
  return interpreter(vm).compile(text, "<string>", expression);
}

Ref run_code(Vm& vm, const Arguments& arguments, bool expression) {
  const char* function = expression ? "eval" : "exec";
  Ref global_names(arguments.optional(1, kNone)), local_names(arguments.optional(2, kNone));
  if (global_names.get().is_none()) {
    global_names = Ref(reinterpret_cast<Object*>(current_globals(vm)));
    if (local_names.get().is_none()) local_names = current_locals(vm);
  } else if (!is_dict(global_names)) {
    return raise(vm, exceptions::TypeError, "{}() globals must be a dict, not {}", function, type_name(global_names));
  }
  if (local_names.get().is_none()) local_names = global_names;
  Ref code = code_from(vm, arguments[0], expression, function);
  if (!code) return {};
  Ref result = interpreter(vm).execute(code, global_names.as<Dict>(), local_names);
  return result && !expression ? Ref(kNone) : result;
}

Ref exec(Vm& vm, const Arguments& arguments) { return run_code(vm, arguments, false); }
Ref eval(Vm& vm, const Arguments& arguments) { return run_code(vm, arguments, true); }

constexpr int64_t kOnlyTree = 0x400;  // ast.PyCF_ONLY_AST

// A tree goes back to text: its code has the lines of that.
Ref text_of_tree(Vm& vm, Value source) {
  Ref library(dict_get_str(vm.modules, intern("ast")));
  Ref tree_class = library ? get_attribute(vm, library, intern("AST")) : Ref();
  if (!tree_class) return clear_pending(vm), Ref();
  if (!is_instance(source, tree_class.as<Type>())) return {};
  Ref unparse = get_attribute(vm, library, intern("unparse"));
  return unparse ? call(vm, unparse, {source}) : Ref();
}

// What compile() is given, as a str.
Ref read_source(Vm& vm, Value source, std::string_view file_name) {
  if (is_str(source)) return source;
  HeldBuffer octets;
  if (has_buffer(source) && octets.hold(vm, source)) {
    auto text = syntax::decode_source(std::string(octets.octets()), file_name, syntax::ReadAs::Program);
    if (const auto* problem = std::get_if<syntax::Problem>(&text)) return raise_problem(vm, *problem, file_name);
    return make_str(std::get<std::string>(text));
  }
  Ref text = text_of_tree(vm, source);
  if (!text && !is_pending(vm)) raise(vm, exceptions::TypeError, "compile() arg 1 must be a string, bytes or AST object");
  return text;
}

Ref parse_to_tree(Vm& vm, Value source, Value file_name, Value mode) {
  Ref library = import_module(interpreter(vm), "ast");
  Ref parser = library ? import_module(interpreter(vm), "_ast") : Ref();
  Ref parse = parser ? get_attribute(vm, parser, intern("parse")) : Ref();
  if (!parse) return {};
  return call(vm, parse, {source, file_name, mode, Ref(reinterpret_cast<Object*>(library.as<Module>()->dictionary))});
}

Ref compile(Vm& vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"source", "filename", "mode", "flags", "dont_inherit", "optimize"};
  static const ParameterList parameters{"compile", parameter_names, 6, 0, 3};
  Value out[6];
  if (!bind(vm, arguments, parameters, out)) return {};
  const std::string file_name = is_str(out[1]) ? to_utf8(out[1]) : "<string>";
  int64_t flags = 0;
  if (!out[3].is_null() && !as_int64(vm, out[3], &flags)) return {};
  Ref source = read_source(vm, out[0], file_name);
  if (!source) return {};
  const std::string mode = is_str(out[2]) ? to_utf8(out[2]) : "";
  if (mode != "exec" && mode != "eval" && mode != "single")
    return raise(vm, exceptions::ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  const auto means = mode == "eval" ? compiler::Mode::Eval : mode == "exec" ? compiler::Mode::Exec : compiler::Mode::Single;
  const std::string text = to_utf8(source);
  vm.charge(compiling_ns(text));
  if (flags & kOnlyTree) return parse_to_tree(vm, source, make_str(file_name), out[2]);
  return compile_text(interpreter(vm), text, file_name, means);
}

// --- classes and imports ---------------------------------------------------------------------------------------------

struct ClassHeader {
  Ref name, bases, original_bases, metaclass, namespace_;
  std::vector<Value> keyword_names, keyword_values;  // borrowed from the arguments
};

// metaclass=… out of the keywords, then the most derived of it and the bases' types.
bool find_metaclass(Vm& vm, const Arguments& arguments, ClassHeader& header) {
  Value given;
  for (size_t i = 0; i < arguments.keyword_count(); ++i) {
    if (intern(arguments.keyword_name(i)) == names.metaclass) {
      given = arguments.keyword_value(i);
    } else {
      header.keyword_names.push_back(Value::of(arguments.keyword_name(i)));
      header.keyword_values.push_back(arguments.keyword_value(i));
    }
  }
  if (!given.is_null() && !is_instance(given, &type_type)) return header.metaclass = Ref(given), true;
  const Tuple* bases = header.bases.as<Tuple>();
  Type* start = !given.is_null() ? given.as<Type>() : bases->size ? type_of(bases->items[0]) : &type_type;
  Type* chosen = choose_metaclass(vm, start, header.bases.as<Tuple>());
  if (chosen) header.metaclass = Ref(chosen);
  return chosen;
}

Ref call_with_keywords(Vm& vm, Value callable, std::vector<Value> values, const ClassHeader& header) {
  const size_t positional = values.size();
  values.insert(values.end(), header.keyword_values.begin(), header.keyword_values.end());
  Ref keyword_names;
  if (!header.keyword_names.empty())
    keyword_names = make_tuple(header.keyword_names.data(), static_cast<int64_t>(header.keyword_names.size()));
  return call(vm, callable, {values.data(), positional, keyword_names.as<Tuple>()});
}

bool prepare_namespace(Vm& vm, ClassHeader& header) {
  bool failed = false;
  Ref prepare = get_attribute_or_null(vm, header.metaclass, names.prepare, &failed);
  if (failed) return false;
  header.namespace_ = prepare && header.metaclass.get() != Value::of(&type_type)
                          ? call_with_keywords(vm, prepare, {header.name, header.bases}, header) : Ref::take(new_dict());
  return static_cast<bool>(header.namespace_);
}

// Runs the class body; gives the cell of __class__, or None.
Ref run_body(Vm& any_vm, Function* body, Value namespace_) {
  Interpreter& vm = interpreter(any_vm);
  NativeRecursion guard(vm, "");
  if (!guard) return {};
  return run_new_frame(vm, initialize_frame(vm.current().frames.push(body->code->frame_bytes), body->code, body->globals,
                                            body->builtins, Ref(namespace_).release(), Ref(body).release()));
}

// The class that the body's functions mean by __class__ must be the one that was made.
bool check_class_cell(Vm& vm, Value cell, Value made) {
  if (!cell.is_object() || cell.object()->type != &cell_type || !is_instance(made, &type_type)) return true;
  const Value content = cell.as<Cell>()->content;
  if (content == made) return true;
  if (!content.is_null()) return raise(vm, exceptions::TypeError, "__class__ set to {} defining {} as {}", repr_utf8(vm, content),
                                       repr_utf8(vm, Value::of(made.as<Type>()->name)), repr_utf8(vm, made)), false;
  return raise(vm, exceptions::RuntimeError, "__class__ not set defining {} as {}. Was __classcell__ propagated to type.__new__?",
               repr_utf8(vm, Value::of(made.as<Type>()->name)), repr_utf8(vm, made)), false;
}

// __build_class__(body, name, *bases, metaclass=…, **keywords)
Ref build_class(Vm& vm, const Arguments& arguments) {
  ClassHeader header;
  header.name = Ref(arguments[1]);
  header.original_bases = make_tuple(arguments.values + 2, static_cast<int64_t>(arguments.size()) - 2);
  header.bases = resolve_bases(vm, header.original_bases.as<Tuple>());
  if (!header.bases || !find_metaclass(vm, arguments, header) || !prepare_namespace(vm, header)) return {};
  Ref cell = run_body(vm, arguments[0].as<Function>(), header.namespace_);
  if (!cell) return {};
  if (header.bases.get() != header.original_bases.get() &&
      !set_item(vm, header.namespace_, make_str("__orig_bases__"), header.original_bases)) return {};
  Ref made = call_with_keywords(vm, header.metaclass, {header.name, header.bases, header.namespace_}, header);
  return made && check_class_cell(vm, cell, made) ? made : Ref();
}

Ref import_function(Vm& vm, const Arguments& arguments) {
  static const char* const parameter_names[] = {"name", "globals", "locals", "fromlist", "level"};
  static const ParameterList parameters{"__import__", parameter_names, 5, 0, 1};
  Value out[5];
  if (!bind(vm, arguments, parameters, out)) return {};
  if (!is_str(out[0])) return raise(vm, exceptions::TypeError, "__import__() argument 1 must be str, not {}", type_name(out[0]));
  return import_by_name(interpreter(vm), out[0].as<Str>(), out[1], out[3], out[4].is_null() ? 0 : int64_of(out[4]).value_or(0));
}

Ref exit_program(Vm& vm, const Arguments& arguments) {
  return raise(vm, exceptions::SystemExit, arguments.optional(0, kNone));
}

Ref open_file(Vm& vm, const Arguments& arguments) {
  Ref module = import_module(interpreter(vm), "_io");
  Ref open = module ? get_attribute(vm, module, intern("open")) : Ref();
  return open ? call(vm, open, arguments) : Ref();
}

const NativeDescription kFunctions[] = {
    {"print", print, {0, -1, true}, "Writes the values to a file, sys.stdout unless told, with sep between them and end behind them."},
    {"input", input, {0, 1}, "Reads a line from standard input and returns it without its newline; the prompt is written first."},
    {"globals", globals, {0, 0}, "The namespace of the module whose code is running."},
    {"locals", locals, {0, 0}, "The names that the running code sees, with their values."},
    {"exec", exec, {1, 3}, "Runs statements, given as text or as a code object, in the namespaces given."},
    {"eval", eval, {1, 3}, "The value of an expression, given as text or as a code object, in the namespaces given."},
    {"compile", compile, kAny, "Makes text into a code object, for exec() or eval()."},
    {"__build_class__", build_class, {2, -1, true}, "What a class statement calls."},
    {"__import__", import_function, kAny, "What an import statement calls."},
    {"exit", exit_program, {0, 1}, "Ends the program."},
    {"quit", exit_program, {0, 1}, "Ends the program."},
    {"open", open_file, kAny, "Opens a file and returns a stream: of text, or of bytes where the mode has a b."},
};

}  // namespace

std::span<const NativeDescription> runtime_builtins() { return kFunctions; }

}  // namespace gilsim::python

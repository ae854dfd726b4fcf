// _io: files, files in memory, and the type of the standard streams, for the library's io module.
#include "interpreter/modules/io/io.h"

#include "interpreter/builtins/text_stream.h"
#include "interpreter/modules/io/buffered.h"
#include "interpreter/modules/io/file_io.h"
#include "interpreter/modules/io/open.h"
#include "interpreter/modules/io/text_file.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace io {

namespace {

Value unsupported_operation;  // owned: the class io.UnsupportedOperation
const AtReset forget([] { unsupported_operation = kNull; });

}  // namespace

Ref raise_unsupported(Vm& vm, const char* what) {
  Ref exception = call(vm, unsupported_operation, {make_str(what)});
  return exception ? raise_exception(vm, exception) : Ref();
}

void close_at_end(Vm& vm, Object* file) {
  if (!call_method(vm, Value::of(file), names.close) && !interpreter(vm).current().cancelled) clear_pending(vm);
}

bool fail_closed(Vm& vm, bool full_stop) {
  return fail(vm, exceptions::ValueError, full_stop ? "I/O operation on closed file." : "I/O operation on closed file");
}

bool read_size(Vm& vm, Value given, int64_t* size) {
  *size = -1;
  if (given.is_null() || given.is_none()) return true;
  if (!is_int(given) && !type_of(given)->operations.index)
    return fail(vm, exceptions::TypeError, "argument should be integer or None, not '{}'", type_name(given));
  return as_int64(vm, given, size);
}

bool check_room(Vm& vm, int64_t bytes) {
  return !(bytes < 0 || heap.refuses(static_cast<size_t>(bytes))) || fail(vm, exceptions::MemoryError);
}

Ref leave(Vm& vm, const Arguments& arguments) { return call_method(vm, arguments[0], intern("close")) ? Ref(kNone) : Ref(); }

Ref read_lines(Vm& vm, const Arguments& arguments, bool exact) {
  int64_t hint;
  if (!read_size(vm, arguments.optional(1), &hint)) return {};
  Ref lines = Ref::take(new_list());
  int64_t total = 0;
  const bool walked = for_each(vm, arguments[0], [&](Value line) {
    list_append(lines.as<List>(), line);
    total += length(vm, line);
    return hint <= 0 || total < hint + !exact;
  });
  return walked || !is_pending(vm) ? lines : Ref();
}

Ref write_lines(Vm& vm, const Arguments& arguments) {
  const bool written = for_each(vm, arguments[1], [&](Value line) {
    return static_cast<bool>(call_method(vm, arguments[0], names.write, {line}));
  });
  return written ? Ref(kNone) : Ref();
}

Ref no_file_number(Vm& vm, const Arguments&) { return raise_unsupported(vm, "fileno"); }
Ref cannot_detach(Vm& vm, const Arguments&) { return raise_unsupported(vm, "detach"); }

}  // namespace io

namespace {

bool populate(Vm& vm, Module* module) {
  io::define_string_io_type();
  io::define_bytes_io_type();
  io::define_file_io_type();
  io::define_buffered_types();
  io::define_text_file_type();
  Dict* dictionary = module->dictionary;
  Ref members = Ref::take(new_dict());
  dict_set_str(members.as<Dict>(), names.module, make_str("io"));
  Ref bases = make_tuple({Value::of(&exceptions::OSError), Value::of(&exceptions::ValueError)});
  Ref unsupported = call(vm, Value::of(&type_type), {make_str("UnsupportedOperation"), bases, members});
  if (!unsupported) return false;
  io::unsupported_operation = Ref(unsupported).release();
  dict_set_str(dictionary, intern("UnsupportedOperation"), unsupported);
  dict_set_str(dictionary, intern("StringIO"), Value::of(&io::string_io_type));
  dict_set_str(dictionary, intern("BytesIO"), Value::of(&io::bytes_io_type));
  for (Type* type : {&io::file_io_type, &io::buffered_reader_type, &io::buffered_writer_type, &io::buffered_random_type, &io::text_file_type})
    dict_set_str(dictionary, type->name, Value::of(type));
  dict_set_str(dictionary, intern("standard_stream"), Value::of(&text_stream_type));
  dict_set_str(dictionary, intern("DEFAULT_BUFFER_SIZE"), make_int(8192));
  return true;
}

}  // namespace

const ModuleDefinition& _io_module() {
  static const ModuleDefinition definition{"_io", io::open_functions(), populate, "Files, files in memory, and the types of the standard streams."};
  return definition;
}

}  // namespace gilsim::python

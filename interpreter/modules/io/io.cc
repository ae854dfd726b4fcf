// _io: files in memory, and the types of the standard streams, for the library's io module.
#include "interpreter/modules/io/io.h"

#include "interpreter/builtins/text_stream.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"

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

bool fail_closed(Vm& vm) { return fail(vm, exceptions::ValueError, "I/O operation on closed file"); }

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

Ref read_lines(Vm& vm, const Arguments& arguments) {
  int64_t hint;
  if (!read_size(vm, arguments.optional(1), &hint)) return {};
  Ref lines = Ref::take(new_list());
  int64_t total = 0;
  const bool walked = for_each(vm, arguments[0], [&](Value line) {
    list_append(lines.as<List>(), line);
    total += length(vm, line);
    return hint <= 0 || total < hint;
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

template <class File>
Ref tell(Vm& vm, const Arguments& arguments) {
  return check_open<File>(vm, arguments[0]) ? make_int(file_of<File>(arguments[0])->position) : Ref();
}

template <class File>
Ref truncate(Vm& vm, const Arguments& arguments) {
  if (!check_open<File>(vm, arguments[0])) return {};
  auto* file = file_of<File>(arguments[0]);
  int64_t size = file->position;
  const Value given = arguments.optional(1, kNone);
  if (!given.is_none() && !as_int64(vm, given, &size)) return {};
  if (size < 0) return raise(vm, exceptions::ValueError, "Negative size value {}", size);
  file->length = std::min(file->length, size);
  return make_int(size);
}

template Ref tell<StringFile>(Vm&, const Arguments&);
template Ref tell<BytesFile>(Vm&, const Arguments&);
template Ref truncate<StringFile>(Vm&, const Arguments&);
template Ref truncate<BytesFile>(Vm&, const Arguments&);

}  // namespace io

namespace {

bool populate(Vm& vm, Module* module) {
  io::define_string_io_type();
  io::define_bytes_io_type();
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
  dict_set_str(dictionary, intern("TextIOWrapper"), Value::of(&text_stream_type));
  dict_set_str(dictionary, intern("DEFAULT_BUFFER_SIZE"), make_int(8192));
  return true;
}

}  // namespace

const ModuleDefinition& _io_module() {
  static const ModuleDefinition definition{"_io", {}, populate, "Files in memory and the standard streams."};
  return definition;
}

}  // namespace gilsim::python

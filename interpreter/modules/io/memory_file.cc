// The methods that StringIO and BytesIO have alike.
#include "interpreter/modules/io/io.h"
#include "interpreter/modules/io/lines.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python::io {

namespace {

template <class File>
Ref take(Vm& vm, File* file, int64_t count) {
  vm.charge(40 + count);
  Ref items = items_of(file, file->position, count);
  file->position += count;
  return items;
}

template <class File>
int64_t first_line(const File* file) {
  return line_length(file->data + file->position, file->available(-1), file->newline);
}

}  // namespace

template <class File>
Ref read(Vm& vm, const Arguments& arguments) {
  int64_t size;
  if (!check_open<File>(vm, arguments[0]) || !read_size(vm, arguments.optional(1), &size)) return {};
  return take(vm, file_of<File>(arguments[0]), file_of<File>(arguments[0])->available(size));
}

template <class File>
Ref read_line(Vm& vm, const Arguments& arguments) {
  int64_t size;
  if (!check_open<File>(vm, arguments[0]) || !read_size(vm, arguments.optional(1), &size)) return {};
  auto* file = file_of<File>(arguments[0]);
  const int64_t whole = first_line(file);
  return take(vm, file, size < 0 ? whole : std::min(size, whole));
}

template <class File>
Ref next_line(Vm& vm, Value self) {
  if (!check_open<File>(vm, self)) return {};
  const int64_t size = first_line(file_of<File>(self));
  return size ? take(vm, file_of<File>(self), size) : Ref();
}

template <class File>
Ref get_value(Vm& vm, const Arguments& arguments) {
  if (!check_open<File>(vm, arguments[0])) return {};
  const auto* file = file_of<File>(arguments[0]);
  vm.charge(file->length);
  return items_of(file, 0, file->length);
}

template <class File>
Ref tell(Vm& vm, const Arguments& arguments) {
  return check_open<File>(vm, arguments[0]) ? make_int(file_of<File>(arguments[0])->position) : Ref();
}

template <class File>
Ref truncate(Vm& vm, const Arguments& arguments) {
  if (!check_open<File>(vm, arguments[0]) || !check_exports(vm, file_of<File>(arguments[0])->exports)) return {};
  auto* file = file_of<File>(arguments[0]);
  int64_t size = file->position;
  const Value given = arguments.optional(1, kNone);
  if (!given.is_none() && !as_int64(vm, given, &size)) return {};
  if (size < 0) return raise(vm, exceptions::ValueError, "Negative size value {}", size);
  file->length = std::min(file->length, size);
  return make_int(size);
}

template Ref read<StringFile>(Vm&, const Arguments&);
template Ref read<BytesFile>(Vm&, const Arguments&);
template Ref read_line<StringFile>(Vm&, const Arguments&);
template Ref read_line<BytesFile>(Vm&, const Arguments&);
template Ref next_line<StringFile>(Vm&, Value);
template Ref next_line<BytesFile>(Vm&, Value);
template Ref get_value<StringFile>(Vm&, const Arguments&);
template Ref get_value<BytesFile>(Vm&, const Arguments&);
template Ref tell<StringFile>(Vm&, const Arguments&);
template Ref tell<BytesFile>(Vm&, const Arguments&);
template Ref truncate<StringFile>(Vm&, const Arguments&);
template Ref truncate<BytesFile>(Vm&, const Arguments&);

}  // namespace gilsim::python::io

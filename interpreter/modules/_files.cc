// _files: the system calls on files, for the library's os module, by descriptor and by path. Each releases the GIL.
#include <functional>
#include <optional>

#include "interpreter/modules/system_call.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python {

namespace {

using sim::FileTable;
using sim::Thread;

// A path or, where a function takes one, a descriptor.
struct Target {
  Ref given;
  std::string path;
  std::optional<int> number;

  bool read(Vm& vm, Value value, const char* function, const char* kinds = kPathOnly) {
    given = Ref(value);
    if (kinds == kPathOnly || !is_int(value)) return read_path(vm, &given, function, kinds, &path);
    int64_t descriptor;
    if (!as_int64(vm, value, &descriptor)) return false;
    number = static_cast<int>(descriptor);
    return true;
  }
  Value shown() const { return number ? kNull : given.get(); }
};

bool read_number(Vm& vm, Value value, int* number) {
  int64_t given;
  if (!as_int64(vm, value, &given)) return false;
  if (given < INT32_MIN || given > INT32_MAX) return fail(vm, exceptions::OverflowError, "Python int too large to convert to C int");
  *number = static_cast<int>(given);
  return true;
}

template <class Call>
Ref number_of_call(Vm& vm, Value path, Call call) {
  int64_t result;
  if (!system_call(vm, &result, call)) return {};
  return result < 0 ? raise_os_error(vm, result, path) : make_int(result);
}

template <class Call>
Ref nothing_of_call(Vm& vm, Value path, Call call) {
  return number_of_call(vm, path, call) ? Ref(kNone) : Ref();
}

// A change of the tree by one path; `change` gives 0 or an error number.
template <class Change>
Ref change_path(Vm& vm, const Target& target, Change change) {
  return nothing_of_call(vm, target.given, [&](FileTable& files, Thread&) {
    const int error = change(files.system(), files.folder());
    files.pay_for_path(error == 0);
    return -error;
  });
}

// --- by descriptor ---------------------------------------------------------------------------------------------------

Ref open_file(Vm& vm, const Arguments& arguments) {
  Target target;
  int flags, mode;
  if (!target.read(vm, arguments[0], "open: path") || !read_number(vm, arguments[1], &flags) || !read_number(vm, arguments[2], &mode)) return {};
  return number_of_call(vm, target.given, [&](FileTable& files, Thread&) {
    return files.open(target.path, flags, static_cast<uint32_t>(mode) & 07777 & ~kUmask);
  });
}

Ref close_file(Vm& vm, const Arguments& arguments) {
  int number;
  if (!read_number(vm, arguments[0], &number)) return {};
  return nothing_of_call(vm, kNull, [&](FileTable& files, Thread&) { return files.close(number); });
}

Ref read_file(Vm& vm, const Arguments& arguments) {
  int number;
  int64_t most, position = -1, result;
  if (!read_number(vm, arguments[0], &number) || !as_int64(vm, arguments[1], &most)) return {};
  if (arguments.size() > 2 && !as_int64(vm, arguments[2], &position)) return {};
  if (most < 0 || (arguments.size() > 2 && position < 0)) return raise_os_error(vm, EINVAL);
  if (heap.refuses(static_cast<size_t>(most))) return raise(vm, exceptions::MemoryError);
  std::string octets;
  if (!system_call(vm, &result, [&](FileTable& files, Thread& thread) { return files.read(thread, number, most, position, &octets); })) return {};
  return result < 0 ? raise_os_error(vm, result) : make_bytes(octets);
}

Ref write_file(Vm& vm, const Arguments& arguments) {
  int number;
  int64_t position = -1;
  HeldBuffer source;
  if (!read_number(vm, arguments[0], &number) || !source.hold(vm, arguments[1])) return {};
  if (arguments.size() > 2 && !as_int64(vm, arguments[2], &position)) return {};
  return number_of_call(vm, kNull, [&](FileTable& files, Thread& thread) { return files.write(thread, number, source.octets(), position); });
}

Ref seek_file(Vm& vm, const Arguments& arguments) {
  int number, whence;
  int64_t offset;
  if (!read_number(vm, arguments[0], &number) || !as_int64(vm, arguments[1], &offset) || !read_number(vm, arguments[2], &whence)) return {};
  return number_of_call(vm, kNull, [&](FileTable& files, Thread&) { return files.seek(number, offset, whence); });
}

Ref save_file(Vm& vm, const Arguments& arguments) {
  Ref given(arguments[0]);
  if (!is_int(given)) given = call_method(vm, given, intern("fileno"));
  int number;
  if (!given || !read_number(vm, given, &number)) return {};
  return nothing_of_call(vm, kNull, [&](FileTable& files, Thread& thread) { return files.save(thread, number); });
}

Ref is_terminal(Vm& vm, const Arguments& arguments) {
  int number;
  int64_t result;
  if (!read_number(vm, arguments[0], &number)) return {};
  if (!system_call(vm, &result, [&](FileTable& files, Thread&) { return files.is_terminal(number); })) return {};
  return Value::of(result == 1);
}

Ref duplicate(Vm& vm, const Arguments& arguments) {
  int number;
  if (!read_number(vm, arguments[0], &number)) return {};
  return number_of_call(vm, kNull, [&](FileTable& files, Thread&) { return files.duplicate(number); });
}

Ref duplicate_to(Vm& vm, const Arguments& arguments) {
  int number, wanted;
  if (!read_number(vm, arguments[0], &number) || !read_number(vm, arguments[1], &wanted)) return {};
  return number_of_call(vm, kNull, [&](FileTable& files, Thread&) { return files.duplicate_to(number, wanted); });
}

// Whether reading and writing wait.
Ref set_blocking(Vm& vm, const Arguments& arguments) {
  int number;
  if (!read_number(vm, arguments[0], &number)) return {};
  const int blocking = truth(vm, arguments[1]);
  if (blocking < 0) return {};
  return nothing_of_call(vm, kNull, [&](FileTable& files, Thread&) {
    files.enter();
    auto file = files.find(number);
    return file ? (file->nonblocking = !blocking, 0) : -EBADF;
  });
}

Ref get_blocking(Vm& vm, const Arguments& arguments) {
  int number;
  if (!read_number(vm, arguments[0], &number)) return {};
  Ref result = number_of_call(vm, kNull, [&](FileTable& files, Thread&) {
    files.enter();
    auto file = files.find(number);
    return file ? int{!file->nonblocking} : -EBADF;
  });
  return result ? Ref(Value::of(int64_of(result) == 1)) : Ref();
}

Ref make_pipe(Vm& vm, const Arguments&) {
  int ends[2];
  int64_t result;
  if (!system_call(vm, &result, [&](FileTable& files, Thread&) { return files.make_pipe(ends); })) return {};
  return result < 0 ? raise_os_error(vm, result) : make_tuple({make_int(ends[0]), make_int(ends[1])});
}

// --- by path ---------------------------------------------------------------------------------------------------------

// (mode, number, device, links, user, group, size, and the times of access, change of content and change in nanoseconds)
Ref make_status(const sim::FileStatus& status) {
  const auto mode = static_cast<int64_t>(status.mode()), owner = static_cast<int64_t>(status.owner);
  return make_tuple({make_int(mode), make_int(status.number), make_int(status.device), make_int(status.links), make_int(owner),
                     make_int(owner), make_int(status.size), make_int(status.accessed), make_int(status.modified), make_int(status.changed)});
}

bool ask_status(Vm& vm, const Target& target, bool follow, sim::FileStatus* status, int64_t* result) {
  return system_call(vm, result, [&](FileTable& files, Thread&) {
    return target.number ? files.status(*target.number, status) : files.status(target.path, follow, status);
  });
}

Ref status_of(Vm& vm, const Arguments& arguments) {
  Target target;
  if (!target.read(vm, arguments[0], "stat: path", kPathOrNumber)) return {};
  sim::FileStatus status;
  int64_t result;
  if (!ask_status(vm, target, arguments[1] == kTrue, &status, &result)) return {};
  return result < 0 ? raise_os_error(vm, result, target.shown()) : make_status(status);
}

// st_mode, or 0 when there is nothing of that name: what os.path asks most.
Ref mode_of(Vm& vm, const Arguments& arguments) {
  Target target;
  if (!target.read(vm, arguments[0], "stat: path", kPathOrNumber)) {
    if (!pending_matches(vm, exceptions::ValueError)) return {};
    return clear_pending(vm), make_int(0);
  }
  sim::FileStatus status;
  int64_t result;
  if (!ask_status(vm, target, arguments[1] == kTrue, &status, &result)) return {};
  return make_int(result < 0 ? int64_t{0} : static_cast<int64_t>(status.mode()));
}

Ref may_access(Vm& vm, const Arguments& arguments) {
  Target target;
  int wanted;
  int64_t result;
  if (!target.read(vm, arguments[0], "access: path") || !read_number(vm, arguments[1], &wanted)) return {};
  if (!system_call(vm, &result, [&](FileTable& files, Thread&) {
        files.pay_for_path();
        auto place = files.system().find(files.folder(), target.path);
        return place.missing() ? -place.missing() : place.node->allows(static_cast<uint32_t>(wanted)) ? 0 : -EACCES;
      }))
    return {};
  return Value::of(result == 0);
}

// The names in a folder with the kind of each (st_mode without the permissions).
Ref list_folder(Vm& vm, const Arguments& arguments) {
  Target target;
  int64_t result;
  if (!target.read(vm, arguments[0], arguments[1] == kTrue ? "scandir: path" : "listdir: path", "string, bytes, os.PathLike, integer or None")) return {};
  std::vector<std::pair<std::string, uint32_t>> found;
  if (!system_call(vm, &result, [&](FileTable& files, Thread&) -> int {
        files.pay_for_path();
        sim::FileSystem::Node node;
        if (target.number) {
          auto file = files.find(*target.number);
          if (!file) return -EBADF;
          node = file->node();
        } else {
          auto place = files.system().find(files.folder(), target.path);
          if (int error = place.missing()) return -error;
          node = place.node;
        }
        if (!node || !node->is_folder()) return -ENOTDIR;
        if (!node->allows(4)) return -EACCES;
        for (const auto& [name, entry] : files.system().entries(*node)) found.emplace_back(name, entry->status().mode() & ~07777u);
        return 0;
      }))
    return {};
  if (result < 0) return raise_os_error(vm, result, target.given);
  vm.charge(100 * static_cast<int64_t>(found.size()));
  Ref list = Ref::take(new_list());
  const bool as_bytes = is_bytes(target.given);
  for (const auto& [name, kind] : found) {
    Ref text = as_bytes ? make_bytes(name) : make_str(name);
    list_append(list.as<List>(), make_tuple({text, make_int(int64_t{kind})}));
  }
  return list;
}

Ref make_folder(Vm& vm, const Arguments& arguments) {
  Target target;
  int mode;
  if (!target.read(vm, arguments[0], "mkdir: path") || !read_number(vm, arguments[1], &mode)) return {};
  return change_path(vm, target, [&](sim::FileSystem& system, const sim::FileSystem::Node& base) {
    return system.make_folder(base, target.path, static_cast<uint32_t>(mode) & 01777 & ~kUmask);
  });
}

Ref remove_folder(Vm& vm, const Arguments& arguments) {
  Target target;
  if (!target.read(vm, arguments[0], "rmdir: path")) return {};
  return change_path(vm, target, [&](auto& system, const auto& base) { return system.remove_folder(base, target.path); });
}

Ref remove_file(Vm& vm, const Arguments& arguments) {
  Target target;
  if (!target.read(vm, arguments[0], "unlink: path")) return {};
  return change_path(vm, target, [&](auto& system, const auto& base) { return system.remove(base, target.path); });
}

// rename, link and symlink: both paths show in the message.
using PairChange = int (sim::FileSystem::*)(const sim::FileSystem::Node&, std::string_view, std::string_view);

template <PairChange change>
Ref change_pair(Vm& vm, const Arguments& arguments) {
  Target first, second;
  if (!first.read(vm, arguments[0], "rename: src") || !second.read(vm, arguments[1], "rename: dst")) return {};
  int64_t result;
  if (!system_call(vm, &result, [&](FileTable& files, Thread&) {
        const int error = (files.system().*change)(files.folder(), first.path, second.path);
        files.pay_for_path(error == 0);
        return -error;
      }))
    return {};
  return result < 0 ? raise_os_error(vm, result, first.given, second.given) : Ref(kNone);
}

Ref read_link(Vm& vm, const Arguments& arguments) {
  Target target;
  int64_t result;
  std::string text;
  if (!target.read(vm, arguments[0], "readlink: path")) return {};
  if (!system_call(vm, &result, [&](FileTable& files, Thread&) {
        files.pay_for_path();
        auto place = files.system().find(files.folder(), target.path, false);
        if (int error = place.missing()) return -error;
        text = place.node->content;
        return place.node->kind == sim::FileKind::Link ? 0 : -EINVAL;
      }))
    return {};
  if (result < 0) return raise_os_error(vm, result, target.given);
  return is_bytes(target.given) ? make_bytes(text) : make_str(text);
}

// Changes the node that a path or descriptor leads to, for its owner. `shown`: what an error names.
Ref change_node(Vm& vm, const Target& target, Value shown, bool follow, const std::function<int(FileTable&, sim::FileNode&)>& change) {
  return nothing_of_call(vm, shown, [&](FileTable& files, Thread&) -> int {
    files.pay_for_path();
    sim::FileSystem::Node node;
    if (target.number) {
      auto file = files.find(*target.number);
      if (!file) return -EBADF;
      node = file->node();
    } else {
      auto place = files.system().find(files.folder(), target.path, follow);
      if (int error = place.missing()) return -error;
      node = place.node;
    }
    if (!node) return -EINVAL;
    return node->owner != sim::ordinary_user ? -EPERM : change(files, *node);
  });
}

Ref change_mode(Vm& vm, const Arguments& arguments) {
  Target target;
  int mode;
  if (!target.read(vm, arguments[0], "chmod: path", kPathOrNumber) || !read_number(vm, arguments[1], &mode)) return {};
  return change_node(vm, target, target.shown(), true, [mode](FileTable&, sim::FileNode& node) {
    return node.permissions = static_cast<uint32_t>(mode) & 07777, 0;
  });
}

Ref change_times(Vm& vm, const Arguments& arguments) {
  Target target;
  int64_t accessed, modified;
  if (!target.read(vm, arguments[0], "utime: path", kPathOrNumber) || !as_int64(vm, arguments[1], &accessed) || !as_int64(vm, arguments[2], &modified)) return {};
  return change_node(vm, target, kNull, arguments[3] == kTrue, [=](FileTable&, sim::FileNode& node) {
    node.accessed = accessed;
    node.modified = modified;
    return 0;
  });
}

Ref truncate(Vm& vm, const Arguments& arguments) {
  Target target;
  int64_t size;
  if (!target.read(vm, arguments[0], "truncate: path", kPathOrNumber) || !as_int64(vm, arguments[1], &size)) return {};
  if (target.number) return nothing_of_call(vm, kNull, [&](FileTable& files, Thread&) { return files.resize(*target.number, size); });
  return change_node(vm, target, target.shown(), true, [size](FileTable& files, sim::FileNode& node) {
    if (node.is_folder()) return -EISDIR;
    if (size < 0) return -EINVAL;
    if (!node.allows(2)) return -EACCES;
    if (int error = files.system().load(node)) return -error;
    return -files.system().resize(node, size);
  });
}

Ref change_folder(Vm& vm, const Arguments& arguments) {
  Target target;
  if (!target.read(vm, arguments[0], "chdir: path", kPathOrNumber)) return {};
  return nothing_of_call(vm, target.shown(), [&](FileTable& files, Thread&) {
    return target.number ? files.change_folder(*target.number) : files.change_folder(target.path);
  });
}

Ref current_folder(Vm& vm, const Arguments&) {
  const std::string path = interpreter(vm).files().folder_path();
  vm.charge(interpreter(vm).computer().machine().system_call_ns);
  return path.empty() ? raise_os_error(vm, ENOENT) : make_str(path);
}

// Octets that all files may have together, and how many they have.
Ref disk_space(Vm& vm, const Arguments&) {
  const sim::FileSystem& system = interpreter(vm).files().system();
  return make_tuple({make_int(system.capacity()), make_int(system.used())});
}

constexpr NativeDescription kFunctions[] = {
    {"open", open_file, {3, 3}},
    {"close", close_file, {1, 1}},
    {"read", read_file, {2, 2}},
    {"pread", read_file, {3, 3}},
    {"write", write_file, {2, 2}},
    {"pwrite", write_file, {3, 3}},
    {"lseek", seek_file, {3, 3}},
    {"fsync", save_file, {1, 1}},
    {"isatty", is_terminal, {1, 1}},
    {"dup", duplicate, {1, 1}},
    {"dup2", duplicate_to, {2, 3}},
    {"pipe", make_pipe, {0, 0}},
    {"set_blocking", set_blocking, {2, 2}},
    {"get_blocking", get_blocking, {1, 1}},
    {"stat", status_of, {2, 2}},
    {"mode", mode_of, {2, 2}},
    {"access", may_access, {2, 2}},
    {"list", list_folder, {2, 2}},
    {"mkdir", make_folder, {2, 2}},
    {"rmdir", remove_folder, {1, 1}},
    {"unlink", remove_file, {1, 1}},
    {"rename", change_pair<&sim::FileSystem::rename>, {2, 2}},
    {"link", change_pair<&sim::FileSystem::link>, {2, 2}},
    {"symlink", change_pair<&sim::FileSystem::make_symbolic_link>, {2, 2}},
    {"readlink", read_link, {1, 1}},
    {"chmod", change_mode, {2, 2}},
    {"utime", change_times, {4, 4}},
    {"truncate", truncate, {2, 2}},
    {"chdir", change_folder, {1, 1}},
    {"getcwd", current_folder, {0, 0}},
    {"disk_space", disk_space, {0, 0}},
};

}  // namespace

const ModuleDefinition& _files_module() {
  static const ModuleDefinition definition{"_files", kFunctions, nullptr, "The system calls on files."};
  return definition;
}

}  // namespace gilsim::python

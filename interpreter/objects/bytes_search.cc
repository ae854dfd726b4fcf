// bytes: finding, replacing and cutting at a part.
#include <algorithm>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

std::string_view self_of(const Arguments& arguments) { return bytes_view(arguments[0]); }

// A substring argument: bytes-like or one octet as an int.
bool read_wanted(Vm& vm, Value value, std::string* wanted) {
  if (has_buffer(value)) return read_octets(vm, value, wanted);
  if (!is_int(value) && !type_of(value)->operations.index) {
    (void)raise(vm, exceptions::TypeError, "argument should be integer or bytes-like object, not '{}'",
                type_name(value));
    return false;
  }
  char octet;
  if (!read_octet(vm, value, &octet)) return false;
  return wanted->assign(1, octet), true;
}

// The argument and the part of self to search; `start` may be beyond it (then nothing is found).
struct Search {
  std::string wanted;
  int64_t start, stop;
  bool possible() const { return start <= stop; }
};
bool read_search(Vm& vm, const Arguments& arguments, const char* name, Search* search) {
  if (!check_search_arguments(vm, arguments, name)) return false;
  auto length = static_cast<int64_t>(self_of(arguments).size());
  return read_wanted(vm, arguments[1], &search->wanted) &&
         read_search_bounds(vm, arguments, 2, length, &search->start, &search->stop);
}

// -1: not there, -2: exception.
int64_t find_place(Vm& vm, const Arguments& arguments, const char* name, bool last) {
  Search search;
  if (!read_search(vm, arguments, name, &search)) return -2;
  if (!search.possible()) return -1;
  auto part = self_of(arguments).substr(static_cast<size_t>(search.start),
                                        static_cast<size_t>(search.stop - search.start));
  vm.charge(static_cast<int64_t>(part.size()) / 2);
  size_t found = last ? part.rfind(search.wanted) : part.find(search.wanted);
  return found == std::string_view::npos ? -1 : search.start + static_cast<int64_t>(found);
}

Ref find(Vm& vm, const Arguments& arguments) {
  int64_t found = find_place(vm, arguments, "find", false);
  return found == -2 ? Ref() : make_int(found);
}
Ref rfind(Vm& vm, const Arguments& arguments) {
  int64_t found = find_place(vm, arguments, "rfind", true);
  return found == -2 ? Ref() : make_int(found);
}
Ref place_or_error(Vm& vm, int64_t found) {
  if (found == -1) return raise(vm, exceptions::ValueError, "subsection not found");
  return found < 0 ? Ref() : make_int(found);
}
Ref index_of(Vm& vm, const Arguments& arguments) {
  return place_or_error(vm, find_place(vm, arguments, "index", false));
}
Ref rindex_of(Vm& vm, const Arguments& arguments) {
  return place_or_error(vm, find_place(vm, arguments, "rindex", true));
}

Ref count(Vm& vm, const Arguments& arguments) {
  Search search;
  if (!read_search(vm, arguments, "count", &search)) return {};
  if (!search.possible()) return make_int(0);
  auto part = self_of(arguments).substr(static_cast<size_t>(search.start),
                                        static_cast<size_t>(search.stop - search.start));
  if (search.wanted.empty()) return make_int(static_cast<int64_t>(part.size()) + 1);
  int64_t number = 0;
  for (size_t at = 0; (at = part.find(search.wanted, at)) != std::string_view::npos;
       at += search.wanted.size())
    ++number;
  return make_int(number);
}

Ref affix(Vm& vm, const Arguments& arguments, bool at_end, const char* name) {
  if (!check_search_arguments(vm, arguments, name)) return {};
  int64_t start, stop;
  if (!read_search_bounds(vm, arguments, 2, static_cast<int64_t>(self_of(arguments).size()), &start, &stop))
    return {};
  auto fits = [&](Value part) {
    if (start > stop) return false;
    auto text = self_of(arguments).substr(static_cast<size_t>(start), static_cast<size_t>(stop - start));
    return at_end ? text.ends_with(bytes_view(part)) : text.starts_with(bytes_view(part));
  };
  Value wanted = arguments[1];
  if (is_bytes_like(wanted)) return Value::of(fits(wanted));
  if (has_buffer(wanted)) {
    Ref octets = bytes_of(vm, wanted);
    return octets ? Ref(Value::of(fits(octets))) : Ref();
  }
  if (!is_tuple(wanted))
    return raise(vm, exceptions::TypeError, "{} first arg must be bytes or a tuple of bytes, not {}", name,
                 type_name(wanted));
  for (int64_t i = 0; i < wanted.as<Tuple>()->size; ++i) {
    Value part = wanted.as<Tuple>()->items[i];
    if (!is_bytes_like(part))
      return raise(vm, exceptions::TypeError, "a bytes-like object is required, not '{}'", type_name(part));
    if (fits(part)) return kTrue;
  }
  return kFalse;
}
Ref startswith(Vm& vm, const Arguments& arguments) { return affix(vm, arguments, false, "startswith"); }
Ref endswith(Vm& vm, const Arguments& arguments) { return affix(vm, arguments, true, "endswith"); }

Ref removeprefix(Vm& vm, const Arguments& arguments) {
  std::string part;
  if (!read_octets(vm, arguments[1], &part)) return {};
  auto text = self_of(arguments);
  return make_like(arguments[0], text.starts_with(part) ? text.substr(part.size()) : text);
}
Ref removesuffix(Vm& vm, const Arguments& arguments) {
  std::string part;
  if (!read_octets(vm, arguments[1], &part)) return {};
  auto text = self_of(arguments);
  return make_like(arguments[0], text.ends_with(part) ? text.substr(0, text.size() - part.size()) : text);
}

Ref replace(Vm& vm, const Arguments& arguments) {
  std::string from, to, result;
  int64_t most = -1;
  if (!read_octets(vm, arguments[1], &from) || !read_octets(vm, arguments[2], &to)) return {};
  if (arguments.size() > 3 && !as_int64(vm, arguments[3], &most)) return {};
  auto text = self_of(arguments);
  size_t position = 0;
  while (most-- != 0) {
    size_t at = from.empty() ? position : text.find(from, position);
    if (at == std::string_view::npos || at > text.size()) break;
    result.append(text.substr(position, at - position)).append(to);
    position = at + from.size();
    if (!from.empty()) continue;
    if (at == text.size()) {
      position = at + 1;
      break;
    }
    result += text[position++];
  }
  if (position < text.size()) result.append(text.substr(position));
  vm.charge(static_cast<int64_t>(result.size()));
  return make_like(arguments[0], result);
}

Ref partition_at(Vm& vm, const Arguments& arguments, bool last) {
  std::string separator;
  if (!read_octets(vm, arguments[1], &separator)) return {};
  if (separator.empty()) return raise(vm, exceptions::ValueError, "empty separator");
  auto text = self_of(arguments);
  size_t at = last ? text.rfind(separator) : text.find(separator);
  bool found = at != std::string_view::npos;
  Ref middle = make_like(arguments[0], found ? separator : "");
  Ref before = make_like(arguments[0], found ? text.substr(0, at) : last ? "" : text);
  Ref after = make_like(arguments[0], found ? text.substr(at + separator.size()) : last ? text : "");
  return make_tuple({before, middle, after});
}
Ref partition(Vm& vm, const Arguments& arguments) { return partition_at(vm, arguments, false); }
Ref rpartition(Vm& vm, const Arguments& arguments) { return partition_at(vm, arguments, true); }

constexpr NativeDescription kMethods[] = {
    {"count", count, {0, -1}},
    {"endswith", endswith, {0, -1}},
    {"find", find, {0, -1}},
    {"index", index_of, {0, -1}},
    {"partition", partition, {1, 1}},
    {"removeprefix", removeprefix, {1, 1}},
    {"removesuffix", removesuffix, {1, 1}},
    {"replace", replace, {2, 3}},
    {"rfind", rfind, {0, -1}},
    {"rindex", rindex_of, {0, -1}},
    {"rpartition", rpartition, {1, 1}},
    {"startswith", startswith, {0, -1}},
};

}  // namespace

std::span<const NativeDescription> bytes_search_methods() { return kMethods; }

}  // namespace gilsim::python

// str: maketrans and translate.
#include <string>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {
namespace {

// A dict from one-character keys to the same with code points as keys.
Ref table_of_dict(Vm& vm, const Dict* source) {
  Dict* table = new_dict();
  Ref result = Ref::take(table);
  Value key, value;
  for (int32_t i = 0; dict_next(source, i, &key, &value);) {
    Ref code(key);
    if (is_str(key)) {
      if (key.as<Str>()->length != 1)
        return raise(vm, exceptions::ValueError, "string keys in translate table must be of length 1");
      code = make_int(static_cast<int64_t>(key.as<Str>()->at(0)));
    } else if (!is_int(key)) {
      return raise(vm, exceptions::TypeError, "keys in translate table must be strings or integers");
    }
    if (!dict_set(vm, table, code, value)) return {};
  }
  return result;
}

Ref table_of_texts(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[0]))
    return raise(vm, exceptions::TypeError,
                 "first maketrans argument must be a string if there is a second argument");
  for (size_t i = 1; i < arguments.size(); ++i)
    if (!is_str(arguments[i]))
      return raise(vm, exceptions::TypeError, "maketrans() argument {} must be str, not {}", i + 1,
                   type_name(arguments[i]));
  auto *from = arguments[0].as<Str>(), *to = arguments[1].as<Str>();
  if (from->length != to->length)
    return raise(vm, exceptions::ValueError, "the first two maketrans arguments must have equal length");
  Dict* table = new_dict();
  Ref result = Ref::take(table);
  auto set = [&](char32_t c, Value value) { return dict_set(vm, table, Value::small(c), value); };
  for (int64_t i = 0; i < from->length; ++i)
    if (!set(from->at(i), Value::small(to->at(i)))) return {};
  if (arguments.size() < 3) return result;
  auto* dropped = arguments[2].as<Str>();
  for (int64_t i = 0; i < dropped->length; ++i)
    if (!set(dropped->at(i), kNone)) return {};
  return result;
}

// table[c]; null without an exception: not in the table.
Ref look_up(Vm& vm, Value table, char32_t c) {
  if (table.is_object() && table.object()->type == &dict_type) {
    Value found;
    int status = dict_lookup(vm, table.as<Dict>(), Value::small(c), &found);
    return status == 1 ? Ref(found) : Ref();
  }
  Ref found = get_item(vm, table, Value::small(c));
  if (!found && pending_matches(vm, exceptions::LookupError)) clear_pending(vm);
  return found;
}

constexpr int64_t kCharacterNs = 10;

// Appends what the table has for a character; false with an exception pending.
bool append_mapped(Vm& vm, Value mapped, std::u32string& out) {
  if (mapped.is_none()) return true;
  if (is_str(mapped)) {
    auto* text = mapped.as<Str>();
    if (heap.refuses((out.size() + static_cast<size_t>(text->length)) * sizeof(char32_t))) return fail(vm, exceptions::MemoryError);
    for (int64_t i = 0; i < text->length; ++i) out += text->at(i);
    return true;
  }
  if (!is_int(mapped)) {
    (void)raise(vm, exceptions::TypeError, "character mapping must return integer, None or str");
    return false;
  }
  auto number = int64_of(mapped);
  if (!number || *number < 0 || *number > 0x10FFFF) {
    (void)raise(vm, exceptions::ValueError, "character mapping must be in range(0x110000)");
    return false;
  }
  out += static_cast<char32_t>(*number);
  return true;
}

}  // namespace

namespace str_methods {

Ref maketrans(Vm& vm, const Arguments& arguments) {
  if (arguments.size() > 1) return table_of_texts(vm, arguments);
  if (is_dict(arguments[0])) return table_of_dict(vm, arguments[0].as<Dict>());
  return raise(vm, exceptions::TypeError, "if you give only one argument to maketrans it must be a dict");
}

Ref translate(Vm& vm, const Arguments& arguments) {
  auto* text = arguments[0].as<Str>();
  std::u32string out;
  for (int64_t i = 0; i < text->length; ++i) {
    Ref mapped = look_up(vm, arguments[1], text->at(i));
    if (!mapped && is_pending(vm)) return {};
    if (!mapped) out += text->at(i);
    else if (!append_mapped(vm, mapped, out)) return {};
    vm.charge(kCharacterNs);
    if (!may_take_item(vm)) return {};
  }
  return make_str(out.data(), static_cast<int64_t>(out.size()));
}

}  // namespace str_methods

}  // namespace gilsim::python

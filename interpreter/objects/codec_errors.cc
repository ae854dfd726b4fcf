#include "interpreter/objects/codec_errors.h"

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

Dict* handlers = nullptr;  // by name; made with the first one
const AtReset forget([] { handlers = nullptr; });

}  // namespace

void register_error_handler(Str* name, Value handler) {
  if (!handlers) handlers = new_dict();
  dict_set_str(handlers, intern(to_utf8(name)), handler);
}

Ref find_error_handler(Value name) {
  const Value found = handlers && !name.is_null() ? dict_get_str(handlers, intern(to_utf8(name))) : kNull;
  return found.is_null() ? Ref() : Ref(found);
}

Ref make_unicode_error(Vm& vm, Type& type, std::string_view codec, Value object, int64_t start, int64_t end, std::string_view reason) {
  Ref name = make_str(codec), why = make_str(reason);
  return call(vm, Value::of(&type), {name, object, Value::small(start), Value::small(end), why});
}

bool ask_error_handler(Vm& vm, Value handler, Value error, int64_t size, Ref* stand_in, int64_t* next) {
  const bool encodes = is_instance(error, &exceptions::UnicodeEncodeError);
  Ref answer = call(vm, handler, {error});
  if (!answer) return false;
  const bool is_pair = is_tuple(answer) && answer.as<Tuple>()->size == 2;
  if (is_pair) *stand_in = Ref(answer.as<Tuple>()->items[0]);
  if (!is_pair || !(is_str(*stand_in) || (encodes && is_bytes(*stand_in))))
    return fail(vm, exceptions::TypeError, "{} error handler must return ({}, int) tuple", encodes ? "encoding" : "decoding",
                encodes ? "str/bytes" : "str");
  int64_t position;
  if (!as_int64(vm, answer.as<Tuple>()->items[1], &position)) return false;
  *next = position < 0 ? position + size : position;
  if (*next >= 0 && *next <= size) return true;
  return fail(vm, exceptions::IndexError, "position {} from error handler out of bounds", *next);
}

}  // namespace gilsim::python

// The type Context: its attributes.
#include <algorithm>

#include "interpreter/modules/decimal/decimal.h"
#include "interpreter/modules/decimal/methods.h"
#include "interpreter/objects/attributes.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type_definition.h"

namespace gilsim::python::decimal {

Type context_type;

namespace {

constexpr const char* kRoundings[] = {
#define ROUNDING(name, text) text,
#include "interpreter/modules/decimal/signals.def"
#undef ROUNDING
};
constexpr const char* kRefuseRounding =
    "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
    "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]";

ContextObject* self_of(Value self) { return self.as<ContextObject>(); }

// A number that an attribute is set to; false with an exception pending.
bool read_number(Vm& vm, Value value, int64_t least, int64_t most, const char* refusal, int64_t* result) {
  if (value.is_null()) return fail(vm, exceptions::AttributeError, "context attributes cannot be deleted");
  if (!is_int(value)) return fail(vm, exceptions::TypeError, "an integer is required");
  const auto number = int64_of(value);
  if (!number) return fail(vm, exceptions::OverflowError, "Python int too large to convert to C ssize_t");
  if (*number < least || *number > most) return fail(vm, exceptions::ValueError, refusal);
  *result = *number;
  return true;
}

Ref get_precision(Vm&, Value self) { return make_int(self_of(self)->settings.precision); }
bool set_precision(Vm& vm, Value self, Value value) {
  return read_number(vm, value, 1, kMostPrecision, "valid range for prec is [1, MAX_PREC]", &self_of(self)->settings.precision);
}
Ref get_emin(Vm&, Value self) { return make_int(self_of(self)->settings.emin); }
bool set_emin(Vm& vm, Value self, Value value) {
  return read_number(vm, value, -kMostPrecision, 0, "valid range for Emin is [MIN_EMIN, 0]", &self_of(self)->settings.emin);
}
Ref get_emax(Vm&, Value self) { return make_int(self_of(self)->settings.emax); }
bool set_emax(Vm& vm, Value self, Value value) {
  return read_number(vm, value, 0, kMostPrecision, "valid range for Emax is [0, MAX_EMAX]", &self_of(self)->settings.emax);
}
Ref get_clamp(Vm&, Value self) { return Value::small(self_of(self)->settings.clamp); }
bool set_clamp(Vm& vm, Value self, Value value) {
  int64_t number;
  if (!read_number(vm, value, 0, 1, "valid values for clamp are 0 or 1", &number)) return false;
  self_of(self)->settings.clamp = number;
  return true;
}
Ref get_capitals(Vm&, Value self) { return Value::small(self_of(self)->capitals); }
bool set_capitals(Vm& vm, Value self, Value value) {
  int64_t number;
  if (!read_number(vm, value, 0, 1, "valid values for capitals are 0 or 1", &number)) return false;
  self_of(self)->capitals = number;
  return true;
}
Ref get_rounding(Vm&, Value self) { return make_str(rounding_text(self_of(self)->settings.rounding)); }
bool set_rounding(Vm& vm, Value self, Value value) {
  if (value.is_null()) return fail(vm, exceptions::AttributeError, "context attributes cannot be deleted");
  return read_rounding(vm, value, &self_of(self)->settings.rounding);
}

// The dictionaries of signals are made by decimal.py; they look at these numbers.
template <uint32_t ContextObject::*mask>
Ref get_mask(Vm&, Value self) {
  return make_int(int64_t{self_of(self)->*mask});
}
template <uint32_t ContextObject::*mask>
bool set_mask(Vm& vm, Value self, Value value) {
  int64_t number = 0;
  if (!as_int64(vm, value, &number)) return false;
  self_of(self)->*mask = static_cast<uint32_t>(number);
  return true;
}
Ref signal_dictionary(Vm& vm, Value self, const char* mask_name) {
  const Value type = library_name(vm, "_SignalDict");
  Ref name = make_str(mask_name);
  return type.is_null() ? Ref() : call(vm, type, {self, name});
}
bool set_signals(Vm& vm, Value self, Value value, const char* mask_name) {
  if (value.is_null()) return fail(vm, exceptions::AttributeError, "context attributes cannot be deleted");
  const Value mask_of = library_name(vm, "_mask_of");
  Ref mask = mask_of.is_null() ? Ref() : call(vm, mask_of, {value});
  return mask && set_attribute(vm, self, intern(mask_name), mask);
}
Ref get_flags(Vm& vm, Value self) { return signal_dictionary(vm, self, "_flags"); }
Ref get_traps(Vm& vm, Value self) { return signal_dictionary(vm, self, "_traps"); }
bool set_flags(Vm& vm, Value self, Value value) { return set_signals(vm, self, value, "_flags"); }
bool set_traps(Vm& vm, Value self, Value value) { return set_signals(vm, self, value, "_traps"); }

constexpr GetterDescription kGetters[] = {
    {"prec", get_precision, set_precision},
    {"rounding", get_rounding, set_rounding},
    {"Emin", get_emin, set_emin},
    {"Emax", get_emax, set_emax},
    {"capitals", get_capitals, set_capitals},
    {"clamp", get_clamp, set_clamp},
    {"flags", get_flags, set_flags},
    {"traps", get_traps, set_traps},
    {"_flags", get_mask<&ContextObject::status>, set_mask<&ContextObject::status>},
    {"_traps", get_mask<&ContextObject::traps>, set_mask<&ContextObject::traps>},
};

// As DefaultContext is, once decimal.py has made it.
Ref create(Vm& vm, Type* type, const Arguments&) {
  auto* context = allocate_object<ContextObject>(type);
  const Value pattern = library_name(vm, "DefaultContext");
  context->settings = pattern.is_null() ? Settings() : self_of(pattern)->settings;
  context->capitals = pattern.is_null() || self_of(pattern)->capitals;
  context->traps = pattern.is_null() ? kInvalid | kDivisionByZero | kOverflow : self_of(pattern)->traps;
  context->status = 0;
  return Ref::take(context);
}

bool initialize(Vm& vm, Value self, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"};
  Value out[8];
  if (!bind(vm, arguments, {.function = "this function", .names = kNames, .count = 8}, out)) return false;
  for (int i = 0; i < 8; ++i)
    if (!out[i].is_null() && !out[i].is_none() && !kGetters[i].set(vm, self, out[i])) return false;
  return true;
}

void destroy(Object* object) { free_object(object, sizeof(ContextObject)); }

// Signals are listed in the order of libmpdec's bits.
std::string signals_text(uint32_t mask) {
  static constexpr struct {
    const char* name;
    uint32_t bits;
  } kOrder[] = {{"Clamped", kClamped}, {"InvalidOperation", kInvalid}, {"DivisionByZero", kDivisionByZero},
                {"Inexact", kInexact}, {"FloatOperation", kFloatOperation}, {"Overflow", kOverflow}, {"Rounded", kRounded},
                {"Subnormal", kSubnormal}, {"Underflow", kUnderflow}};
  std::string text;
  for (const auto& each : kOrder)
    if (mask & each.bits) text += (text.empty() ? "" : ", ") + std::string(each.name);
  return text;
}

Ref repr_context(Vm&, Value self) {
  const ContextObject* context = self_of(self);
  const Settings& settings = context->settings;
  return make_str(fmt::format("Context(prec={}, rounding={}, Emin={}, Emax={}, capitals={}, clamp={}, flags=[{}], traps=[{}])",
                              settings.precision, rounding_text(settings.rounding), settings.emin, settings.emax,
                              int{context->capitals}, int{settings.clamp}, signals_text(context->status),
                              signals_text(context->traps)));
}

}  // namespace

const char* rounding_text(Rounding rounding) { return kRoundings[static_cast<int>(rounding)]; }

bool read_rounding(Vm& vm, Value value, Rounding* rounding) {
  const std::string text = is_str(value) ? to_utf8(value) : std::string();
  const auto* found = std::find(std::begin(kRoundings), std::end(kRoundings), text);
  if (found == std::end(kRoundings)) return fail(vm, exceptions::TypeError, std::string_view(kRefuseRounding));
  *rounding = static_cast<Rounding>(found - kRoundings);
  return true;
}

Ref context_reduce(Vm& vm, const Arguments& arguments) {
  const Value describe = library_name(vm, "_reduce_context");
  return describe.is_null() ? Ref() : call(vm, describe, {arguments[0]});
}

Ref new_context(const ContextObject& from) {
  auto* context = allocate_object<ContextObject>(&context_type);
  context->settings = from.settings;
  context->capitals = from.capitals;
  context->traps = from.traps;
  context->status = 0;
  return Ref::take(context);
}

void define_context_type() {
  define_type(context_type, {.name = "decimal.Context",
                             .base = nullptr,
                             .basic_size = sizeof(ContextObject),
                             .flags = kSubclassable | kImmutable,
                             .operations = {.destroy = destroy, .repr = repr_context, .create = create, .initialize = initialize},
                             .methods = context_methods(),
                             .getters = kGetters,
                             .doc = "The rules of calculations, and what has happened in them."});
}

}  // namespace gilsim::python::decimal

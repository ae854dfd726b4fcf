#include "interpreter/modules/decimal/methods.h"
#include "interpreter/objects/complex.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"

namespace gilsim::python::decimal {

namespace {

using UnaryOperation = Number (*)(const Number&, Calculation&);
using BinaryOperation = Number (*)(const Number&, const Number&, Calculation&);

const Number& self_of(const Arguments& arguments) { return number_of(arguments[0]); }

// The arguments by name, the last one a context.
template <int count>
ContextObject* bind_with_context(Vm& vm, const Arguments& arguments, const char* const (&names)[count], int required, Value* out) {
  if (!bind(vm, arguments.without_first(), {.function = "function", .names = names, .count = count, .required = required}, out))
    return nullptr;
  return context_of(vm, out[count - 1]);
}

template <UnaryOperation operation>
Ref unary(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"context"};
  Value out[1];
  ContextObject* context = bind_with_context(vm, arguments, kNames, 0, out);
  if (!context) return {};
  Calculation calculation{context->settings, 0};
  charge(vm, 20, self_of(arguments));
  Number result = operation(self_of(arguments), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

template <BinaryOperation operation>
Ref binary(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"other", "context"};
  Value out[2];
  ContextObject* context = bind_with_context(vm, arguments, kNames, 1, out);
  Ref other;
  if (!context || !as_decimal(vm, out[0], &other)) return {};
  Calculation calculation{context->settings, 0};
  charge(vm, 10, self_of(arguments));
  Number result = operation(self_of(arguments), number_of(other), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

Ref fma_method(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"other", "third", "context"};
  Value out[3];
  ContextObject* context = bind_with_context(vm, arguments, kNames, 2, out);
  Ref other, third;
  if (!context || !as_decimal(vm, out[0], &other) || !as_decimal(vm, out[1], &third)) return {};
  Calculation calculation{context->settings, 0};
  Number result = fma(self_of(arguments), number_of(other), number_of(third), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

bool set_rounding(Vm& vm, Value given, Calculation& calculation) {
  return given.is_null() || given.is_none() || read_rounding(vm, given, &calculation.settings.rounding);
}

template <UnaryOperation operation>
Ref with_rounding(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"rounding", "context"};
  Value out[2];
  ContextObject* context = bind_with_context(vm, arguments, kNames, 0, out);
  if (!context) return {};
  Calculation calculation{context->settings, 0};
  if (!set_rounding(vm, out[0], calculation)) return {};
  Number result = operation(self_of(arguments), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

Ref quantize_method(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"exp", "rounding", "context"};
  Value out[3];
  ContextObject* context = bind_with_context(vm, arguments, kNames, 1, out);
  if (!context) return {};
  Calculation calculation{context->settings, 0};
  Ref pattern;
  if (!set_rounding(vm, out[1], calculation) || !as_decimal(vm, out[0], &pattern)) return {};
  charge(vm, 20, self_of(arguments));
  Number result = quantize(self_of(arguments), number_of(pattern), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

template <Predicate predicate>
Ref test(Vm&, const Arguments& arguments) {
  return Value::of(predicate(self_of(arguments), Settings()));
}
template <Predicate predicate>
Ref test_in_context(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"context"};
  Value out[1];
  ContextObject* context = bind_with_context(vm, arguments, kNames, 0, out);
  return context ? Ref(Value::of(predicate(self_of(arguments), context->settings))) : Ref();
}

Ref same_quantum_method(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"other", "context"};
  Value out[2];
  Ref other;
  if (!bind_with_context(vm, arguments, kNames, 1, out) || !as_decimal(vm, out[0], &other)) return {};
  return Value::of(same_quantum(self_of(arguments), number_of(other)));
}

Ref copy_sign_method(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"other", "context"};
  Value out[2];
  Ref other;
  if (!bind_with_context(vm, arguments, kNames, 1, out) || !as_decimal(vm, out[0], &other)) return {};
  return make_decimal(copy_sign(self_of(arguments), number_of(other)));
}
Ref copy_abs_method(Vm&, const Arguments& arguments) { return make_decimal(copy_abs(self_of(arguments))); }
Ref copy_negate_method(Vm&, const Arguments& arguments) { return make_decimal(copy_negate(self_of(arguments))); }
Ref itself(Vm&, const Arguments& arguments) { return arguments[0]; }

Ref adjusted_method(Vm&, const Arguments& arguments) {
  return make_int(self_of(arguments).is_special() ? int64_t{0} : adjusted(self_of(arguments)));
}
Ref radix(Vm&, const Arguments&) { return make_decimal(finite(false, 10, 0)); }
Ref number_class_method(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"context"};
  Value out[1];
  ContextObject* context = bind_with_context(vm, arguments, kNames, 0, out);
  return context ? make_str(number_class(self_of(arguments), context->settings)) : Ref();
}
Ref to_eng_string(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"context"};
  Value out[1];
  ContextObject* context = bind_with_context(vm, arguments, kNames, 0, out);
  return context ? make_str(to_text(self_of(arguments), true, context->capitals)) : Ref();
}

Ref as_tuple(Vm& vm, const Arguments& arguments) {
  const Number& number = self_of(arguments);
  std::vector<Value> digits;
  const bool none = number.is_nan() && number.coefficient.is_zero();
  for (const char digit : none ? std::string() : number.coefficient.str()) digits.push_back(Value::small(digit - '0'));
  Ref row = make_tuple(digits.data(), static_cast<int64_t>(digits.size()));
  Ref exponent = number.is_finite()       ? make_int(number.exponent)
                 : number.is_infinite()   ? make_str("F")
                 : number.is_signalling() ? make_str("N")
                                          : make_str("n");
  const Value type = library_name(vm, "DecimalTuple");
  return type.is_null() ? Ref() : call(vm, type, {Value::small(number.negative), row, exponent});
}
Ref as_integer_ratio(Vm& vm, const Arguments& arguments) { return to_ratio(vm, self_of(arguments)); }

Ref reduce(Vm& vm, const Arguments& arguments) {
  Ref text = str(vm, arguments[0]);
  return text ? make_tuple({Value::of(type_of(arguments[0])), make_tuple({text.get()})}) : Ref();
}

template <Rounding rounding>
Ref to_whole(Vm& vm, const Arguments& arguments) {
  return to_int(vm, self_of(arguments), rounding);
}

Ref round_method(Vm& vm, const Arguments& arguments) {
  if (arguments.size() == 1) return to_int(vm, self_of(arguments), Rounding::HalfEven);
  int64_t places;
  if (!is_int(arguments[1])) return raise(vm, exceptions::TypeError, "optional arg must be an integer");
  ContextObject* context = current_context(vm);
  if (!context || !as_int64(vm, arguments[1], &places)) return {};
  Calculation calculation{context->settings, 0};
  Number result = quantize(self_of(arguments), finite(false, 1, places == INT64_MIN ? INT64_MAX : -places), calculation);
  return conclude(vm, context, calculation, std::move(result));
}

Ref to_complex(Vm& vm, const Arguments& arguments) {
  double real;
  return as_double(vm, arguments[0], &real) ? make_complex(real) : Ref();
}

Ref format_method(Vm& vm, const Arguments& arguments) {
  ContextObject* context = current_context(vm);
  return context ? format_decimal(vm, self_of(arguments), arguments[1], context) : Ref();
}

Ref from_float(Vm& vm, const Arguments& arguments) {
  Number number;
  if (!read_int_or_float(vm, arguments[1], &number)) return {};
  Ref result = make_decimal(std::move(number));
  return arguments[0] == Value::of(&decimal_type) ? result : call(vm, arguments[0], {result.get()});
}

constexpr NativeDescription kMethods[] = {
    {"adjusted", adjusted_method, {0, 0}},
    {"as_integer_ratio", as_integer_ratio, {0, 0}},
    {"as_tuple", as_tuple, {0, 0}},
    {"canonical", itself, {0, 0}},
    {"compare", binary<compare>, kAny},
    {"compare_signal", binary<compare_signal>, kAny},
    {"compare_total", binary<compare_total>, kAny},
    {"compare_total_mag", binary<compare_total_mag>, kAny},
    {"conjugate", itself, {0, 0}},
    {"copy_abs", copy_abs_method, {0, 0}},
    {"copy_negate", copy_negate_method, {0, 0}},
    {"copy_sign", copy_sign_method, kAny},
    {"exp", unary<exponential>, kAny},
    {"fma", fma_method, kAny},
    {"is_canonical", test<is_canonical>, {0, 0}},
    {"is_finite", test<is_finite>, {0, 0}},
    {"is_infinite", test<is_infinite>, {0, 0}},
    {"is_nan", test<is_nan>, {0, 0}},
    {"is_normal", test_in_context<is_normal>, kAny},
    {"is_qnan", test<is_qnan>, {0, 0}},
    {"is_signed", test<is_signed>, {0, 0}},
    {"is_snan", test<is_snan>, {0, 0}},
    {"is_subnormal", test_in_context<is_subnormal_in>, kAny},
    {"is_zero", test<is_zero>, {0, 0}},
    {"ln", unary<ln>, kAny},
    {"log10", unary<log10>, kAny},
    {"logb", unary<logb>, kAny},
    {"logical_and", binary<logical_and>, kAny},
    {"logical_invert", unary<logical_invert>, kAny},
    {"logical_or", binary<logical_or>, kAny},
    {"logical_xor", binary<logical_xor>, kAny},
    {"max", binary<maximum>, kAny},
    {"max_mag", binary<max_mag>, kAny},
    {"min", binary<minimum>, kAny},
    {"min_mag", binary<min_mag>, kAny},
    {"next_minus", unary<next_minus>, kAny},
    {"next_plus", unary<next_plus>, kAny},
    {"next_toward", binary<next_toward>, kAny},
    {"normalize", unary<normalize>, kAny},
    {"number_class", number_class_method, kAny},
    {"quantize", quantize_method, kAny, "The number rounded to the exponent of another one."},
    {"radix", radix, {0, 0}},
    {"remainder_near", binary<remainder_near>, kAny},
    {"rotate", binary<rotate>, kAny},
    {"same_quantum", same_quantum_method, kAny},
    {"scaleb", binary<scaleb>, kAny},
    {"shift", binary<shift>, kAny},
    {"sqrt", unary<square_root>, kAny},
    {"to_eng_string", to_eng_string, kAny},
    {"to_integral", with_rounding<to_integral_value>, kAny},
    {"to_integral_exact", with_rounding<to_integral_exact>, kAny},
    {"to_integral_value", with_rounding<to_integral_value>, kAny},
    {"__ceil__", to_whole<Rounding::Ceiling>, {0, 0}},
    {"__complex__", to_complex, {0, 0}},
    {"__copy__", itself, {0, 0}},
    {"__deepcopy__", itself, {1, 1}},
    {"__divmod__", decimal_divmod, {1, 1}},
    {"__floor__", to_whole<Rounding::Floor>, {0, 0}},
    {"__format__", format_method, {1, 1}},
    {"__pow__", decimal_power, {1, 2}},
    {"__rdivmod__", decimal_reflected_divmod, {1, 1}},
    {"__reduce__", reduce, {0, 0}},
    {"__round__", round_method, {0, 1}},
    {"__trunc__", to_whole<Rounding::Down>, {0, 0}},
};
constexpr NativeDescription kClassMethods[] = {{"from_float", from_float, {1, 1}}};

}  // namespace

std::span<const NativeDescription> decimal_methods() { return kMethods; }
std::span<const NativeDescription> decimal_class_methods() { return kClassMethods; }

bool is_canonical(const Number&, const Settings&) { return true; }
bool is_finite(const Number& number, const Settings&) { return number.is_finite(); }
bool is_infinite(const Number& number, const Settings&) { return number.is_infinite(); }
bool is_nan(const Number& number, const Settings&) { return number.is_nan(); }
bool is_normal(const Number& number, const Settings& settings) {
  return number.is_finite() && !number.is_zero() && !is_subnormal(number, settings);
}
bool is_qnan(const Number& number, const Settings&) { return number.kind == Kind::QuietNan; }
bool is_signed(const Number& number, const Settings&) { return number.negative; }
bool is_snan(const Number& number, const Settings&) { return number.is_signalling(); }
bool is_subnormal_in(const Number& number, const Settings& settings) { return is_subnormal(number, settings); }
bool is_zero(const Number& number, const Settings&) { return number.is_zero(); }
bool same_quantum(const Number& left, const Number& right) {
  if (left.is_special() || right.is_special()) return left.is_nan() == right.is_nan() && left.is_infinite() == right.is_infinite();
  return left.exponent == right.exponent;
}

Number copy_abs(Number number) {
  number.negative = false;
  return number;
}
Number copy_negate(Number number) {
  number.negative = !number.negative;
  return number;
}
Number copy_sign(Number number, const Number& other) {
  number.negative = other.negative;
  return number;
}

std::string number_class(const Number& number, const Settings& settings) {
  if (number.is_signalling()) return "sNaN";
  if (number.is_nan()) return "NaN";
  const char* kind = number.is_infinite() ? "Infinity" : number.is_zero() ? "Zero" : is_subnormal(number, settings) ? "Subnormal" : "Normal";
  return (number.negative ? "-" : "+") + std::string(kind);
}

}  // namespace gilsim::python::decimal

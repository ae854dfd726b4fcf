// The time module: clocks are virtual. A run begins at a fixed moment, so that every run shows the same dates.
#include <algorithm>
#include <cmath>
#include <ctime>

#include "interpreter/modules/seconds.h"
#include "interpreter/modules/struct_sequence.h"
#include "interpreter/modules/system_call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/simple_namespace.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/blocking.h"
#include "interpreter/runtime/imports.h"

namespace gilsim::python {

namespace {

constexpr int64_t kStartOfRunSeconds = 1'704'067'200;  // 2024-01-01 00:00:00 UTC; the simulated computer lives in UTC
constexpr int64_t kMonotonicStartNs = 1'000'000'000'000;  // as if the computer had been up for a thousand seconds
constexpr int64_t kReadClockNs = 40;

// The moment now, in nanoseconds since the run's start. False: the run is over.
bool read_clock(Vm& vm, int64_t* now) {
  vm.charge(kReadClockNs);
  if (!synchronize(vm)) return false;
  *now = interpreter(vm).computer().now();
  return interpreter(vm).resume_after_kernel();
}

Ref seconds(int64_t nanoseconds) { return make_float(static_cast<double>(nanoseconds) / 1e9); }

template <int64_t start_ns, bool as_float>
Ref clock(Vm& vm, const Arguments&) {
  int64_t now;
  if (!read_clock(vm, &now)) return {};
  return as_float ? seconds(start_ns + now) : make_int(start_ns + now);
}

template <bool as_float>
Ref cpu_clock(Vm& vm, const Arguments&) {
  int64_t now;
  if (!read_clock(vm, &now)) return {};
  const int64_t used = vm.thread->os_thread->cpu_time();
  return as_float ? seconds(used) : make_int(used);
}

template <bool as_float>
Ref process_clock(Vm& vm, const Arguments&) {
  int64_t now;
  if (!read_clock(vm, &now)) return {};
  const int64_t used = interpreter(vm).cpu_time();
  return as_float ? seconds(used) : make_int(used);
}

// CPython 3.11 sleeps with clock_nanosleep(2), to 3.10 with select(2), which comes back at once for 0.
Ref sleep(Vm& vm, const Arguments& arguments) {
  sim::Nanoseconds duration;
  if (!read_seconds(vm, arguments[0], &duration)) return {};
  if (duration < 0) return raise(vm, exceptions::ValueError, "sleep length must be non-negative");
  const bool sleeps = duration > 0 || interpreter(vm).settings().version >= PythonVersion::Python311;
  Deadline deadline(duration);
  const auto wait = [&](ReleasedGil& released) {
    return sleeps ? released.computer().sleep_until(deadline(released.computer())) : sim::WakeReason::TimedOut;
  };
  sim::WakeReason came_back;
  return wait_through_signals(vm, wait, &came_back) ? Ref(kNone) : Ref();
}

// --- Linux's clocks by number ---

struct NumberedClock {
  const char* name;
  int number;
  int64_t start_ns;
};
constexpr int kProcessClock = 2, kThreadClock = 3;
constexpr NumberedClock kNumberedClocks[] = {
    {"CLOCK_REALTIME", 0, kStartOfRunSeconds * 1'000'000'000},
    {"CLOCK_MONOTONIC", 1, kMonotonicStartNs},
    {"CLOCK_PROCESS_CPUTIME_ID", kProcessClock, 0},
    {"CLOCK_THREAD_CPUTIME_ID", kThreadClock, 0},
    {"CLOCK_MONOTONIC_RAW", 4, kMonotonicStartNs},
    {"CLOCK_BOOTTIME", 7, kMonotonicStartNs},
    {"CLOCK_TAI", 11, kStartOfRunSeconds * 1'000'000'000},
};

// null: OSError or TypeError is pending.
const NumberedClock* find_clock(Vm& vm, Value given) {
  int64_t number;
  if (!as_int64(vm, given, &number)) return nullptr;
  for (const NumberedClock& each : kNumberedClocks)
    if (each.number == number) return &each;
  return fail_os_error(vm, EINVAL), nullptr;
}

template <bool as_float>
Ref clock_gettime(Vm& vm, const Arguments& arguments) {
  const NumberedClock* which = find_clock(vm, arguments[0]);
  if (!which) return {};
  if (which->number == kProcessClock) return process_clock<as_float>(vm, {});
  if (which->number == kThreadClock) return cpu_clock<as_float>(vm, {});
  int64_t now;
  if (!read_clock(vm, &now)) return {};
  return as_float ? seconds(which->start_ns + now) : make_int(which->start_ns + now);
}

Ref clock_getres(Vm& vm, const Arguments& arguments) {
  return find_clock(vm, arguments[0]) ? make_float(1e-9) : Ref();
}

// --- calendar --------------------------------------------------------------------------------------------------------

const char* const kTimeFields[] = {"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"};

Ref make_struct_time(const std::tm& time) {
  auto number = [](int value) { return make_int(int64_t{value}); };
  return make_struct_sequence("time.struct_time", kTimeFields,
                              {number(time.tm_year + 1900), number(time.tm_mon + 1), number(time.tm_mday), number(time.tm_hour),
                               number(time.tm_min), number(time.tm_sec), number((time.tm_wday + 6) % 7), number(time.tm_yday + 1), number(0)});
}

// The broken-down time of an optional `seconds` argument, now without one.
bool read_moment(Vm& vm, Value given, std::tm* result) {
  std::time_t moment;
  if (given.is_null() || given.is_none()) {
    int64_t now;
    if (!read_clock(vm, &now)) return false;
    moment = kStartOfRunSeconds + now / 1'000'000'000;
  } else {
    double value;
    if (!as_double(vm, given, &value)) return false;
    moment = static_cast<std::time_t>(std::floor(value));
  }
  gmtime_r(&moment, result);
  return true;
}

bool read_struct_time(Vm& vm, Value given, std::tm* result) {
  if (given.is_null() || given.is_none()) return read_moment(vm, kNull, result);
  if (!is_tuple(given) || given.as<Tuple>()->size != 9)
    return raise(vm, exceptions::TypeError, "Tuple or struct_time argument required"), false;
  int64_t fields[9];
  for (int i = 0; i < 9; ++i)
    if (!as_int64(vm, given.as<Tuple>()->items[i], &fields[i])) return false;
  *result = {};
  result->tm_year = static_cast<int>(fields[0]) - 1900;
  result->tm_mon = static_cast<int>(fields[1]) - 1;
  result->tm_mday = static_cast<int>(fields[2]);
  result->tm_hour = static_cast<int>(fields[3]);
  result->tm_min = static_cast<int>(fields[4]);
  result->tm_sec = static_cast<int>(fields[5]);
  result->tm_wday = static_cast<int>(fields[6] + 1) % 7;
  result->tm_yday = static_cast<int>(fields[7]) - 1;
  return true;
}

Ref gmtime(Vm& vm, const Arguments& arguments) {
  std::tm time;
  return read_moment(vm, arguments.optional(0), &time) ? make_struct_time(time) : Ref();
}

Ref text_of(const std::tm& time, const char* format) {
  std::string text(64, '\0');
  size_t size = 0;
  while ((size = std::strftime(text.data(), text.size(), format, &time)) == 0 && *format && text.size() < 65536) text.resize(text.size() * 2);
  return make_str(std::string_view(text.data(), size));
}

Ref strftime(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[0])) return raise(vm, exceptions::TypeError, "strftime() argument 1 must be str, not {}", type_name(arguments[0]));
  std::tm time;
  if (!read_struct_time(vm, arguments.optional(1), &time)) return {};
  return text_of(time, to_utf8(arguments[0]).c_str());
}

// "Mon Jan  1 00:00:00 2024"
Ref asctime(Vm& vm, const Arguments& arguments) {
  std::tm time;
  return read_struct_time(vm, arguments.optional(0), &time) ? text_of(time, "%a %b %e %H:%M:%S %Y") : Ref();
}

Ref ctime(Vm& vm, const Arguments& arguments) {
  std::tm time;
  return read_moment(vm, arguments.optional(0), &time) ? text_of(time, "%a %b %e %H:%M:%S %Y") : Ref();
}

Ref mktime(Vm& vm, const Arguments& arguments) {
  std::tm time;
  if (!read_struct_time(vm, arguments[0], &time)) return {};
  return make_float(static_cast<double>(timegm(&time)));
}

// By the library, whose reading of formats is datetime's, too.
Ref strptime(Vm& vm, const Arguments& arguments) {
  Ref module = import_module(interpreter(vm), "_strptime");
  Ref function = module ? get_attribute(vm, module, intern("_strptime_time")) : Ref();
  return function ? call(vm, function, arguments) : Ref();
}

// The simulated computer lives in UTC, whatever TZ says.
Ref tzset(Vm&, const Arguments&) { return kNone; }

struct ClockInfo {
  std::string_view name, source;
  bool adjustable;
};
constexpr ClockInfo kClocks[] = {
    {"time", "CLOCK_REALTIME", true},
    {"monotonic", "CLOCK_MONOTONIC", false},
    {"perf_counter", "CLOCK_MONOTONIC", false},
    {"process_time", "CLOCK_PROCESS_CPUTIME_ID", false},
    {"thread_time", "CLOCK_THREAD_CPUTIME_ID", false},
};

Ref get_clock_info(Vm& vm, const Arguments& arguments) {
  if (!is_str(arguments[0]))
    return raise(vm, exceptions::TypeError, "get_clock_info() argument 1 must be str, not {}", type_name(arguments[0]));
  const std::string name = to_utf8(arguments[0]);
  const auto* clock = std::find_if(std::begin(kClocks), std::end(kClocks), [&](const ClockInfo& each) { return each.name == name; });
  if (clock == std::end(kClocks)) return raise(vm, exceptions::ValueError, "unknown clock");
  Ref info = call(vm, Value::of(&simple_namespace_type));
  const bool made = info && set_attribute(vm, info, intern("implementation"), make_str(fmt::format("clock_gettime({})", clock->source))) &&
                    set_attribute(vm, info, intern("monotonic"), Value::of(!clock->adjustable)) &&
                    set_attribute(vm, info, intern("adjustable"), Value::of(clock->adjustable)) &&
                    set_attribute(vm, info, intern("resolution"), make_float(1e-9));
  return made ? info : Ref();
}

constexpr int64_t kEpochNs = kStartOfRunSeconds * 1'000'000'000;

const NativeDescription kFunctions[] = {
    {"time", clock<kEpochNs, true>, {0, 0}},
    {"time_ns", clock<kEpochNs, false>, {0, 0}},
    {"monotonic", clock<kMonotonicStartNs, true>, {0, 0}},
    {"monotonic_ns", clock<kMonotonicStartNs, false>, {0, 0}},
    {"perf_counter", clock<kMonotonicStartNs, true>, {0, 0}},
    {"perf_counter_ns", clock<kMonotonicStartNs, false>, {0, 0}},
    {"thread_time", cpu_clock<true>, {0, 0}},
    {"thread_time_ns", cpu_clock<false>, {0, 0}},
    {"process_time", process_clock<true>, {0, 0}},
    {"process_time_ns", process_clock<false>, {0, 0}},
    {"sleep", sleep, {1, 1}},
    {"gmtime", gmtime, {0, 1}},
    {"localtime", gmtime, {0, 1}},
    {"strftime", strftime, {1, 2}},
    {"asctime", asctime, {0, 1}},
    {"ctime", ctime, {0, 1}},
    {"mktime", mktime, {1, 1}},
    {"get_clock_info", get_clock_info, {1, 1}},
    {"clock_gettime", clock_gettime<true>, {1, 1}},
    {"clock_gettime_ns", clock_gettime<false>, {1, 1}},
    {"clock_getres", clock_getres, {1, 1}},
    {"strptime", strptime, {0, -1}},
    {"tzset", tzset, {0, 0}},
};

bool populate(Vm&, Module* module) {
  for (const NumberedClock& each : kNumberedClocks) dict_set_str(module->dictionary, intern(each.name), make_int(each.number));
  dict_set_str(module->dictionary, intern("timezone"), make_int(int64_t{0}));
  dict_set_str(module->dictionary, intern("altzone"), make_int(int64_t{0}));
  dict_set_str(module->dictionary, intern("daylight"), make_int(int64_t{0}));
  dict_set_str(module->dictionary, intern("tzname"), make_tuple({make_str("UTC"), make_str("UTC")}));
  Ref example = make_struct_time({});
  if (!example) return false;
  // Every time is one of UTC.
  dict_set_str(type_of(example)->dictionary, intern("tm_zone"), make_str("UTC"));
  dict_set_str(type_of(example)->dictionary, intern("tm_gmtoff"), make_int(0));
  dict_set_str(module->dictionary, intern("struct_time"), Value::of(type_of(example)));
  return true;
}

}  // namespace

const ModuleDefinition& time_module() {
  static const ModuleDefinition module{"time", kFunctions, populate};
  return module;
}

}  // namespace gilsim::python

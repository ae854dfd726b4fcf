#include "interpreter/modules/sys_constants.h"

#include "interpreter/modules/struct_sequence.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/str.h"

namespace gilsim::python {

namespace {

void add_hash_info(Dict* dictionary) {
  static const char* const fields[] = {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"};
  dict_set_str(dictionary, intern("hash_info"),
               make_struct_sequence("sys.hash_info", fields,
                                    {Value::small(64), Value::small((int64_t{1} << 61) - 1), Value::small(314159), Value::small(0),
                                     Value::small(1000003), make_str("siphash13"), Value::small(64), Value::small(128), Value::small(0)}));
}

void add_int_info(Dict* dictionary) {
  static const char* const fields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"};
  dict_set_str(dictionary, intern("int_info"),
               make_struct_sequence("sys.int_info", fields,
                                    {Value::small(30), Value::small(4), Value::small(4300), Value::small(640)}));
}

// Those of `python3` without options and with PYTHONHASHSEED=0.
void add_flags(Dict* dictionary) {
  static const char* const fields[] = {"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
                                       "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated",
                                       "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits"};
  const Value off = Value::small(0);
  dict_set_str(dictionary, intern("flags"),
               make_struct_sequence("sys.flags", fields, {off, off, off, off, off, off, off, off, off, off, off, off, off, kFalse, off,
                                                          off, kFalse, Value::small(4300)}));
}

void add_thread_info(Dict* dictionary) {
  static const char* const fields[] = {"name", "lock", "version"};
  dict_set_str(dictionary, intern("thread_info"),
               make_struct_sequence("sys.thread_info", fields, {make_str("pthread"), make_str("semaphore"), make_str("glibc 2.36")}));
}

}  // namespace

void add_constants_of_sys(Dict* dictionary) {
  add_hash_info(dictionary);
  add_int_info(dictionary);
  add_flags(dictionary);
  add_thread_info(dictionary);
}

}  // namespace gilsim::python

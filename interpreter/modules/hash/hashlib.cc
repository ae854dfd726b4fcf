// The _hashlib module: OpenSSL's hash functions as objects.
#include <fmt/format.h>

#include <limits>

#include "interpreter/modules/hash/hasher.h"
#include "interpreter/modules/hash/openssl.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/objects/vm.h"

namespace gilsim::python {

namespace {

constexpr int64_t kNewContextNs = 100;
constexpr int64_t kCopyContextNs = 120;

struct OpensslHasher : Hasher {
  const HashAlgorithm* algorithm;
  HashContext* context;
};

Type hash_type, any_size_hash_type, unsupported_digest_type;

OpensslHasher* self_of(const Arguments& arguments) {
  return arguments[0].as<OpensslHasher>();
}

OpensslHasher* new_hasher(const HashAlgorithm* algorithm, HashContext* context) {
  auto* hasher = allocate_object<OpensslHasher>(has_any_size(*algorithm) ? &any_size_hash_type : &hash_type);
  new (&hasher->lock) sim::Lock;
  hasher->has_lock = false;
  hasher->algorithm = algorithm;
  hasher->context = context;
  return hasher;
}

void destroy_hasher(Object* object) {
  auto* hasher = static_cast<OpensslHasher*>(object);
  free_hash_context(hasher->context);
  hasher->lock.~Lock();
  free_object(object, sizeof(OpensslHasher));
}

Ref repr_hasher(Vm&, Value self) {
  const auto* hasher = self.as<OpensslHasher>();
  return make_str(fmt::format("<{} {} object @ 0x{:x}>", hasher->algorithm->name, display_name(type_of(self)),
                              identity_number(self)));
}

// --- making
// ----------------------------------------------------------------------------------------------------------

Ref make_hasher(Vm& vm, const HashAlgorithm* algorithm, Value octets) {
  HeldBuffer held;
  if (!octets.is_null() && !hold_octets(vm, octets, &held)) return {};
  auto* hasher = new_hasher(algorithm, new_hash_context(*algorithm));
  Ref result = Ref::take(hasher);
  vm.charge(kNewContextNs);
  if (held.size() == 0) return result;
  const bool fed = feed(vm, hasher, held.size(), algorithm->byte_cost_ps,
                        [&] { update_hash_context(hasher->context, held.octets()); });
  hasher->has_lock = false;  // the constructor needs none: nobody else has the object yet
  return fed ? result : Ref();
}

template <size_t number>
Ref construct(Vm& vm, const Arguments& arguments) {
  static const HashAlgorithm* algorithm = first_hash_algorithm() + number;
  static const std::string function = std::string("openssl_") + algorithm->name;
  static constexpr const char* kNames[] = {"string", "usedforsecurity"};
  Value out[2];
  if (!bind(vm, arguments,
            {.function = function.c_str(), .names = kNames, .count = 2, .keyword_only_from = 1}, out))
    return {};
  return make_hasher(vm, algorithm, out[0]);
}

Ref new_by_name(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"name", "string", "usedforsecurity"};
  Value out[3];
  if (!bind(vm, arguments,
            {.function = "new", .names = kNames, .count = 3, .required = 1, .keyword_only_from = 2}, out))
    return {};
  if (!is_str(out[0])) return raise(vm, exceptions::TypeError, "name must be a string");
  const HashAlgorithm* algorithm = find_hash_algorithm(to_utf8(out[0]));
  if (!algorithm) return raise(vm, exceptions::ValueError, "unsupported hash type {}", to_utf8(out[0]));
  return make_hasher(vm, algorithm, out[1]);
}

// --- methods
// ---------------------------------------------------------------------------------------------------------

Ref update(Vm& vm, const Arguments& arguments) {
  HeldBuffer held;
  auto* hasher = self_of(arguments);
  if (!hold_octets(vm, arguments[1], &held)) return {};
  const bool fed = feed(vm, hasher, held.size(), hasher->algorithm->byte_cost_ps,
                        [&] { update_hash_context(hasher->context, held.octets()); });
  return fed ? Ref(kNone) : Ref();
}

// The digest, of a size given by the program where the algorithm has none; false with an exception pending.
bool read_digest(Vm& vm, const Arguments& arguments, const char* function, std::string* octets) {
  const auto* hasher = self_of(arguments);
  int64_t size = 0;
  if (has_any_size(*hasher->algorithm)) {
    static constexpr const char* kNames[] = {"length"};
    Value out;
    if (!bind(vm, arguments.without_first(),
              {.function = function, .names = kNames, .count = 1, .required = 1}, &out))
      return false;
    if (!as_int64(vm, out, &size)) return false;
    if (size < 0)
      return fail(vm, exceptions::SystemError, "Negative size passed to PyBytes_FromStringAndSize");
    if (heap.refuses(static_cast<size_t>(size))) return fail(vm, exceptions::MemoryError);
  } else if (arguments.size() > 1 || arguments.keyword_count()) {
    return fail(vm, exceptions::TypeError, "HASH.{}() takes no arguments ({} given)", function,
                arguments.size() - 1 + arguments.keyword_count());
  }
  vm.charge(hasher->algorithm->digest_cost_ns + size * hasher->algorithm->byte_cost_ps / 1000);
  *octets = finish_hash(hasher->context, size);
  return true;
}

Ref digest(Vm& vm, const Arguments& arguments) {
  std::string octets;
  return read_digest(vm, arguments, "digest", &octets) ? make_bytes(octets) : Ref();
}

Ref hexdigest(Vm& vm, const Arguments& arguments) {
  std::string octets;
  return read_digest(vm, arguments, "hexdigest", &octets) ? make_ascii_str(hexadecimal(octets)) : Ref();
}

Ref copy(Vm& vm, const Arguments& arguments) {
  vm.charge(kCopyContextNs);
  return Ref::take(new_hasher(self_of(arguments)->algorithm, copy_hash_context(self_of(arguments)->context)));
}

Ref get_name(Vm&, Value self) {
  return make_ascii_str(self.as<OpensslHasher>()->algorithm->name);
}
Ref get_digest_size(Vm&, Value self) {
  return make_int(digest_size_of(*self.as<OpensslHasher>()->algorithm));
}
Ref get_block_size(Vm&, Value self) {
  return make_int(block_size_of(*self.as<OpensslHasher>()->algorithm));
}

// --- keys from passwords
// ---------------------------------------------------------------------------------------------

// One iteration is an HMAC: two blocks. On the machine of algorithms.def one of SHA-256 takes 224 ns.
int64_t iteration_cost_ns(const HashAlgorithm& algorithm) {
  return 2 * block_size_of(algorithm) * algorithm.byte_cost_ps / 1000 + 154;
}

Ref pbkdf2_hmac(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"hash_name", "password", "salt", "iterations", "dklen"};
  Value out[5];
  if (!bind(vm, arguments, {.function = "pbkdf2_hmac", .names = kNames, .count = 5, .required = 4}, out))
    return {};
  if (!is_str(out[0]))
    return raise(vm, exceptions::TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not {}",
                 type_name(out[0]));
  HeldBuffer password, salt;
  int64_t iterations, size = 0;
  if (!password.hold(vm, out[1]) || !salt.hold(vm, out[2]) || !as_int64(vm, out[3], &iterations)) return {};
  const HashAlgorithm* algorithm = find_hash_algorithm(to_utf8(out[0]));
  if (!algorithm || has_any_size(*algorithm))
    return raise(vm, unsupported_digest_type, "[digital envelope routines] unsupported");
  if (iterations < 1) return raise(vm, exceptions::ValueError, "iteration value must be greater than 0.");
  if (iterations > std::numeric_limits<int32_t>::max())
    return raise(vm, exceptions::OverflowError, "iteration value is too great.");
  const bool has_size = !out[4].is_null() && !out[4].is_none();
  if (!has_size)
    size = digest_size_of(*algorithm);
  else if (!as_int64(vm, out[4], &size))
    return {};
  if (size < 1) return raise(vm, exceptions::ValueError, "key length must be greater than 0.");
  if (size > std::numeric_limits<int32_t>::max())
    return raise(vm, exceptions::OverflowError, "key length is too great.");
  ReleasedGil released(vm);
  const std::string key = pbkdf2(*algorithm, password.octets(), salt.octets(), iterations, size);
  const int64_t blocks = (size + digest_size_of(*algorithm) - 1) / digest_size_of(*algorithm);
  released.computer().advance(blocks * (iterations * iteration_cost_ns(*algorithm) + 1500));
  return released.take_back() ? make_bytes(key) : Ref();
}

bool read_whole(Vm& vm, Value value, const char* name, uint64_t* result) {
  if (value.is_null() || !is_int(value))
    return fail(vm, exceptions::TypeError, "{} is required and must be an unsigned int", name);
  auto number = int64_of(value);
  if (!number || *number < 0)
    return fail(vm, exceptions::TypeError, "{} is required and must be an unsigned int", name);
  return *result = static_cast<uint64_t>(*number), true;
}

Ref scrypt_key(Vm& vm, const Arguments& arguments) {
  static constexpr const char* kNames[] = {"password", "salt", "n", "r", "p", "maxmem", "dklen"};
  Value out[7];
  if (!bind(vm, arguments,
            {.function = "scrypt", .names = kNames, .count = 7, .required = 1, .keyword_only_from = 1}, out))
    return {};
  HeldBuffer password, salt;
  uint64_t n, r, p;
  int64_t most_memory = 0, size = 64;
  if (!password.hold(vm, out[0])) return {};
  if (out[1].is_null() || out[1].is_none()) return raise(vm, exceptions::TypeError, "salt is required");
  if (!salt.hold(vm, out[1]) || !read_whole(vm, out[2], "n", &n)) return {};
  if (n < 2 || n & (n - 1)) return raise(vm, exceptions::ValueError, "n must be a power of 2.");
  if (!read_whole(vm, out[3], "r", &r) || !read_whole(vm, out[4], "p", &p)) return {};
  if (!out[5].is_null() && !as_int64(vm, out[5], &most_memory)) return {};
  if (!out[6].is_null() && !as_int64(vm, out[6], &size)) return {};
  if (most_memory < 0)
    return raise(vm, exceptions::ValueError, "maxmem must be positive and smaller than 2147483647");
  if (size < 1)
    return raise(vm, exceptions::ValueError, "dklen must be greater than 0 and smaller than 2147483647");
  ReleasedGil released(vm);
  const std::string key =
      scrypt(password.octets(), salt.octets(), n, r, p, static_cast<uint64_t>(most_memory), size);
  released.computer().advance(key.empty() ? 1000 : static_cast<int64_t>(n * r * p * 300));
  if (!released.take_back()) return {};
  return key.empty() ? raise(vm, exceptions::ValueError, "Invalid parameter combination for n, r, p, maxmem.")
                     : make_bytes(key);
}

// --- comparing secrets
// -----------------------------------------------------------------------------------------------

Ref compare_digest(Vm& vm, const Arguments& arguments) {
  const Value left = arguments[0], right = arguments[1];
  if (is_str(left) && is_str(right)) {
    const std::string a = to_utf8(left), b = to_utf8(right);
    auto is_ascii = [](const std::string& text) {
      return std::all_of(text.begin(), text.end(), [](char c) { return !(c & 0x80); });
    };
    if (!is_ascii(a) || !is_ascii(b))
      return raise(vm, exceptions::TypeError, "comparing strings with non-ASCII characters is not supported");
    return Value::of(a == b);
  }
  if (!has_buffer(left) && !has_buffer(right))
    return raise(vm, exceptions::TypeError,
                 "unsupported operand types(s) or combination of types: '{}' and '{}'", type_name(left),
                 type_name(right));
  HeldBuffer one, other;
  if (!one.hold(vm, left) || !other.hold(vm, right)) return {};
  vm.charge(20 + other.size());
  return Value::of(one.octets() == other.octets());
}

Ref get_fips_mode(Vm&, const Arguments&) {
  return make_int(0);
}

// --- tables
// ----------------------------------------------------------------------------------------------------------

constexpr NativeDescription kMethods[] = {
    {"update", update, {1, 1}, "Update this hash object's state with the provided string."},
    {"digest", digest, kAny, "Return the digest value as a bytes object."},
    {"hexdigest", hexdigest, kAny, "Return the digest value as a string of hexadecimal digits."},
    {"copy", copy, {0, 0}, "Return a copy of the hash object."},
};
constexpr GetterDescription kGetters[] = {
    {"name", get_name}, {"digest_size", get_digest_size}, {"block_size", get_block_size}};

constexpr NativeDescription kConstructors[] = {
    {"openssl_md5", construct<0>, kAny},
    {"openssl_sha1", construct<1>, kAny},
    {"openssl_sha224", construct<2>, kAny},
    {"openssl_sha256", construct<3>, kAny},
    {"openssl_sha384", construct<4>, kAny},
    {"openssl_sha512", construct<5>, kAny},
    {"openssl_sha3_224", construct<8>, kAny},
    {"openssl_sha3_256", construct<9>, kAny},
    {"openssl_sha3_384", construct<10>, kAny},
    {"openssl_sha3_512", construct<11>, kAny},
    {"openssl_shake_128", construct<12>, kAny},
    {"openssl_shake_256", construct<13>, kAny},
    {"new", new_by_name, kAny},
    {"pbkdf2_hmac", pbkdf2_hmac, kAny,
     "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."},
    {"scrypt", scrypt_key, kAny, "scrypt password-based key derivation function."},
    {"compare_digest", compare_digest, {2, 2}, "Return 'a == b'."},
    {"get_fips_mode", get_fips_mode, {0, 0}},
};

void define_hash_type(Type& type, const char* name, Type* base) {
  define_type(type, {.name = name,
                     .base = base,
                     .basic_size = sizeof(OpensslHasher),
                     .flags = kImmutable | kSubclassable,
                     .operations = {.destroy = destroy_hasher, .repr = repr_hasher},
                     .methods = kMethods,
                     .getters = kGetters,
                     .doc = "A hash is an object used to calculate a checksum of a string of information."});
  type.operations.create = nullptr;
}

bool populate(Vm& vm, Module* module) {
  define_hash_type(hash_type, "_hashlib.HASH", nullptr);
  define_hash_type(any_size_hash_type, "_hashlib.HASHXOF", &hash_type);
  define_type(unsupported_digest_type, {.name = "_hashlib.UnsupportedDigestmodError",
                                        .base = &exceptions::ValueError,
                                        .basic_size = sizeof(BaseException),
                                        .flags = kSubclassable,
                                        .operations = {}});
  dict_set_str(module->dictionary, intern("HASH"), Value::of(&hash_type));
  dict_set_str(module->dictionary, intern("HASHXOF"), Value::of(&any_size_hash_type));
  dict_set_str(module->dictionary, intern("UnsupportedDigestmodError"), Value::of(&unsupported_digest_type));
  Ref names = make_set_of(vm, &set_type, kNull);
  for (auto* each = first_hash_algorithm(); each != last_hash_algorithm(); ++each)
    if (!set_add(vm, names.as<Set>(), make_ascii_str(each->name))) return false;
  Ref frozen = make_set_of(vm, &frozenset_type, names);
  if (!frozen) return false;
  dict_set_str(module->dictionary, intern("openssl_md_meth_names"), frozen);
  return true;
}

}  // namespace

const ModuleDefinition& _hashlib_module() {
  static const ModuleDefinition module{"_hashlib", kConstructors, populate, "OpenSSL's hash functions."};
  return module;
}

}  // namespace gilsim::python

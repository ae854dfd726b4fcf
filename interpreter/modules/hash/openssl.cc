#include "interpreter/modules/hash/openssl.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <set>

#include "interpreter/objects/heap.h"

namespace gilsim::python {

namespace {

constexpr HashAlgorithm kAlgorithms[] = {
#define HASH(name, openssl_name, byte_cost_ps, digest_cost_ns) \
  {name, openssl_name, byte_cost_ps, digest_cost_ns},
#include "interpreter/modules/hash/algorithms.def"
#undef HASH
};

// OpenSSL's description of an algorithm, fetched once a process. Its default configuration file belongs to
// the host.
EVP_MD* fetch(const HashAlgorithm& algorithm) {
  static std::map<const HashAlgorithm*, EVP_MD*> fetched;
  if (fetched.empty()) OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT, nullptr);
  EVP_MD*& found = fetched[&algorithm];
  if (!found) found = EVP_MD_fetch(nullptr, algorithm.openssl_name, nullptr);
  assert(found);  // all of them are in OpenSSL's default provider
  return found;
}

// What is alive is freed with the heap; the addresses order nothing that shows.
std::set<HashContext*> live_contexts;
const AtReset free_contexts([] {
  for (HashContext* context : live_contexts) EVP_MD_CTX_free(context);
  live_contexts.clear();
});

HashContext* allocate_context() {
  HashContext* context = EVP_MD_CTX_new();
  assert(context);
  live_contexts.insert(context);
  return context;
}

// Small letters, and '_' for what stands between name and size: "SHA3-256" and "sha3_256" are one.
std::string plain(std::string_view name) {
  std::string result;
  for (char c : name)
    result += c == '-' || c == '/' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

bool is_name_of(const HashAlgorithm& algorithm, const std::string& name) {
  if (name == plain(algorithm.name) || name == plain(algorithm.openssl_name)) return true;
  // OpenSSL also knows "SHA-256", "SHA-1" and "SHAKE128", and "RIPEMD" for the one of 160 bits.
  std::string merged = name;
  merged.erase(std::remove(merged.begin(), merged.end(), '_'), merged.end());
  const std::string own = algorithm.name;
  if (own.starts_with("shake_")) return name == "shake" + own.substr(6);
  if (own == "ripemd160") return name == "ripemd" || name == "rmd160";
  return (name.starts_with("sha_") && merged == own) || (name == "ssl3_md5" && own == "md5") ||
         (name == "ssl3_sha1" && own == "sha1");
}

}  // namespace

const HashAlgorithm* first_hash_algorithm() {
  return std::begin(kAlgorithms);
}
const HashAlgorithm* last_hash_algorithm() {
  return std::end(kAlgorithms);
}

const HashAlgorithm* find_hash_algorithm(std::string_view name) {
  const std::string wanted = plain(name);
  auto* found = std::find_if(std::begin(kAlgorithms), std::end(kAlgorithms),
                             [&](const HashAlgorithm& each) { return is_name_of(each, wanted); });
  return found == std::end(kAlgorithms) ? nullptr : found;
}

bool has_any_size(const HashAlgorithm& algorithm) {
  return std::string_view(algorithm.name).starts_with("shake");
}
int64_t digest_size_of(const HashAlgorithm& algorithm) {
  return has_any_size(algorithm) ? 0 : EVP_MD_get_size(fetch(algorithm));
}
int64_t block_size_of(const HashAlgorithm& algorithm) {
  return EVP_MD_get_block_size(fetch(algorithm));
}

HashContext* new_hash_context(const HashAlgorithm& algorithm) {
  HashContext* context = allocate_context();
  [[maybe_unused]] const int done = EVP_DigestInit_ex2(context, fetch(algorithm), nullptr);
  assert(done == 1);
  return context;
}

HashContext* copy_hash_context(const HashContext* context) {
  HashContext* copy = allocate_context();
  [[maybe_unused]] const int done = EVP_MD_CTX_copy_ex(copy, context);
  assert(done == 1);
  return copy;
}

void free_hash_context(HashContext* context) {
  live_contexts.erase(context);
  EVP_MD_CTX_free(context);
}

void update_hash_context(HashContext* context, std::string_view octets) {
  EVP_DigestUpdate(context, octets.data(), octets.size());
}

std::string finish_hash(const HashContext* context, int64_t size) {
  HashContext* copy = copy_hash_context(context);
  const bool any_size = EVP_MD_get_flags(EVP_MD_CTX_get0_md(copy)) & EVP_MD_FLAG_XOF;
  std::string digest(static_cast<size_t>(any_size ? size : EVP_MD_CTX_get_size(copy)), '\0');
  auto* octets = reinterpret_cast<unsigned char*>(digest.data());
  if (any_size && size > 0) EVP_DigestFinalXOF(copy, octets, digest.size());
  if (!any_size) EVP_DigestFinal_ex(copy, octets, nullptr);
  free_hash_context(copy);
  return digest;
}

std::string pbkdf2(const HashAlgorithm& algorithm, std::string_view password, std::string_view salt,
                   int64_t iterations, int64_t size) {
  std::string key(static_cast<size_t>(size), '\0');
  [[maybe_unused]] const int done = PKCS5_PBKDF2_HMAC(
      password.data(), static_cast<int>(password.size()), reinterpret_cast<const unsigned char*>(salt.data()),
      static_cast<int>(salt.size()), static_cast<int>(iterations), fetch(algorithm), static_cast<int>(size),
      reinterpret_cast<unsigned char*>(key.data()));
  assert(done == 1);
  return key;
}

std::string scrypt(std::string_view password, std::string_view salt, uint64_t n, uint64_t r, uint64_t p,
                   uint64_t most_memory, int64_t size) {
  (void)fetch(*first_hash_algorithm());
  std::string key(static_cast<size_t>(size), '\0');
  const int done = EVP_PBE_scrypt(password.data(), password.size(),
                                  reinterpret_cast<const unsigned char*>(salt.data()), salt.size(), n, r, p,
                                  most_memory, reinterpret_cast<unsigned char*>(key.data()), key.size());
  return done == 1 ? key : std::string();
}

}  // namespace gilsim::python

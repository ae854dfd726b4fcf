// The one place that knows OpenSSL: hash functions as contexts that take octets. No configuration of the host
// is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace gilsim::python {

struct HashAlgorithm {
  const char* name;  // as Python has it: "sha3_256"
  const char* openssl_name;
  int64_t byte_cost_ps;  // virtual time of a byte, in picoseconds
  int64_t digest_cost_ns;
};

// By Python's name or one of OpenSSL's, in any case of letters ("SHA-256"); null: there is none.
const HashAlgorithm* find_hash_algorithm(std::string_view name);
// All of them, for loops.
const HashAlgorithm* first_hash_algorithm();
const HashAlgorithm* last_hash_algorithm();  // one behind the last

int64_t digest_size_of(const HashAlgorithm& algorithm);  // 0: any (shake)
int64_t block_size_of(const HashAlgorithm& algorithm);
bool has_any_size(const HashAlgorithm& algorithm);

using HashContext = evp_md_ctx_st;
// Contexts that are not freed go when the run ends.
HashContext* new_hash_context(const HashAlgorithm& algorithm);
HashContext* copy_hash_context(const HashContext* context);
void free_hash_context(HashContext* context);
void update_hash_context(HashContext* context, std::string_view octets);
// Of all octets so far; the context can take more. `size` counts for algorithms of any size only.
std::string finish_hash(const HashContext* context, int64_t size = 0);

std::string pbkdf2(const HashAlgorithm& algorithm, std::string_view password, std::string_view salt,
                   int64_t iterations, int64_t size);
// Empty: OpenSSL refuses the parameters or would need more than `most_memory` bytes.
std::string scrypt(std::string_view password, std::string_view salt, uint64_t n, uint64_t r, uint64_t p,
                   uint64_t most_memory, int64_t size);

}  // namespace gilsim::python

// The _random module: the Mersenne Twister MT19937, seeded as CPython seeds it.
//
// Without a seed CPython asks the operating system for chance; every run here is repeatable, so that
// `Random()` and `seed(None)` take the run's own seed and a number that counts up.
#include <algorithm>
#include <array>
#include <vector>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/float.h"
#include "interpreter/objects/protocols.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/tuple.h"
#include "interpreter/objects/type_definition.h"
#include "interpreter/runtime/interpreter.h"

namespace gilsim::python {

namespace {

constexpr int kWords = 624, kShift = 397;

struct Random : Object {
  std::array<uint32_t, kWords> state;
  int32_t next;  // kWords: the state must be twisted first
};

Type random_type;

// --- the generator, as Matsumoto and Nishimura describe it ---

void seed_with_number(Random* random, uint32_t seed) {
  random->state[0] = seed;
  for (int i = 1; i < kWords; ++i) {
    uint32_t previous = random->state[i - 1];
    random->state[i] = 1812433253u * (previous ^ previous >> 30) + static_cast<uint32_t>(i);
  }
  random->next = kWords;
}

void seed_with_key(Random* random, const std::vector<uint32_t>& key) {
  seed_with_number(random, 19650218u);
  auto& state = random->state;
  auto mixed = [&](int i, uint32_t factor) {
    return state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * factor;
  };
  auto advance = [&](int& i) {
    if (++i < kWords) return;
    state[0] = state[kWords - 1];
    i = 1;
  };
  int i = 1;
  size_t j = 0;
  for (size_t left = std::max<size_t>(kWords, key.size()); left; --left) {
    state[i] = mixed(i, 1664525u) + key[j] + static_cast<uint32_t>(j);
    advance(i);
    if (++j >= key.size()) j = 0;
  }
  for (int left = kWords - 1; left; --left) {
    state[i] = mixed(i, 1566083941u) - static_cast<uint32_t>(i);
    advance(i);
  }
  state[0] = 0x80000000u;
}

void twist(Random* random) {
  auto& state = random->state;
  for (int i = 0; i < kWords; ++i) {
    uint32_t bits = (state[i] & 0x80000000u) | (state[(i + 1) % kWords] & 0x7fffffffu);
    state[i] = state[(i + kShift) % kWords] ^ bits >> 1 ^ (bits & 1 ? 0x9908b0dfu : 0);
  }
  random->next = 0;
}

uint32_t next_word(Random* random) {
  if (random->next >= kWords) twist(random);
  uint32_t word = random->state[random->next++];
  word ^= word >> 11;
  word ^= word << 7 & 0x9d2c5680u;
  word ^= word << 15 & 0xefc60000u;
  return word ^ word >> 18;
}

// --- seeding ---

uint64_t unseeded_count;

// The words of |number|, lowest first; at least one.
std::vector<uint32_t> key_of(Value number) {
  BigNumber storage;
  const auto& backend = big_view(number, storage).backend();
  std::vector<uint32_t> key;
  for (size_t i = 0; i < backend.size(); ++i) {
    key.push_back(static_cast<uint32_t>(backend.limbs()[i]));
    key.push_back(static_cast<uint32_t>(backend.limbs()[i] >> 32));
  }
  while (key.size() > 1 && key.back() == 0) key.pop_back();
  return key;
}

bool seed(Vm& vm, Random* random, Value value) {
  if (value.is_null() || value.is_none()) {
    // Each process has a row of its own.
    uint64_t count = ++unseeded_count + (uint64_t{interpreter(vm).process().pid - 1} << 20);
    const uint64_t run_seed = interpreter(vm).settings().seed;
    seed_with_key(random, {static_cast<uint32_t>(run_seed), static_cast<uint32_t>(run_seed >> 32),
                           static_cast<uint32_t>(count)});
    return true;
  }
  if (is_int(value)) return seed_with_key(random, key_of(value)), true;
  Hash hash;
  if (!python::hash(vm, value, &hash)) return false;
  seed_with_key(random, key_of(make_int(static_cast<uint64_t>(hash))));
  return true;
}

void destroy_random(Object* object) { free_object(object, sizeof(Random)); }

Ref create_random(Vm& vm, Type* type, const Arguments& arguments) {
  if (type == &random_type && arguments.keyword_count())
    return raise(vm, exceptions::TypeError, "Random() takes no keyword arguments");
  if (arguments.size() > 1 && type == &random_type)
    return raise(vm, exceptions::TypeError, "Random() requires 0 or 1 argument");
  auto* random = allocate_object<Random>(type);
  Ref result = Ref::take(random);
  random->next = kWords;
  random->state.fill(0);
  return seed(vm, random, arguments.optional(0)) ? result : Ref();
}

bool initialize_random(Vm&, Value, const Arguments&) { return true; }

// --- methods ---

Random* self_of(const Arguments& arguments) { return arguments[0].as<Random>(); }

Ref random_method(Vm&, const Arguments& arguments) {
  uint32_t high = next_word(self_of(arguments)) >> 5, low = next_word(self_of(arguments)) >> 6;
  return make_float((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

Ref seed_method(Vm& vm, const Arguments& arguments) {
  vm.charge(4000);
  return seed(vm, self_of(arguments), arguments.optional(1)) ? Ref(kNone) : Ref();
}

Ref getrandbits(Vm& vm, const Arguments& arguments) {
  int64_t bits;
  if (!as_int64(vm, arguments[1], &bits)) return {};
  if (bits < 0) return raise(vm, exceptions::ValueError, "number of bits must be non-negative");
  if (bits == 0) return make_int(0);
  if (bits <= 32) return make_int(static_cast<int64_t>(next_word(self_of(arguments)) >> (32 - bits)));
  if (heap.refuses(static_cast<size_t>(bits) / 8)) return raise(vm, exceptions::MemoryError);
  // Words from the lowest on; the last one gives its highest bits.
  BigNumber number;
  for (int64_t at = 0; at < bits; at += 32) {
    uint32_t word = next_word(self_of(arguments));
    if (bits - at < 32) word >>= 32 - (bits - at);
    number |= BigNumber(word) << static_cast<unsigned long>(at);
  }
  vm.charge(bits / 4);
  return make_int(std::move(number));
}

Ref getstate(Vm&, const Arguments& arguments) {
  auto* random = self_of(arguments);
  Tuple* state = new_tuple(kWords + 1);
  for (int i = 0; i < kWords; ++i) state->items[i] = Value::small(random->state[i]);
  state->items[kWords] = Value::small(random->next);
  return Ref::take(state);
}

Ref setstate(Vm& vm, const Arguments& arguments) {
  if (!is_tuple(arguments[1])) return raise(vm, exceptions::TypeError, "state vector must be a tuple");
  auto* given = arguments[1].as<Tuple>();
  if (given->size != kWords + 1) return raise(vm, exceptions::ValueError, "state vector is the wrong size");
  std::array<uint32_t, kWords> state;
  int64_t number;
  for (int i = 0; i < kWords; ++i) {
    if (!as_int64(vm, given->items[i], &number)) return {};
    state[i] = static_cast<uint32_t>(number);
  }
  if (!as_int64(vm, given->items[kWords], &number)) return {};
  if (number < 0 || number > kWords) return raise(vm, exceptions::ValueError, "invalid state");
  self_of(arguments)->state = state;
  self_of(arguments)->next = static_cast<int32_t>(number);
  return kNone;
}

constexpr NativeDescription kMethods[] = {
    {"random", random_method, {0, 0}}, {"seed", seed_method, {0, 1}}, {"getrandbits", getrandbits, {1, 1}},
    {"getstate", getstate, {0, 0}}, {"setstate", setstate, {1, 1}},
};

bool populate(Vm&, Module* module) {
  unseeded_count = 0;
  define_type(
      random_type,
      {.name = "_random.Random",
       .base = nullptr,
       .basic_size = sizeof(Random),
       .flags = kSubclassable,
       .operations = {.destroy = destroy_random, .create = create_random, .initialize = initialize_random},
       .methods = kMethods,
       .doc = "A stream of random numbers."});
  dict_set_str(module->dictionary, intern("Random"), Value::of(&random_type));
  return true;
}

}  // namespace

const ModuleDefinition& _random_module() {
  static const ModuleDefinition module{
      "_random", {}, populate, "The Mersenne Twister random number generator."};
  return module;
}

}  // namespace gilsim::python

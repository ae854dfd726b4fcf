from itertools import *
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()),
      len(list(product(range(3), repeat=4))))
print(list(permutations("abc", 2)), list(combinations("abcd", 2)), list(combinations_with_replacement("ab", 2)),
      list(permutations([1, 2])), list(combinations("a", 2)), list(permutations("", 0)))
for key, group in groupby("aaabbca"):
    print(key, len(list(group)), end="; ")
print()
words = sorted(["apple", "bob", "cat", "alice", "ant"], key=lambda w: w[0])
print({k: list(g) for k, g in groupby(words, key=lambda w: w[0])})
groups = [g for k, g in groupby("aab")]
print([list(g) for g in groups])
g = groupby([1, 1, 2])
k, first = next(g)
print(k, next(first), next(g)[0], list(first))
def batched(iterable, n):
    it = iter(iterable)
    while batch := tuple(islice(it, n)):
        yield batch
print(list(batched(range(7), 3)))

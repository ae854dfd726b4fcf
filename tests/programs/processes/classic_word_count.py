# Map and reduce over a pool: words of several texts are counted in parts and the counts merged.
import collections
import functools
import multiprocessing

TEXTS = ['the cat and the dog', 'the end of the day', 'a dog and a cat and a bird', 'day after day'] * 5


def count(text):
    return collections.Counter(text.split())


def merge(one, other):
    return one + other


if __name__ == '__main__':
    with multiprocessing.Pool(3) as pool:
        counts = functools.reduce(merge, pool.map(count, TEXTS))
        print(counts.most_common(4))
        print(sorted(functools.reduce(merge, pool.imap_unordered(count, TEXTS, chunksize=4)).items()))

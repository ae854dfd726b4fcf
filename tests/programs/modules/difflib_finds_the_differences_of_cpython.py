import difflib
a = 'one\ntwo\nthree\nfour\n'.splitlines(True); b = 'ore\ntree\nemu\nfour\n'.splitlines(True)
print(''.join(difflib.ndiff(a, b))); print(''.join(difflib.unified_diff(a, b, 'f', 't'))); print(''.join(difflib.context_diff(a, b, 'f', 't')))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.SequenceMatcher(None, 'abcd', 'bcde').ratio())
s = difflib.SequenceMatcher(lambda x: x == ' ', 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(s.get_matching_blocks(), s.get_opcodes(), s.quick_ratio(), s.real_quick_ratio())
d = list(difflib.ndiff(a, b)); print(list(difflib.restore(d, 1)), list(difflib.restore(d, 2)))
import random
for seed in range(60):
    r = random.Random(seed); x = [''.join(r.choice('ab \t') for _ in range(r.randrange(6))) + '\n' for _ in range(r.randrange(12))]; y = [l if r.random() < .6 else ''.join(r.choice('abc') for _ in range(5)) + '\n' for l in x]
    print(list(difflib.ndiff(x, y)), list(difflib.unified_diff(x, y, n=1)), list(difflib.context_diff(x, y)))
big = [str(i % 7) for i in range(400)]; print(difflib.SequenceMatcher(None, big, big[5:]).get_opcodes())

# dict counting words
def count(words):
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


words = ['word%d' % (i * 7919 % 3001) for i in range(600_000)]
assert len(count(words)) == 3001

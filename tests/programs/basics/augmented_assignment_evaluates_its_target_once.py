class Counting(list):
    def __getitem__(self, index):
        print("get", index)
        return super().__getitem__(index)

    def __setitem__(self, index, value):
        print("set", index, value)
        super().__setitem__(index, value)

def index():
    print("index")
    return 1

numbers = Counting([10, 20, 30])
numbers[index()] += 5
numbers[index()] **= 2
print(list(numbers))
x = 7
x -= 1; x *= 5; x //= 4; x <<= 3; x |= 1; x ^= 2; x &= 0xFE; x >>= 1; x %= 10
print(x)
x /= 4
print(x)

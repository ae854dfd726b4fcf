import random

random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.uniform(1, 2))
numbers = list(range(10))
random.shuffle(numbers)
print(numbers, random.sample(range(100), 5))

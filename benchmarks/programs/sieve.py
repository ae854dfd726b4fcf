# sieve of Eratosthenes, lists
def sieve(n):
    prime = [True] * (n + 1)
    i = 2
    while i * i <= n:
        if prime[i]:
            j = i * i
            while j <= n:
                prime[j] = False
                j += i
        i += 1
    return sum(prime) - 2


assert sieve(1_000_000) == 78498

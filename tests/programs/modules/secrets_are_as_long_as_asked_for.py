import secrets

print([len(secrets.token_bytes()), len(secrets.token_bytes(5)), len(secrets.token_hex()), len(secrets.token_hex(4)), len(secrets.token_urlsafe(16))])
print(all(0 <= secrets.randbelow(10) < 10 for _ in range(100)), all(secrets.randbits(3) < 8 for _ in range(100)))
print(secrets.choice([5]), secrets.compare_digest('a', 'a'), secrets.DEFAULT_ENTROPY, secrets.token_hex() != secrets.token_hex())
for make in (lambda: secrets.randbelow(0), lambda: secrets.choice([]), lambda: secrets.token_bytes(-1)):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)

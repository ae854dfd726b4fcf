# gilsim: hashes of str and bytes are those of `PYTHONHASHSEED=0`, so sets of them have the same order in every run
# cpython: others in every run
# why: runs are the same everywhere
print(hash("gilsim") == -4123779200521313966, "".join(set("abcdefgh")) == "dfghbcae")
# gilsim prints:
# True True
# cpython prints:
# False False

print("a".center(4, "*"), "ab".center(5, "-"), "ab".ljust(4) + "|", "ab".rjust(4, "."), "-5".zfill(5), "+x".zfill(4),
      "abc".zfill(2), "a\tb\tc".expandtabs(4), "\t".expandtabs(0) + "|", "a\nb\tc".expandtabs(), "中".center(4, "文"))
for bad in (lambda: "a".center(5, "ab"), lambda: "a".ljust("x"), lambda: "a".center(5, "")):
    try:
        bad()
    except TypeError as error:
        print(error)

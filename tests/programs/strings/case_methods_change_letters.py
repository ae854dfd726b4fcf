print("hello World".title(), "they're".title(), "ß".upper(), "İ".lower() == "i̇", "ǆ".title(), "HeLLo".swapcase(),
      "ΑΣ".lower(), "straße".casefold(), "ﬁ".upper(), "hELLO wORLD".capitalize(), "ñ".upper(), "中".upper())
print("abc".islower(), "ABC1".isupper(), "Title Case".istitle(), "Not title".istitle(), "".islower(), "1".isupper(),
      "aB".islower())

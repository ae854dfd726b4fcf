名字 = "小明和threading"
print(len(名字), 名字[0], 名字[::-1], 名字.index("和"), 名字.encode().hex())
print("你好".center(10, "*"), "%s说%d" % ("他", 3), repr("中\n文\u200b\U0001F600"))
print(sorted("丙乙甲"), "é" == "e\u0301", "ß".upper(), "ÀÉ".lower())

print(0 or "x", "" and 1, None or [], 1 and 2 and 3, not [] and "empty")

def leave(how):
    for _ in range(2):
        try:
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "raise":
                raise ValueError("raised")
        except ValueError as error:
            return f"caught {error}"
        else:
            print("else")
        finally:
            print("finally after", how)
    return "end"

for how in ("return", "break", "continue", "raise", "fall"):
    print(leave(how))

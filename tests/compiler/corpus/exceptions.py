def finally_returns():
    for x in y:
        try:
            if x:
                return x
            elif y:
                break
            else:
                continue
        finally:
            print(x)
            if z:
                return 3


def nested():
    try:
        try:
            a
        except (A, B) as e:
            raise C from e
        except D:
            return
        except:
            pass
        else:
            b
        finally:
            c
    finally:
        with d as e, f as (g, h):
            return e


def with_in_loop():
    while True:
        with lock:
            if a:
                break
            if b:
                continue
            return 1


def groups():
    try:
        a
    except* ValueError as e:
        b
    except* (TypeError, KeyError):
        c
    else:
        d
    finally:
        f


async def asynchronous():
    async with a as b:
        async for c in b:
            if c:
                return await c
            try:
                yield c
            finally:
                await d
    async with a:
        pass
    else_ = 1


def handler_leaves():
    for i in x:
        try:
            a
        except E as e:
            if e:
                continue
            break
        finally:
            pass

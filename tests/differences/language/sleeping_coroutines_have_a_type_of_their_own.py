# gilsim: `asyncio.sleep()` gives a coroutine made in C++, whose type only passes for that of other coroutines
# cpython: all coroutines are of one type
# why: programs make them by the million
import asyncio
import types

sleep = asyncio.sleep(0)
print(isinstance(sleep, types.CoroutineType), type(sleep).__name__, type(sleep) is types.CoroutineType)
sleep.close()
# gilsim prints:
# True coroutine False
# cpython prints:
# True coroutine True

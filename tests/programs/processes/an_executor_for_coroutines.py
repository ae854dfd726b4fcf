import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def is_prime(n):
    return n > 1 and all(n % divisor for divisor in range(2, int(n ** 0.5) + 1))


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as executor:
        answers = await asyncio.gather(*(loop.run_in_executor(executor, is_prime, n) for n in range(20)))
    print([n for n, answer in enumerate(answers) if answer])


if __name__ == '__main__':
    asyncio.run(main())
    print(multiprocessing.active_children())

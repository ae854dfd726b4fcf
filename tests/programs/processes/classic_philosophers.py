# Five philosophers, a process each; the last takes its forks the other way round, so that nobody starves.
import multiprocessing


def philosopher(number, forks, meals):
    first, second = forks[number], forks[(number + 1) % len(forks)]
    if number == len(forks) - 1:
        first, second = second, first
    for _ in range(3):
        with first, second:
            with meals.get_lock():
                meals[number] += 1


if __name__ == '__main__':
    forks = [multiprocessing.Lock() for _ in range(5)]
    meals = multiprocessing.Array('i', 5)
    table = [multiprocessing.Process(target=philosopher, args=(n, forks, meals)) for n in range(5)]
    for process in table:
        process.start()
    for process in table:
        process.join()
    print(meals[:])

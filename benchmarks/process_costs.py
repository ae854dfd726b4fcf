"""What processes cost, in microseconds, beside what the model was made by; what is off by more than half is marked.

    gilsim run -q --python 3.11 benchmarks/process_costs.py      (virtual time)
    python3 benchmarks/process_costs.py                          (this machine)
    python3 benchmarks/process_costs.py path/to/gilsim           (both, side by side)
"""
import multiprocessing
import os
import statistics
import subprocess
import sys
import time

# CPython 3.11 on the reference machine: two virtual cores that other work kept busy, too. One figure, or from one to another.
REFERENCE = {
    'python -c pass': (17_000, 77_000),
    'fork, _exit, waitpid': 2300,
    'start and join, fork': 3800,
    'start and join, spawn': 79_000,
    'start and join, forkserver': 11_000,
    'Pipe round trip': 36,
    'Queue round trip': 74,
    'Value, with its lock': 1.5,
    'Pool(2), close, join': 12_000,
    'Pool.apply': 201,
    'Pool.map, an item, chunks of 1': 39,
    'Pool.map, an item': .35,
    'ThreadPoolExecutor.submit, result': 41,
}
MOST_OFF = 1.5


def nothing(*_):
    pass


def square(number):
    return number * number


def echo(receive, send):
    while (message := receive()) is not None:
        send(message)


def timed(count, function, *args, rounds=3):
    """Microseconds a call: the best of some rounds."""
    best = float('inf')
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(count):
            function(*args)
        best = min(best, time.perf_counter() - start)
    return best / count * 1e6


def start_and_join(context):
    process = context.Process(target=nothing)
    process.start()
    process.join()


def fork_and_wait():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def run_python():
    subprocess.run([sys.executable, '-c', 'pass'])


def make_pool():
    pool = multiprocessing.Pool(2)
    pool.close()
    pool.join()


def map_twice(count=10_000):
    with multiprocessing.Pool(2) as pool:
        pool.map(square, range(10))
        return [timed(1, pool.map, square, range(count), rounds=1) / count for _ in range(2)]


def round_trips(receive, send, send_there, receive_there):
    process = multiprocessing.Process(target=echo, args=(receive_there, send_there))
    process.start()

    def once():
        send(1)
        receive()

    once()
    result = timed(300, once)
    send(None)
    process.join()
    return result


def queue_round_trip():
    there, back = multiprocessing.Queue(), multiprocessing.Queue()
    return round_trips(back.get, there.put, back.put, there.get)


def pipe_round_trip():
    ours, theirs = multiprocessing.Pipe()
    return round_trips(ours.recv, ours.send, theirs.send, theirs.recv)


def raw_pipe_round_trip():
    (there_r, there_w), (back_r, back_w) = os.pipe(), os.pipe()
    return round_trips(lambda: os.read(back_r, 1), lambda message: os.write(there_w, b'0' if message else b'1'),
                       lambda message: os.write(back_w, message),
                       lambda: (lambda octet: octet if octet == b'0' else None)(os.read(there_r, 1)))


def increment(value):
    with value.get_lock():
        value.value += 1


def lock_and_unlock(lock):
    lock.acquire()
    lock.release()


def ratio_to_reference(name, microseconds):
    """How far a figure is from the reference: 1 within its range, None where there is none."""
    if name not in REFERENCE:
        return None
    figures = REFERENCE[name]
    low, high = figures if isinstance(figures, tuple) else (figures, figures)
    return microseconds / min(max(microseconds, low), high)


def columns(name, *measured):
    """The line of an operation: the reference, then each figure with its ratio."""
    figures = REFERENCE.get(name, '')
    line = f'{name:34}' + f'{"-".join(map(str, figures)) if isinstance(figures, tuple) else figures:>14}'
    for microseconds in measured:
        ratio = ratio_to_reference(name, microseconds)
        mark = ' ' if ratio is None or 1 / MOST_OFF <= ratio <= MOST_OFF else '!'
        line += f'{microseconds:12.{2 if microseconds < 1 else 1}f}' + (' ' * 7 if ratio is None else f'{ratio:6.2f}{mark}')
    return line


def show(name, microseconds):
    print(columns(name, microseconds), flush=True)


def heading(*measured):
    return f'{"microseconds":34}{"reference":>14}' + ''.join(f'{name:>12} ratio ' for name in measured)


def measure():
    print(heading('measured'), flush=True)
    show('python -c pass', timed(3, run_python))
    show('fork, _exit, waitpid', timed(10, fork_and_wait))
    for method in ('fork', 'spawn', 'forkserver'):
        context = multiprocessing.get_context(method)
        start_and_join(context)
        show('start and join, ' + method, timed(3, start_and_join, context))
    show('os.pipe round trip', raw_pipe_round_trip())
    show('Pipe round trip', pipe_round_trip())
    show('Queue round trip', queue_round_trip())
    show('Lock', timed(2000, lock_and_unlock, multiprocessing.Lock()))
    value = multiprocessing.Value('i', 0)
    show('Value, with its lock', timed(2000, increment, value))
    show('Value += 1', timed(2000, lambda: setattr(value, 'value', value.value + 1)))
    measure_pools()
    with multiprocessing.Manager() as manager:
        shared = manager.dict()
        show('a call of a manager', timed(100, shared.get, 1))


def measure_pools():
    # Not at the top: the children of a spawn or a fork server would import it anew.
    from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
    show('Pool(2), close, join', timed(3, make_pool))
    with multiprocessing.Pool(2) as pool:
        pool.map(nothing, range(10))
        show('Pool.apply', timed(200, pool.apply, nothing, (1,)))
        # Rounds differ by how four threads and two workers happen to meet on two cores: half of them take less.
        rounds = [timed(1, pool.map, nothing, range(1000), 1, rounds=1) / 1000 for _ in range(9)]
        show('Pool.map, an item, chunks of 1', statistics.median(rounds))
    # The first time memory is filled that a fork has left shared; later it is there.
    first, later = zip(*(map_twice() for _ in range(9)))
    show('Pool.map, an item', statistics.median(first))
    show('Pool.map, an item, later', statistics.median(later))
    for kind in (ProcessPoolExecutor, ThreadPoolExecutor):
        with kind(2) as executor:
            executor.submit(nothing).result()
            show(f'{kind.__name__}.submit, result', timed(200, lambda: executor.submit(nothing).result()))


def compare(gilsim):
    """Runs itself under both."""
    figures = []
    for command in ([gilsim, 'run', '-q', '--python', '3.11', __file__], [sys.executable, __file__]):
        lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[1:]
        figures.append({line[:34].rstrip(): float(line[48:].split()[0]) for line in lines})
    print(heading('gilsim', 'this machine'))
    for name, microseconds in figures[0].items():
        print(columns(name, microseconds, figures[1][name]))


if __name__ == '__main__':
    if len(sys.argv) > 1:
        compare(sys.argv[1])
    else:
        measure()

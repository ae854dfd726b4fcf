#!/usr/bin/env python3
"""Runs each program of benchmarks/programs under gilsim and under Debian's python3, turn by turn, and prints how many
times as fast gilsim is: host time, start-up subtracted, the best of several alternating rounds. The record is kept, as in
any run.

    benchmarks/compare.py [--gilsim PATH] [--python /usr/bin/python3] [--rounds 5] [program …]
"""
import argparse
import math
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent


def measure(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start


def best_of(rounds, commands):
    """The least time of each command over alternating rounds."""
    best = [math.inf] * len(commands)
    for _ in range(rounds):
        for i, command in enumerate(commands):
            best[i] = min(best[i], measure(command))
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--gilsim', default=str(HERE.parent / 'build' / 'app' / 'gilsim'))
    parser.add_argument('--python', default='/usr/bin/python3')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('program', nargs='*')
    options = parser.parse_args()
    programs = [HERE / 'programs' / f'{name}.py' for name in options.program] or sorted((HERE / 'programs').glob('*.py'))
    runners = [[options.gilsim, 'run', '-q'], [options.python]]
    empty = str(HERE / 'programs' / 'empty.py')
    start_up = best_of(max(10, options.rounds), [runner + [empty] for runner in runners])
    print(f'start-up: gilsim {start_up[0] * 1000:.1f} ms, python {start_up[1] * 1000:.1f} ms\n')
    print(f'{"times as fast":>13}  {"gilsim ms":>9}  {"python ms":>9}  program')
    ratios = []
    for program in programs:
        if program.stem == 'empty':
            continue
        try:
            times = best_of(options.rounds, [runner + [str(program)] for runner in runners])
        except subprocess.CalledProcessError as error:
            print(f'{"failed":>13}  {"":9}  {"":9}  {program.stem}: {error}')
            continue
        ours, theirs = (max(t - s, 1e-6) for t, s in zip(times, start_up))
        ratios.append(theirs / ours)
        what = program.read_text().split('\n', 1)[0].removeprefix('# ')
        print(f'{theirs / ours:13.1f}  {ours * 1000:9.1f}  {theirs * 1000:9.1f}  {program.stem} ({what})', flush=True)
    if ratios:
        mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
        print(f'\ngeometric mean: {mean:.2f} times as fast')


if __name__ == '__main__':
    sys.exit(main())

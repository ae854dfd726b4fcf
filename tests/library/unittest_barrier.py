# stderr: ignore
"""threading.Barrier."""
import threading
import unittest


class BarrierTest(unittest.TestCase):
    def run_threads(self, count, function):
        threads = [threading.Thread(target=function) for _ in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def test_all_leave_together_and_each_gets_a_number(self):
        barrier = threading.Barrier(3)
        numbers = []
        self.run_threads(3, lambda: numbers.append(barrier.wait()))
        self.assertCountEqual(numbers, [0, 1, 2])

    def test_action_runs_once_a_round(self):
        rounds = []
        barrier = threading.Barrier(2, action=lambda: rounds.append(len(rounds)))

        def work():
            for _ in range(3):
                barrier.wait()

        self.run_threads(2, work)
        self.assertEqual(rounds, [0, 1, 2])

    def test_a_timeout_breaks_it(self):
        barrier = threading.Barrier(2, timeout=0.01)
        with self.assertRaises(threading.BrokenBarrierError):
            barrier.wait()
        self.assertTrue(barrier.broken)
        with self.assertRaises(threading.BrokenBarrierError):
            barrier.wait()
        barrier.reset()
        self.assertFalse(barrier.broken)
        self.assertEqual((barrier.parties, barrier.n_waiting), (2, 0))

    def test_abort_wakes_the_waiting(self):
        barrier = threading.Barrier(3)
        errors = []

        def work():
            try:
                barrier.wait()
            except threading.BrokenBarrierError as error:
                errors.append(type(error).__name__)

        threads = [threading.Thread(target=work) for _ in range(2)]
        for thread in threads:
            thread.start()
        while barrier.n_waiting < 2:
            pass
        barrier.abort()
        for thread in threads:
            thread.join()
        self.assertEqual(errors, ['BrokenBarrierError'] * 2)

    def test_a_failing_action_breaks_it(self):
        barrier = threading.Barrier(1, action=lambda: 1 / 0)
        with self.assertRaises(ZeroDivisionError):
            barrier.wait()
        self.assertTrue(barrier.broken)


if __name__ == '__main__':
    unittest.main()

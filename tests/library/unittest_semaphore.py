# stderr: ignore
"""threading.Semaphore and BoundedSemaphore."""
import threading
import time
import unittest


class SemaphoreTest(unittest.TestCase):
    def test_it_lets_only_so_many_in(self):
        semaphore = threading.Semaphore(2)
        lock = threading.Lock()
        inside, most = 0, 0

        def work():
            nonlocal inside, most
            with semaphore:
                with lock:
                    inside += 1
                    most = max(most, inside)
                time.sleep(0.005)
                with lock:
                    inside -= 1

        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(most, 2)

    def test_without_waiting(self):
        semaphore = threading.Semaphore()
        self.assertTrue(semaphore.acquire(blocking=False))
        self.assertFalse(semaphore.acquire(blocking=False))
        self.assertFalse(semaphore.acquire(timeout=0.01))
        semaphore.release(2)
        self.assertTrue(semaphore.acquire())
        self.assertTrue(semaphore.acquire())

    def test_arguments(self):
        with self.assertRaisesRegex(ValueError, 'semaphore initial value must be >= 0'):
            threading.Semaphore(-1)
        with self.assertRaisesRegex(ValueError, 'n must be one or more'):
            threading.Semaphore().release(0)
        with self.assertRaisesRegex(ValueError, "can't specify timeout for non-blocking acquire"):
            threading.Semaphore().acquire(False, timeout=1)

    def test_bounded(self):
        semaphore = threading.BoundedSemaphore(1)
        with self.assertRaisesRegex(ValueError, 'Semaphore released too many times'):
            semaphore.release()
        with semaphore:
            self.assertFalse(semaphore.acquire(blocking=False))
        self.assertTrue(semaphore.acquire(blocking=False))


if __name__ == '__main__':
    unittest.main()

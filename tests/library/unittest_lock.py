# stderr: ignore
"""threading.Lock."""
import threading
import time
import unittest


class LockTest(unittest.TestCase):
    def setUp(self):
        self.lock = threading.Lock()

    def test_only_one_holds_it(self):
        self.assertTrue(self.lock.acquire())
        self.assertTrue(self.lock.locked())
        self.assertFalse(self.lock.acquire(blocking=False))
        self.lock.release()
        self.assertFalse(self.lock.locked())

    def test_release_of_a_free_lock(self):
        with self.assertRaisesRegex(RuntimeError, 'release unlocked lock'):
            self.lock.release()

    def test_with_statement_releases_after_an_error(self):
        with self.assertRaises(KeyError):
            with self.lock:
                raise KeyError
        self.assertFalse(self.lock.locked())

    def test_timeout(self):
        self.lock.acquire()
        began = time.monotonic()
        self.assertFalse(self.lock.acquire(timeout=0.05))
        self.assertGreaterEqual(time.monotonic() - began, 0.05)

    def test_arguments(self):
        with self.assertRaisesRegex(ValueError, "can't specify a timeout for a non-blocking call"):
            self.lock.acquire(False, 1)
        with self.assertRaisesRegex(ValueError, 'timeout value must be positive'):
            self.lock.acquire(timeout=-5)

    def test_another_thread_may_release(self):
        self.lock.acquire()
        thread = threading.Thread(target=self.lock.release)
        thread.start()
        self.assertTrue(self.lock.acquire(timeout=5))
        thread.join()

    def test_it_keeps_updates_whole(self):
        self.count = 0

        def work():
            for _ in range(200):
                with self.lock:
                    before = self.count
                    time.sleep(0)
                    self.count = before + 1

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.count, 800)

    def test_repr(self):
        self.assertRegex(repr(self.lock), '^<unlocked _thread.lock object at 0x')
        with self.lock:
            self.assertRegex(repr(self.lock), '^<locked _thread.lock object at 0x')


if __name__ == '__main__':
    unittest.main()

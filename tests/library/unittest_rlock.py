# stderr: ignore
"""threading.RLock."""
import threading
import unittest


class RLockTest(unittest.TestCase):
    def setUp(self):
        self.lock = threading.RLock()

    def in_other_thread(self, function):
        results = []
        thread = threading.Thread(target=lambda: results.append(function()))
        thread.start()
        thread.join()
        return results[0]

    def test_its_holder_may_take_it_again(self):
        with self.lock:
            with self.lock:
                self.assertFalse(self.in_other_thread(lambda: self.lock.acquire(blocking=False)))
            self.assertFalse(self.in_other_thread(lambda: self.lock.acquire(timeout=0.01)))
        self.assertTrue(self.in_other_thread(lambda: self.lock.acquire(blocking=False) and not self.lock.release()))

    def test_only_its_holder_may_release(self):
        with self.assertRaisesRegex(RuntimeError, 'cannot release un-acquired lock'):
            self.lock.release()

        def release():
            try:
                self.lock.release()
            except RuntimeError as error:
                return str(error)

        with self.lock:
            self.assertEqual(self.in_other_thread(release), 'cannot release un-acquired lock')

    def test_release_as_often_as_acquire(self):
        for _ in range(3):
            self.lock.acquire()
        for _ in range(3):
            self.lock.release()
        with self.assertRaises(RuntimeError):
            self.lock.release()


if __name__ == '__main__':
    unittest.main()

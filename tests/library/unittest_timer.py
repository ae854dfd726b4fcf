# stderr: ignore
"""threading.Timer."""
import threading
import time
import unittest


class TimerTest(unittest.TestCase):
    def test_it_calls_later(self):
        calls = []
        began = time.monotonic()
        timer = threading.Timer(0.02, lambda *args, **kwargs: calls.append((args, kwargs)), [1], {'key': 2})
        timer.start()
        self.assertEqual(calls, [])
        timer.join()
        self.assertEqual(calls, [((1,), {'key': 2})])
        self.assertGreaterEqual(time.monotonic() - began, 0.02)

    def test_cancel(self):
        calls = []
        timer = threading.Timer(5, calls.append, [1])
        timer.start()
        timer.cancel()
        timer.join()
        self.assertEqual(calls, [])
        self.assertTrue(timer.finished.is_set())


if __name__ == '__main__':
    unittest.main()

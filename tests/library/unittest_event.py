# stderr: ignore
"""threading.Event."""
import threading
import unittest


class EventTest(unittest.TestCase):
    def test_set_clear_and_wait(self):
        event = threading.Event()
        self.assertFalse(event.is_set())
        self.assertFalse(event.wait(0.01))
        event.set()
        self.assertTrue(event.is_set())
        self.assertTrue(event.wait())
        event.clear()
        self.assertFalse(event.wait(0))

    def test_all_waiters_are_woken(self):
        event = threading.Event()
        results = []
        threads = [threading.Thread(target=lambda: results.append(event.wait())) for _ in range(5)]
        for thread in threads:
            thread.start()
        self.assertEqual(results, [])
        event.set()
        for thread in threads:
            thread.join()
        self.assertEqual(results, [True] * 5)


if __name__ == '__main__':
    unittest.main()

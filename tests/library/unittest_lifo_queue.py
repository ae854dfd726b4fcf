# stderr: ignore
"""queue.LifoQueue."""
import queue
import threading
import unittest


class LifoQueueTest(unittest.TestCase):
    def test_empty_and_full(self):
        jobs = queue.LifoQueue(maxsize=2)
        self.assertTrue(jobs.empty())
        with self.assertRaises(queue.Empty):
            jobs.get_nowait()
        with self.assertRaises(queue.Empty):
            jobs.get(timeout=0.01)
        jobs.put(1)
        jobs.put(2)
        self.assertTrue(jobs.full())
        with self.assertRaises(queue.Full):
            jobs.put_nowait(3)
        with self.assertRaises(queue.Full):
            jobs.put(3, timeout=0.01)
        self.assertEqual(jobs.qsize(), 2)

    def test_threads_hand_everything_over(self):
        jobs = queue.LifoQueue(maxsize=3)
        got = []

        def consume():
            while (item := jobs.get()) < 100:
                got.append(item)
                jobs.task_done()

        threads = [threading.Thread(target=consume) for _ in range(3)]
        for thread in threads:
            thread.start()
        for item in range(30):
            jobs.put(item)
        jobs.join()
        for _ in threads:
            jobs.put(100)
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(got), list(range(30)))

    def test_last_in_first_out(self):
        jobs = queue.LifoQueue()
        for item in range(5):
            jobs.put(item)
        self.assertEqual([jobs.get() for _ in range(5)], [4, 3, 2, 1, 0])


if __name__ == '__main__':
    unittest.main()

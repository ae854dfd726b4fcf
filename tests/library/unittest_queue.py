# stderr: ignore
"""queue.Queue, LifoQueue and PriorityQueue."""
import queue
import threading
import unittest


class EveryKind:
    """What all kinds of queue do; `kind` is the class."""

    def test_empty_and_full(self):
        jobs = self.kind(maxsize=2)
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
        jobs = self.kind(maxsize=3)
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


class QueueTest(EveryKind, unittest.TestCase):
    kind = queue.Queue

    def test_first_in_first_out(self):
        jobs = queue.Queue()
        for item in range(5):
            jobs.put(item)
        self.assertEqual([jobs.get() for _ in range(5)], list(range(5)))

    def test_task_done_too_often(self):
        with self.assertRaisesRegex(ValueError, r'task_done\(\) called too many times'):
            queue.Queue().task_done()

    def test_negative_timeout(self):
        with self.assertRaisesRegex(ValueError, "'timeout' must be a non-negative number"):
            queue.Queue().get(timeout=-1)


class LifoQueueTest(EveryKind, unittest.TestCase):
    kind = queue.LifoQueue

    def test_last_in_first_out(self):
        jobs = queue.LifoQueue()
        for item in range(5):
            jobs.put(item)
        self.assertEqual([jobs.get() for _ in range(5)], [4, 3, 2, 1, 0])


class PriorityQueueTest(EveryKind, unittest.TestCase):
    kind = queue.PriorityQueue

    def test_the_smallest_first(self):
        jobs = queue.PriorityQueue()
        for item in (3, 'b'), (1, 'z'), (2, 'a'), (1, 'a'):
            jobs.put(item)
        self.assertEqual([jobs.get() for _ in range(4)], [(1, 'a'), (1, 'z'), (2, 'a'), (3, 'b')])

    def test_items_must_have_an_order(self):
        jobs = queue.PriorityQueue()
        jobs.put((1, {}))
        with self.assertRaises(TypeError):
            jobs.put((1, {'key': 1}))


if __name__ == '__main__':
    unittest.main()

# stderr: ignore
"""queue.SimpleQueue."""
import queue
import threading
import unittest


class SimpleQueueTest(unittest.TestCase):
    def test_first_in_first_out(self):
        items = queue.SimpleQueue()
        for item in range(3):
            items.put(item)
        self.assertEqual(items.qsize(), 3)
        self.assertEqual([items.get() for _ in range(3)], [0, 1, 2])
        self.assertTrue(items.empty())

    def test_empty(self):
        items = queue.SimpleQueue()
        with self.assertRaises(queue.Empty):
            items.get_nowait()
        with self.assertRaises(queue.Empty):
            items.get(timeout=0.01)
        with self.assertRaises(queue.Empty):
            items.get(block=False)

    def test_a_waiting_thread_gets_the_item(self):
        items = queue.SimpleQueue()
        got = []
        thread = threading.Thread(target=lambda: got.append(items.get()))
        thread.start()
        items.put('item')
        thread.join()
        self.assertEqual(got, ['item'])


if __name__ == '__main__':
    unittest.main()

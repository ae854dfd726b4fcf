# stderr: ignore
"""threading.Condition."""
import threading
import time
import unittest


class ConditionTest(unittest.TestCase):
    def setUp(self):
        self.condition = threading.Condition()
        self.log = []

    def start_waiters(self, count):
        def wait(number):
            with self.condition:
                self.log.append(('waits', number))
                self.condition.wait()
                self.log.append(('woken', number))

        threads = [threading.Thread(target=wait, args=(number,)) for number in range(count)]
        for thread in threads:
            thread.start()
        while True:
            with self.condition:
                if len(self.log) == count:
                    return threads
            time.sleep(0.001)

    def test_notify_wakes_as_many_as_asked(self):
        threads = self.start_waiters(3)
        with self.condition:
            self.condition.notify(2)
        for thread in threads:
            thread.join(0.1)
        self.assertEqual(sum(what == 'woken' for what, _ in self.log), 2)
        with self.condition:
            self.condition.notify_all()
        for thread in threads:
            thread.join()
        self.assertEqual(len(self.log), 6)

    def test_the_lock_is_needed(self):
        with self.assertRaisesRegex(RuntimeError, 'cannot wait on un-acquired lock'):
            self.condition.wait()
        with self.assertRaisesRegex(RuntimeError, 'cannot notify on un-acquired lock'):
            self.condition.notify()

    def test_timeout(self):
        with self.condition:
            self.assertFalse(self.condition.wait(0.01))
            self.assertFalse(self.condition.wait_for(lambda: False, timeout=0.01))
            self.assertEqual(self.condition.wait_for(lambda: 'true'), 'true')

    def test_wait_for(self):
        items = []

        def consume():
            with self.condition:
                self.condition.wait_for(lambda: len(items) == 3)
                self.log.append(list(items))

        thread = threading.Thread(target=consume)
        thread.start()
        for item in range(3):
            with self.condition:
                items.append(item)
                self.condition.notify()
        thread.join()
        self.assertEqual(self.log, [[0, 1, 2]])

    def test_wait_gives_up_a_lock_taken_twice(self):
        with self.condition:
            with self.condition:
                thread = threading.Thread(target=self.notify)
                thread.start()
                self.assertTrue(self.condition.wait(5))
        thread.join()

    def notify(self):
        with self.condition:
            self.condition.notify()

    def test_own_lock(self):
        lock = threading.Lock()
        condition = threading.Condition(lock)
        with condition:
            self.assertTrue(lock.locked())


if __name__ == '__main__':
    unittest.main()

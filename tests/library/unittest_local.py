# stderr: ignore
"""threading.local."""
import threading
import unittest


class LocalTest(unittest.TestCase):
    def in_other_thread(self, function):
        results = []
        thread = threading.Thread(target=lambda: results.append(function()))
        thread.start()
        thread.join()
        return results[0]

    def test_each_thread_has_its_own_attributes(self):
        local = threading.local()
        local.value = 'main'
        self.assertFalse(self.in_other_thread(lambda: hasattr(local, 'value')))
        self.assertEqual(self.in_other_thread(lambda: setattr(local, 'value', 1) or local.value), 1)
        self.assertEqual(local.value, 'main')
        self.assertEqual(local.__dict__, {'value': 'main'})

    def test_init_runs_in_every_thread(self):
        class Local(threading.local):
            def __init__(self, value):
                self.value = [value]

        local = Local(7)
        local.value.append(8)
        self.assertEqual(self.in_other_thread(lambda: local.value), [7])
        self.assertEqual(local.value, [7, 8])

    def test_arguments_need_an_init(self):
        with self.assertRaisesRegex(TypeError, 'Initialization arguments are not supported'):
            threading.local(1)


if __name__ == '__main__':
    unittest.main()

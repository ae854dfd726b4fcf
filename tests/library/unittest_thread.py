# stderr: ignore
"""threading.Thread and what the module tells of threads."""
import threading
import unittest


class ThreadTest(unittest.TestCase):
    def test_life(self):
        go = threading.Event()
        thread = threading.Thread(target=go.wait, name='worker')
        self.assertFalse(thread.is_alive())
        self.assertIsNone(thread.ident)
        thread.start()
        self.assertTrue(thread.is_alive())
        self.assertIsInstance(thread.ident, int)
        self.assertIn(thread, threading.enumerate())
        self.assertEqual(threading.active_count(), 2)
        go.set()
        thread.join()
        self.assertFalse(thread.is_alive())
        self.assertEqual(threading.enumerate(), [threading.main_thread()])

    def test_arguments_reach_the_target(self):
        got = []
        thread = threading.Thread(target=lambda *args, **kwargs: got.append((args, kwargs)), args=(1, 2), kwargs={'three': 3})
        thread.start()
        thread.join()
        self.assertEqual(got, [((1, 2), {'three': 3})])

    def test_run_may_be_overridden(self):
        class Worker(threading.Thread):
            def run(self):
                self.result = threading.current_thread() is self

        worker = Worker(daemon=True)
        self.assertTrue(worker.daemon)
        worker.start()
        worker.join()
        self.assertTrue(worker.result)

    def test_misuse(self):
        thread = threading.Thread()
        with self.assertRaisesRegex(RuntimeError, 'cannot join thread before it is started'):
            thread.join()
        thread.start()
        with self.assertRaisesRegex(RuntimeError, 'threads can only be started once'):
            thread.start()
        with self.assertRaisesRegex(RuntimeError, 'cannot join current thread'):
            threading.current_thread().join()
        thread.join()
        with self.assertRaisesRegex(RuntimeError, 'cannot set daemon status of active thread'):
            threading.main_thread().daemon = True

    def test_join_with_timeout(self):
        go = threading.Event()
        thread = threading.Thread(target=go.wait)
        thread.start()
        thread.join(0.01)
        self.assertTrue(thread.is_alive())
        go.set()
        thread.join()

    def test_excepthook(self):
        seen = []
        self.addCleanup(setattr, threading, 'excepthook', threading.excepthook)
        threading.excepthook = lambda args: seen.append((args.exc_type, str(args.exc_value), args.thread.name))

        def fail():
            raise ValueError('wrong')

        thread = threading.Thread(target=fail, name='failing')
        thread.start()
        thread.join()
        self.assertEqual(seen, [(ValueError, 'wrong', 'failing')])

    def test_main_thread(self):
        self.assertIs(threading.current_thread(), threading.main_thread())
        self.assertEqual(threading.main_thread().name, 'MainThread')
        self.assertEqual(threading.get_ident(), threading.main_thread().ident)


if __name__ == '__main__':
    unittest.main()

# The time that a run took is each one's own.
import io
import re
import unittest


class Runner(unittest.TextTestRunner):
    def __init__(self, **options):
        super().__init__(stream=io.StringIO(), **options)

    def run(self, tests):
        result = super().run(tests)
        print(re.sub(r'in \d+\.\d+s', 'in TIME', self.stream.getvalue()))
        return result


def setUpModule(): print('setUpModule')
def tearDownModule(): print('tearDownModule')
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('setUpClass'); cls.addClassCleanup(print, 'class cleanup')
    @classmethod
    def tearDownClass(cls): print('tearDownClass')
    def setUp(self): print('setUp', self._testMethodName); self.addCleanup(print, 'cleanup', 1)
    def tearDown(self): print('tearDown')
    def test_ok(self):
        "A docstring."
        self.assertEqual(1, 1)
    def test_fail(self): self.assertEqual([1, 2, 3], [1, 2, 4], 'message')
    def test_fail2(self): self.assertEqual('a\nb\n', 'a\nc\n')
    def test_fail3(self): self.assertEqual({'a': 1}, {'a': 2})
    def test_error(self): 1 / 0
    def test_sub(self):
        for i in range(4):
            with self.subTest('msg', i=i):
                self.assertEqual(i % 2, 0)
    @unittest.skip('not now')
    def test_skip(self): pass
    def test_skip2(self): self.skipTest('inside')
    @unittest.expectedFailure
    def test_xfail(self): self.fail('x')
    @unittest.expectedFailure
    def test_xpass(self): pass
    def test_raises(self):
        with self.assertRaises(ValueError) as cm: int('x')
        self.assertIn('invalid', str(cm.exception))
        with self.assertRaises(KeyError): pass
    def test_regex(self):
        with self.assertRaisesRegex(ValueError, 'nothing'): int('x')
    def test_call(self): self.assertRaises(ValueError, int, '3')
    def test_almost(self): self.assertAlmostEqual(1.0, 1.1)
    def test_true(self): self.assertTrue([])
    def test_chain(self):
        try: {}['k']
        except KeyError as e: raise RuntimeError('later') from e
    def test_count(self): self.assertCountEqual([1, 2, 2], [2, 3])
    def test_set(self): self.assertEqual({1, 2}, {2, 3})
    def test_tuple(self): self.assertEqual((1,), (1, 2, 3))
    def test_long(self): self.assertEqual(list(range(100)), list(range(99)))
    def test_long2(self): self.assertEqual('x' * 100, 'x' * 50 + 'y' * 50)
    def test_logs(self):
        import logging
        with self.assertLogs('a', level='INFO') as cm: logging.getLogger('a').info('hi')
        self.assertEqual(cm.output, ['INFO:a:hi'])
    def test_warns(self):
        import warnings
        with self.assertWarns(UserWarning): warnings.warn('x')
        with self.assertWarns(UserWarning): pass
    def test_misc(self):
        for f, a in ((self.assertIs, (1, 2)), (self.assertIsNone, (1,)), (self.assertIsNotNone, (None,)), (self.assertNotIn, (1, [1])),
                     (self.assertLess, (2, 1)), (self.assertGreaterEqual, (1, 2)), (self.assertIsInstance, (1, str)), (self.assertRegex, ('a', 'b')),
                     (self.assertNotRegex, ('abc', 'b')), (self.assertNotEqual, (1, 1)), (self.assertFalse, (1,)), (self.assertNotAlmostEqual, (1, 1)),
                     (self.assertAlmostEqual, (1, 5, None, None, 2))):
            with self.subTest(f=f.__name__): f(*a)
class Bad(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise ValueError('bad class')
    def test_a(self): pass
@unittest.skipIf(True, 'whole class')
class Skipped(unittest.TestCase):
    def test_a(self): pass
if __name__ == '__main__':
    print(T('test_ok'), repr(T('test_ok')), T('test_ok').id())
    program = unittest.main(verbosity=2, exit=False, testRunner=Runner)

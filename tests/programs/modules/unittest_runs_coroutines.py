# exit: 1
# stderr: ignore
import asyncio
import contextlib
import contextvars
import io
import unittest

variable = contextvars.ContextVar('variable', default='unset')
log = []


@contextlib.asynccontextmanager
async def resource(name):
    log.append(f'open {name}')
    yield name
    log.append(f'close {name}')


class Case(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        log.append('setUp')

    async def asyncSetUp(self):
        variable.set('set up')
        self.queue = asyncio.Queue()
        self.name = await self.enterAsyncContext(resource('r'))
        log.append('asyncSetUp')

    async def asyncTearDown(self):
        log.append('asyncTearDown ' + variable.get())

    def tearDown(self):
        log.append('tearDown')

    async def cleanup(self, *arguments):
        log.append(('cleanup', arguments))

    async def test_awaits(self):
        self.addAsyncCleanup(self.cleanup, 1)
        self.addCleanup(log.append, 'plain cleanup')
        await self.queue.put(1)
        await asyncio.sleep(0.001)
        self.assertEqual(await self.queue.get(), 1)
        self.assertEqual((self.name, variable.get()), ('r', 'set up'))
        variable.set('changed')

    def test_plain(self):
        self.assertEqual(variable.get(), 'set up')

    async def test_fails(self):
        await asyncio.sleep(0)
        self.assertEqual(1, 2)

    async def test_raises(self):
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.sleep(1), 0.01)
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(0))
        raise LookupError('really')

    async def test_subtests(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)


stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Case))
print('\n'.join(line for line in stream.getvalue().splitlines() if not line.startswith(('Ran', '  File', '    '))))
print(result.testsRun, len(result.failures), len(result.errors))
print(log)
raise SystemExit(not result.wasSuccessful())

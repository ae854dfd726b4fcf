# Ten sites, each 100 ms away with a page of 1 MB at 10 MB/s (0.3 s for each download): one after the other, with a thread for
# each, with coroutines. Downloads overlap as far as the sites are different ones.
# not-python

# /// script
# [tool.gilsim]
# [[tool.gilsim.sites]]
# name = "site0.example"
# latency = "100ms"
# bandwidth = "10 MB/s"
# size = "1 MB"
# [[tool.gilsim.sites]]
# name = "site1.example"
# latency = "100ms"
# bandwidth = "10 MB/s"
# size = "1 MB"
# [[tool.gilsim.sites]]
# name = "site2.example"
# latency = "100ms"
# bandwidth = "10 MB/s"
# size = "1 MB"
# [[tool.gilsim.sites]]
# name = "site3.example"
# latency = "100ms"
# bandwidth = "10 MB/s"
# size = "1 MB"
# [[tool.gilsim.sites]]
# name = "site4.example"
# latency = "100ms"
# bandwidth = "10 MB/s"
# size = "1 MB"
# [[tool.gilsim.sites]]
# name = "site5.example"
# latency = "100ms"
# bandwidth = "10 MB/s"
# size = "1 MB"
# [[tool.gilsim.sites]]
# name = "site6.example"
# latency = "100ms"
# bandwidth = "10 MB/s"
# size = "1 MB"
# [[tool.gilsim.sites]]
# name = "site7.example"
# latency = "100ms"
# bandwidth = "10 MB/s"
# size = "1 MB"
# [[tool.gilsim.sites]]
# name = "site8.example"
# latency = "100ms"
# bandwidth = "10 MB/s"
# size = "1 MB"
# [[tool.gilsim.sites]]
# name = "site9.example"
# latency = "100ms"
# bandwidth = "10 MB/s"
# size = "1 MB"
# ///
import asyncio
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import requests

URLS = [f'http://site{n}.example/' for n in range(10)]


def timed(name, action):
    start = time.perf_counter()
    action()
    print(f'{name}: {10 * (time.perf_counter() - start):.0f}')


def download(url):
    return len(requests.get(url).content)


async def fetch(host):
    reader, writer = await asyncio.open_connection(host, 80)
    writer.write(f'GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n'.encode())
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


async def fetch_all():
    answers = await asyncio.gather(*(fetch(url[7:-1]) for url in URLS))
    assert all(len(answer.partition(b'\r\n\r\n')[2]) == 1_000_000 for answer in answers)


def in_threads(urls):
    with ThreadPoolExecutor(10) as pool:
        assert list(pool.map(download, urls)) == [1_000_000] * 10


timed('one after the other', lambda: [download(url) for url in URLS])
timed('threads', lambda: in_threads(URLS))
timed('coroutines', lambda: asyncio.run(fetch_all()))
timed('one site, threads', lambda: in_threads(URLS[:1] * 10))
with urllib.request.urlopen(URLS[0]) as response:
    print('bytes:', len(response.read()))

# output:
# one after the other: 30
# threads: 3
# coroutines: 3
# one site, threads: 12
# bytes: 1000000

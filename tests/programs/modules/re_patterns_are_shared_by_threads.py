"""One pattern in many threads at once: a function called by sub() may wait in the middle, others search meanwhile."""
import re
import threading
import time

pattern = re.compile(r'(\w)(\d+)')
results = {}


def slowly(match):
    time.sleep(0.001)
    return match.group(2) + match.group(1)


def work(name):
    text = f'{name}1 {name}22 {name}333'
    replaced = pattern.sub(slowly, text)
    spans = []
    for match in pattern.finditer(text):
        time.sleep(0.001)
        spans.append((match.span(), match.group(), match.lastindex))
    results[name] = replaced, spans, pattern.findall(text)


threads = [threading.Thread(target=work, args=(name,)) for name in 'abcd']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for name in sorted(results):
    print(name, *results[name])

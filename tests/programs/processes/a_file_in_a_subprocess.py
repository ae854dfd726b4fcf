# stderr: ignore
import os
import subprocess
import sys

here = os.path.dirname(os.path.abspath(__file__))
done = subprocess.run([sys.executable, os.path.join(here, '_greeting.py'), 'a', 'b'], stdout=subprocess.PIPE, text=True)
print(done.returncode, done.stdout)
done = subprocess.run([sys.executable, '-m', '_greeting'], cwd=here, capture_output=True, text=True)
print(done.returncode, done.stdout, done.stderr)
done = subprocess.run([sys.executable, 'no_such_file.py'], cwd='/tmp', stderr=subprocess.DEVNULL)
print(done.returncode)

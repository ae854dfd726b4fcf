"""The runs that README.md shows must be what gilsim prints: readme_sample.py GILSIM [--write]."""
import difflib
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
README = os.path.join(ROOT, "README.md")
SAMPLE = re.compile(r"(?<=```\n\$ scripts/gilsim )(.*)\n([^`]*)(?=```\n)")


def printed(gilsim, arguments):
    return subprocess.run([gilsim, *arguments.split()], cwd=ROOT, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, encoding="utf-8", env={**os.environ, "COLUMNS": "80", "LC_ALL": "C.UTF-8"}).stdout


def main():
    gilsim = os.path.abspath(sys.argv[1])
    with open(README, encoding="utf-8") as file:
        text = file.read()
    mended = SAMPLE.sub(lambda shown: f"{shown[1]}\n{printed(gilsim, shown[1])}", text)
    if "--write" in sys.argv:
        with open(README, "w", encoding="utf-8") as file:
            file.write(mended)
    elif mended != text:
        print(*difflib.unified_diff(text.splitlines(), mended.splitlines(), "README.md", "gilsim", lineterm="", n=0), sep="\n")
        print(f"README.md does not show what gilsim prints; {sys.argv[0]} {sys.argv[1]} --write mends it")
        return 1
    print(f"{len(SAMPLE.findall(text))} passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())

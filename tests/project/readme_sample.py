"""The run that README.md shows must be what gilsim prints: readme_sample.py GILSIM [--write]."""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
README = os.path.join(ROOT, "README.md")
SAMPLE = re.compile(r"(```\n\$ scripts/gilsim run (\S+)\n)(.*?)(```\n)", re.DOTALL)


def main():
    gilsim = os.path.abspath(sys.argv[1])
    with open(README, encoding="utf-8") as file:
        text = file.read()
    shown = SAMPLE.search(text)
    done = subprocess.run([gilsim, "run", "--lang", "en", shown[2]], cwd=ROOT, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, encoding="utf-8", env={**os.environ, "COLUMNS": "80"})
    if "--write" in sys.argv:
        with open(README, "w", encoding="utf-8") as file:
            file.write(text[:shown.start(3)] + done.stdout + text[shown.end(3):])
    elif done.stdout != shown[3]:
        print(f"README.md does not show what gilsim prints; {sys.argv[0]} {sys.argv[1]} --write mends it", done.stdout, sep="\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

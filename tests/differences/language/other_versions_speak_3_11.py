# gilsim: `--python 3.9` has the speed, the switch points and the `sys.version_info` of 3.9; language, library and
#   messages are always 3.11's
# cpython: 3.9 has no `match`
# why: lessons compare how versions run threads, not how they read programs
# run: --python 3.9
import sys
match sys.version_info[:2]:
    case version:
        print(version)
# gilsim prints:
# (3, 9)
# cpython prints:
# (3, 11)

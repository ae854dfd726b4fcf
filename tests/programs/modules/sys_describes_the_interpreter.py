import sys
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.maxsize, sys.byteorder,
      sys.platform, sys.maxunicode, sys.getrecursionlimit(), sys.getdefaultencoding(), sys.implementation.name,
      sys.hexversion > 0, sys.float_info.mant_dig, sys.int_info.bits_per_digit, sys.hash_info.width, sys.api_version,
      sys.getswitchinterval(), sys.argv[0].endswith(".py"), sys.intern("a") is sys.intern("a"),
      sys.getfilesystemencoding(), sys.flags.optimize, sys.stdin.name, sys.stdout.name,
      sys.stderr.encoding, sys.thread_info.name, "sys" in sys.modules, sys.exec_prefix == sys.prefix,
      sys.get_int_max_str_digits())
try:
    sys.setrecursionlimit(1)
except (RecursionError, ValueError) as error:
    print(type(error).__name__, str(error)[:40])
try:
    int("1" * 5000)
except ValueError as error:
    print(error)
try:
    str(10 ** 5000)
except ValueError as error:
    print(error)
sys.stdout.write("written\n")
sys.displayhook([1])
sys.displayhook(None)
sys.stderr.write("to stderr\n")

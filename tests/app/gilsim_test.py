"""Tests of the gilsim program as its users meet it: streams, exit statuses, reports, traces, errors.

Run as `gilsim_test.py GILSIM`.
"""
import gzip
import json
import os
import pathlib
import pty
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import command_line

PYTHON = "/usr/bin/python3"


def python_version():
    try:
        return subprocess.run([PYTHON, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True,
                              text=True).stdout.strip()
    except OSError:
        return None


with_oracle = unittest.skipUnless(python_version() == "3.11", f"{PYTHON} is not Python 3.11")
GILSIM = command_line.GILSIM

COUNT_DOWN = """\
import threading

def count(n):
    while n:
        n -= 1

threads = [threading.Thread(target=count, args=(200000,), name=name) for name in ("小明", "小红")]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
"""
DEADLOCK = """\
import threading
lock = threading.Lock()
lock.acquire()
print("once")
lock.acquire()
"""


class GilsimTest(command_line.CommandTest):
    def setUp(self):
        super().setUp()
        self.write("count.py", COUNT_DOWN)
        self.write("deadlock.py", DEADLOCK)

    def test_output_is_untouched_and_the_report_is_on_standard_error(self):
        done = self.gilsim("run", "count.py")
        self.assertEqual((done.returncode, done.stdout), (0, "done\n"))
        for part in ("settings", "python 3.11", "MainThread", "小明", "小红", "all 3", "core 0", "timeline"):
            self.assertIn(part, done.stderr)
        self.assertNotIn("\033", done.stderr)

    def test_quiet_leaves_only_what_the_program_wrote(self):
        done = self.gilsim("run", "-q", "count.py")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "done\n", ""))

    def test_the_same_settings_give_the_same_report(self):
        reports = {self.gilsim("run", "--seed", "5", "count.py").stderr for _ in range(2)}
        self.assertEqual(len(reports), 1)

    def test_the_report_speaks_chinese(self):
        by_option = self.gilsim("run", "--lang", "zh", "count.py").stderr
        by_environment = self.gilsim("run", "count.py", LANG="zh_CN.UTF-8").stderr
        self.assertIn("时间线", by_option)
        self.assertIn("设置：程序 count.py，Python 3.11，核心数 2，机器 reference", by_option)
        self.assertEqual(by_option, by_environment)

    def test_the_report_fits_the_columns_that_there_are(self):
        for columns in ("40", "60", "120"):
            report = self.gilsim("run", "--lang", "en", "-n", "8", "count.py", COLUMNS=columns).stderr
            for line in report.splitlines():
                self.assertLessEqual(len(line), int(columns), line)

    def test_the_head_of_a_listing_fits_the_columns_that_there_are(self):
        for columns in (40, 60):
            head, _, _ = self.gilsim("disassemble", "count.py", COLUMNS=str(columns)).stdout.partition("\n\n")
            self.assertLessEqual(max(map(len, head.splitlines())), columns)

    def test_colours_are_there_when_asked_for(self):
        self.assertIn("\033[", self.gilsim("run", "--color", "always", "count.py").stderr)
        self.assertIn("\033[31m*\033[0m", self.gilsim("disassemble", "--color", "always", "count.py").stdout)

    def test_chinese_is_punctuated_as_chinese(self):
        for arguments in (("run", "count.py"), ("run", "deadlock.py"), ("run", "--help"), ("--help",)):
            said = self.gilsim(*arguments, "--lang=zh") if "--help" in arguments[-1] else self.gilsim("run", "--lang=zh", arguments[1])
            for line in (said.stderr + said.stdout).splitlines():
                self.assertNotRegex(line, "[\u4e00-\u9fff][,:;]|[0-9%] ?[,;] [\u4e00-\u9fff]")

    def test_names_of_threads_keep_both_ends(self):
        self.write("long.py", "import threading\nname = 'a thread with a name that is rather long, number '\n"
                   "threads = [threading.Thread(target=print, name=name + str(i)) for i in (1, 2)]\n"
                   "for t in threads: t.start()\nfor t in threads: t.join()\n")
        report = self.gilsim("run", "long.py").stderr
        for number in "12":
            self.assertRegex(report, f"(?m)^a thread wi.*mber {number} ")

    def test_whoever_waits_is_said_so_alike(self):
        self.write("spin.py", "import threading\nthreading.Thread(target=lambda: [None for _ in iter(int, 1)], name='spinner').start()\n"
                   "while True: pass\n")
        errors = self.gilsim("run", "-q", "--max-time", "8ms", "spin.py").stderr
        self.assertRegex(errors, "(?m)^    [A-Za-z]+: waits for GIL$")

    def test_a_lock_that_an_ended_thread_holds_is_told_with_its_name(self):
        self.write("left.py", "import threading\nlock = threading.Lock()\nt = threading.Thread(target=lock.acquire, name='forgetful')\n"
                   "t.start()\nt.join()\nlock.acquire()\n")
        self.assertIn("MainThread wants lock, which forgetful held when it ended", self.gilsim("run", "-q", "left.py").stderr)
        self.assertIn("“MainThread”想要“lock”，而“forgetful”结束时仍持有它", self.gilsim("run", "-q", "--lang=zh", "left.py").stderr)

    def test_the_least_memory_is_named(self):
        for size in ("10", "10B", "1023K"):
            done = self.gilsim("run", "--max-memory", size, "count.py")
            self.assertEqual(done.returncode, 2)
            self.assertIn("at least 1M", done.stderr)

    def test_what_is_nested_too_deeply_is_refused_in_words_of_gilsim(self):
        self.write("deep.py", "x = " + "-" * 100000 + "1\n")
        done = self.gilsim("run", "deep.py")
        self.assertEqual(done.returncode, 2)
        self.assertIn("nested so deeply", done.stderr)

    def test_names_that_modules_lack_are_refused_before_the_run(self):
        self.write("lacks.py", "import os as system\nimport json.encoder\nfrom sys import call_tracing\nprint('ran')\n"
                   "def f():\n    system.chroot()\n    json.encoder.INFINITY\n")
        done = self.gilsim("run", "lacks.py")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        for line, name in ((3, "sys.call_tracing"), (6, "os.chroot"), (7, "json.encoder.INFINITY")):
            self.assertRegex(done.stderr, f"line {line}\n.*\n *\\^+\nUnsupported: '{name}' is not available in gilsim\n")
        self.assertIn("gilsim 没有“os.chroot”", self.gilsim("run", "--lang=zh", "lacks.py").stderr)

    def test_names_that_a_program_may_deal_with_itself_are_not_refused(self):
        self.write("careful.py", "import os, sys, signal, time\nif hasattr(os, 'chroot'):\n    os.chroot()\n"
                   "try:\n    sys.call_tracing\nexcept AttributeError:\n    print('caught')\n"
                   "def f(signal):\n    return signal.alarm\ndef g():\n    return time.sleep(0), signal.SIGINT\ng()\n")
        done = self.gilsim("run", "-q", "careful.py")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "caught\n", ""))

    def test_a_module_beside_the_program_is_its_own_business(self):
        self.write("signal.py", "def alarm(): print('own')\n")
        self.write("rings.py", "import signal\nsignal.alarm()\n")
        self.assertEqual(self.gilsim("run", "-q", "rings.py").stdout, "own\n")

    def test_help_has_no_gaps(self):
        self.assertNotIn("\n\n\n", self.gilsim("run", "--help").stdout)

    def test_a_terminal_gets_colours_unless_no_color_is_set(self):
        self.assertIn("\033[3", self.on_terminal())
        self.assertNotIn("\033[3", self.on_terminal(NO_COLOR="1"))

    def on_terminal(self, **environment):
        """What gilsim writes to a terminal."""
        main, other = pty.openpty()
        with subprocess.Popen([GILSIM, "run", "count.py"], stdout=subprocess.DEVNULL, stderr=other, cwd=self.folder,
                              env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, **environment}) as run:
            os.close(other)
            text = b""
            try:
                while data := os.read(main, 4096):
                    text += data
            except OSError:
                pass  # the other side is closed
            os.close(main)
            self.assertEqual(run.wait(), 0)
        return text.decode()

    def test_a_program_passes_its_exit_status_on(self):
        self.write("five.py", "import sys\nsys.exit(5)\n")
        self.write("raises.py", "raise ValueError('x')\n")
        self.assertEqual(self.gilsim("run", "-q", "five.py").returncode, 5)
        raised = self.gilsim("run", "-q", "raises.py")
        self.assertEqual(raised.returncode, 1)
        self.assertTrue(raised.stderr.endswith("ValueError: x\n"), raised.stderr)

    def test_a_deadlock_is_a_result_with_names_and_lines(self):
        done = self.gilsim("run", "-q", "deadlock.py")
        self.assertEqual((done.returncode, done.stdout), (3, "once\n"))
        for part in ("DEADLOCK", "MainThread", "deadlock.py:3: lock.acquire()", "deadlock.py:5: lock.acquire()"):
            self.assertIn(part, done.stderr)

    def test_limits_end_a_run_and_say_where_each_thread_was(self):
        self.write("forever.py", "n = 0\nwhile True:\n    n += 1\n")
        for option, value, verdict in (("--max-steps", "100000", "STEP LIMIT"), ("--max-time", "50ms", "TIME LIMIT")):
            done = self.gilsim("run", "-q", option, value, "forever.py")
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn(verdict, done.stderr)
            self.assertIn("MainThread", done.stderr)
            self.assertRegex(done.stderr, r"forever\.py:[23]")

    def test_a_memory_limit_ends_a_run(self):
        self.write("hoard.py", "a = []\nwhile True:\n    a.append([])\n")
        done = self.gilsim("run", "-q", "--max-memory", "20MB", "hoard.py")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("MEMORY LIMIT", done.stderr)

    def test_no_single_operation_outlasts_a_limit(self):
        long = ("10**10**9", "3**10**8", "pow(10**100000, 1000)", "(1 << 10**7) // 3**10**6", "pow(3, 3**10**5, 7**10**5)", "1 << 10**12",
                "str(3**10**6)", "int('1' * 10**7)", "math.factorial(10**7)", "math.comb(10**7, 5 * 10**6)", "math.perm(10**8)",
                "math.lcm(*range(1, 10**5))", "math.isqrt(3**10**7)", "'x' * 10**11", "bytes(10**11)", "[0] * 10**11", "list(range(10**12))",
                "sum(range(10**11))", "max(range(10**11))", "all(range(1, 10**12))", "'x' in range(10**12)", "range(10**12).count('x')",
                "10**11 in iter(range(10**12))", "set(range(10**12))", "dict.fromkeys(range(10**12))", "list(map(abs, range(10**12)))",
                "list(iter(int, 1))", "''.join(iter(str, 1))", "math.fsum(iter(float, 1))", "functools.reduce(max, iter(int, 1))",
                "collections.deque(itertools.count(), maxlen=1)", "next(itertools.islice(itertools.count(), 10**12, None))",
                "[*itertools.count()]", "bytes(iter(int, 1))")
        for expression in long:
            with self.subTest(expression=expression):
                self.write("long.py", "import collections, functools, itertools, math, sys\nsys.set_int_max_str_digits(0)\n" + expression + "\n")
                done = self.gilsim("run", "-q", "--max-time", "20ms", "--max-memory", "200M", "long.py")
                self.assertIn(done.returncode, (1, 3), done.stderr)
                self.assertRegex(done.stderr, "(TIME|MEMORY) LIMIT|MemoryError")

    def test_what_meets_the_limit_of_memory_hears_of_it(self):
        self.write("hoard.py", "a = []\nwhile True:\n    a.append([])\n")
        self.write("large.py", "a = bytearray(10**10)\n")
        for name, status, words in (("hoard.py", 3, "MEMORY LIMIT"), ("large.py", 1, "MemoryError\n")):
            done = self.gilsim("run", "-q", "--max-memory", "20MB", name)
            self.assertEqual(done.returncode, status)
            self.assertIn(words, done.stderr)
            self.assertEqual(done.stderr.count("may take 20M together; --max-memory changes that."), 1)
            self.assertIn("--max-memory 更改", self.gilsim("run", "--max-memory=20M", "--lang=zh", name).stderr)

    def test_a_program_that_fills_memory_with_text_is_told_where(self):
        self.write("texts.py", "x = []\nwhile True:\n    x.append('y' * 1000 + str(len(x)))\n")
        done = self.gilsim("run", "-q", "--max-memory", "300M", "texts.py")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, "(?s)^Traceback.*line 3, in.*\nMemoryError\ngilsim: [^\n]* 300M [^\n]*\n$")

    def test_ctrl_c_is_a_keyboard_interrupt_and_the_report_follows(self):
        self.write("forever.py", "print('begun', flush=True)\nwhile True:\n    pass\n")
        with self.begin("run", "forever.py") as run:
            self.assertEqual(run.stdout.readline(), "begun\n")
            run.send_signal(signal.SIGINT)
            _, errors = run.communicate(timeout=60)
        self.assertEqual(run.returncode, 130)
        self.assertRegex(errors, r'^Traceback \(most recent call last\):\n  File ".*forever.py", line [23], in <module>\n')
        self.assertRegex(errors, r"\nKeyboardInterrupt\n(?s:.)*timeline")
        self.assertNotIn("INTERRUPTED", errors)

    def test_ctrl_c_can_be_handled_and_wakes_who_waits(self):
        self.write("handled.py", """import threading, time
def wait(what, *arguments):
    try:
        what(*arguments)
    except KeyboardInterrupt:
        print('woken')
done = threading.Event()
def tick():
    while not done.is_set():
        time.sleep(0.001)
threading.Thread(target=tick, daemon=True).start()
print('begun', flush=True)
wait(done.wait)
""")
        with self.begin("run", "-q", "handled.py") as run:
            self.assertEqual(run.stdout.readline(), "begun\n")
            run.send_signal(signal.SIGINT)
            output, errors = run.communicate(timeout=60)
        self.assertEqual((run.returncode, output, errors), (0, "woken\n", ""))

    def test_the_second_ctrl_c_ends_the_run_with_its_report(self):
        self.write("stubborn.py", """import signal
signal.signal(signal.SIGINT, lambda number, frame: print('no', flush=True))
print('begun', flush=True)
while True:
    pass
""")
        with self.begin("run", "stubborn.py") as run:
            self.assertEqual(run.stdout.readline(), "begun\n")
            run.send_signal(signal.SIGINT)
            self.assertEqual(run.stdout.readline(), "no\n")
            run.send_signal(signal.SIGINT)
            _, errors = run.communicate(timeout=60)
        self.assertEqual(run.returncode, 130)
        self.assertIn("INTERRUPTED", errors)
        self.assertIn("timeline", errors)

    def test_ctrl_c_reaches_every_process(self):
        self.write("family.py", """import os
child = os.fork() == 0
if child:
    print('begun', flush=True)
try:
    while True:
        pass
except KeyboardInterrupt:
    print('woken', flush=True)
if not child:
    print(os.wait()[1])
""")
        with self.begin("run", "-q", "family.py") as run:
            self.assertEqual(run.stdout.readline(), "begun\n")
            run.send_signal(signal.SIGINT)
            output, errors = run.communicate(timeout=60)
        self.assertEqual((run.returncode, output, errors), (0, "woken\nwoken\n0\n", ""))

    def test_a_process_of_the_host_that_crashes_ends_the_run_and_none_is_left(self):
        self.write("children.py", """import os
for _ in range(3):
    if os.fork() == 0:
        while True:
            pass
print('begun', flush=True)
os.wait()
""")
        with self.begin("run", "-q", "children.py") as run:
            self.assertEqual(run.stdout.readline(), "begun\n")
            children = self.children_of(run.pid)
            self.assertEqual(len(children), 3)
            os.kill(children[0], signal.SIGSEGV)
            _, errors = run.communicate(timeout=60)
        self.assertEqual(run.returncode, -signal.SIGABRT)
        self.assertIn("a process of the host that stood for a simulated one has ended", errors)
        for child in children:
            self.assertTrue(self.is_gone(child))

    @staticmethod
    def children_of(pid):
        return [int(child) for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    @staticmethod
    def is_gone(pid):
        """Or will be: it is killed already, and its end only has to be noticed by somebody."""
        for _ in range(1000):
            try:
                if pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX":
                    return True
            except FileNotFoundError:
                return True
            time.sleep(0.01)
        return False

    def test_a_signal_nobody_handles_ends_the_program_with_its_status(self):
        self.write("alarm.py", "import signal\nsignal.alarm(1)\nprint('begun')\nsignal.pause()\n")
        done = self.gilsim("run", "alarm.py")
        self.assertEqual((done.returncode, done.stdout), (142, "begun\n"))
        self.assertRegex(done.stderr, r"ended by the signal SIGALRM \(Alarm clock\)\.\n(?s:.)*timeline")
        self.assertIn("SIGALRM", self.gilsim("run", "-q", "--lang=zh", "alarm.py").stderr)

    def begin(self, *arguments):
        """gilsim with a standard input that stays open, once Ctrl-C is looked at; to be used in a with statement."""
        run = subprocess.Popen([GILSIM, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               text=True, cwd=self.folder)
        while not self.is_running(run.pid):
            pass
        return run

    def test_ctrl_c_ends_the_wait_for_input(self):
        self.write("ask.py", "n = input('how many? ')\n")
        with self.begin("run", "-q", "ask.py") as run:
            self.assertEqual(run.stdout.read(10), "how many? ")
            run.send_signal(signal.SIGINT)
            self.assertEqual(run.wait(60), 130)
            errors = run.stderr.read()
        self.assertRegex(errors, r'ask.py", line 1, in <module>\n(?s:.)*\nKeyboardInterrupt\n$')

    def test_input_goes_on_when_a_handler_has_run(self):
        self.write("ask.py", """import signal
signal.signal(signal.SIGINT, lambda *_: print('later', flush=True))
print('begun', flush=True)
print('got', input())
""")
        with self.begin("run", "-q", "ask.py") as run:
            self.assertEqual(run.stdout.readline(), "begun\n")
            run.send_signal(signal.SIGINT)
            self.assertEqual(run.stdout.readline(), "later\n")
            self.assertEqual(run.communicate("line\n", timeout=60)[0], "got line\n")

    def test_a_program_s_flush_reaches_a_pipe_at_once(self):
        for flush in ("print('begun', flush=True)", "print('begun'); sys.stdout.flush()"):
            self.write("forever.py", f"import sys\n{flush}\nwhile True:\n    pass\n")
            with self.begin("run", "-q", "forever.py") as run:
                self.assertEqual(run.stdout.readline(), "begun\n")
                run.kill()

    def test_sigterm_ends_the_run_as_ctrl_c_does(self):
        self.write("forever.py", "import sys\nprint('begun')\nprint('x', file=sys.stderr)\nwhile True:\n    pass\n")
        with self.begin("run", "-q", "forever.py") as run:
            self.assertEqual(run.stderr.readline(), "x\n")
            run.terminate()
            output, errors = run.communicate(timeout=60)
        self.assertEqual((run.returncode, output), (143, "begun\n"))
        self.assertIn("INTERRUPTED", errors)

    def test_one_end_of_input_ends_a_program_from_a_terminal(self):
        main, other = pty.openpty()
        with subprocess.Popen([GILSIM, "run", "-q", "-"], stdin=other, stdout=subprocess.PIPE, text=True) as run:
            os.write(main, b"print(1 + 1)\n\x04")
            try:
                self.assertEqual(run.communicate(timeout=20)[0], "2\n")
            finally:
                run.kill()
        os.close(main)
        os.close(other)

    @staticmethod
    def is_running(pid):
        """Whether the process has installed its handler for Ctrl-C."""
        with open(f"/proc/{pid}/status") as status:
            caught = next(line for line in status if line.startswith("SigCgt"))
        return int(caught.split()[1], 16) >> (signal.SIGINT - 1) & 1

    def test_standard_input_is_the_programs(self):
        self.write("ask.py", "print('hello', input('name? '))\n")
        self.assertEqual(self.gilsim("run", "-q", "ask.py", stdin="小明\n").stdout, "name? hello 小明\n")

    def test_a_dash_reads_the_program_from_standard_input(self):
        done = self.gilsim("run", "-q", "-", "a", stdin="import sys\nprint(sys.argv, __file__)\n1/0\n")
        self.assertEqual((done.returncode, done.stdout), (1, "['-', 'a'] <stdin>\n"))
        self.assertIn('  File "<stdin>", line 3, in <module>\nZeroDivisionError', done.stderr)
        stuck = self.gilsim("run", "-q", "-", stdin=DEADLOCK)
        self.assertIn("<stdin>:5: lock.acquire()", stuck.stderr)
        self.assertIn("LOAD_CONST", self.gilsim("disassemble", "-", stdin="print(1)").stdout)

    @with_oracle
    def test_tracebacks_and_syntax_errors_name_files_as_python_does(self):
        os.mkdir(os.path.join(self.folder, "sub"))
        self.write("sub/raises.py", "import helper\n")
        self.write("sub/helper.py", "import sys\nprint(__file__, sys.path[0], sys.argv[0])\n1/0\n")
        self.write("sub/wrong.py", "x = = 3\n")
        for name in ("sub/raises.py", "./sub/raises.py", "sub/wrong.py", "sub/../sub/wrong.py"):
            with self.subTest(name=name):
                python = subprocess.run([PYTHON, "-B", name], cwd=self.folder, capture_output=True, text=True)
                done = self.gilsim("run", "-q", name)
                self.assertEqual((done.stdout, done.stderr), (python.stdout, python.stderr))

    def test_reports_and_traces_do_not_depend_on_the_folder(self):
        self.write("raises.py", "import helper\n")
        self.write("helper.py", "def f(lock):\n    lock.acquire()\n    lock.acquire()\n")
        self.write("stuck.py", "import threading, helper\nhelper.f(threading.Lock())\n")
        done = self.gilsim("run", "--trace", "t.json", "stuck.py")
        self.assertIn(" helper.py:3: lock.acquire()", done.stderr)
        self.assertNotIn(self.folder, done.stderr)
        with open(os.path.join(self.folder, "t.json"), encoding="utf-8") as trace:
            self.assertNotIn(self.folder, trace.read())

    def test_times_do_not_depend_on_how_deep_the_folder_is(self):
        os.makedirs(os.path.join(self.folder, "deep/er"))
        for folder in "", "deep/er/":
            self.write(folder + "imports.py", "import asyncio, logging, multiprocessing, subprocess, tempfile, unittest\n"
                       "with multiprocessing.Pool(2) as pool: print(pool.map(abs, [-1, -2]))\n")
        shallow, deep = (self.gilsim("run", "imports.py", folder=folder).stderr for folder in (".", "deep/er"))
        self.assertIn("all ", shallow)
        self.assertEqual(shallow, deep)

    def test_arguments_after_the_file_are_the_programs(self):
        self.write("arguments.py", "import sys\nprint(sys.argv)\n")
        done = self.gilsim("run", "-q", "arguments.py", "-q", "--seed", "x")
        self.assertEqual(done.stdout, "['arguments.py', '-q', '--seed', 'x']\n")

    def test_a_trace_is_json_that_gzip_may_compress(self):
        self.gilsim("run", "-q", "--trace", "plain.json", "count.py")
        self.gilsim("run", "-q", "--trace", "small.json.gz", "count.py")
        with open(os.path.join(self.folder, "plain.json"), "rb") as plain:
            text = plain.read()
        with gzip.open(os.path.join(self.folder, "small.json.gz")) as small:
            self.assertEqual(small.read(), text)
        trace = json.loads(text)
        self.assertEqual(trace["metadata"]["gilsim"]["python"], "3.11")
        names = {event["args"]["name"] for event in trace["traceEvents"] if event["name"] == "thread_name"}
        self.assertLessEqual({"MainThread", "小明", "小红", "GIL", "core 0"}, names)

    def test_the_tracks_of_a_trace_never_overlap(self):
        self.gilsim("run", "-q", "--trace", "t.json", "count.py")
        with open(os.path.join(self.folder, "t.json"), encoding="utf-8") as file:
            events = json.load(file)["traceEvents"]
        tracks = {}
        for event in events:
            if event["ph"] == "X":
                start = round(event["ts"] * 1000)
                tracks.setdefault((event["pid"], event["tid"]), []).append((start, start + round(event["dur"] * 1000)))
        for slices in tracks.values():
            slices.sort()
            for (_, end), (start, _) in zip(slices, slices[1:]):
                self.assertLessEqual(end, start)

    def test_what_cannot_be_written_is_said_before_the_run(self):
        done = self.gilsim("run", "--trace", "no/t.json", "count.py")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("no/t.json", done.stderr)

    def test_a_trace_does_not_mix_with_the_programs_output(self):
        done = self.gilsim("run", "--trace", "-", "count.py")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("standard output", done.stderr)
        self.assertFalse(os.path.exists(os.path.join(self.folder, "-")))

    def test_source_code_in_other_encodings(self):
        for encoding in ("gbk", "gb18030", "big5", "utf-8-sig"):
            path = self.write("encoded.py", "")
            with open(path, "w", encoding=encoding) as file:
                file.write(f"# coding: {encoding}\nimport threading\nlock = threading.Lock()\nlock.acquire()\n"
                           "print('中文')\nlock.acquire()  # 中文\n")
            done = self.gilsim("run", "-q", "encoded.py")
            self.assertEqual((done.returncode, done.stdout), (3, "中文\n"), done.stderr)
            self.assertIn("encoded.py:6: lock.acquire()  # 中文", done.stderr)

    def test_wrong_encodings_are_explained_in_the_users_language(self):
        with open(self.write("wrong.py", ""), "wb") as file:
            file.write("# coding: gbk\nprint('中文')\n".encode("gbk") + b"'\xff'\n")
        english = self.gilsim("run", "wrong.py")
        self.assertEqual(english.returncode, 2)
        self.assertTrue(english.stderr.startswith("SyntaxError: encoding problem: gbk\nThe file declares gbk"))
        self.assertIn("line 3, column 2", english.stderr)
        self.assertIn("第 3 行第 2 列", self.gilsim("run", "--lang", "zh", "wrong.py").stderr)

    @with_oracle
    def test_wrong_encodings_are_told_in_the_words_of_python(self):
        sources = (b"x = '\xe9'\n", b"# coding: utf-8\ny = '\xe9'\n", b"# coding: gbk\n\ny = '\xff\xff'\n", b"# coding: foobar\n",
                   b"\xef\xbb\xbf# coding: latin-1\n", b"# coding: cp1252\n'\x81'\n", b"# coding: ascii\n'\xe9'\n",
                   "x = 1\n".encode("utf-16"), "# coding: gbk\nprint('中文' 3)\n".encode("gbk"))
        self.write("imports.py", "import encoded\n")
        for source in sources:
            with open(os.path.join(self.folder, "encoded.py"), "wb") as file:
                file.write(source)
            for name in ("encoded.py", "imports.py"):
                with self.subTest(source=source, name=name):
                    python = subprocess.run([PYTHON, "-B", name], cwd=self.folder, capture_output=True)
                    words = self.gilsim("run", "-q", name).stderr
                    last = python.stderr.decode().splitlines()[-1]  # carets before it may stand elsewhere
                    self.assertIn(last + "\n", words)

    def test_what_gilsim_says_of_a_program_is_chinese_when_asked(self):
        self.write("window.py", "import tkinter\n")
        chinese = self.gilsim("run", "--lang", "zh", "window.py").stderr
        self.assertIn("不支持：gilsim 没有模块“tkinter”\ngilsim 用自己的标准库运行程序", chinese)
        self.assertIn("Unsupported: module 'tkinter'", self.gilsim("run", "window.py").stderr)
        self.assertIn("没有权限" if os.getuid() else "文件夹", self.gilsim("run", "--trace", "/", "--lang=zh", "count.py").stderr)

    def test_bad_input_is_explained(self):
        self.write("wrong.py", "print('a'\n")
        for arguments, words in (
            (("run", "cuont.py"), "Did you mean count.py?"),
            (("run", "."), "It holds count.py, deadlock.py, wrong.py."),
            (("run", "wrong.py"), "SyntaxError: '(' was never closed"),
            (("disassemble", "wrong.py"), "SyntaxError: '(' was never closed"),
            (("run", "--pyhton", "3.9", "count.py"), "Did you mean --python?"),
            (("run", "--python", "3.10", "count.py"), "it knows 3.9, 3.11, 3.12"),
            (("--nonsense",), "Known commands: run, disassemble, compare"),
        ):
            with self.subTest(arguments=arguments):
                done = self.gilsim(*arguments)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(words, done.stderr)

    def test_disassembly_marks_the_switch_points_of_the_chosen_python(self):
        done = self.gilsim("disassemble", "count.py")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("BINARY_OP", done.stdout)
        self.assertTrue(done.stdout.startswith("Instructions are CPython 3.11's, switch points those of CPython 3.11."))
        self.assertLess(done.stdout.index("threads may switch"), done.stdout.index("RESUME"))
        self.assertIn("Disassembly of", done.stdout)
        self.assertNotEqual(done.stdout, self.gilsim("disassemble", "--python", "3.9", "count.py").stdout)

    def test_help_and_version(self):
        self.assertIn("Exit status:", self.gilsim("run", "--help").stdout)
        self.assertRegex(self.gilsim("--version").stdout, r"^gilsim \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    unittest.main()

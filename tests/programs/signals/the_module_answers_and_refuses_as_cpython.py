import _thread
import os
import signal
import threading


def show(function, *arguments, **keywords):
    try:
        print(repr(function(*arguments, **keywords)))
    except BaseException as error:
        print(type(error), error)


print([(number, signal.getsignal(number)) for number in range(1, 65)])
print([(number, signal.strsignal(number)) for number in range(1, 65)])
print(sorted(signal.valid_signals()), sorted(map(repr, signal.valid_signals())))
print(sorted(name for name in dir(signal) if not name.startswith('_') and name != 'pidfd_send_signal'))
print(signal.Signals.SIGINT, repr(signal.SIGINT), repr(signal.SIG_DFL), f'{signal.SIGTERM}', signal.SIGCLD, signal.SIGPOLL,
      repr(signal.SIGIOT), signal.SIGRTMIN, signal.NSIG, list(signal.Sigmasks), list(signal.Handlers), len(signal.Signals))
print(signal.default_int_handler, signal.alarm, signal.ItimerError, signal.ItimerError.__mro__[1], signal.ITIMER_PROF)
show(signal.default_int_handler, 2, None)

for number in (99, 0, -1, 9, 19, 32, 'x', 1.5):
    show(signal.signal, number, signal.SIG_IGN)
    show(signal.getsignal, number)
for handler in (5, None, 'x', signal.SIG_IGN, signal.SIG_DFL, 1, 0):
    show(signal.signal, signal.SIGUSR1, handler)

for seconds in (5, 0, -5, 0, 1.5, 'x'):
    show(signal.alarm, seconds)
show(signal.alarm, 0)
for arguments in ((0, 7200, 0.5), (0, 0), (7, 0), (0, -1), (0, 'x'), (0,), ('x', 1)):
    show(lambda: [round(number, 1) for number in signal.setitimer(*arguments)])
show(signal.getitimer, 0)
show(signal.getitimer, 9)

for number in (99, 0, -1):
    show(signal.raise_signal, number)
    show(signal.strsignal, number)
    show(signal.siginterrupt, number, True)
    show(signal.pthread_kill, threading.get_ident(), number)
    show(os.kill, os.getpid(), number)
    show(_thread.interrupt_main, number)
show(signal.siginterrupt, signal.SIGINT, False)
show(os.kill, 99999999, 9)
show(signal.pthread_sigmask, signal.SIG_BLOCK, [signal.SIGUSR1])
show(signal.pthread_sigmask, signal.SIG_BLOCK, [])
show(signal.pthread_sigmask, 55, [])
show(signal.pthread_sigmask, 0, [77])
show(signal.pthread_sigmask, 0, 3)
show(signal.sigpending)
show(signal.raise_signal, signal.SIGUSR1)
show(signal.sigpending)
show(signal.sigwait, [signal.SIGUSR1])
show(signal.sigpending)
show(signal.sigtimedwait, [signal.SIGUSR1], 0.01)
show(signal.sigtimedwait, [signal.SIGUSR1], -1)
signal.raise_signal(signal.SIGUSR1)
information = signal.sigwaitinfo([signal.SIGUSR1])
print(information.si_signo, information.si_errno, information.si_pid == os.getpid(), type(information))
show(signal.set_wakeup_fd, 99)
show(signal.set_wakeup_fd, -1)
show(signal.set_wakeup_fd)


def worker():
    show(signal.signal, signal.SIGINT, signal.SIG_DFL)
    show(signal.set_wakeup_fd, -1)
    show(signal.getsignal, signal.SIGINT)


thread = threading.Thread(target=worker)
thread.start()
thread.join()

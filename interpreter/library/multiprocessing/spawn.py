"""What a spawned process does before it runs: it becomes like its parent as far as it was told how."""

import os
import sys
import types

from . import process, reduction
from ._system import begin_program_anew

__all__ = ['_main', 'freeze_support', 'set_executable', 'get_executable', 'get_preparation_data', 'get_command_line',
           'import_main_path']

_executable = sys.executable
old_main_modules = []


def set_executable(exe):
    """Has no effect but that get_executable() gives it: there is one interpreter."""
    global _executable
    _executable = os.fsdecode(exe) if exe is not None else None


def get_executable():
    return _executable


def is_forking(argv):
    return len(argv) >= 2 and argv[1] == '--multiprocessing-fork'


def freeze_support():
    """Nothing to do: programs are not frozen here."""


def get_command_line(**kwds):
    """The interpreter's arguments."""
    code = ('import _spending; _spending.begin(_spending.StartUp); '
            'from multiprocessing.spawn import spawn_main; spawn_main(%s)')
    return ['-c', code % ', '.join('%s=%r' % item for item in kwds.items()), '--multiprocessing-fork']


def spawn_main(pipe_handle, parent_pid=None, tracker_fd=None):
    assert is_forking(sys.argv), "Not forking"
    # The write end belongs to the parent: that it is closed tells that the parent is gone.
    parent_sentinel = os.dup(pipe_handle)
    exitcode = _main(pipe_handle, parent_sentinel)
    sys.exit(exitcode)


def _main(fd, parent_sentinel):
    with os.fdopen(fd, 'rb', closefd=True) as from_parent:
        process.current_process()._inheriting = True
        try:
            preparation_data = reduction.pickle.load(from_parent)
            prepare(preparation_data)
            self = reduction.pickle.load(from_parent)
        finally:
            del process.current_process()._inheriting
    return self._bootstrap(parent_sentinel)


_NOT_GUARDED = '''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.'''


def _check_not_importing_main():
    if getattr(process.current_process(), '_inheriting', False):
        raise RuntimeError(_NOT_GUARDED)


def get_preparation_data(name):
    """What prepare() is to be given in the child."""
    _check_not_importing_main()
    from . import util
    from .context import _default_context
    current = process.current_process()
    data = {
        'name': name, 'authkey': current.authkey, 'sys_path': sys.path.copy(), 'sys_argv': sys.argv,
        'orig_dir': process.ORIGINAL_DIR, 'dir': os.getcwd(), 'start_method': _default_context.get_start_method(),
        'log_to_stderr': util._log_to_stderr}
    if util._logger is not None:
        data['log_level'] = util._logger.getEffectiveLevel()
    main_module = sys.modules['__main__']
    main_name = getattr(getattr(main_module, '__spec__', None), 'name', None)
    main_path = getattr(main_module, '__file__', None)
    if main_name is not None:
        data['init_main_from_name'] = main_name
    elif main_path is not None:
        data['init_main_from_path'] = os.path.normpath(os.path.join(process.ORIGINAL_DIR, main_path))
    return data


def prepare(data):
    current = process.current_process()
    current.name = data['name']
    current.authkey = data['authkey']
    if data.get('log_to_stderr'):
        from . import util
        util.log_to_stderr()
    if 'log_level' in data:
        from . import util
        util.get_logger().setLevel(data['log_level'])
    sys.path = data['sys_path']
    sys.argv = data['sys_argv']
    os.chdir(data['dir'])
    process.ORIGINAL_DIR = data['orig_dir']
    from .context import _force_start_method
    _force_start_method(data['start_method'])
    if 'init_main_from_name' in data:
        _fixup_main_from_name(data['init_main_from_name'])
    elif 'init_main_from_path' in data:
        _fixup_main_from_path(data['init_main_from_path'])


def _fixup_main_from_name(mod_name):
    # __main__.py of a package does things when it is imported.
    if mod_name == '__main__' or mod_name.endswith('.__main__'):
        return
    if getattr(sys.modules['__main__'].__spec__, 'name', None) == mod_name:
        return
    _fixup_main_from_path(__import__('importlib').util.find_spec(mod_name).origin)


def _fixup_main_from_path(main_path):
    """Runs the parent's program under another name, so that what is guarded by `if __name__ == '__main__'` is not run."""
    if os.path.splitext(os.path.basename(main_path))[0] == 'ipython':
        return
    old_main_modules.append(sys.modules['__main__'])
    begin_program_anew()
    main_module = types.ModuleType('__mp_main__')
    main_module.__file__ = main_path
    with open(main_path, 'rb') as file:
        code = compile(file.read(), main_path, 'exec')
    exec(code, main_module.__dict__)
    sys.modules['__main__'] = sys.modules['__mp_main__'] = main_module


import_main_path = _fixup_main_from_path

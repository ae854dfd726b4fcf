"""The command line as a description: what arguments there are, what becomes of them, and help that follows from it."""

from ._actions import Action, BooleanOptionalAction, FileType, Namespace
from ._formatting import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
                         RawDescriptionHelpFormatter, RawTextHelpFormatter)
from ._names import (ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, ArgumentTypeError)
from ._parser import ArgumentParser

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter',
           'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
           'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS',
           'ZERO_OR_MORE']

for _class in (Action, ArgumentDefaultsHelpFormatter, ArgumentError, ArgumentParser, ArgumentTypeError, BooleanOptionalAction,
               FileType, HelpFormatter, MetavarTypeHelpFormatter, Namespace, RawDescriptionHelpFormatter, RawTextHelpFormatter):
    _class.__module__ = 'argparse'

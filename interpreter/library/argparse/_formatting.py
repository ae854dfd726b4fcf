"""Help as text. Sections are collected and laid out when the whole is asked for."""

import re as _re

from ._names import OPTIONAL, PARSER, REMAINDER, SUPPRESS, ONE_OR_MORE, ZERO_OR_MORE

# A piece of the usage that stays on one line: something in brackets, or a word.
_PIECE = _re.compile(r'\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+')


class HelpFormatter:
    """Only its being a class with this constructor is public; the names of its methods are overridden in practice."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            import shutil
            width = shutil.get_terminal_size().columns - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = self._Section(self, None)
        self._current_section = self._root_section

    class _Section:
        """A heading, and functions that give the text below it."""

        def __init__(self, formatter, parent, heading=None):
            self.formatter, self.parent, self.heading, self.items = formatter, parent, heading, []

        def format_help(self):
            formatter = self.formatter
            if self.parent is not None:
                formatter._indent()
            text = formatter._join_parts([function(*arguments) for function, arguments in self.items])
            if self.parent is not None:
                formatter._dedent()
            if not text:
                return ''
            heading = ''
            if self.heading is not SUPPRESS and self.heading is not None:
                heading = f'{"":{formatter._current_indent}}{self.heading}:\n'
            return formatter._join_parts(['\n', heading, text, '\n'])

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    def _add_item(self, function, arguments):
        self._current_section.items.append((function, arguments))

    # --- what parsers call --------------------------------------------------------------------------------------------

    def start_section(self, heading):
        self._indent()
        section = self._Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        invocations = [self._format_action_invocation(action)]
        for subaction in self._iter_indented_subactions(action):
            invocations.append(self._format_action_invocation(subaction))
        longest = max(map(len, invocations)) + self._current_indent
        self._action_max_length = max(self._action_max_length, longest)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root_section.format_help()
        return _re.sub(r'\n\n\n+', '\n\n', text).strip('\n') + '\n' if text else text

    # --- usage --------------------------------------------------------------------------------------------------------

    def _join_parts(self, parts):
        return ''.join(part for part in parts if part and part is not SUPPRESS)

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = 'usage: ' if prefix is None else prefix
        if usage is not None:
            return f'{prefix}{usage % dict(prog=self._prog)}\n\n'
        program = self._prog
        if not actions:
            return f'{prefix}{program}\n\n'
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        usage = ' '.join(filter(None, [program, self._format_actions_usage(optionals + positionals, groups)]))
        if len(prefix) + len(usage) > self._width - self._current_indent:
            usage = self._wrap_usage(prefix, program, *(_PIECE.findall(self._format_actions_usage(part, groups))
                                                        for part in (optionals, positionals)))
        return f'{prefix}{usage}\n\n'

    def _wrap_usage(self, prefix, program, optionals, positionals):
        width = self._width - self._current_indent
        if len(prefix) + len(program) <= 0.75 * width:
            indent = ' ' * (len(prefix) + len(program) + 1)
            if optionals:
                lines = self._usage_lines([program] + optionals, width, indent, prefix)
                lines += self._usage_lines(positionals, width, indent)
            else:
                lines = self._usage_lines([program] + positionals, width, indent, prefix)
        else:
            indent = ' ' * len(prefix)
            lines = self._usage_lines(optionals + positionals, width, indent)
            if len(lines) > 1:
                lines = self._usage_lines(optionals, width, indent) + self._usage_lines(positionals, width, indent)
            lines = [program] + lines
        return '\n'.join(lines)

    def _usage_lines(self, parts, width, indent, prefix=None):
        """The parts in lines; the first one follows the prefix and is not indented."""
        if not parts:
            return []
        lines, line = [], []
        length = (len(indent) if prefix is None else len(prefix)) - 1
        for part in parts:
            if length + 1 + len(part) > width and line:
                lines.append(indent + ' '.join(line))
                line, length = [], len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + ' '.join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    def _group_brackets(self, actions, groups):
        """(texts to put in front of actions, behind them, and between them) by the places of mutually exclusive groups."""
        opening, closing, between, grouped = {}, {}, set(), set()
        for group in groups:
            members = group._group_actions
            if not members or members[0] not in actions:
                continue
            start = actions.index(members[0])
            end = start + len(members)
            hidden = sum(action.help is SUPPRESS for action in members)
            if actions[start:end] != members:
                continue
            grouped.update(members)
            if hidden == len(members):
                continue
            shown = [place for place in range(start, end) if actions[place].help is not SUPPRESS]
            between.update(shown[:-1])
            if not group.required:
                opening[shown[0]] = opening.get(shown[0], '') + '['
                closing[shown[-1]] = closing.get(shown[-1], '') + ']'
            elif len(shown) > 1:
                opening[shown[0]] = opening.get(shown[0], '') + '('
                closing[shown[-1]] = closing.get(shown[-1], '') + ')'
        return opening, closing, between, grouped

    def _format_actions_usage(self, actions, groups):
        opening, closing, between, grouped = self._group_brackets(actions, groups)
        parts = []
        for place, action in enumerate(actions):
            if action.help is SUPPRESS:
                continue
            parts.append(opening.get(place, '') + self._action_usage(action, action in grouped) + closing.get(place, ''))
            if place in between:
                parts.append('|')
        return ' '.join(part for part in parts if part)

    def _action_usage(self, action, is_grouped):
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            return text[1:-1] if is_grouped and text.startswith('[') and text.endswith(']') else text
        if action.nargs == 0:
            text = action.format_usage()
        else:
            text = f'{action.option_strings[0]} {self._format_args(action, self._get_default_metavar_for_optional(action))}'
        return text if action.required or is_grouped else f'[{text}]'

    # --- the list of arguments ----------------------------------------------------------------------------------------

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        column = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - column, 11)
        room = column - self._current_indent - 2
        header, margin = self._format_action_invocation(action), ' ' * self._current_indent
        parts, first_indent = [f'{margin}{header}\n'], column
        if action.help and len(header) <= room:
            parts, first_indent = [f'{margin}{header:<{room}}  '], 0
        if action.help and action.help.strip():
            text = self._expand_help(action)
            for number, line in enumerate(self._split_lines(text, help_width) if text else []):
                parts.append(f'{"":{column if number else first_indent}}{line}\n')
        elif not parts[-1].endswith('\n'):
            parts.append('\n')
        for subaction in self._iter_indented_subactions(action):
            parts.append(self._format_action(subaction))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return ' '.join(self._metavar_formatter(action, default)(1))
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        values = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join(f'{option} {values}' for option in action.option_strings)

    def _metavar_formatter(self, action, default_metavar):
        name = action.metavar
        if name is None:
            name = default_metavar if action.choices is None else '{' + ','.join(str(each) for each in action.choices) + '}'
        return lambda count: name if isinstance(name, tuple) else (name,) * count

    def _format_args(self, action, default_metavar):
        names = self._metavar_formatter(action, default_metavar)
        if action.nargs is None:
            return '%s' % names(1)
        if action.nargs == OPTIONAL:
            return '[%s]' % names(1)
        if action.nargs == ZERO_OR_MORE:
            metavar = names(1)
            return '[%s [%s ...]]' % metavar if len(metavar) == 2 else '[%s ...]' % metavar
        if action.nargs == ONE_OR_MORE:
            return '%s [%s ...]' % names(2)
        if action.nargs == REMAINDER:
            return '...'
        if action.nargs == PARSER:
            return '%s ...' % names(1)
        if action.nargs == SUPPRESS:
            return ''
        try:
            return ' '.join(['%s'] * action.nargs) % names(action.nargs)
        except TypeError:
            if isinstance(action.nargs, int):
                raise
            raise ValueError("invalid nargs value") from None

    def _expand_help(self, action):
        values = dict(vars(action), prog=self._prog)
        for name, value in list(values.items()):
            if value is SUPPRESS:
                del values[name]
            elif hasattr(value, '__name__'):
                values[name] = value.__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join(map(str, values['choices']))
        return self._get_help_string(action) % values

    def _iter_indented_subactions(self, action):
        if hasattr(action, '_get_subactions'):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(' '.join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all text as it is."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the default values to the help."""

    def _get_help_string(self, action):
        help = '' if action.help is None else action.help
        shown = action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)
        if '%(default)' not in help and action.default is not SUPPRESS and shown:
            help += ' (default: %(default)s)'
        return help


class MetavarTypeHelpFormatter(HelpFormatter):
    """Calls values by their type."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__

"""Taking one command line apart.

Each argument string is an option (O), the mark "--" or another argument (A). Options take what belongs to them from the
strings behind them; between options, as many positional arguments are filled as fit what stands there.
"""

from ._names import (ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, ArgumentTypeError, name_of)

_ANY = float('inf')
_COUNTS = {None: (1, 1), OPTIONAL: (0, 1), ZERO_OR_MORE: (0, _ANY), ONE_OR_MORE: (1, _ANY), REMAINDER: (0, _ANY),
           PARSER: (1, _ANY), SUPPRESS: (0, 0)}
_EXPECTED = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
             ONE_OR_MORE: 'expected at least one argument'}


def _counts(action):
    """How many arguments an action takes: (least, most)."""
    try:
        return _COUNTS[action.nargs]
    except KeyError:
        return action.nargs, action.nargs


def _takes_options(action):
    return action.nargs in (REMAINDER, PARSER)


class CommandLine:
    """One command line that is being parsed into a namespace."""

    def __init__(self, parser, strings, namespace, intermixed=False):
        self.parser, self.strings, self.namespace = parser, strings, namespace
        self.options = {}  # place -> (action or None, option string, value written with it)
        self.kinds = ''.join(self._classify())
        self.extras = []
        self.seen = set()
        self.seen_with_value = set()
        self.positionals = parser._get_positional_actions()
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for place, action in enumerate(group._group_actions):
                others = group._group_actions[:place] + group._group_actions[place + 1:]
                self.conflicts.setdefault(action, []).extend(others)

    def _classify(self):
        strings = iter(enumerate(self.strings))
        for place, string in strings:
            if string == '--':
                yield '-'
                for _ in strings:
                    yield 'A'
                return
            option = self._option_of(string)
            if option is None:
                yield 'A'
            else:
                self.options[place] = option
                yield 'O'

    def _option_of(self, string):
        """(action, option string, value behind it) if the string is an option; the action is None for unknown ones."""
        parser, known = self.parser, self.parser._option_string_actions
        if not string or string[0] not in parser.prefix_chars:
            return None
        if string in known:
            return known[string], string, None
        if len(string) == 1:
            return None
        name, equals, value = string.partition('=')
        if equals and name in known:
            return known[name], name, value
        candidates = self._abbreviated(string)
        if len(candidates) > 1:
            matches = ', '.join(option for _, option, _ in candidates)
            parser.error(f'ambiguous option: {string} could match {matches}')
        if candidates:
            return candidates[0]
        if parser._negative_number_matcher.match(string) and not parser._has_negative_number_optionals:
            return None
        return None if ' ' in string else (None, string, None)

    def _abbreviated(self, string):
        """The options that a string may be short for."""
        known, prefixes = self.parser._option_string_actions, self.parser.prefix_chars
        if string[1] in prefixes:
            if not self.parser.allow_abbrev:
                return []
            name, equals, value = string.partition('=')
            return [(action, option, value if equals else None) for option, action in known.items() if option.startswith(name)]
        candidates = []
        for option, action in known.items():
            if option == string[:2]:
                candidates.append((action, option, string[2:]))
            elif option.startswith(string):
                candidates.append((action, option, None))
        return candidates

    # --- walking along the line ---------------------------------------------------------------------------------------

    def parse(self):
        place, last_option = 0, max(self.options, default=-1)
        while place <= last_option:
            next_option = min(option for option in self.options if option >= place)
            if place != next_option:
                after = self._fill_positionals(place)
                if after > place:
                    place = after
                    continue
            if place not in self.options:
                self.extras += self.strings[place:next_option]
                place = next_option
            place = self._take_option(place)
        place = self._fill_positionals(place)
        self.extras += self.strings[place:]
        self._check_required()
        return self.namespace, self.extras

    def _take_option(self, start):
        action, option, value = self.options[start]
        if action is None:
            self.extras.append(self.strings[start])
            return start + 1
        steps, place = [], start + 1
        while value is not None:
            least, most = _counts(action)
            if most == 0 and option[1] not in self.parser.prefix_chars and value != '':
                # Several options of one letter behind one dash.
                steps.append((action, [], option))
                option, value = option[0] + value[0], value[1:] or None
                if option not in self.parser._option_string_actions:
                    raise ArgumentError(action, f'ignored explicit argument {option[1:] + (value or "")!r}')
                action = self.parser._option_string_actions[option]
            elif least <= 1 <= most:
                steps.append((action, [value], option))
                break
            else:
                raise ArgumentError(action, f'ignored explicit argument {value!r}')
        else:
            count = self._option_arguments(action, place)
            steps.append((action, self.strings[place:place + count], option))
            place += count
        for step in steps:
            self._act(*step)
        return place

    def _option_arguments(self, action, start):
        """How many strings an option takes."""
        least, most = _counts(action)
        kinds = self.kinds[start:]
        if _takes_options(action):
            if action.nargs == PARSER and not kinds.startswith('A'):
                available = 0
            else:
                available = len(kinds) - kinds.count('-')
        else:
            available = len(kinds) - len(kinds.lstrip('A'))
        if available < least:
            words = _EXPECTED.get(action.nargs)
            if words is None:
                words = f"expected {action.nargs} argument{'' if action.nargs == 1 else 's'}"
            raise ArgumentError(action, words)
        return int(min(most, available))

    def _fill_positionals(self, start):
        """Gives what stands here to as many positional arguments as it suffices for; the place behind it."""
        counts = self._allot(start)
        place = start
        for action, count in zip(self.positionals, counts):
            self._act(action, self.strings[place:place + count])
            place += count
        self.positionals = self.positionals[len(counts):]
        return place

    def _allot(self, start):
        """How many strings each of the next positional arguments gets."""
        kinds = self.kinds[start:]
        for number in range(len(self.positionals), 0, -1):
            counts = self._fit(self.positionals[:number], kinds)
            if counts is not None:
                return counts
        return []

    def _fit(self, actions, kinds):
        """The counts when all the actions find enough: the first ones take as much as they can."""
        if not actions:
            return []
        action = actions[0]
        least, most = _counts(action)
        for end in range(self._reach(action, kinds), -1, -1):
            size = end - kinds[:end].count('-')
            if not least <= size <= most:
                continue
            others = self._fit(actions[1:], kinds[end:])
            if others is not None:
                return [end] + others
        return None

    @staticmethod
    def _reach(action, kinds):
        """How far an action may go: to the next option, except for what takes the rest of the line."""
        first_option = kinds.find('O')
        if first_option < 0 or action.nargs == REMAINDER:
            return len(kinds)
        if action.nargs == PARSER and kinds.lstrip('-').startswith('A'):
            return len(kinds)
        return first_option

    # --- values -------------------------------------------------------------------------------------------------------

    def _act(self, action, strings, option=None):
        self.seen.add(action)
        values = self._values(action, strings)
        if values is not action.default:
            self.seen_with_value.add(action)
            for other in self.conflicts.get(action, []):
                if other in self.seen_with_value:
                    raise ArgumentError(action, f'not allowed with argument {name_of(other)}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _values(self, action, strings):
        if not _takes_options(action) and '--' in strings:
            strings = strings[:]
            strings.remove('--')
        if not strings and action.nargs == OPTIONAL:
            return self._value_when_left_out(action, action.const if action.option_strings else action.default)
        if not strings and action.nargs == ZERO_OR_MORE and not action.option_strings:
            value = strings if action.default is None else action.default
            self._check_choice(action, value, action.default is not None)
            return value
        if action.nargs == SUPPRESS:
            return SUPPRESS
        if len(strings) == 1 and action.nargs in (None, OPTIONAL):
            value = self._convert(action, strings[0])
            self._check_choice(action, value)
            return value
        values = [self._convert(action, string) for string in strings]
        if action.nargs == PARSER:
            self._check_choice(action, values[0])
        elif action.nargs != REMAINDER:
            for value in values:
                self._check_choice(action, value)
        return values

    def _value_when_left_out(self, action, value):
        if isinstance(value, str):
            value = self._convert(action, value)
            self._check_choice(action, value)
        return value

    def _convert(self, action, string):
        function = self.parser._registry_get('type', action.type, action.type)
        if not callable(function):
            raise ArgumentError(action, f'{function!r} is not callable')
        try:
            return function(string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            raise ArgumentError(action, f"invalid {getattr(action.type, '__name__', repr(action.type))} value: {string!r}")

    @staticmethod
    def _check_choice(action, value, wanted=True):
        if wanted and action.choices is not None and value not in action.choices:
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join(map(repr, action.choices))})")

    # --- at the end ---------------------------------------------------------------------------------------------------

    def _check_required(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(name_of(action))
            elif isinstance(action.default, str) and getattr(self.namespace, action.dest, None) is action.default:
                setattr(self.namespace, action.dest, self._convert(action, action.default))
        if missing:
            self.parser.error(f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_with_value for action in group._group_actions):
                names = [name_of(action) for action in group._group_actions if action.help is not SUPPRESS]
                self.parser.error(f"one of the arguments {' '.join(names)} is required")

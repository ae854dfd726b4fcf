"""The assertions of test cases: each raises the case's failureException with words about what was compared."""

import difflib
import pprint
import re

from ._log import Logs, NoLogs
from .expected import Raises, Warns
from .util import common_shorten_repr, count_differences, safe_repr

__unittest = True

DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


def _line_diff(first, second):
    return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))


class Assertions:
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return '%s : %s' % (standardMsg, msg)
        except UnicodeDecodeError:
            return '%s : %s' % (safe_repr(standardMsg), safe_repr(msg))

    def _fail_with(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    # --- truth, identity, membership ---------------------------------------------------------------------------------

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail_with(msg, '%s is not false' % safe_repr(expr))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail_with(msg, '%s is not true' % safe_repr(expr))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail_with(msg, '%s not found in %s' % (safe_repr(member), safe_repr(container)))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail_with(msg, '%s unexpectedly found in %s' % (safe_repr(member), safe_repr(container)))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail_with(msg, '%s is not %s' % (safe_repr(expr1), safe_repr(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail_with(msg, 'unexpectedly identical: %s' % safe_repr(expr1))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail_with(msg, '%s is not None' % safe_repr(obj))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail_with(msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail_with(msg, '%s is not an instance of %r' % (safe_repr(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail_with(msg, '%s is an instance of %r' % (safe_repr(obj), cls))

    # --- order and nearness ------------------------------------------------------------------------------------------

    def _compare(self, holds, words, a, b, msg):
        if not holds:
            self._fail_with(msg, '%s %s %s' % (safe_repr(a), words, safe_repr(b)))

    def assertLess(self, a, b, msg=None):
        self._compare(a < b, 'not less than', a, b, msg)

    def assertLessEqual(self, a, b, msg=None):
        self._compare(a <= b, 'not less than or equal to', a, b, msg)

    def assertGreater(self, a, b, msg=None):
        self._compare(a > b, 'not greater than', a, b, msg)

    def assertGreaterEqual(self, a, b, msg=None):
        self._compare(a >= b, 'not greater than or equal to', a, b, msg)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            near, limit = difference <= delta, '%s delta' % safe_repr(delta)
        else:
            places = 7 if places is None else places
            near, limit = round(difference, places) == 0, '%r places' % places
        if not near:
            self._fail_with(msg, '%s != %s within %s (%s difference)' % (
                safe_repr(first), safe_repr(second), limit, safe_repr(difference)))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            if first == second or not difference > delta:
                self._fail_with(msg, '%s == %s within %s delta (%s difference)' % (
                    safe_repr(first), safe_repr(second), safe_repr(delta), safe_repr(difference)))
            return
        places = 7 if places is None else places
        if first == second or round(difference, places) == 0:
            self._fail_with(msg, '%s == %s within %r places' % (safe_repr(first), safe_repr(second), places))

    # --- equality ----------------------------------------------------------------------------------------------------

    def _standard_equality_functions(self):
        return {dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual', set: 'assertSetEqual',
                frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_functions[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        function = self._type_equality_functions.get(type(first)) if type(first) == type(second) else None
        if function is None:
            return self._baseAssertEqual
        return getattr(self, function) if isinstance(function, str) else function

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail_with(msg, '%s != %s' % common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail_with(msg, '%s == %s' % (safe_repr(first), safe_repr(second)))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = 'sequence'
        if seq_type is not None:
            name = seq_type.__name__
            for place, sequence in (('First', seq1), ('Second', seq2)):
                if not isinstance(sequence, seq_type):
                    raise self.failureException('%s sequence is not a %s: %s' % (place, name, safe_repr(sequence)))
        lengths = []
        for place, sequence in (('First', seq1), ('Second', seq2)):
            try:
                lengths.append(len(sequence))
            except (TypeError, NotImplementedError):
                self._fail_with(msg, self._truncateMessage('%s %s has no length.    Non-sequence?' % (place, name),
                                                           _line_diff(seq1, seq2)))
        if seq1 == seq2:
            return
        found, text = self._first_difference(seq1, seq2, *lengths, name)
        if not found and lengths[0] == lengths[1] and seq_type is None and type(seq1) != type(seq2):
            return  # the same items in sequences of different types
        message = '%ss differ: %s != %s\n' % (name.capitalize(), *common_shorten_repr(seq1, seq2)) + text
        message += self._extra_elements('First', seq1, lengths[0], lengths[1], name)
        message += self._extra_elements('Second', seq2, lengths[1], lengths[0], name)
        self._fail_with(msg, self._truncateMessage(message, _line_diff(seq1, seq2)))

    def _first_difference(self, seq1, seq2, length1, length2, name):
        for i in range(min(length1, length2)):
            items = []
            for place, sequence in (('first', seq1), ('second', seq2)):
                try:
                    items.append(sequence[i])
                except (TypeError, IndexError, NotImplementedError):
                    return True, '\nUnable to index element %d of %s %s\n' % (i, place, name)
            if items[0] != items[1]:
                return True, '\nFirst differing element %d:\n%s\n%s\n' % (i, *common_shorten_repr(*items))
        return False, ''

    def _extra_elements(self, place, sequence, length, other_length, name):
        if length <= other_length:
            return ''
        text = '\n%s %s contains %d additional elements.\n' % (place, name, length - other_length)
        try:
            return text + 'First extra element %d:\n%s\n' % (other_length, safe_repr(sequence[other_length]))
        except (TypeError, IndexError, NotImplementedError):
            return text + 'Unable to index element %d of %s %s\n' % (other_length, place.lower(), name)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        differences = []
        for place, one, other in (('first', set1, set2), ('second', set2, set1)):
            try:
                differences.append((place, one.difference(other)))
            except TypeError as error:
                self.fail('invalid type when attempting set difference: %s' % error)
            except AttributeError as error:
                self.fail('%s argument does not support set difference: %s' % (place, error))
        lines = []
        for (place, items), other in zip(differences, ('second', 'first')):
            if items:
                lines.append('Items in the %s set but not the %s:' % (place, other))
                lines += [repr(item) for item in items]
        if lines:
            self._fail_with(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            self._fail_with(msg, self._truncateMessage('%s != %s' % common_shorten_repr(d1, d2), _line_diff(d1, d2)))

    def assertCountEqual(self, first, second, msg=None):
        differences = count_differences(list(first), list(second))
        if differences:
            lines = ['First has %d, Second has %d:  %r' % difference for difference in differences]
            self._fail_with(msg, self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        lines = [text.splitlines(keepends=True) for text in (first, second)]
        if len(lines[0]) == 1 and first.strip('\r\n') == first:
            lines = [[first + '\n'], [second + '\n']]
        self._fail_with(msg, self._truncateMessage('%s != %s' % common_shorten_repr(first, second),
                                                   '\n' + ''.join(difflib.ndiff(*lines))))

    # --- texts -------------------------------------------------------------------------------------------------------

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, 'expected_regex must not be empty.'
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._fail_with(msg, "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            self._fail_with(msg, 'Regex matched: %r matches %r in %r' % (
                text[match.start():match.end()], unexpected_regex.pattern, text))

    # --- what a call does --------------------------------------------------------------------------------------------

    def assertRaises(self, expected_exception, *args, **kwargs):
        return Raises(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return Raises(expected_exception, self, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return Warns(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return Warns(expected_warning, self, expected_regex).handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return Logs(self, logger, level)

    def assertNoLogs(self, logger=None, level=None):
        return NoLogs(self, logger, level)


def _deprecated(name):
    def method(self, *args, **kwargs):
        import warnings
        warnings.warn(f'Please use {name} instead.', DeprecationWarning, 2)
        return getattr(self, name)(*args, **kwargs)
    return method


for _old, _new in {'failUnlessEqual': 'assertEqual', 'assertEquals': 'assertEqual', 'failIfEqual': 'assertNotEqual',
                   'assertNotEquals': 'assertNotEqual', 'failUnlessAlmostEqual': 'assertAlmostEqual',
                   'assertAlmostEquals': 'assertAlmostEqual', 'failIfAlmostEqual': 'assertNotAlmostEqual',
                   'assertNotAlmostEquals': 'assertNotAlmostEqual', 'failUnless': 'assertTrue', 'assert_': 'assertTrue',
                   'failUnlessRaises': 'assertRaises', 'failIf': 'assertFalse', 'assertRaisesRegexp': 'assertRaisesRegex',
                   'assertRegexpMatches': 'assertRegex', 'assertNotRegexpMatches': 'assertNotRegex'}.items():
    setattr(Assertions, _old, _deprecated(_new))

"""Module docs.

>>> add(1, 2)
3
>>> for i in range(2):
...     print(i)
0
1
"""
import doctest


def add(a, b):
    """Adds.

    >>> add(1, 2)
    3
    >>> add('a', 1)
    Traceback (most recent call last):
        ...
    TypeError: can only concatenate str (not "int") to str
    >>> add(2, 2)
    5
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    """
    return a + b


class Stack:
    """A stack.

    >>> s = Stack()
    >>> s.push(1)
    >>> s.items
    [1]
    >>> s.pop()
    """
    def __init__(self):
        self.items = []

    def push(self, x):
        '''>>> Stack().push(3)'''
        self.items.append(x)

    def pop(self):
        """
        >>> s = Stack()
        >>> s.push(1)
        >>> s.pop()
        1
        """
        return self.items.pop()

    @property
    def top(self):
        """
        >>> list(range(20)) # doctest: +ELLIPSIS
        [0, 1, ..., 19]
        >>> list(range(20)) # doctest: +NORMALIZE_WHITESPACE
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
         11, 12, 13, 14, 15, 16, 17, 18, 19]
        >>> 1/0 # doctest: +SKIP
        >>> True
        1
        >>> {1: 2}
        >>> [].x # doctest: +IGNORE_EXCEPTION_DETAIL
        Traceback (most recent call last):
        AttributeError: whatever
        """

    @staticmethod
    def st():
        """
        >>> x = 5
        >>> x
        5
        """

    @classmethod
    def cm(cls):
        """>>> 2 + 2
        4"""


def without():
    pass


__test__ = {'extra': '>>> 1 + 1\n2\n'}
print(doctest.testmod())
print(doctest.testmod(verbose=True))
print(doctest.testmod(optionflags=doctest.REPORT_NDIFF | doctest.FAIL_FAST))
doctest.run_docstring_examples(add, globals(), verbose=True, name='add')
for bad in ('>>>x', '>>> x\n  ...y', '>>> 1 # doctest: +NOPE', '  >>> x\n y'):
    try:
        print(doctest.DocTestParser().get_examples(bad))
    except ValueError as error:
        print(error)
print(doctest.DocTestFinder().find(add)[0], [t.name for t in doctest.DocTestFinder().find(Stack)])
try:
    doctest.testmod(raise_on_error=True)
except doctest.DocTestFailure as failure:
    print(failure.got, failure.example.want, failure)
print(doctest.OutputChecker().check_output('a...c\n', 'abc\n', doctest.ELLIPSIS))

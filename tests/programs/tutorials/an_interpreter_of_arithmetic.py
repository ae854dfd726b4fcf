import operator
import re
from dataclasses import dataclass
from typing import Iterator, NamedTuple, Union


class Token(NamedTuple):
    kind: str
    text: str
    column: int


GRAMMAR = [('NUMBER', r'\d+(?:\.\d*)?'), ('NAME', r'[A-Za-z_]\w*'), ('POWER', r'\*\*'), ('OP', r'[-+*/%()=,]'), ('SKIP', r'\s+'), ('WRONG', r'.')]
PATTERN = re.compile('|'.join(f'(?P<{name}>{pattern})' for name, pattern in GRAMMAR))


def tokenize(text: str) -> Iterator[Token]:
    for match in PATTERN.finditer(text):
        kind = match.lastgroup
        if kind == 'WRONG':
            raise SyntaxError(f'unexpected {match[0]!r} at {match.start()}')
        if kind != 'SKIP':
            yield Token(kind, match[0], match.start())
    yield Token('END', '', len(text))


@dataclass
class Number:
    value: float


@dataclass
class Variable:
    name: str


@dataclass
class Binary:
    operator: str
    left: 'Node'
    right: 'Node'


@dataclass
class Unary:
    operator: str
    operand: 'Node'


@dataclass
class Assign:
    name: str
    value: 'Node'


@dataclass
class Call:
    function: str
    arguments: list


Node = Union[Number, Variable, Binary, Unary, Assign, Call]
LEVELS = {'+': 1, '-': 1, '*': 2, '/': 2, '%': 2, '**': 4}


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0

    @property
    def here(self):
        return self.tokens[self.at]

    def take(self, text=None):
        token = self.here
        if text is not None and token.text != text:
            raise SyntaxError(f'expected {text!r} at {token.column}, found {token.text or "the end"!r}')
        self.at += 1
        return token

    def parse(self):
        if self.here.kind == 'NAME' and self.tokens[self.at + 1].text == '=':
            name = self.take().text
            self.take('=')
            tree = Assign(name, self.expression())
        else:
            tree = self.expression()
        self.take('')
        return tree

    def expression(self, least=0):
        left = self.operand()
        while (level := LEVELS.get(self.here.text, -1)) > least:
            sign = self.take().text
            left = Binary(sign, left, self.expression(level - (sign == '**')))
        return left

    def operand(self):
        token = self.take()
        match token:
            case Token(kind='NUMBER', text=text):
                return Number(float(text) if '.' in text else int(text))
            case Token('NAME', name) if self.here.text == '(':
                return Call(name, self.arguments())
            case Token('NAME', name):
                return Variable(name)
            case Token(text='-' | '+' as sign):
                return Unary(sign, self.expression(3))
            case Token(text='('):
                inner = self.expression()
                self.take(')')
                return inner
        raise SyntaxError(f'unexpected {token.text or "the end"!r} at {token.column}')

    def arguments(self):
        self.take('(')
        arguments = []
        while self.here.text != ')':
            arguments.append(self.expression())
            if self.here.text == ',':
                self.take()
        self.take(')')
        return arguments


class Evaluator:
    OPERATORS = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '%': operator.mod, '**': operator.pow}

    def __init__(self):
        self.names = {'pi': 3.14159}
        self.functions = {'max': max, 'min': min, 'abs': abs, 'round': round, 'sum': lambda *numbers: sum(numbers)}

    def evaluate(self, node):
        return getattr(self, 'visit_' + type(node).__name__.lower())(node)

    def visit_number(self, node):
        return node.value

    def visit_variable(self, node):
        try:
            return self.names[node.name]
        except KeyError:
            raise NameError(f'name {node.name!r} is not defined') from None

    def visit_binary(self, node):
        return self.OPERATORS[node.operator](self.evaluate(node.left), self.evaluate(node.right))

    def visit_unary(self, node):
        value = self.evaluate(node.operand)
        return -value if node.operator == '-' else +value

    def visit_assign(self, node):
        self.names[node.name] = value = self.evaluate(node.value)
        return value

    def visit_call(self, node):
        return self.functions[node.function](*map(self.evaluate, node.arguments))


evaluator = Evaluator()
for line in ('1 + 2 * 3', '(1 + 2) * 3', '2 ** 3 ** 2', '-2 ** 2', '10 / 4 % 2', 'x = 7', 'y = x * (x - 1) / 2', 'max(x, y, 3) + abs(-4)', 'sum()',
             'round(2.567, 2)', '1 +', '2 $ 3', 'z + 1', '1 / 0', '(1', '1 2', 'nope(1)', '10 - 4 - 3', '2 * pi'):
    try:
        tree = Parser(line).parse()
        print(f'{line:<24}= {evaluator.evaluate(tree)}')
    except (SyntaxError, NameError, ZeroDivisionError, KeyError) as error:
        print(f'{line:<24}! {type(error).__name__}: {error}')
print(Parser('a = -f(1, b ** 2)').parse())

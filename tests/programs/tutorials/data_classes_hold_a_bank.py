import dataclasses
import enum
import functools
import operator
import threading
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar


class Kind(enum.Enum):
    DEPOSIT = enum.auto()
    WITHDRAWAL = enum.auto()
    TRANSFER = 'transfer'

    @property
    def sign(self):
        return 1 if self is Kind.DEPOSIT else -1


@dataclass(frozen=True, order=True)
class Money:
    cents: int
    currency: str = field(default='EUR', compare=False)

    def __add__(self, other):
        return dataclasses.replace(self, cents=self.cents + other.cents)

    def __str__(self):
        return f'{Decimal(self.cents) / 100:.2f} {self.currency}'


@dataclass
class Entry:
    kind: Kind
    amount: Money
    note: str = ''
    number: int = field(init=False, repr=False, default=0)
    counter: ClassVar[int] = 0

    def __post_init__(self):
        type(self).counter += 1
        self.number = type(self).counter


@dataclass(slots=True, kw_only=True)
class Account:
    owner: str
    entries: list[Entry] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @property
    def balance(self):
        return functools.reduce(operator.add, (Money(entry.kind.sign * entry.amount.cents) for entry in self.entries), Money(0))

    def book(self, kind, cents, note=''):
        with self.lock:
            if kind.sign < 0 and self.balance.cents < cents:
                raise ValueError(f'{self.owner} cannot pay {Money(cents)}')
            self.entries.append(Entry(kind, Money(cents), note))


ada, bob = Account(owner='Ada'), Account(owner='Bob')
ada.book(Kind.DEPOSIT, 10_000, 'salary')
refused = []


def pay(times):
    for _ in range(times):
        try:
            ada.book(Kind.WITHDRAWAL, 700)
            bob.book(Kind.DEPOSIT, 700)
        except ValueError as error:
            refused.append(str(error))


threads = [threading.Thread(target=pay, args=(5,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(ada.balance, bob.balance, ada.balance + bob.balance, len(refused), refused[0], Entry.counter)
print(ada.entries[:2], [each.number for each in ada.entries][:3])
print(Money(5) < Money(7), Money(5, 'USD') == Money(5), sorted([Money(3), Money(1)]), {Money(1): 'a'}[Money(1)])
for wrong in (lambda: setattr(Money(1), 'cents', 2), lambda: Account('Eve'), lambda: setattr(ada, 'age', 3), lambda: Entry(Kind.DEPOSIT)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print(dataclasses.asdict(Money(5)), dataclasses.astuple(Money(5)), [each.name for each in dataclasses.fields(Entry)])
print(Kind('transfer'), Kind['DEPOSIT'], list(Kind), Kind.DEPOSIT.name, Kind.TRANSFER.sign, Kind.DEPOSIT in Kind)
match ada.entries[0]:
    case Entry(kind=Kind.DEPOSIT, amount=Money(cents)) if cents > 100:
        print('a large deposit of', cents)

"""Means, spreads and relations of numbers, computed exactly and rounded once."""

import math
import numbers
import random
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


# --- exact sums ------------------------------------------------------------------------------------------------------


def _ratio(value):
    try:
        return value.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return value, None  # infinite or not a number
    try:
        return value.numerator, value.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None


def _common_type(one, other):
    """The type of a result of numbers of both types."""
    if one is other or other is int or other is bool:
        return one
    if one is int or issubclass(other, one):
        return other
    if issubclass(one, other):
        return one
    if issubclass(one, int):
        return other
    if issubclass(other, int):
        return one
    if issubclass(one, Fraction) and issubclass(other, float):
        return other
    if issubclass(one, float) and issubclass(other, Fraction):
        return one
    raise TypeError("don't know how to coerce %s and %s" % (one.__name__, other.__name__))


def _sum(data):
    """(type of the result, exact sum, number of items)."""
    kind, count, partials = int, 0, {}
    for value in data:
        kind = _common_type(kind, type(value))
        count += 1
        numerator, denominator = _ratio(value)
        partials[denominator] = partials.get(denominator, 0) + numerator
    if None in partials:
        return kind, partials[None], count
    return kind, sum(Fraction(numerator, denominator) for denominator, numerator in partials.items()), count


def _squares(data, center=None):
    """(type, sum of the squares of the distances from the center, number of items); the center is the mean by default."""
    if center is not None:
        return _sum((difference := value - center) * difference for value in data)
    data = list(data)
    kind, total, count = _sum(data)
    if count == 0 or not isinstance(total, (int, Fraction)):
        return kind, total, count  # nothing, or infinite, or not a number
    center = Fraction(total) / count
    return kind, sum((Fraction(*_ratio(value)) - center) ** 2 for value in data), count


def _convert(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def _root_of_fraction(numerator, denominator):
    """The float nearest to the square root of a fraction."""
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        root = _odd_root(numerator, denominator << 2 * shift) << shift
        return float(root)
    return _odd_root(numerator << -2 * shift, denominator) / (1 << -shift)


def _odd_root(numerator, denominator):
    """The root rounded down, its last bit set when that was not exact: so a later rounding goes the right way."""
    root = math.isqrt(numerator // denominator)
    return root | (root * root * denominator != numerator)


def _refuse_negative(values, message='negative value'):
    for value in values:
        if value < 0:
            raise StatisticsError(message)
        yield value


# --- means -----------------------------------------------------------------------------------------------------------


def mean(data):
    kind, total, count = _sum(data)
    if count < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / count, kind)


def fmean(data, weights=None):
    """The mean as a float, quicker."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return math.fsum(map(lambda value, weight: value * weight, data, weights)) / total


def geometric_mean(data):
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    data = list(data)
    message = 'harmonic mean does not support negative values'
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if len(data) == 1 and weights is None:
        if not isinstance(data[0], numbers.Real):
            raise TypeError('unsupported type')
        if data[0] < 0:
            raise StatisticsError(message)
        return data[0]
    if weights is None:
        weights, total_weight = [1] * len(data), len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('Number of weights does not match data size')
        total_weight = _sum(_refuse_negative(weights, message))[1]
    try:
        kind, total, _ = _sum(weight / value if weight else 0
                              for weight, value in zip(weights, _refuse_negative(data, message)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(total_weight / total, kind)


def _middle(data, choose):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    size = len(data)
    return data[size // 2] if size % 2 else choose(data[size // 2 - 1], data[size // 2])


def median(data):
    return _middle(data, lambda low, high: (low + high) / 2)


def median_low(data):
    return _middle(data, lambda low, high: low)


def median_high(data):
    return _middle(data, lambda low, high: high)


def median_grouped(data, interval=1):
    """The median of data that stand for intervals around them."""
    data = sorted(data)
    size = len(data)
    if not size:
        raise StatisticsError('no median for empty data')
    middle = data[size // 2]
    before = bisect_left(data, middle)
    equal = bisect_right(data, middle, before) - before
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    return middle - interval / 2.0 + interval * (size / 2 - before) / equal


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 points that cut the data into parts of equal size."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    if method == 'inclusive':
        steps = [divmod(i * (size - 1), n) for i in range(1, n)]
        return [(data[j] * (n - delta) + data[j + 1] * delta) / n for j, delta in steps]
    if method == 'exclusive':
        result = []
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


# --- spreads ---------------------------------------------------------------------------------------------------------


def variance(data, xbar=None):
    kind, squares, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(squares / (count - 1), kind)


def pvariance(data, mu=None):
    kind, squares, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(squares / count, kind)


def stdev(data, xbar=None):
    _, squares, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(squares / (count - 1))


def pstdev(data, mu=None):
    _, squares, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(squares / count)


def _root(value):
    if isinstance(value, Fraction):
        return _root_of_fraction(value.numerator, value.denominator) if value else 0.0
    return math.sqrt(value)


# --- relations -------------------------------------------------------------------------------------------------------


def _deviations(x, y, name):
    size = len(x)
    if len(y) != size:
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if size < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    xbar, ybar = math.fsum(x) / size, math.fsum(y) / size
    products = math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
    return size, xbar, ybar, products


def covariance(x, y, /):
    size, _, _, products = _deviations(x, y, 'covariance')
    return products / (size - 1)


def correlation(x, y, /):
    """Pearson's coefficient."""
    _, xbar, ybar, products = _deviations(x, y, 'correlation')
    sxx = math.fsum((d := xi - xbar) * d for xi in x)
    syy = math.fsum((d := yi - ybar) * d for yi in y)
    try:
        return products / math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    if proportional:
        if len(y) != len(x):
            raise StatisticsError('linear regression requires that both inputs have same number of data points')
        if len(x) < 2:
            raise StatisticsError('linear regression requires at least two data points')
        products = math.fsum(xi * yi for xi, yi in zip(x, y))
        sxx = math.fsum(xi * xi for xi in x)
    else:
        _, xbar, ybar, products = _deviations(x, y, 'linear regression')
        sxx = math.fsum((d := xi - xbar) * d for xi in x)
    try:
        slope = products / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


class NormalDist:
    """A normal distribution of a random variable."""

    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution', '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        deviation = stdev(data)
        return cls(float(mean(data)), deviation)

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        if not self.variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        difference = x - self._mu
        return math.exp(difference * difference / (-2.0 * self.variance)) / math.sqrt(math.tau * self.variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * math.sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * math.fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / math.fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __eq__(x1, x2):
        return (x1._mu, x1._sigma) == (x2._mu, x2._sigma) if isinstance(x2, NormalDist) else NotImplemented

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

import statistics as s, random
from fractions import Fraction as F
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
r = random.Random(5)
sets = [[1, 2, 3, 4], [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], [F(1, 2), F(3, 4)], [], [5], [2, 2, 3], [0, 1], [-1, 2], [1, F(1, 3), 2.5], [True, 2], [1e300, 1e300], [1e-320, 2e-320],
        [r.gauss(10, 3) for _ in range(50)], [r.randrange(100) for _ in range(31)], [10**30, 10**30 + 1]]
for d in sets:
    for n in 'mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode multimode pstdev pvariance stdev variance quantiles'.split():
        t(getattr(s, n), d)
    t(s.quantiles, d, n=10, method='inclusive'); t(s.quantiles, d, n=3); t(s.mean, iter(d)); t(s.variance, d, 2); t(s.NormalDist.from_samples, d)
t(s.mean, ['a']); t(s.mode, 'aab'); t(s.multimode, ''); t(s.quantiles, [1, 2], method='x'); t(s.quantiles, [1, 2], n=0)
x = [1, 2, 3, 4, 5]; y = [2, 4, 5, 4, 5.5]
for f in (s.covariance, s.correlation, s.linear_regression): t(f, x, y); t(f, x, y[1:]); t(f, [1], [2]); t(f, [1, 1], [2, 3])
t(s.linear_regression, x, y, proportional=True); t(s.fmean, x, y); t(s.fmean, x, [0] * 5); t(s.harmonic_mean, [40, 60], [5, 30])
n = s.NormalDist(100, 15)
t(lambda: (n.mean, n.stdev, n.variance, n.median, n.pdf(110), n.cdf(90), n.zscore(130), n + 1, n - n, n * 2, 3 * n, n / 2, -n, 1 - n, n == s.NormalDist(100, 15), n.samples(3, seed=1)))
t(s.NormalDist, 1, -1)

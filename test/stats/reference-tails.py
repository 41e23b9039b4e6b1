"""Prints reference-tails.json: both tails of t, normal, chi-squared and F from their power series at 60 digits.

python3 test/stats/reference-tails.py > test/stats/reference-tails.json
npx biome check --write test/stats/reference-tails.json

mpmath 1.3 for the tails; scipy 1.17 only chooses the places.
"""

import json

from mpmath import exp, log, loggamma, mp, mpf
from scipy import stats

mp.dps = 60
TAILS = [1e-12, 1e-9, 1e-6, 0.001, 0.025, 0.2, 0.4, 0.5]


def sum_of(term, factor):
    total, n = term, 0
    while term > total * mpf(10) ** -58:
        term *= factor(n)
        total += term
        n += 1
    return total


def beta(a, b, x, y):
    """Lower and upper tail (DLMF 8.17.8), from the side whose series converges faster."""
    if x > y:
        return beta(b, a, y, x)[::-1]
    first = exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a) - loggamma(b)) / a
    lower = sum_of(first, lambda n: x * (a + b + n) / (a + 1 + n))
    return lower, 1 - lower


def gamma(a, x):
    """Lower and upper tail (DLMF 8.7.1)."""
    lower = sum_of(exp(a * log(x) - x - loggamma(a)) / a, lambda n: x / (a + 1 + n))
    return lower, 1 - lower


def f(x, d1, d2):
    x, d1, d2 = mpf(x), mpf(d1), mpf(d2)
    return beta(d1 / 2, d2 / 2, d1 * x / (d1 * x + d2), d2 / (d1 * x + d2))


def t(x, df):
    upper = f(x * mpf(x), 1, df)[1] / 2
    return 1 - upper, upper


def normal(x):
    upper = gamma(mpf(1) / 2, mpf(x) ** 2 / 2)[1] / 2
    return 1 - upper, upper


def chi_squared(x, df):
    return gamma(mpf(df) / 2, mpf(x) / 2)


def rows(tails, at, parameters, both):
    places = [at.isf(p, *parameters) for p in TAILS if both or p < 0.5]
    places += [at.ppf(p, *parameters) for p in TAILS if both]
    for place in sorted({float(f"{x:.9g}") for x in places}):
        lower, upper = tails(place, *parameters)
        yield [place, *parameters, float(lower), float(upper)]


def table(tails, at, settings, both=True):
    return [row for parameters in settings for row in rows(tails, at, parameters, both)]


T = [1, 1.5, 2, 3, 5, 10, 30.25, 96.88, 255, 1000, 10_000, 100_000, 1_000_000]
CHI = [1, 2, 3, 5, 10, 100, 10_000, 1_000_000]
F = [(1, 1), (2, 3), (1, 1000), (5, 10), (10, 5), (3, 1_000_000), (1_000_000, 3), (100, 200), (1_000_000, 1_000_000)]
print(
    "{\n"
    + ",\n".join(
        f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in data) + "\n]"
        for name, data in {
            "t": table(t, stats.t, [(df,) for df in T], both=False),
            "normal": table(normal, stats.norm, [()], both=False),
            "chiSquared": table(chi_squared, stats.chi2, [(df,) for df in CHI]),
            "f": table(f, stats.f, F),
        }.items()
    )
    + "\n}"
)

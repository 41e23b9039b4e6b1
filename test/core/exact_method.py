"""The method in exact fractions, formula by formula; it shares no line with the program that it is compared with."""

from fractions import Fraction

from exact_rows import CATEGORIES, MONTHS, Spending, cost_series, label, months, other_returns, rows

VARIABLE = ['staff', 'developer', 'misc', 'rewards']
RETURNING = ['active', 'lurker']


def ledger(cost, gained):
    """profit = return − cost, ROI = profit ÷ cost."""
    profit = gained - cost
    return {'cost': cost, 'return': gained, 'profit': profit, 'roi': profit / cost if cost > 0 else None}


def line_through(points):
    """Slope Σ(x − x̄)(y − ȳ) ÷ Σ(x − x̄)² and the line's value at the last x; None below two points."""
    if len(points) < 2:
        return None, None
    mx = sum((Fraction(x) for x, _ in points), Fraction()) / len(points)
    my = sum((y for _, y in points), Fraction()) / len(points)
    slope = sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
    return slope, my + slope * (points[-1][0] - mx)


def stays(values):
    """First position from which every value is ≥ 0; None where the last one is not."""
    below = [i for i, value in enumerate(values) if value < 0]
    first = below[-1] + 1 if below else 0
    return first if first < len(values) else None


def running(values):
    return [sum(values[: i + 1], Fraction()) for i in range(len(values))]


class Baseline:
    """gap(B) = Σ n(newcomer)·(m(newcomer) − m(non_member)) ÷ Σ n(newcomer), on each line."""

    def __init__(self, spending, chosen):
        self.spending, self.periods = spending, chosen
        self.newcomers = sum(spending.n('newcomer', t) for t in chosen)
        self.gap = {line: self.mean(line, 'newcomer') - self.mean(line, 'non_member') for line in spending.lines}

    def weighted(self, value):
        return sum(self.spending.n('newcomer', t) * value(t) for t in self.periods) / Fraction(self.newcomers)

    def mean(self, line, cohort):
        return self.weighted(lambda t: self.spending.mean(line, cohort, t))

    def whole(self, cohort):
        return self.weighted(lambda t: self.spending.whole(cohort, t))


def gain(spending, baseline, margin, line, cohort, t):
    """return = ((m(c, t) − m(non_member, t)) − gap(B)) × n(c, t) × margin; nothing where there is nobody."""
    n, m = spending.n(cohort, t), spending.mean
    return (m(line, cohort, t) - m(line, 'non_member', t) - baseline.gap[line]) * n * margin if n else Fraction()


def midpoint(before, after):
    """Δ(r·v) = Δr·v̄ + r̄·Δv"""
    (r0, v0), (r1, v1) = before, after
    return (r1 - r0) * (v0 + v1) / 2, (v1 - v0) * (r0 + r1) / 2


def retention(spending, baseline, margin):
    """The uplift split into who stayed and what each of them spent; rates and means weighted by newcomers."""
    if not any(value is not None for value in spending.retained.values()):
        return None
    rate = lambda cohort, t: Fraction(spending.retained[(cohort, t)], spending.n(cohort, t))

    def then(cohort):
        r = baseline.weighted(lambda t: rate(cohort, t))
        return r, baseline.whole(cohort) / r

    def now(cohort, t):
        return rate(cohort, t), spending.whole(cohort, t) / rate(cohort, t)

    parts = [Fraction(), Fraction()]
    for cohort in RETURNING:
        for t in spending.periods:
            own = midpoint(then('newcomer'), now(cohort, t))
            anyway = midpoint(then('non_member'), now('non_member', t))
            for i in (0, 1):
                parts[i] += (own[i] - anyway[i]) * spending.n(cohort, t) * margin
    return {'retention': parts[0], 'spendPerRetained': parts[1]}


def projection(balance, slope, last, year):
    """Periods ahead until the balance, with the fitted profit line added on, reaches 0; at most ten years."""
    for ahead in range(1, 10 * year + 1):
        balance += last + slope * ahead
        if balance >= 0:
            return ahead
    return None


def economics(flows, rate, name):
    """NPV, IRR and payback of yearly flows, whose discount factors are exact."""
    worth = lambda factor: sum(flow / factor**at for at, flow in enumerate(flows))
    low, high = Fraction(1, 100), Fraction(101)
    for _ in range(70):
        middle = Fraction(round((low + high) / 2 * 2**60), 2**60)
        low, high = (middle, high) if (worth(middle) > 0) == (worth(Fraction(1, 100)) > 0) else (low, middle)
    discounted = [flow / (1 + rate) ** at for at, flow in enumerate(flows)]
    return {
        'discountRate': rate,
        'npv': sum(discounted),
        'irr': low - 1,
        'payback': name(stays(running(flows))),
        'discountedPayback': name(stays(running(discounted))),
    }


def calculate(folder, baseline=None, margin='1', discount=None, member_cost='variable'):
    """Every figure of a fixture, from its costs.csv, spend.csv and (where there is one) returns.csv."""
    costs, margin = rows(folder / 'costs.csv'), Fraction(margin)
    spending = Spending(rows(folder / 'spend.csv'))
    unit, grid = spending.unit, spending.periods
    start = min([grid[0]] + [months(row['period'])[0] // MONTHS[unit] for row in costs])
    window, year = range(start, grid[-1] + 1), 12 // MONTHS[unit]
    end, latest = len(window), max(0, len(window) - year)
    time = unit, start, end
    name = lambda at: None if at is None else label(unit, start + at)
    base = Baseline(spending, grid if baseline == 'all' else grid[:1])
    gained = lambda line, cohort, t: gain(spending, base, margin, line, cohort, t)

    by_cohort = {c: [sum(gained(line, c, t) for line in spending.lines) for t in window] for c in RETURNING}
    other = other_returns(rows(folder / 'returns.csv'), time, margin)
    others = [sum(series[at] for series in other.values()) for at in range(end)]
    gains = [sum(by_cohort[c][at] for c in RETURNING) + others[at] for at in range(end)]
    borne, paid, left = cost_series(costs, time)
    total = lambda series, categories: [sum(series[c][at] for c in categories) for at in range(end)]
    cost, cash = total(borne, CATEGORIES), total(paid, CATEGORIES)
    charged = cost if member_cost == 'total' else total(borne, VARIABLE)
    profit = [g - c for g, c in zip(gains, cost)]
    active = [spending.n('active', t) for t in window]
    present = [c for c in RETURNING if any((c, t) in spending.people for t in grid)]

    def horizon(a, b):
        return {'from': name(a), 'to': name(b - 1), 'periods': b - a, **ledger(sum(cost[a:b]), sum(gains[a:b]))}

    def member(a, b):
        mean_active = Fraction(sum(active[a:b]), b - a)
        if not mean_active:
            return {'activeMembers': 0, 'cost': None, 'benefit': None, 'profit': None, 'roi': None}
        figures = ledger(sum(charged[a:b]) / mean_active, sum(gains[a:b]) / mean_active)
        figures['benefit'] = figures.pop('return')
        return {'activeMembers': mean_active, **figures}

    def marginal():
        a, b = end - 2 * year, end - year
        growth = Fraction(sum(active[b:]) - sum(active[a:b]), year) if a >= 0 else 0
        change = lambda series: (sum(series[b:]) - sum(series[a:b])) / growth
        return {'cost': change(charged), 'benefit': change(gains), 'activeMembers': growth} if growth > 0 else None

    def cohort_at(cohort, t):
        here, whole = spending.n(cohort, t), spending.whole
        uplift = whole(cohort, t) - whole('non_member', t) - sum(base.gap.values()) if here else None
        each = {'people': here, 'spendPerPerson': whole(cohort, t) if here else None, 'uplift': uplift}
        return {**each, 'return': by_cohort[cohort][t - start]}

    def period_at(at):
        t = start + at
        return {
            'period': name(at),
            **ledger(cost[at], gains[at]),
            'cumulative': ledger(sum(cost[: at + 1]), sum(gains[: at + 1])),
            'cashCost': cash[at],
            'drift': spending.whole('non_member', t) - base.whole('non_member') if t in grid else None,
            'cohorts': {c: cohort_at(c, t) for c in present if t in grid},
            'otherReturns': others[at],
        }

    years = {}
    for at, t in enumerate(window):
        years[f'{t // year}'] = (years.get(f'{t // year}', (at, at))[0], at + 1)
    recent = range(max(0, end - 12), end)
    series = {'return': gains, 'cost': cost, 'profit': profit}
    trend = {key: line_through([(at, values[at]) for at in recent]) for key, values in series.items()}
    balance = running(profit)
    ahead = projection(balance[-1], *trend['profit'], year) if stays(balance) is None and end > 1 else None
    gap_at = lambda t: spending.whole('newcomer', t) - spending.whole('non_member', t)
    gaps = [(t, gap_at(t)) for t in grid if spending.n('newcomer', t)]
    bend = line_through(gaps)[0]
    by_line = {x: sum(gained(x, c, t) for c in RETURNING for t in grid) for x in spending.lines}
    return {
        'unit': unit,
        'window': {'from': name(0), 'to': name(end - 1), 'periods': end},
        'baseline': {
            'period': 'all' if baseline == 'all' else label(unit, grid[0]),
            'newcomer': base.whole('newcomer'),
            'nonMember': base.whole('non_member'),
            'gap': sum(base.gap.values()),
        },
        'totals': horizon(0, end),
        'latest12': horizon(latest, end),
        'years': {key: horizon(a, b) for key, (a, b) in years.items()},
        'returnsBySource': {**{c: sum(by_cohort[c]) for c in present}, **{s: sum(v) for s, v in other.items()}},
        'returnsByLine': None if spending.lines == ['all'] else by_line,
        'costsByCategory': {c: sum(borne[c]) for c in CATEGORIES if any(borne[c]) or any(paid[c])},
        'retention': retention(spending, base, margin),
        'cash': {**ledger(sum(cash), sum(gains)), 'notYetAmortised': left},
        'perActiveMember': {**member(latest, end), 'years': {key: member(a, b) for key, (a, b) in years.items()}},
        'marginal': marginal(),
        'trend': {'periods': len(recent), **{key: slope for key, (slope, _) in trend.items()}},
        'breakEven': {
            'period': name(stays(profit)),
            'cumulative': name(stays(balance)),
            'projected': None if ahead is None else name(end - 1 + ahead),
        },
        'economics': discount and economics([g - c for g, c in zip(gains, cash)], Fraction(discount), name),
        'parallelTrends': {'change': None if bend is None else bend * (gaps[-1][0] - gaps[0][0])},
        'periods': [period_at(at) for at in range(end)],
    }

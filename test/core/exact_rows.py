"""Rows of the fixtures as exact fractions, and amounts laid on periods."""

import csv
import re
from fractions import Fraction

MONTHS = {'month': 1, 'quarter': 3, 'year': 12}
CATEGORIES = ['one_off', 'ongoing', 'staff', 'developer', 'misc', 'rewards', 'overhead']


def rows(path):
    return list(csv.DictReader(path.open(encoding='utf-8', newline=''))) if path.exists() else []


def period(text):
    """(unit, index): months, quarters or years since the year 0."""
    if m := re.fullmatch(r'(\d{4})-(\d\d)', text):
        return 'month', int(m[1]) * 12 + int(m[2]) - 1
    if m := re.fullmatch(r'(\d{4})-Q(\d)', text):
        return 'quarter', int(m[1]) * 4 + int(m[2]) - 1
    return 'year', int(text)


def label(unit, index):
    year, part = divmod(index, 12 // MONTHS[unit])
    return {'month': f'{year}-{part + 1:02d}', 'quarter': f'{year}-Q{part + 1}', 'year': f'{year}'}[unit]


def months(text):
    """First month, and how many."""
    unit, index = period(text)
    return index * MONTHS[unit], MONTHS[unit]


def share(text):
    if not text:
        return Fraction(1)
    return Fraction(text[:-1]) / 100 if text.endswith('%') else Fraction(text)


def spread(first, count, amount, time):
    """An amount laid evenly on `count` months from `first`: what falls into each period of the report."""
    unit, start, length = time
    series = [Fraction()] * length
    for month in range(first, first + count):
        at = month // MONTHS[unit] - start
        if 0 <= at < length:
            series[at] += amount / count
    return series


def add(a, b):
    return [x + y for x, y in zip(a, b)]


def no_costs(time):
    return {category: [Fraction()] * time[2] for category in CATEGORIES}


def cost_series(costs, time):
    """By category: what is borne (a one-off cost in a straight line over its life), what is paid, what is left over."""
    unit, start, length = time
    end = (start + length) * MONTHS[unit]
    borne, paid, left = no_costs(time), no_costs(time), Fraction()
    for row in costs:
        first, count = months(row['period'])
        until = sum(months(row['until'])) if row.get('until') else first + 1
        amount = Fraction(row['amount']) * share(row.get('share'))
        category = row['category']
        for at in range(first, until, count):
            if category != 'one_off':
                series = spread(at, count, amount, time)
                borne[category], paid[category] = add(borne[category], series), add(paid[category], series)
            elif at < end:
                life = round(Fraction(row.get('useful_life_years') or 4) * 12)
                borne[category] = add(borne[category], spread(at, life, amount, time))
                paid[category] = add(paid[category], spread(at, 1, amount, time))
                left += amount * max(0, at + life - end) / life
    return borne, paid, left


def other_returns(returns, time, margin):
    """amount × attribution, × margin where it is revenue, by source."""
    by_source = {}
    for row in returns:
        counted = Fraction(row['amount']) * share(row['attribution']) * (margin if row['kind'] == 'revenue' else 1)
        series = spread(*months(row['period']), counted, time)
        by_source[row['source']] = add(by_source.get(row['source'], [Fraction()] * time[2]), series)
    return by_source


class Spending:
    """People, retained and mean spending per line, cohort and period; `mean` is 0 where there is nobody."""

    def __init__(self, spend):
        self.people, self.retained, self.means = {}, {}, {}
        for row in spend:
            key = row['cohort'], period(row['period'])[1]
            self.people[key] = int(row['people'])
            self.retained[key] = int(row['retained']) if row.get('retained') else None
            per_head = row.get('spend_per_person')
            total = Fraction(per_head) * self.people[key] if per_head else Fraction(row['spend'])
            if self.people[key]:
                self.means[(row.get('line') or 'all', *key)] = total / self.people[key]
        self.lines = sorted({line for line, _, _ in self.means})
        indexes = [index for _, index in self.people]
        self.unit = period(spend[0]['period'])[0]
        self.periods = range(min(indexes), max(indexes) + 1)

    def n(self, cohort, t):
        return self.people.get((cohort, t), 0)

    def mean(self, line, cohort, t):
        return self.means.get((line, cohort, t), Fraction())

    def whole(self, cohort, t):
        """Mean spending on all lines."""
        return sum((self.mean(line, cohort, t) for line in self.lines), Fraction())

"""The members' ledger of fixtures/members-ledger in exact fractions, independently of the program.

    python3 test/members/ledger.py            prints what its expected.json holds
    python3 test/members/ledger.py --write    writes it
    python3 test/members/ledger.py --check    compares it with what is computed

The ledger of the business is that of test/core/exact_method.py. Intervals: the error of a change of cohorts is
√Σ sd²/n over its four means, with Satterthwaite's degrees of freedom; the share of the pie has Fieller's interval for
x ÷ (x + y) with x and y independent and normal. Needs scipy for the quantiles alone.
"""

import csv
import json
import sys
from fractions import Fraction
from math import sqrt
from pathlib import Path

from scipy.stats import norm, t

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'core'))
from exact_method import calculate  # noqa: E402

FOLDER = Path(__file__).resolve().parents[2] / 'fixtures' / 'members-ledger'
HOUR_VALUE = 18
LATEST = ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4']


def rows(name):
    with open(FOLDER / name, newline='', encoding='utf-8') as lines:
        return list(csv.DictReader(lines))


def number(text):
    return Fraction(text.replace(',', ''))


def earnings():
    """Change against change, a year and member, and the half-width of its interval."""
    cell = {(r['cohort'], r['period']): r for r in rows('outcomes.csv') if r['outcome'] == 'earnings'}
    mean = {key: number(r['value']) for key, r in cell.items()}
    change = lambda cohort: mean[cohort, '2023'] - mean[cohort, '2022']
    parts = [(number(r['sd']) ** 2 / int(r['people']), int(r['people']) - 1) for r in cell.values()]
    variance = sum(v for v, _ in parts)
    df = float(variance**2 / sum(v**2 / n for v, n in parts))
    return change('active') - change('non_member'), t.ppf(0.975, df) * sqrt(variance)


def given(kind, quarters):
    """Hours or fees; those of a year are spread evenly over its quarters."""
    total = Fraction()
    for row in rows('member-ledger.csv'):
        if row['kind'] != kind:
            continue
        own = [row['period']] if 'Q' in row['period'] else [f"{row['period']}-Q{q}" for q in (1, 2, 3, 4)]
        total += number(row['amount']) * Fraction(sum(q in quarters for q in own), len(own))
    return total


def business_error(name):
    """Standard error of the return over the window or the latest twelve months, by the closed form of docs/method.md."""
    spend = {(r['cohort'], r['period']): (int(r['people']), float(r['spend_sd']) ** 2 / int(r['people'])) for r in rows('spend.csv')}
    every = sorted({period for _, period in spend})
    base, inside = every[0], every if name == 'totals' else LATEST
    weight = {q: sum(spend[c, q][0] for c in ('active', 'lurker')) for q in inside}
    whole = sum(weight.values())
    variance = sum(spend[c, q][0] ** 2 * spend[c, q][1] for q in inside for c in ('active', 'lurker'))
    variance += whole**2 * spend['newcomer', base][1]
    for q in every:
        variance += (weight.get(q, 0) - (whole if q == base else 0)) ** 2 * spend['non_member', q][1]
    return sqrt(variance)


def fieller(x, y, vx, vy):
    """Interval of x ÷ (x + y)."""
    z2 = norm.ppf(0.975) ** 2
    a, b, va, vb, c = x, x + y, vx, vx + vy, vx
    certainty = b * b - z2 * vb
    middle = (a * b - z2 * c) / certainty
    reach = sqrt(middle**2 - (a * a - z2 * va) / certainty)
    return [middle - reach, middle + reach]


def ledger():
    business = calculate(FOLDER)['latest12']
    each, half = earnings()
    spend = {(r['cohort'], r['period']): int(r['people']) for r in rows('spend.csv')}
    months = 3 * sum(spend['active', q] for q in LATEST)
    rewards = sum(number(r['amount']) for r in rows('costs.csv') if r['category'] == 'rewards' and r['period'] in LATEST)
    outcome = each * months / 12
    hours, fees = given('hours', LATEST), given('fees', LATEST)
    investment = hours * HOUR_VALUE + fees
    gained = outcome + rewards
    surplus, off = gained - investment, half * months / 12
    profit, returned = business['profit'], business['return']
    around = lambda value: [float(value) - off, float(value) + off]
    z, error = norm.ppf(0.975), business_error('latest12')
    recognised = {(r['person_id'], (int(r['date'][5:7]) - 1) // 3) for r in rows('recognition.csv') if r['date'] > '2023'}
    active = sum(spend['active', q] for q in LATEST)
    return {
        'outcomeReturn': outcome,
        'rewards': rewards,
        'return': gained,
        'hours': hours,
        'hoursValue': hours * HOUR_VALUE,
        'fees': fees,
        'investment': investment,
        'surplus': surplus,
        'roi': surplus / investment,
        'shareOfPie': surplus / (surplus + profit),
        'giveBack': rewards / returned,
        'interval': {
            'return': around(gained),
            'surplus': around(surplus),
            'roi': [end / float(investment) for end in around(surplus)],
            'shareOfPie': fieller(float(surplus), float(profit), (off / z) ** 2, error**2),
            'giveBack': [float(rewards) / (float(returned) + z * error), float(rewards) / (float(returned) - z * error)],
        },
        'recognition': Fraction(len(recognised), active),
    }


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else float(value)


def text():
    return json.dumps(plain(ledger()), indent=1) + '\n'


def main(arguments):
    path = FOLDER / 'expected.json'
    if arguments == ['--write']:
        path.write_text(text(), encoding='utf-8')
    elif arguments == ['--check']:
        same = path.read_text(encoding='utf-8') == text()
        print('expected.json agrees' if same else 'expected.json differs')
        return 0 if same else 1
    else:
        print(text(), end='')
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))

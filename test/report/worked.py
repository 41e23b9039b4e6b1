"""The worked numbers of the glossary that no case of fixtures states: python3 test/report/worked.py (needs scipy)."""

import csv
from datetime import date, timedelta
from pathlib import Path

from scipy.optimize import brentq

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def rows(folder, file):
    with open(FIXTURES / folder / file, newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def month(label):
    year, part = label.split("-")
    return int(year) * 12 + int(part) - 1


def cash_flows():
    """worked-example, month by month: what 2021-01 is the yardstick of, less what was paid."""
    costs, spend = rows("worked-example", "costs.csv"), rows("worked-example", "spend.csv")
    first = month("2021-01")
    flows = [0.0] * 36
    for row in costs:
        share = float(row["share"].rstrip("%")) / 100 if row["share"] else 1.0
        start = month(row["period"])
        for at in range(start, month(row["until"] or row["period"]) + 1):
            flows[at - first] -= float(row["amount"]) * share
    each = {(r["cohort"], month(r["period"])): (float(r["spend"]) / int(r["people"]), int(r["people"])) for r in spend}
    gap = each["newcomer", first][0] - each["non_member", first][0]
    for at in range(36):
        for cohort in ("active", "lurker"):
            mean, people = each[cohort, first + at]
            flows[at] += (mean - each["non_member", first + at][0] - gap) * people
    return flows


def npv(rate, flows):
    return sum(flow / (1 + rate) ** (at / 12) for at, flow in enumerate(flows))


def retention():
    """quarterly: the midpoint rule on share retained (r) and spending per retained customer (v)."""
    cells = {(r["cohort"], r["period"]): r for r in rows("quarterly", "spend.csv")}
    quarters = sorted({period for _, period in cells})

    def parts(cohort, period):
        row = cells[cohort, period]
        people, kept = int(row["people"]), int(row["retained"])
        return kept / people, float(row["spend"]) / kept, people

    def more_stayed(cohort_then, cohort_now, period):
        r0, v0, _ = parts(cohort_then, quarters[0])
        r1, v1, _ = parts(cohort_now, period)
        return (r1 - r0) * (v0 + v1) / 2, (v1 - v0) * (r0 + r1) / 2

    total = [0.0, 0.0]
    for period in quarters:
        for cohort in ("active", "lurker"):
            if (cohort, period) not in cells:
                continue
            own, anyway = more_stayed("newcomer", cohort, period), more_stayed("non_member", "non_member", period)
            people = parts(cohort, period)[2]
            total = [t + (a - b) * people for t, a, b in zip(total, own, anyway)]
    return total


def event_changes():
    """monthly: what attendees changed by beyond people who never attended, and one window of 45 days earlier."""
    orders, events = rows("monthly", "orders.csv"), rows("monthly", "events.csv")
    day = date.fromisoformat
    first, seen = {}, {}
    for into, table in ((first, events), (seen, orders)):
        for row in table:
            into[row["person_id"]] = min(into.get(row["person_id"], date.max), day(row["date"]))

    def mean(people, start, from_day, to_day):
        low, high = start + timedelta(from_day), start + timedelta(to_day)
        inside = (row for row in orders if row["person_id"] in people and low <= day(row["date"]) <= high)
        return sum(float(row["amount"]) for row in inside) / len(people)

    sums, attendees = {"change": 0.0, "placebo": 0.0}, 0
    for start in sorted(set(first.values())):
        known = {person for person, when in seen.items() if when < start - timedelta(90)}
        came = {person for person, when in first.items() if when == start} & known
        never = known - set(first)
        for name, before, after in (("change", (-45, -1), (0, 44)), ("placebo", (-90, -46), (-45, -1))):
            moved = [mean(side, start, *after) - mean(side, start, *before) for side in (came, never)]
            sums[name] += len(came) * (moved[0] - moved[1])
        attendees += len(came)
    return {name: value / attendees for name, value in sums.items()}


if __name__ == "__main__":
    flows = cash_flows()
    print("npv at 8%:", repr(npv(0.08, flows)))
    print("irr:", repr(brentq(npv, -0.9, 10, args=(flows,), xtol=1e-15, rtol=1e-15)))
    print("retention, spending per retained customer:", *map(repr, retention()))
    print("event, change and placebo:", *map(repr, event_changes().values()))

"""Event studies of the fixture and of the grocery campaigns, person by person with pandas. Writes test/members/event.csv.
Run from the project: /usr/bin/python3 test/members/event.py"""

import hashlib
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import optimize, special

DAYS = 45
out = {}


def group_of(person):
    return int(hashlib.md5(str(person).encode()).hexdigest()[:2], 16)


def quantile(df):
    """R: qt(0.975, df). scipy's own t.ppf has nine digits."""
    return optimize.brentq(lambda t: special.betainc(df / 2, 0.5, df / (df + t * t)) - 0.05, 1, 13, xtol=1e-15, rtol=1e-15)


def window(transactions, people, day, first, last):
    """What each of these people spent from day + first to day + last."""
    since, until = day + pd.Timedelta(days=first), day + pd.Timedelta(days=last)
    inside = transactions[(transactions.date >= since) & (transactions.date <= until)]
    return inside.groupby("person_id").amount.sum().reindex(people, fill_value=0.0)


def study(name, events, transactions, known, which=None):
    """One row per person and date, then means of differences; the jackknife leaves out one group of people after the other."""
    first, last = transactions.date.min(), transactions.date.max()
    debut = events.groupby("person_id").date.min()
    rows = []
    for day in sorted(debut.unique()):
        day = pd.Timestamp(day)
        if day - pd.Timedelta(days=2 * DAYS) < first or day + pd.Timedelta(days=DAYS - 1) > last:
            continue
        there = known[known < day - pd.Timedelta(days=2 * DAYS)].index
        attendees = debut[debut == day].index.intersection(there)
        if which is not None:
            attended = events[(events.date == day) & (events.event == which)].person_id
            attendees = attendees.intersection(pd.Index(attended))
        others = there.difference(debut.index)
        for people, side in ((attendees, 1), (others, 0)):
            earlier = window(transactions, people, day, -2 * DAYS, -DAYS - 1)
            before = window(transactions, people, day, -DAYS, -1)
            after = window(transactions, people, day, 0, DAYS - 1)
            rows.append(
                pd.DataFrame(
                    {"day": day, "side": side, "change": after - before, "placebo": before - earlier},
                    index=people,
                )
            )
    data = pd.concat(rows)
    data = data[data.day.isin(data[data.side == 1].day)]
    data["group"] = [group_of(person) for person in data.index]

    def pooled(part):
        means = part.groupby(["day", "side"])[["change", "placebo"]].mean().unstack()
        n = part[part.side == 1].groupby("day").size()
        means = means.loc[n.index]
        weights = n / n.sum()
        change = ((means["change"][1] - means["change"][0]) * weights).sum()
        placebo = ((means["placebo"][1] - means["placebo"][0]) * weights).sum()
        return np.array([change, placebo, change - placebo])

    whole = pooled(data)
    groups = np.unique(data.group)
    replicates = np.array([pooled(data[data.group != group]) for group in groups])
    size = len(groups)
    error = np.sqrt((size - 1) / size * ((replicates - replicates.mean(axis=0)) ** 2).sum(axis=0))
    sides = [data[data.side == side].group.nunique() for side in (0, 1)]
    reach = quantile(min(sides) - 1) * error
    out[f"{name}.attendees"] = int((data.side == 1).sum())
    for at, what in enumerate(("change", "placebo", "beyond")):
        out[f"{name}.{what}.difference"] = whole[at]
        out[f"{name}.{what}.low"] = whole[at] - reach[at]
        out[f"{name}.{what}.high"] = whole[at] + reach[at]


def read(path):
    return pd.read_csv(path, parse_dates=["date"])


fixture = Path("fixtures/events")
transactions = read(fixture / "transactions.csv").rename(columns={"amount (EUR)": "amount"})
events = read(fixture / "events.csv")
customers = pd.read_csv(fixture / "customers.csv", parse_dates=["since"]).rename(columns={"since": "date"})
seen = pd.concat([transactions[["person_id", "date"]], customers])
known = seen.groupby("person_id").date.min()
study("fixture", events, transactions, known)
for kind in ("workshop", "meet-up"):
    study(f"fixture.{kind}", events, transactions, known, kind)

public = Path("../shared/data")
transactions = read(public / "grocery-transactions.csv")
events = read(public / "grocery-events.csv").drop(columns="event").rename(columns={"event_type": "event"})
known = transactions.groupby("person_id").date.min()
study("grocery", events, transactions, known)
for kind in ("Type A", "Type B", "Type C"):
    study(f"grocery.{kind}", events, transactions, known, kind)

lines = ["name,value"] + [f"{name},{value:.15g}" for name, value in out.items()]
Path("test/members/event.csv").write_text("\n".join(lines) + "\n")

"""Group-time effects person by person, with numpy and scipy: what the sums of the program have to come to.

Callaway and Sant'Anna (2021) without covariates, as did::att_gt(base_period = "varying") and did::aggte: influence
functions of every person, variances as their mean square. Writes expected.csv. Run from the project:
python3 test/core/effect/expected.py
"""

import csv
import os
from collections import defaultdict

import numpy as np
from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = []


def put(name, value):
    OUT.append((name, repr(float(value))))


def read(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def estimates(name, outcomes, joined, times, comparison, small=True):
    """outcomes: people x periods; joined: place of the period of joining, or -1."""
    n = len(outcomes)
    groups = sorted(set(joined[joined > 0]))
    scale = {}
    for h in set(joined):
        size = (joined == h).sum()
        scale[h] = np.sqrt(size / (size - 1)) if small and 1 < size < 20 else 1.0
    # Of a single person who joined, scatter is that of all others who joined, one entry for each of them.
    alone = [h for h in groups if (joined == h).sum() == 1]
    many = [h for h in groups if (joined == h).sum() > 1]
    rest = np.concatenate([outcomes[joined == h] - outcomes[joined == h].mean(axis=0) for h in many])
    rest = rest / np.sqrt(sum((joined == h).sum() - 1 for h in many))
    cells, psis = [], []
    for g in groups:
        for t in range(1, len(times)):
            base = t - 1 if t < g else g - 1
            treated = joined == g
            others = joined == -1
            if comparison == "not-yet":
                others = others | (joined > max(t, base))
            others = others & ~treated
            if not others.any():
                continue
            change = outcomes[:, t] - outcomes[:, base]
            psi = np.zeros(n + len(alone) * len(rest))
            entries = {h: slice(n + i * len(rest), n + (i + 1) * len(rest)) for i, h in enumerate(alone)}
            value = change[treated].mean() - change[others].mean()
            if g in alone:
                psi[entries[g]] += (rest[:, t] - rest[:, base]) * n
            of = np.concatenate([treated, np.zeros(len(psi) - n, bool)])
            psi[of] = (change[treated] - change[treated].mean()) * n / treated.sum() * scale[g]
            for h in set(joined[others]):
                own = joined == h
                within = change[own].mean()
                # Scatter around the cohort's mean is scaled; how far that lies from the mean of all is not.
                apart = (change[own] - within) * scale[h] + within - change[others].mean()
                psi[np.concatenate([own, np.zeros(len(psi) - n, bool)])] -= apart * n / others.sum()
                if h in alone:
                    psi[entries[h]] -= (rest[:, t] - rest[:, base]) * n / others.sum()
            cells.append((g, t, value))
            psis.append(psi)
    psis = np.array(psis)
    g_of = np.array([c[0] for c in cells])
    t_of = np.array([c[1] for c in cells])
    values = np.array([c[2] for c in cells])
    share = {g: (joined == g).mean() for g in groups}

    def mean(parts, influences, of):
        p = np.array([share[g] for g in of])
        w = p / p.sum()
        value = w @ parts
        psi = w @ influences
        for part, g in zip(parts, of):
            psi = psi.copy()
            psi[:n] += (part - value) / p.sum() * (joined == g)
        return value, psi

    def se(psi):
        return np.sqrt((psi**2).sum()) / n

    def figure(label, pair):
        put(f"{name}.{label}.value", pair[0])
        put(f"{name}.{label}.se", se(pair[1]))

    def over(keep):
        return mean(values[keep], psis[keep], g_of[keep])

    post = t_of >= g_of
    figure("simple", over(post))
    by_group = [(values[k].mean(), psis[k].mean(axis=0)) for k in [(g_of == g) & post for g in groups] if k.any()]
    kept = [g for g in groups if ((g_of == g) & post).any()]
    figure("group", mean(np.array([v for v, _ in by_group]), np.array([p for _, p in by_group]), kept))
    for g, pair in zip(kept, by_group):
        figure(f"joined.{times[g]}", pair)
    since = {e: over(t_of - g_of == e) for e in sorted(set(t_of - g_of))}
    for e, pair in since.items():
        figure(f"since.{e}", pair)
    later = [pair for e, pair in since.items() if e >= 0]
    figure("dynamic", (np.mean([v for v, _ in later]), np.mean([p for _, p in later], axis=0)))
    calendar = {t: over((t_of == t) & post) for t in sorted(set(t_of[post]))}
    for t, pair in calendar.items():
        figure(f"period.{times[t]}", pair)
    figure("calendar", (np.mean([v for v, _ in calendar.values()]), np.mean([p for _, p in calendar.values()], axis=0)))
    for g, t, value in cells:
        put(f"{name}.cell.{times[g]}.{times[t]}", value)
    # Of the periods before joining the last twelve, where a tenth of those who joined are seen.
    seen = {e: sum((joined == g).sum() for g in g_of[t_of - g_of == e]) for e in since}
    kept = {e: pair for e, pair in since.items() if e >= 0 or (e >= -12 and seen[e] >= 0.1 * (joined > 0).sum())}
    leads = [pair for e, pair in kept.items() if e < 0]
    for label, chosen, parts in (
        ("cells", values[~post], psis[~post]),
        ("leads", np.array([v for v, _ in leads]), np.array([p for _, p in leads])),
    ):
        v = parts @ parts.T / n**2
        statistic = chosen @ np.linalg.solve(v, chosen)
        put(f"{name}.{label}.statistic", statistic)
        put(f"{name}.{label}.p", stats.chi2.sf(statistic, len(chosen)))
    v = np.linalg.inv(np.array([p for _, p in leads]) @ np.array([p for _, p in leads]).T / n**2)
    put(f"{name}.drift.value", v.sum(axis=0) @ np.array([x for x, _ in leads]) / v.sum())
    put(f"{name}.drift.se", 1 / np.sqrt(v.sum()))
    # The band that holds every period since joining at once, from four million draws.
    parts = np.array([p for _, p in kept.values()])
    v = parts @ parts.T
    d = np.sqrt(np.diag(v))
    random = np.random.default_rng(1)
    most = np.concatenate(
        [
            np.abs(random.multivariate_normal(np.zeros(len(d)), v / np.outer(d, d), size=400_000)).max(axis=1)
            for _ in range(10)
        ]
    )
    put(f"{name}.critical", np.quantile(most, 0.95))


def panel(path, person, period, joined, outcome):
    rows = read(path)
    times = sorted({int(row[period]) for row in rows})
    people = defaultdict(lambda: np.zeros(len(times)))
    since = {}
    for row in rows:
        people[row[person]][times.index(int(row[period]))] = float(row[outcome])
        g = int(row[joined] or 0)
        since[row[person]] = times.index(g) if g in times else -1
    ids = sorted(people)
    return np.array([people[i] for i in ids]), np.array([since[i] for i in ids]), times


def exports(member_file, transaction_file, first):
    """People known before the first period, who had not joined by its end; nothing spent counts as 0."""
    transactions = read(transaction_file)
    months = sorted({row["date"][:7] for row in transactions})
    times = [m for m in months if m >= first]
    member = {row["person_id"]: row["joined"][:7] for row in read(member_file) if row["joined"]}
    known, spent = {}, defaultdict(lambda: np.zeros(len(times)))
    for row in transactions:
        m = row["date"][:7]
        known[row["person_id"]] = min(m, known.get(row["person_id"], m))
        if m in times:
            spent[row["person_id"]][times.index(m)] += float(row["amount"])
    ids = [i for i in sorted(known) if known[i] < first and member.get(i, "9999") > first]
    since = [times.index(member[i]) if member.get(i) in times else -1 for i in ids]
    return np.array([spent[i] for i in ids]), np.array(since), times


for comparison in ("never", "not-yet"):
    estimates(f"earnings.{comparison}", *panel("fixtures/effect/earnings.csv", "person_id", "period", "joined", "outcome"), comparison)
    own = exports("fixtures/effect/members.csv", "fixtures/effect/transactions.csv", "2024-02")
    estimates(f"spending.{comparison}", *own, comparison)
    if os.path.exists("../shared/data/mpdta.csv"):
        counties = panel("../shared/data/mpdta.csv", "countyreal", "year", "first.treat", "lemp")
        estimates(f"counties.{comparison}", *counties, comparison)
if os.path.exists("../shared/data/grocery-members.csv"):
    grocery = exports("../shared/data/grocery-members.csv", "../shared/data/grocery-transactions.csv", "2017-02")
    for comparison in ("never", "not-yet"):
        estimates(f"grocery.{comparison}", *grocery, comparison)
with open(os.path.join(HERE, "expected.csv"), "w") as file:
    file.write("name,value\n" + "".join(f"{a},{b}\n" for a, b in OUT))

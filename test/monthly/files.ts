/**
 * The files of `fixtures/monthly`: a community of sellers on a marketplace, its first year. Made up, from a fixed seed,
 * so that they can be changed together and are the same again.
 */
export function monthlyFiles(): Readonly<Record<string, string>> {
  return {
    'costs.csv': costs(),
    'spend.csv': spend(),
    'returns.csv': returns(),
    'outcomes.csv': outcomes(),
    'groups.csv': groups(),
    'incidents.csv': incidents(),
    'member-ledger.csv': memberLedger(),
    'recognition.csv': recognition(),
    ...eventFiles(),
  };
}

const MONTHS = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`);

type Row = readonly (string | number)[];

const csv = (rows: readonly Row[]) => `${rows.map((row) => row.join(',')).join('\n')}\n`;
const cents = (value: number) => value.toFixed(2);

/** Even numbers from 0 to 1, the same for the same seed (mulberry32). */
function even(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers around 0 with a spread of 1: the sum of twelve even ones, less 6. */
const around = (draw: () => number) => Array.from({ length: 12 }, draw).reduce((sum, value) => sum + value, -6);

function costs(): string {
  const rewards = [180, 200, 220, 260, 280, 300, 340, 360, 420, 460, 500, 620];
  const moderation = [150, 160, 190, 210, 240, 260, 290, 330, 360, 390, 430, 470];
  return csv([
    ['period', 'category', 'item', 'amount', 'until', 'useful_life_years'],
    ['2024-01', 'one_off', 'Launch and migration', 24000, '', 4],
    ['2024-01', 'ongoing', 'Platform licence', 650, '2024-12', ''],
    ['2024-01', 'staff', 'Community manager', 4100, '2024-12', ''],
    ['2024-01', 'overhead', 'Rent and administration', 300, '2024-12', ''],
    ['2024-03', 'developer', 'Single sign-on', 3200, '', ''],
    ...MONTHS.map((month, at): Row => [month, 'misc', 'Moderation', moderation[at]!, '', '']),
    ...MONTHS.map((month, at): Row => [month, 'rewards', 'Prizes and badges', rewards[at]!, '', '']),
  ]);
}

/** What the business sees: fees per seller and month, by cohort. */
function spend(): string {
  const draw = even(24);
  const season = [0, -1, 0, 1, 1, 2, 1, 0, 2, 3, 5, 7];
  const newcomers = [140, 118, 105, 112, 98, 104, 120, 96, 125, 131, 122, 110];
  const rows = MONTHS.flatMap((month, at): Row[] => {
    const drift = season[at]! + 0.3 * at;
    const cell = (cohort: string, people: number, mean: number, sd: number): Row => [
      month,
      cohort,
      people,
      cents(mean + drift + (around(draw) * sd) / Math.sqrt(people)),
      cents(sd * (1 + around(draw) / 60)),
    ];
    return [
      cell('non_member', 5200 + 35 * at, 62, 48),
      cell('newcomer', newcomers[at]!, 69, 46),
      ...(at < 1 ? [] : [cell('lurker', 190 + 105 * at, 70.5 + 0.45 * at, 50)]),
      ...(at < 1 ? [] : [cell('active', 45 + 34 * at, 80 + 2.9 * at, 58)]),
    ];
  });
  return csv([['period', 'cohort', 'people', 'spend_per_person', 'spend_sd'], ...rows]);
}

function returns(): string {
  const answered = [0, 12, 25, 41, 55, 62, 78, 90, 104, 118, 131, 140];
  return csv([
    ['period', 'source', 'amount', 'kind', 'attribution', 'note'],
    ...MONTHS.map(
      (month, at): Row => [
        month,
        'support saved',
        answered[at]! * 9,
        'saving',
        '80%',
        `${answered[at]} questions that members answered at 9 each`,
      ],
    ),
  ]);
}

const cohortOf = (at: number) => (at <= 90 ? 'non_member' : at <= 145 ? 'lurker' : 'active');
const idOf = (at: number) => `s${String(at).padStart(3, '0')}`;
const people = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** A survey of the same sellers in January and in December. */
function outcomes(): string {
  const draw = even(7);
  const gain = { non_member: 45, lurker: 55, active: 115 } as const;
  const scammed = { non_member: 0.14, lurker: 0.11, active: 0.05 } as const;
  const rows = people(240).flatMap((at): Row[] => {
    const cohort = cohortOf(at);
    const before = 1400 + (cohort === 'active' ? 160 : 0) + 320 * around(draw);
    const after = before + gain[cohort] + 70 * around(draw);
    const row = (period: string, earned: number, share: number): Row => [
      idOf(at),
      cohort,
      period,
      Math.max(0, Math.round(earned / 10) * 10),
      draw() < share ? 'yes' : 'no',
    ];
    return [row('2024-01', before, 0.15), row('2024-12', after, scammed[cohort])];
  });
  return csv([['person_id', 'cohort', 'period', 'earnings', 'scammed'], ...rows]);
}

/** How many groups each member of the survey is in. */
function groups(): string {
  const draw = even(3);
  const rows = people(240)
    .filter((at) => cohortOf(at) !== 'non_member')
    .map((at): Row => {
      const level = Math.min(5, Math.floor(6 * draw() ** (cohortOf(at) === 'active' ? 1 : 2)));
      const best = -14 * (level - 3) ** 2;
      return [idOf(at), level, Math.round((1650 + best + 260 * around(draw)) / 10) * 10];
    });
  return csv([['person_id', 'groups', 'earnings'], ...rows]);
}

function incidents(): string {
  const draw = even(11);
  const rows = people(240).map((at): Row => {
    const cohort = cohortOf(at);
    const sales = Math.max(1, Math.round((cohort === 'active' ? 34 : 20) + 8 * around(draw)));
    const share = { non_member: 0.012, lurker: 0.01, active: 0.006 }[cohort];
    const chargebacks = Array.from({ length: sales }, draw).filter((value) => value < share).length;
    return [idOf(at), cohort, sales, chargebacks, cents(chargebacks * (30 + 25 * draw()))];
  });
  return csv([['person_id', 'cohort', 'transactions', 'chargeback', 'chargeback_amount'], ...rows]);
}

/** What members give: hours, of which they keep a count, and a fee. */
function memberLedger(): string {
  const hours = [60, 95, 130, 170, 205, 240, 270, 310, 350, 385, 420, 455];
  return csv([
    ['period', 'kind', 'amount'],
    ...MONTHS.map((month, at): Row => [month, 'hours', hours[at]!]),
    ...MONTHS.map((month, at): Row => [month, 'fees', 90 + 68 * at]),
  ]);
}

function recognition(): string {
  const draw = even(5);
  const rows = people(240)
    .filter((at) => cohortOf(at) === 'active' && draw() < 0.4)
    .map((at): Row => {
      const prize = draw() < 0.3;
      return [idOf(at), MONTHS[Math.floor(12 * draw())]!, prize ? 'Prize' : 'Badge', prize ? 50 : ''];
    });
  return csv([['person_id', 'period', 'what', 'value'], ...rows]);
}

const DAY = 86_400_000;
const dayOf = (at: number) => new Date(Date.UTC(2024, 5, 1) + at * DAY).toISOString().slice(0, 10);

/** Orders from June to December, and two events: a workshop that helped, and a meetup that did not. */
function eventFiles(): Readonly<Record<string, string>> {
  const draw = even(13);
  const workshop = { day: 130, name: 'Pricing workshop', lift: 1.9 };
  const meetup = { day: 115, name: 'Meetup', lift: 1 };
  const attended = new Map<number, typeof workshop>();
  for (const at of people(260)) {
    const chance = draw();
    if (chance < 0.22) attended.set(at, workshop);
    else if (chance < 0.36) attended.set(at, meetup);
  }
  const orders: Row[] = [];
  for (const at of people(260)) {
    const event = attended.get(at);
    const every = 26 + 12 * draw();
    for (let day = 30 * draw(); day < 213; ) {
      const lift = event !== undefined && day > event.day ? event.lift : 1;
      orders.push([idOf(at), dayOf(Math.floor(day)), cents(Math.max(5, 48 + 14 * around(draw)))]);
      day += (every / lift) * (0.5 + draw());
    }
  }
  orders.sort((a, b) => String(a[1]).localeCompare(String(b[1])) || String(a[0]).localeCompare(String(b[0])));
  const events = [...attended].map(([at, { day, name }]): Row => [idOf(at), dayOf(day), name]);
  return {
    'events.csv': csv([['person_id', 'date', 'event'], ...events]),
    'orders.csv': csv([['person_id', 'date', 'amount'], ...orders]),
  };
}

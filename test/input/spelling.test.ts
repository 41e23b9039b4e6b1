import { describe, expect, it } from 'vitest';
import { CATEGORY_ALIASES } from '../../src/input/names/categories.ts';
import { COHORT_ALIASES, LINE_ALIASES } from '../../src/input/names/cohorts.ts';
import { COST_HEADERS, RETURN_HEADERS, SPEND_HEADERS } from '../../src/input/names/headers.ts';
import { lookup, spelledOut } from '../../src/input/names/lookup.ts';
import { RETURN_KIND_ALIASES } from '../../src/input/names/return-kinds.ts';
import { isTotal } from '../../src/input/names/totals.ts';
import { closest, fold } from '../../src/input/spelling.ts';

describe('a name', () => {
  it('is the same in any case, with or without accents, spaces and marks', () => {
    const spellings = ['Non-Members', 'NON_MEMBERS', ' non members ', 'nonmembers', 'Nón‑mémbers'];
    expect(new Set(spellings.map(fold))).toEqual(new Set(['nonmembers']));
    expect([fold('Straße'), fold('ﬁn'), fold('Ａmount'), fold('%'), fold('期間')]).toEqual([
      ...['strasse', 'fin', 'amount', '', '期間'],
    ]);
  });
});

describe('a slip of the pen', () => {
  it.each([
    ['amuont', 'amount', 'letters swapped'],
    ['amunt', 'amount', 'one left out'],
    ['ammount', 'amount', 'one too many'],
    ['amoumt', 'amount', 'one replaced'],
    ['catgeroy', 'category', 'two swapped'],
    ['Non-membr', 'non_member', 'in another spelling'],
  ])('%s means %s: %s', (typed, meant) => {
    expect(closest(typed, ['period', 'category', 'amount', 'non_member'])).toEqual([meant]);
  });

  it('is none where the words are far from each other, or there is no word', () => {
    for (const typed of ['zebra', '', '???', 'a'.repeat(100)]) expect(closest(typed, ['amount', 'period'])).toEqual([]);
  });

  it('the nearest comes first', () => {
    expect(closest('spend', ['spends', 'spent', 'spend_sd', 'period'], 3)).toEqual(['spends', 'spent', 'spend_sd']);
  });
});

describe('the lists of names', () => {
  it.each(
    Object.entries({ CATEGORY_ALIASES, COHORT_ALIASES, LINE_ALIASES, RETURN_KIND_ALIASES }) as [
      string,
      Record<string, string>,
    ][],
  )('%s gives no spelling to two names', (_, aliases) => {
    const owners = new Map<string, string>();
    for (const [name, others] of Object.entries(aliases)) {
      for (const spelling of spelledOut(name, others)) {
        expect([spelling, owners.get(spelling) ?? name]).toEqual([spelling, name]);
        owners.set(spelling, name);
      }
    }
  });

  it.each(Object.entries({ COST_HEADERS, SPEND_HEADERS, RETURN_HEADERS }) as [string, Record<string, string>][])(
    '%s gives no header that is the name of a column to another one',
    (_, headers) => {
      const names = Object.keys(headers).map(fold);
      for (const [name, others] of Object.entries(headers)) {
        // A cohort may be called a group, and has a jackknife group beside it: the two are told apart by what is there.
        const taken = spelledOut('', others).filter((alias) => names.includes(alias) && alias !== fold(name));
        expect(taken).toEqual(name === 'cohort' ? ['group'] : []);
      }
    },
  );

  it('a lookup suggests the name behind the nearest spelling', () => {
    const animals = lookup({ cat: 'kitty, Katze', dog: 'hound\nHündin' });
    expect([animals.find('KATZE'), animals.find('hundin'), animals.find('cow')]).toEqual(['cat', 'dog', undefined]);
    expect([animals.suggest('Katz'), animals.suggest('houdn'), animals.suggest('elephant')]).toEqual([
      ...['cat', 'dog', undefined],
    ]);
  });

  it('a total is told by its word, not by a part of one', () => {
    expect(['Total', 'TOTAL:', 'Grand total', 'Summe 2024', 'Sous-total', 'totaal'].map(isTotal)).not.toContain(false);
    expect(['Total Wine Ltd', 'Summer', 'sums up', '2024'].map(isTotal)).not.toContain(true);
  });
});

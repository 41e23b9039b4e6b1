import { describe, expect, it } from 'vitest';
import { checkMap } from '../../src/input/map.ts';
import type { ReadOptions } from '../../src/input/options.ts';
import { codesOf, costs, returns, rowsOf, spend } from './reading.ts';

const read = (header: string, options: ReadOptions = {}, row = '2024-01,staff,5') =>
  costs(`${header}\n${row}\n`, options);

describe('a header is known', () => {
  it.each([
    'period,category,amount',
    'PERIOD,Category,AMOUNT',
    ' Period , "category" ,_amount_',
    'Month,Type,Cost',
    'date,expense-type,Total',
    'Monat,Kostenart,Betrag',
    'Mois,Catégorie,Montant',
    'mes,categoria,importe',
    'Mês,Tipo,Valor',
    'Mese,Categoria,Importo',
    'Maand,Soort,Bedrag',
    'Período,Tipo,Coste',
    'period,category,Amount (EUR)',
    'period,category,Betrag in €',
    'period,category,amount_usd',
    'period,category,Amount USD',
    'period,category,Betrag [CHF]',
  ])('%s', async (header) => {
    const reading = await read(header);
    expect(codesOf(reading)).toEqual([]);
    expect(rowsOf(reading)).toEqual(['2024-01 staff 5']);
  });

  it.each([
    'Monat;Gruppe;Mitglieder;Umsatz',
    'Month;Segment;Users;Revenue',
    'mois;groupe;membres;dépenses',
    'mes;segmento;miembros;gasto',
    'mês;grupo;membros;receita',
    'mese;gruppo;membri;spesa',
    'maand;groep;leden;omzet',
    'month;group;count;arpu',
    'Date;Cohort;Customers;Umsatz pro Person',
  ])('of spending: %s', async (header) => {
    expect(codesOf(await spend(`${header}\n2024-01;active;5;5\n`))).toEqual([]);
  });

  it.each(['Monat;Quelle;Betrag', 'month;stream;value', 'mois;canal;montant', 'mes;fuente;importe'])(
    'of returns: %s',
    async (header) => {
      expect(codesOf(await returns(`${header}\n2024-01;ads;5\n`))).toEqual([]);
    },
  );
});

describe('a cohort, a category, a line and a kind are known in seven languages', () => {
  it.each([
    [
      'non_member',
      'Non-members,nonmember,Control group,Nichtmitglieder,non membres,no miembros,não membros,non membri,niet-leden',
    ],
    [
      'newcomer',
      'Newcomers,new members,Neulinge,neue Mitglieder,nouveaux,nuevos miembros,novos membros,nuovi membri,nieuwe leden',
    ],
    [
      'lurker',
      'Lurkers,readers,Mitleser,passive Mitglieder,membres passifs,miembros pasivos,membros passivos,membri passivi,meelezers',
    ],
    [
      'active',
      'Actives,regulars,aktive Mitglieder,membres actifs,miembros activos,membros ativos,membri attivi,actieve leden',
    ],
  ])('%s', async (cohort, spellings) => {
    for (const spelling of spellings.split(',')) {
      const { file } = await spend(`period,cohort,people,spend\n2024-01,${spelling},5,5\n`);
      expect([spelling, file.cells[0]?.cohort]).toEqual([spelling, cohort]);
    }
  });

  it.each([
    ['one_off', 'One-off,one off,ONE_OFF,einmalig,ponctuel,único,una tantum,eenmalig'],
    ['ongoing', 'running,Hosting,laufende Kosten,récurrent,recurrente,corrente,doorlopend'],
    ['staff', 'Salaries,Personalkosten,salaires,sueldos,salários,stipendi,personeelskosten'],
    ['developer', 'Development,Entwicklung,développement,desarrollo,desenvolvimento,sviluppo,ontwikkeling'],
    ['misc', 'Other,Sonstiges,divers,otros,outros,altro,overige'],
    ['rewards', 'Prizes,Prämien,récompenses,premios,prêmios,premi,beloningen'],
    [
      'overhead',
      'Overheads,Gemeinkosten,frais généraux,gastos generales,despesas gerais,spese generali,algemene kosten',
    ],
  ])('%s', async (category, spellings) => {
    for (const spelling of spellings.split(',')) {
      const { file } = await read('period,category,amount', {}, `2024-01,${spelling},5`);
      expect([spelling, file.rows[0]?.category]).toEqual([spelling, category]);
    }
  });

  it('customers may be members or not, and inactive people may have left: neither is a cohort', async () => {
    expect(codesOf(await spend('period,cohort,people,spend\n2024-01,customers,5,5\n2024-01,inactive,5,5\n'))).toEqual([
      '2 cohort COHORT_UNKNOWN',
      '3 cohort COHORT_UNKNOWN',
    ]);
  });
});

describe('a header that is not clear', () => {
  it('stands twice', async () => {
    const { problems } = await read('period,category,amount,Amount', {}, '2024-01,staff,5,6');
    expect(problems).toMatchObject([
      { code: 'COLUMN_DUPLICATE', line: 1, message: 'column "Amount" stands twice in the header (columns 3 and 4)' },
    ]);
  });

  it('is missing, and the nearest ones are offered', async () => {
    const { problems } = await read('period,category,Amuont,Vendor', {}, '2024-01,staff,5,6');
    expect(problems).toMatchObject([
      {
        code: 'COLUMN_MISSING',
        line: 1,
        message: 'there is no column "amount"',
        remedy: 'If it is "Amuont", say so: --map costs.amount=Amuont',
      },
    ]);
  });

  it('is missing one of two: either would do', async () => {
    const { problems } = await spend('period,cohort,people\n2024-01,active,5\n');
    expect(problems).toMatchObject([
      {
        message: 'there is no column "spend" or "spend_per_person"',
        remedy: 'Add it, or name the column that holds it: --map spend.spend=Header',
      },
    ]);
  });

  it('is missing more than one: each is named', async () => {
    expect((await read('a,b,c')).problems.map(({ message }) => message)).toEqual([
      'there is no column "period"',
      'there is no column "category"',
      'there is no column "amount"',
    ]);
  });

  it('could be two', async () => {
    const { problems } = await read('date,month,category,amount', {}, '2024-01-01,2024-02,staff,5');
    expect(problems).toMatchObject([
      {
        code: 'COLUMN_UNCLEAR',
        message: '"date" or "month" could each be the column "period"',
        remedy: 'Say which: --map costs.period=date',
      },
    ]);
  });

  it('the name itself comes before its aliases', async () => {
    expect(rowsOf(await read('date,period,category,total,amount', {}, 'x,2024-01,staff,x,5'))).toEqual([
      '2024-01 staff 5',
    ]);
  });

  it('total_all is not a total in Albanian lek', async () => {
    expect(codesOf(await read('period,category,total_all'))).toEqual(['1 COLUMN_MISSING']);
  });
});

describe('--map', () => {
  it('names the header of a column, in any spelling, and beats its name', async () => {
    const map = { 'costs.amount': 'netto betrag', 'costs.category': 'Art' };
    const reading = await read('period,amount,Netto-Betrag,Art', { map }, '2024-01,x,5,staff');
    expect(rowsOf(reading)).toEqual(['2024-01 staff 5']);
    expect(reading.summary?.ignoredColumns).toEqual(['amount']);
  });

  it('must name one that is there', async () => {
    const { problems } = await read('period,category,Betrag', { map: { 'costs.amount': 'Betrga' } });
    expect(problems).toMatchObject([
      {
        code: 'COLUMN_MISSING',
        message: 'there is no column "Betrga" (--map names it for "amount")',
        remedy: 'Did you mean "Betrag"?',
      },
    ]);
  });

  it('knows its own keys', () => {
    expect(checkMap({ 'costs.amount': 'x', 'spend.spend_per_person': 'y' })).toBeUndefined();
    expect(checkMap({ 'costs.amuont': 'x' })).toMatchObject({
      code: 'MAP_UNKNOWN',
      remedy: 'Did you mean costs.amount?',
    });
    expect(checkMap({ amount: 'x' })).toMatchObject({ remedy: 'Did you mean costs.amount?' });
  });
});

describe('columns nobody knows', () => {
  it('are ignored and named', async () => {
    const { summary } = await read('Region,period,category,item,amount,,Cost centre', {}, 'EU,2024-01,staff,x,5,,12');
    expect(summary?.ignoredColumns).toEqual(['Region', 'Cost centre']);
  });

  it('may be thousands', async () => {
    const more = Array.from({ length: 5000 }, (_, i) => `c${i}`);
    const reading = await read(`${more.join()},period,category,amount`, {}, `${more.join()},2024-01,staff,5`);
    expect(rowsOf(reading)).toEqual(['2024-01 staff 5']);
    expect(reading.summary?.ignoredColumns).toHaveLength(5000);
  });

  it('a file of one column lacks the others', async () => {
    expect(codesOf(await costs('amount\n5\n6\n'))).toEqual(['1 COLUMN_MISSING', '1 COLUMN_MISSING']);
  });
});

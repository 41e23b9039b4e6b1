import type { Aliases } from '../names/lookup.ts';

/** Headers of the fixed columns of files about members, in the languages of the other files. */

const PERSON_ID = `person, id, user id, member id, customer id, client id, account id, uid, respondent, respondent id, Person
  Personennummer, Kundennummer, Nutzer-ID, id client, id utilisateur, id cliente, id usuario, id do cliente, id utente
  klantnummer`;

const COHORT = `segment, group, member type, membership, Kohorte, Gruppe, cohorte, groupe, grupo, coorte, gruppo, groep
  Segment, segmento`;

const PERIOD = `month, date, quarter, year, wave, Monat, Datum, Quartal, Jahr, Zeitraum, mois, trimestre, année, période, mes
  fecha, año, período, periodo, mês, data, ano, mese, anno, maand, kwartaal, jaar, periode`;

const CURRENCY = `currency code, Währung, WKZ, devise, moneda, divisa, moeda, valuta, munt`;

const INVITED = `asked, surveyed, eingeladen, angeschrieben, invité, invités, invitado, invitados, convidado, convidados
  invitato, invitati, uitgenodigd`;

export const PERSON_OUTCOME_HEADERS = {
  person_id: PERSON_ID,
  cohort: COHORT,
  period: PERIOD,
  invited: INVITED,
  currency: CURRENCY,
} as const satisfies Aliases<string>;

export const COHORT_OUTCOME_HEADERS = {
  outcome: `metric, measure, indicator, name, Ergebnis, Kennzahl, résultat, indicateur, resultado, indicador, risultato
    indicatore, uitkomst`,
  cohort: COHORT,
  people: `members, users, count, n, respondents, sample size, Personen, Anzahl, personnes, effectif, personas, pessoas
    persone, personen, aantal`,
  value: `mean, average, rate, share, Wert, Mittelwert, Anteil, valeur, moyenne, valor, media, média, valore, waarde
    gemiddelde`,
  period: PERIOD,
  sd: `standard deviation, std, stdev, std dev, Standardabweichung, écart-type, desviación estándar, desvio padrão
    deviazione standard, standaardafwijking`,
  invited: INVITED,
  currency: CURRENCY,
} as const satisfies Aliases<string>;

export const LEVEL_HEADERS = {
  person_id: PERSON_ID,
  level: `dose, amount of activity, activity level, intensity, Stufe, niveau, nivel, nível, livello`,
  period: PERIOD,
  cohort: COHORT,
  currency: CURRENCY,
} as const satisfies Aliases<string>;

export const INCIDENT_HEADERS = {
  person_id: PERSON_ID,
  cohort: COHORT,
  transactions: `orders, purchases, contracts, jobs, Transaktionen, Bestellungen, Aufträge, commandes, transacciones, pedidos
    transações, transazioni, ordini, transacties, bestellingen`,
  amount: `cost, loss, lost, damage, Betrag, Schaden, montant, perte, importe, pérdida, valor, perda, importo, perdita
    bedrag, schade`,
  currency: CURRENCY,
} as const satisfies Aliases<string>;

const YES = `yes, y, true, ja, j, wahr, oui, o, vrai, sí, si, verdadero, sim, s, verdadeiro, vero, waar`;
const NO = `no, n, false, nein, falsch, non, faux, falso, não, nao, nee, onwaar`;

export const YES_NO = { yes: YES, no: NO } as const satisfies Aliases<'yes' | 'no'>;

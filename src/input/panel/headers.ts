import type { Aliases } from '../names/lookup.ts';

/** Headers of a panel of outcomes, in the languages of the other files. */
export const PANEL_HEADERS = {
  person_id: `person, id, user id, member id, customer id, client id, account id, uid, unit, unit id, Person, Personennummer
    Kundennummer, Nutzer-ID, id client, id utilisateur, id cliente, id usuario, id do cliente, id utente, klantnummer`,
  period: `month, date, quarter, year, time, wave, Monat, Datum, Quartal, Jahr, Zeitraum, mois, trimestre, année, période
    mes, fecha, año, período, periodo, mês, data, ano, mese, anno, maand, kwartaal, jaar, periode`,
  joined: `joined at, joined on, join date, date joined, joined period, member since, treated since, first treated, first treat
    first.treat, treatment period, cohort period, beigetreten, Beitritt, Beitrittsdatum, Mitglied seit, inscription, adhésion
    alta, fecha de alta, data de adesão, iscritto, lid sinds`,
  outcome: `value, amount, spend, spending, revenue, y, earnings, Wert, Betrag, Umsatz, Ergebnis, valeur, montant, résultat
    valor, importe, resultado, valore, importo, risultato, waarde, bedrag, uitkomst`,
  currency: `currency code, Währung, WKZ, devise, moneda, divisa, moeda, valuta, munt`,
} as const satisfies Aliases<string>;

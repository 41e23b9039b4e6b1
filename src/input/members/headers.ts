import type { GivenKind } from '../../core/members/input.ts';
import { type Aliases, lookup } from '../names/lookup.ts';

/** Headers and names of the files of the members' ledger, in the languages of the other files. */

const PERIOD = `month, date, quarter, year, Monat, Datum, Quartal, Jahr, Zeitraum, mois, trimestre, année, période, mes
  fecha, año, período, periodo, mês, data, ano, mese, anno, maand, kwartaal, jaar, periode`;

const CURRENCY = `currency code, Währung, WKZ, devise, moneda, divisa, moeda, valuta, munt`;

const NOTE = `description, details, comment, comments, memo, text, Bezeichnung, Beschreibung, Kommentar, libellé
  descripción, concepto, descrição, descrizione, omschrijving`;

export const LEDGER_HEADERS = {
  period: PERIOD,
  kind: `type, what, given, category, Art, genre, tipo, soort`,
  amount: `value, sum, total, quantity, number, Betrag, Menge, Summe, Wert, Anzahl, montant, quantité, valeur, importe
    cantidad, valor, quantidade, montante, importo, quantità, valore, bedrag, hoeveelheid, waarde`,
  note: NOTE,
  currency: CURRENCY,
} as const satisfies Aliases<string>;

export const RECOGNITION_HEADERS = {
  person_id: `person, id, user, user id, member, member id, customer id, client id, account id, uid, recipient, username
    Person, Mitglied, Mitgliedsnummer, Kundennummer, Nutzer-ID, Empfänger, id client, id utilisateur, membre, bénéficiaire
    id cliente, id usuario, miembro, id do cliente, membro, id utente, destinatario, klantnummer, lid, lidnummer`,
  date: `day, month, period, time, timestamp, awarded at, granted at, given at, created at, Datum, Tag, Monat, Zeitpunkt
    jour, mois, fecha, día, mes, data, dia, mês, giorno, mese, dag, maand`,
  what: `recognition, reward, award, badge, prize, thanks, kind, type, name, title, reason, Anerkennung, Auszeichnung
    Abzeichen, Prämie, Preis, Art, récompense, distinction, prix, reconocimiento, premio, insignia, reconhecimento
    prêmio, prémio, riconoscimento, erkenning, beloning, prijs`,
  value: `amount, worth, price, cost, Wert, Betrag, valeur, montant, valor, importe, valore, importo, waarde, bedrag`,
  currency: CURRENCY,
} as const satisfies Aliases<string>;

export const GIVEN_ALIASES = {
  hours: `hour, h, time, volunteering, volunteer hours, Stunden, Stunde, Zeit, heures, heure, temps, horas, hora, tiempo
    tempo, ore, ora, uren, uur, tijd`,
  fees: `fee, dues, membership fee, membership fees, subscription, subscriptions, Beitrag, Beiträge, Mitgliedsbeitrag
    Mitgliedsbeiträge, Gebühr, Gebühren, cotisation, cotisations, frais, cuota, cuotas, quota, quote, taxa, taxas
    contributie, bijdrage, bijdragen`,
} as const satisfies Aliases<GivenKind>;

export const givenKinds = lookup<GivenKind>(GIVEN_ALIASES);

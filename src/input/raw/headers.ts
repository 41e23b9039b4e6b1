import type { Aliases } from '../names/lookup.ts';

/** Headers of raw exports in English, German, French, Spanish, Portuguese, Italian and Dutch. */

const PERSON_ID = `person, user, user id, userid, member, member id, customer, customer id, client id, account, account id, uid
  contact id, subscriber id, Person, Personen-ID, Kunde, Kundennummer, Kunden-ID, Kundennr, Mitglied, Mitgliedsnummer
  Mitglieds-ID, Benutzer, Benutzer-ID, client, numéro client, identifiant, utilisateur, membre, cliente, id cliente
  usuario, id usuario, miembro, utilizador, usuário, id do cliente, membro, utente, id utente, codice cliente, klant
  klantnummer, klant-ID, gebruiker, lid, lidnummer`;

const DATE = `day, time, timestamp, datetime, date time, created, created at, occurred at, when, transaction date, order date
  invoice date, purchase date, paid at, posted at, event date, Datum, Tag, Zeitpunkt, Buchungsdatum, Belegdatum
  Rechnungsdatum, Bestelldatum, date de commande, jour, fecha, día, data, dia, giorno, dag, besteldatum`;

const CURRENCY = `currency code, Währung, WKZ, devise, moneda, divisa, moeda, valuta, munt`;

/** In a list of people; in one of transactions `id` is what each of them is numbered with. */
const LISTED_ID = `id, ${PERSON_ID}`;

export const MEMBER_HEADERS = {
  person_id: LISTED_ID,
  joined: `joined at, joined on, join date, date joined, joining date, member since, registered, registered at
    registration date, signed up, signup date, sign-up date, created, created at, beigetreten, Beitritt, Beitrittsdatum
    Mitglied seit, Registriert, inscrit, inscription, date d'inscription, adhésion, alta, fecha de alta, inscrito
    fecha de registro, registrado, entrada, data de adesão, data de registro, iscritto, data di iscrizione, lid sinds
    toegetreden, registratiedatum`,
  left: `left at, left on, leave date, date left, churned, churned at, cancelled at, canceled at, ended, end date, ausgetreten
    Austritt, Austrittsdatum, parti, départ, date de départ, baja, fecha de baja, saída, data de saída, uscito
    data di uscita, vertrokken, vertrekdatum`,
  contributed: `last contribution, last contributed, last contributed at, last post, last posted, last posted at
    last post date, last activity date, letzter Beitrag, dernière contribution, última contribución, última contribuição
    ultimo contributo, laatste bijdrage`,
} as const satisfies Aliases<string>;

export const TRANSACTION_HEADERS = {
  person_id: PERSON_ID,
  date: DATE,
  amount: `value, price, total, revenue, sales, spend, spending, sum, net amount, Betrag, Summe, Wert, Umsatz, montant, somme
    chiffre d'affaires, importe, monto, valor, importo, valore, bedrag, omzet, waarde`,
  line: `product line, Linie, Produktlinie, ligne, ligne de produits, línea, linha, linea, lijn, productlijn`,
  currency: CURRENCY,
} as const satisfies Aliases<string>;

export const ACTIVITY_HEADERS = { person_id: PERSON_ID, date: DATE } as const satisfies Aliases<string>;

export const CUSTOMER_HEADERS = {
  person_id: LISTED_ID,
  since: `customer since, first purchase, first order, created, created at, registered, registered at, start, start date, date
    Kunde seit, client depuis, cliente desde, cliente dal, klant sinds`,
} as const satisfies Aliases<string>;

import type { Aliases } from './lookup.ts';

/** Headers of the columns in English, German, French, Spanish, Portuguese, Italian and Dutch. */

const PERIOD = `month, date, quarter, year, day, time period, reporting period
  Monat, Datum, Quartal, Jahr, Zeitraum, Buchungsdatum, Belegdatum, Rechnungsdatum
  mois, date comptable, trimestre, année, période
  mes, fecha, año, período, periodo
  mês, data, ano
  mese, anno
  maand, kwartaal, jaar, periode`;

const CURRENCY = `currency code, Währung, WKZ, devise, moneda, divisa, moeda, valuta, munt`;

const NOTE = `description, details, comment, comments, memo, text, Bezeichnung, Beschreibung, Buchungstext, Kommentar,
  libellé, descripción, concepto, descrição, descrizione, omschrijving`;

export const COST_HEADERS = {
  period: PERIOD,
  category: `type, kind, cost type, cost category, expense type, class, Kategorie, Kostenart, Art, catégorie
    nature, categoría, tipo, categoria, categorie, soort, kostensoort`,
  amount: `cost, costs, value, price, total, sum, Betrag, Kosten, Summe, Wert, Umsatz, montant, coût
    importe, monto, coste, costo, valor, custo, importo, bedrag, kosten`,
  until: `to, end, end date, through, last period, bis, Ende, jusqu'à, fin, hasta, até, fino a, tot, tot en met`,
  item: `name, what, note, vendor, supplier, Posten, Position, ${NOTE}`,
  share: `allocation, portion, percent, percentage, community share, Anteil, part, quote-part, parte, proporción
    proporção, quota, aandeel`,
  useful_life_years: `useful life, life, life years, lifetime, years, amortisation years, amortization years
    depreciation years, Nutzungsdauer, Nutzungsdauer Jahre, durée de vie, durée d'utilité, vida útil, vita utile
    levensduur, gebruiksduur`,
  currency: CURRENCY,
} as const satisfies Aliases<string>;

export const SPEND_HEADERS = {
  period: PERIOD,
  cohort: `segment, group, member type, membership, Kohorte, Gruppe, cohorte, groupe, grupo, coorte, gruppo, cohort naam
    groep, Segment, segmento`,
  people: `members, users, count, customers, persons, headcount, number of people, Personen, Mitglieder, Anzahl, Kunden
    personnes, membres, effectif, clients, personas, miembros, clientes, pessoas, membros, persone, membri, clienti
    personen, leden, aantal, klanten`,
  spend: `revenue, total, sales, amount, total spend, spending, spent, turnover, Umsatz, Ausgaben, Betrag, Summe, dépenses
    chiffre d'affaires, montant, ventes, gasto, gastos, ingresos, importe, ventas, despesa, receita, valor, vendas
    spesa, fatturato, importo, ricavi, besteding, bestedingen, omzet, bedrag`,
  spend_per_person: `spend per member, spend per user, spend per head, spend per customer, average spend, mean spend
    average, mean, per person, arpu, revenue per user, revenue per member, Umsatz pro Person, Umsatz je Person
    Umsatz pro Kopf, Durchschnitt, dépense par personne, dépense moyenne, panier moyen, moyenne, gasto por persona
    gasto medio, media, gasto por pessoa, gasto médio, média, spesa per persona, spesa media, besteding per persoon
    gemiddelde besteding, gemiddelde`,
  spend_sd: `sd, standard deviation, std, stdev, std dev, standard deviation of spend, Standardabweichung, écart-type
    desviación estándar, desviación típica, desvio padrão, deviazione standard, standaardafwijking, standaarddeviatie`,
  sample_size: `sample, respondents, Stichprobe, Stichprobengröße, Stichprobenumfang, échantillon, taille d'échantillon
    muestra, tamaño de muestra, amostra, tamanho da amostra, campione, dimensione del campione, steekproef
    steekproefgrootte`,
  person_id: `person, user id, user, member id, customer id, client id, account id, uid, Person, Personennummer, Kundennummer
    Nutzer-ID, id client, id utilisateur, id cliente, id usuario, id do cliente, id utente, klantnummer`,
  group: '',
  line: `product line, product, Linie, Produktlinie, ligne, ligne de produits, línea, linha, linea, lijn, productlijn`,
  retained: `stayed, kept, retained customers, gehalten, geblieben, fidélisés, conservés, retenidos, retidos, trattenuti
    behouden`,
  currency: CURRENCY,
} as const satisfies Aliases<string>;

export const RETURN_HEADERS = {
  period: PERIOD,
  source: `stream, origin, channel, name, category, Quelle, Herkunft, origine, canal, fuente, origen, fonte, origem
    canale, bron, herkomst`,
  amount: `value, return, revenue, total, sum, saving, savings, Betrag, Wert, Summe, Umsatz, Ertrag, montant, valeur
    importe, valor, monto, importo, valore, bedrag, waarde`,
  kind: `type, Art, genre, tipo, soort`,
  attribution: `share, attributable, attributed, attribution share, Anteil, Zurechnung, part attribuable, atribución
    atribuição, attribuzione, toerekening, aandeel`,
  note: NOTE,
  currency: CURRENCY,
} as const satisfies Aliases<string>;

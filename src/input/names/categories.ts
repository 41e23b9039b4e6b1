import type { CostCategory } from '../../core/rows.ts';
import { type Aliases, lookup } from './lookup.ts';

/** Kinds of cost as they are called in English, German, French, Spanish, Portuguese, Italian and Dutch. */
export const CATEGORY_ALIASES = {
  one_off: `once, one time, launch, setup, build, capex, investment, consultancy, training
    einmalig, einmalige Kosten, Einmalkosten, Investition, Einrichtung
    ponctuel, coûts ponctuels, investissement, mise en place
    único, puntual, pago único, inversión
    pontual, investimento
    una tantum, investimenti
    eenmalig, eenmalige kosten, investering`,
  ongoing: `recurring, running, platform, licence, license, licences, licenses, hosting, maintenance, subscription,
    subscriptions, software, advertising
    laufend, laufende Kosten, Lizenz, Lizenzen, Wartung, Werbung
    récurrent, coûts récurrents, courant, hébergement
    recurrente, corriente, licencia, licencias
    corrente, licença, licenças
    ricorrente, canone, licenza, licenze
    doorlopend, lopend, lopende kosten, licentie, licenties`,
  staff: `people, personnel, salary, salaries, wages, payroll, team, community management
    Personal, Personalkosten, Gehalt, Gehälter, Löhne, Lohnkosten
    salaires, frais de personnel, masse salariale
    sueldos, salarios, gastos de personal
    salários, pessoal
    personale, stipendi, costo del personale
    personeel, personeelskosten, lonen`,
  developer: `development, developers, dev, engineering, programming
    Entwicklung, Entwickler, Entwicklungskosten
    développement, développeur
    desarrollo, desarrollador
    desenvolvimento, desenvolvedor
    sviluppo, sviluppatore
    ontwikkeling, ontwikkelaar`,
  misc: `miscellaneous, other, others, sundry, various
    sonstige, sonstiges, sonstige Kosten, Verschiedenes
    divers, autre, autres
    varios, otros
    outros, diversos
    varie, altro, altri
    overig, overige, diversen`,
  rewards: `reward, prizes, prize, perks, payouts, incentives, recognition, gifts
    Prämie, Prämien, Belohnung, Belohnungen, Anerkennung
    récompense, récompenses
    recompensa, recompensas, premios, incentivos
    prêmios, prémios
    premi, ricompense, incentivi
    beloning, beloningen`,
  overhead: `overheads, indirect, indirect costs, administration, admin, rent, insurance
    Gemeinkosten, Verwaltung, Miete, Versicherung
    frais généraux, coûts indirects, loyer
    gastos generales, costes indirectos, costos indirectos
    despesas gerais, custos indiretos
    spese generali, costi indiretti
    overheadkosten, indirecte kosten, algemene kosten`,
} as const satisfies Aliases<CostCategory>;

export const categories = lookup<CostCategory>(CATEGORY_ALIASES);

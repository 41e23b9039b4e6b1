import type { Cohort, Line } from '../../core/cohort.ts';
import { type Aliases, lookup } from './lookup.ts';

/** Cohorts as they are called in English, German, French, Spanish, Portuguese, Italian and Dutch. */
export const COHORT_ALIASES = {
  non_member: `non-members, not a member, not member, not members, control, control group, outsider, outsiders
    Nichtmitglied, Nichtmitglieder, Kontrollgruppe, Vergleichsgruppe
    non membre, non membres, groupe témoin
    no miembro, no miembros, no socio, no socios, grupo de control
    não membro, não membros, grupo de controle, grupo de controlo
    non membro, non membri, gruppo di controllo
    niet-lid, niet-leden, controlegroep`,
  newcomer: `newcomers, new, new member, new members, newbie, newbies, joiner, joiners
    Neuling, Neulinge, neu, neues Mitglied, neue Mitglieder, Neumitglied, Neumitglieder
    nouveau, nouveaux, nouveau membre, nouveaux membres
    nuevo, nuevos, nuevo miembro, nuevos miembros
    novo, novos, novo membro, novos membros, recém-chegado, recém-chegados
    nuovo, nuovi, nuovo membro, nuovi membri
    nieuw, nieuwkomer, nieuwkomers, nieuw lid, nieuwe leden`,
  lurker: `lurkers, passive, reader, readers, passive member, passive members, inactive member, inactive members
    passiv, Mitleser, stille Mitleser, passives Mitglied, passive Mitglieder
    passif, passifs, membre passif, membres passifs
    pasivo, pasivos, miembro pasivo, miembros pasivos
    passivo, passivos, membro passivo, membros passivos
    passivi, membri passivi
    passief, passief lid, passieve leden, meelezer, meelezers`,
  active: `actives, active member, active members, regular, regulars, contributor, contributors, engaged
    aktiv, Aktive, aktives Mitglied, aktive Mitglieder
    actif, actifs, membre actif, membres actifs
    activo, activos, miembro activo, miembros activos
    ativo, ativos, membro ativo, membros ativos
    attivo, attivi, membro attivo, membri attivi
    actief, actief lid, actieve leden`,
} as const satisfies Aliases<Cohort>;

export const cohorts = lookup<Cohort>(COHORT_ALIASES);

/** What spending went to. */
export const LINE_ALIASES = {
  existing: `existing product, existing products, current, old, core
    bestehend, bestehende, Bestand, existant, existants, existente, existentes, actual
    esistente, esistenti, bestaand, bestaande`,
  new: `new product, new products, neu, neue, nouveau, nouveaux, nouvelle, nuevo, nuevos, novo, novos, nuovo, nuovi
    nieuw, nieuwe`,
} as const satisfies Aliases<Line>;

export const lines = lookup<Line>(LINE_ALIASES);

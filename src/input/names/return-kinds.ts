import type { ReturnRow } from '../../core/rows.ts';
import { type Aliases, lookup } from './lookup.ts';

/** Money gained and money saved as they are called in English, German, French, Spanish, Portuguese, Italian, Dutch. */
export const RETURN_KIND_ALIASES = {
  revenue: `income, sales, turnover, Umsatz, Einnahme, Einnahmen, Erlös, Erlöse, revenu, revenus, recette, recettes
    ingreso, ingresos, receita, receitas, ricavo, ricavi, omzet, opbrengst`,
  saving: `savings, saved, Einsparung, Einsparungen, Ersparnis, économie, économies, ahorro, ahorros, poupança
    economia, risparmio, risparmi, besparing, besparingen`,
} as const satisfies Aliases<ReturnRow['kind']>;

export const returnKinds = lookup<ReturnRow['kind']>(RETURN_KIND_ALIASES);

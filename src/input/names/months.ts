import { fold } from '../spelling.ts';

/** Months 1–12 in English, German, French, Spanish, Portuguese, Italian and Dutch, with their short forms. */
const MONTHS = [
  'January Jan Januar Jän Jänner janvier janv enero ene janeiro gennaio gen januari',
  'February Feb Februar Feber février févr fév febrero fevereiro fev febbraio februari',
  'March Mar März Maerz Mär Mrz mars marzo março maart mrt',
  'April Apr avril avr abril abr aprile',
  'May Mai mayo maio maggio mag mei',
  'June Jun Juni juin junio junho giugno giu',
  'July Jul Juli juillet juil julio julho luglio lug',
  'August Aug août aoû agosto ago augustus',
  'September Sep Sept septembre septiembre setiembre setembro set settembre sett',
  'October Oct Oktober Okt octobre octubre outubro out ottobre ott',
  'November Nov novembre noviembre novembro',
  'December Dec Dezember Dez décembre déc diciembre dic dezembro dicembre',
];

let numbers: ReadonlyMap<string, number> | undefined;

/** The number of a month (1–12) by its name; undefined for what is none. */
export function monthNumber(name: string): number | undefined {
  numbers ??= new Map(
    MONTHS.flatMap((names, index) => names.split(' ').map((spelling) => [fold(spelling), index + 1])),
  );
  return numbers.get(fold(name));
}

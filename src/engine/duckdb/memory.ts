const UNITS: Readonly<Record<string, number>> = {
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
  TIB: 2 ** 40,
};

/** What the program needs beside DuckDB: Node, and the buffers that the files are read into. */
const BESIDE = 600e6;

/** The part of an amount of memory such as `2GB` that DuckDB may take, so that the whole program stays within it. */
export function limitOf(memory: string): string {
  const [, number = '0', unit = ''] = /^([\d.]+)\s*([a-z]+)$/i.exec(memory) ?? [];
  const bytes = Number(number) * (UNITS[unit.toUpperCase()] ?? 1);
  return `${Math.floor(Math.max(bytes - BESIDE, bytes / 2) / 2 ** 10)}KiB`;
}

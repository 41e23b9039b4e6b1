/** Names that a page holds once: by ids others refer to an element, by labels a program that reads aloud tells them apart. */
export interface Ids {
  /** An id made of the name, with a number behind it where it is taken. */
  next(name: string): string;
  /** The label itself, with a number behind it where it is taken. */
  label(text: string): string;
}

export function makeIds(): Ids {
  const [ids, labels] = [new Set<string>(), new Set<string>()];
  return {
    next(name) {
      const plain = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
      return free(/^[a-z]/.test(plain) ? plain : `part-${plain}`, '-', ids);
    },
    label: (text) => free(text, ' ', labels),
  };
}

function free(start: string, between: string, used: Set<string>): string {
  let name = start;
  for (let n = 2; used.has(name); n++) name = `${start}${between}${n}`;
  used.add(name);
  return name;
}

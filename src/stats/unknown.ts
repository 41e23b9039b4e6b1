/** An answer that the data cannot give, and why: a lower-case clause without a full stop, fit to follow "unknown: ". */
export interface Unknown {
  readonly unknown: string;
}

/** No answer, with its reason. */
export function unknown(reason: string): Unknown {
  return { unknown: reason };
}

/** Whether a value is missing with a reason; narrows `T | Unknown` on both sides. */
export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && 'unknown' in value;
}

import { plainText } from '../../../report/plain.ts';
import { displayWidth } from '../../terminal/width.ts';
import { escapeHtml } from '../escape.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG; attributes that are undefined are left out, coordinates are rounded to a tenth of a pixel. */
export function element(name: string, attributes: Attributes, content: string = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeHtml(value ?? '')}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A place on the page: a tenth of a pixel is finer than the eye. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** A picture with its name and its description, for readers who cannot see it. */
export function picture(id: string, size: Size, names: Names, content: string): string {
  const open = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${coordinate(size.width)} ${coordinate(size.height)}`,
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    'font-family': 'system-ui, sans-serif',
    'font-size': FONT_SIZE,
    ...(size.kind === undefined ? {} : { class: size.kind }),
  };
  const title = element('title', { id: `${id}-title` }, escapeHtml(plainText(names.title)));
  const desc = element('desc', { id: `${id}-desc` }, escapeHtml(plainText(names.description)));
  return element('svg', open, title + desc + content);
}

export interface Names {
  readonly title: string;
  readonly description: string;
}

/** Pixels, and the class that shows the picture where it fits. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly kind?: 'wide' | 'narrow';
}

const FONT_SIZE = 12;
/** Mean width of a character of that size, with some room: figures and small letters of common typefaces take less. */
export const CHARACTER = 6.8;

/** Pixels that a text takes, nearly: a character of East Asia counts twice. */
export function textWidth(text: string): number {
  return displayWidth(text) * CHARACTER;
}

import type { AnswerFile, Choices } from '../engine/types.js';

/** The screens of the element. */
export type Screen =
  | 'welcome' | 'question' | 'review' | 'results' | 'plan' | 'detail' | 'about' | 'settings' | 'guide' | 'broken'
  | 'safety' | 'session' | 'practice' | 'tally';

/** What went wrong. */
export type ErrorCode = 'wasm-policy' | 'wasm-missing' | 'wasm-engine' | 'trap' | 'overlay' | 'catalogue';

/** The attributes of the element, with their values. */
export interface BuocSoAttributes {
  /** Language; the page's, else Vietnamese. */
  lang?: 'vi' | 'en';
  /** The province; it is then not asked. */
  province?: Choices['province'];
  /** Address of an overlay file. */
  overlay?: string;
  /** What the person wants, ticked beforehand. */
  start?: Choices['needs'];
  /** Colours; as the device says. */
  theme?: 'auto' | 'light' | 'dark' | 'contrast';
  /** Where answers are kept; nowhere. */
  save?: 'off' | 'session' | 'device';
  /** Part of a page, or the page itself. */
  mode?: 'embed' | 'page';
}

/** The events of the element. They bubble and leave shadow roots. Counts only, never answers. */
export interface BuocSoEventMap {
  'buoc-so:ready': CustomEvent<Record<string, never>>;
  'buoc-so:screen': CustomEvent<{ screen: Screen }>;
  'buoc-so:result': CustomEvent<{ audience: NonNullable<AnswerFile['answers']['audience']> | ''; ready: number; after: number; maybe: number }>;
  'buoc-so:error': CustomEvent<{ code: ErrorCode; message: string }>;
}

/** The element `<buoc-so>`. Each attribute but `mode` is a property, too; set before the import or after. */
export interface BuocSoElement extends HTMLElement {
  province: Choices['province'] | '';
  overlay: string;
  start: Choices['needs'] | '';
  theme: NonNullable<BuocSoAttributes['theme']> | '';
  save: NonNullable<BuocSoAttributes['save']> | '';
  /** The version of the tool. */
  readonly version: string;
  /** What the events tell: a number that grows when one of their details changes its meaning. */
  readonly events: number;
  addEventListener<K extends keyof BuocSoEventMap>(
    type: K, listener: (this: BuocSoElement, event: BuocSoEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K, listener: (this: BuocSoElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'buoc-so': BuocSoElement;
  }
  interface GlobalEventHandlersEventMap extends BuocSoEventMap {}
}

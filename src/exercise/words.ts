import type { Playbook } from '#scenario/playbook.ts';

/** How a reader is spoken to: in which language, and whether over the radio in codes or in plain words (SPEC EX23). */
export interface RenderLocale {
  readonly lang: string;
  readonly words: 'codes' | 'plain';
}

/**
 * A text of the playbook in the reader's language, English where there is no translation; `{207|kidnapping}` resolved.
 * An id without a text reads as itself.
 */
export function textOf(playbook: Playbook, id: string, locale: RenderLocale): string {
  const text = playbook.translations[locale.lang]?.[id] ?? playbook.texts[id] ?? id;
  return text.includes('{') ? text.replace(EITHER, locale.words === 'codes' ? '$1' : '$2') : text;
}

/** What a seat is called on the air, in the reader's words: its role where it has no call-sign, as written where it has no text of its own (SC20). */
export function callsignOf(
  playbook: Playbook,
  seat: { id: string; callsign: string; role: string },
  locale: RenderLocale,
): string {
  const id = `seats.${seat.id}.callsign`;
  if (Object.hasOwn(playbook.texts, id)) return textOf(playbook, id, locale);
  // A seat without a call-sign is called by its role, which has a translation.
  return seat.callsign === playbook.texts[seat.role] ? textOf(playbook, seat.role, locale) : seat.callsign;
}

/** A fact's value as the playbook says it (`fact.<fact>.<value>`); one without words of its own with its hyphens opened. */
export function valueText(playbook: Playbook, fact: string, value: string, locale: RenderLocale): string {
  const id = `fact.${fact}.${value}`;
  return Object.hasOwn(playbook.texts, id) ? textOf(playbook, id, locale) : value.replaceAll('-', ' ');
}

const EITHER = /\{([^{}|]*)\|([^{}|]*)\}/g;

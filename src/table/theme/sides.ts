/** Which colour and ring somebody gets: by what the reader knows, never by what is so. */
import type { SeatView, SeenToken } from '#exercise/view.ts';

/** Local police, the men while unknown, saying they are federal, having shown a card, confirmed, refuted; public; medical. */
export type Ring = 'local' | 'unknown' | 'says' | 'card' | 'confirmed' | 'refuted' | 'public' | 'medical';

/** How sure the seat is of who the armed men are. */
export function menRing(view: Pick<SeatView, 'known'>): Ring {
  switch (view.known.find((one) => one.fact === 'identity')?.value) {
    case 'claimed':
      return 'says';
    case 'credential-shown':
      return 'card';
    case 'confirmed':
      return 'confirmed';
    case 'refuted':
      return 'refuted';
    default:
      return 'unknown';
  }
}

/** The ring of one token. */
export function ringOf(token: Pick<SeenToken, 'side'>, men: Ring): Ring {
  return token.side === 'men' ? men : token.side;
}

/** The ring of somebody who speaks: by their token if one is seen; on the radio the reader's own side; else unknown. */
export function ringOfSpeaker(view: SeatView, from: string, channel: string): Ring {
  const token = view.tokens.find((one) => one.id === from);
  if (token) return ringOf(token, menRing(view));
  return channel === 'radio' ? 'local' : 'unknown';
}

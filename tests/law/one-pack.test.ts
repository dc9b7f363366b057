import { expect, test } from 'vitest';
import { shippedLaw } from '#cli/disk/shipped.ts';
import { onePack } from '#law/one-pack.ts';
import { packPin } from '#law/pack.ts';
import { lawIn } from '#law/translations.ts';
import { completeness } from './completeness.ts';

test('[LW23] the law of one pack pins as the whole law does, is translated as far, and holds nothing else', () => {
  const law = shippedLaw();
  for (const pack of Object.keys(law.packs)) {
    const own = onePack(law, pack);
    expect(packPin(own, pack, '2026-06-30')).toEqual(packPin(law, pack, '2026-06-30'));
    expect(Object.keys(own.packs)).toEqual([pack]);
    expect(completeness(own, 'es')).toEqual({ missing: [], unknown: [] });
    expect(lawIn(own, 'es').packs[pack]).toEqual(lawIn(law, 'es').packs[pack]);
    expect(onePack(own, pack)).toEqual(own);
  }
});

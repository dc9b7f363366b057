/** Spanish words of the sand table. */
import type { SceneTexts } from '../en/scene.ts';

export const scene: SceneTexts = {
  you: 'Usted',
  north: 'N',
  metres: (n) => `${n} m`,
  feet: (n) => `${n} pies`,
  wayOut: {
    north: 'Salida norte',
    east: 'Salida este',
    south: 'Salida sur',
    west: 'Salida oeste',
  },
  exits: { footpath: 'Pasaje peatonal' },
  kinds: { Alley: 'Callejón' },
  curtilage: 'Casa y terreno inmediato',
  threshold: 'Puerta principal',
};

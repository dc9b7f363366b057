/** English words of the sand table. */
export const scene = {
  you: 'You',
  north: 'N',
  metres: (n: number) => `${n} m`,
  feet: (n: number) => `${n} ft`,
  wayOut: { north: 'Way out north', east: 'Way out east', south: 'Way out south', west: 'Way out west' },
  exits: { footpath: 'Footpath' } as Readonly<Record<string, string>>,
  curtilage: 'Home and curtilage',
  threshold: 'Front door',
};

export type SceneTexts = typeof scene;

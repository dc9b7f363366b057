/** English words of the sand table. */
export const scene = {
  you: 'You',
  north: 'N',
  metres: (n: number) => `${n} m`,
  feet: (n: number) => `${n} ft`,
  wayOut: { north: 'North way out', east: 'East way out', south: 'South way out', west: 'West way out' },
  exits: { footpath: 'Footpath' } as Readonly<Record<string, string>>,
  kinds: { Alley: 'Alley' } as Readonly<Record<string, string>>,
  curtilage: 'Home and curtilage',
  threshold: 'Front door',
};

export type SceneTexts = typeof scene;

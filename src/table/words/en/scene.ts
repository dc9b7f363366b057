/** English words of the sand table. */
export const scene = {
  you: 'You',
  north: 'N',
  metres: (n: number) => `${n} m`,
  feet: (n: number) => `${n} ft`,
  wayOut: { north: 'North exit', east: 'East exit', south: 'South exit', west: 'West exit' },
  exits: { footpath: 'Footpath' } as Readonly<Record<string, string>>,
  kinds: { Alley: 'Alley' } as Readonly<Record<string, string>>,
  curtilage: 'Home and curtilage',
  threshold: 'Front door',
};

export type SceneTexts = typeof scene;

/** Prints the agreement with the blind rulings and every cell in which both rulers differ: `node tests/law/print-blind-rulings.ts`. */
import { BLIND_PACKS, blindCells, type Cell, share } from './blind-rulings.ts';

const cells = blindCells();
const percent = (of: readonly Cell[], fits: (cell: Cell) => boolean) =>
  `${(100 * share(of, fits)).toFixed(1)} %`;
for (const name of ['all', ...BLIND_PACKS]) {
  const own = cells.filter((cell) => name === 'all' || cell.pack === name);
  const agreed = own.filter(({ rulers: [one, two] }) => one === two);
  console.log(
    `${name}: ${own.length} cells; judge as ruler 1 ${percent(own, (cell) => cell.judge === cell.rulers[0])}, ` +
      `as ruler 2 ${percent(own, (cell) => cell.judge === cell.rulers[1])}; rulers agree ` +
      `${percent(own, ({ rulers: [one, two] }) => one === two)}, there the judge with both ` +
      `${percent(agreed, (cell) => cell.judge === cell.rulers[0])}`,
  );
}
for (const { act, pack, axis, judge, rulers } of cells.filter((cell) => !cell.rulers.includes(cell.judge))) {
  console.log(`${act} ${pack} ${axis}: judge ${judge}, rulers ${rulers.join(' ')}`);
}

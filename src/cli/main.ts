/** Where the command line begins as a process of its own: what the terminal, or who reads in its place, may do to its two streams. */
import { commandLine } from './command-line.ts';
import { whyNot } from './disk/on-disk.ts';
import { tell } from './terminal/print.ts';

// A reader that stops early, as `head` does, gets no error: the rest of the output goes nowhere. A full disk is reported.
for (const stream of ['stdout', 'stderr'] as const) {
  process[stream].on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    if (stream === 'stdout') tell(`deconflict: The output could not be written: ${whyNot(error)}.`);
    process.exit(1);
  });
}
process.exitCode = await commandLine(process.argv.slice(2));

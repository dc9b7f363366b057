/**
 * Run beside a checkout, by its path and a verb of its command line: calls the verb with each list of arguments that standard input holds as
 * JSON. The verb prints a line of JSON for each; whether it found problems is in there. One process, since starting takes longer than most verbs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [root = '.', verb = ''] = process.argv.slice(2);
const { run } = await import(pathToFileURL(join(root, `src/cli/${verb}.ts`)).href);
for (const args of JSON.parse(readFileSync(0, 'utf8'))) await run([...args, '--json']);

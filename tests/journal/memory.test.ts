import { describe, expect, test } from 'vitest';
import { memoryJournal } from '#journal/memory.ts';
import { journalContract } from './contract.ts';

describe('a journal in memory', () => {
  journalContract(async () => memoryJournal());

  test('[JN9] says that it does not outlive the page', () => {
    expect(memoryJournal().lasting).toBe(false);
  });
});

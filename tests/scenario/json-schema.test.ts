import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editorSchemas } from './editor-schemas.ts';

test('[SC3] the JSON Schemas for editors are made from the schemas that read', () => {
  for (const [name, text] of editorSchemas()) {
    const kept = readFileSync(new URL(`../../scenarios/${name}`, import.meta.url), 'utf8');
    expect(kept, `${name} is out of date: run node tests/scenario/json-schema.ts`).toBe(text);
  }
});

test('[SC3] every field an author writes is described in them', () => {
  const bare: string[] = [];
  let fields = 0;
  const walk = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'properties') {
        for (const [name, field] of Object.entries(inner as Record<string, { description?: string }>)) {
          fields++;
          if (!field.description) bare.push(`${path}.${name}`);
        }
      }
      walk(inner, `${path}.${key}`);
    }
  };
  for (const [name, text] of editorSchemas()) walk(JSON.parse(text), name);
  expect([...new Set(bare)]).toEqual([]);
  expect(fields).toBeGreaterThan(100);
});

test('[SC2] every object with keys of its own is closed', () => {
  let objects = 0;
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if ('properties' in value && 'type' in value) {
      objects++;
      expect(value).toMatchObject({ additionalProperties: false });
    }
    Object.values(value).forEach(walk);
  };
  for (const text of editorSchemas().values()) walk(JSON.parse(text));
  expect(objects).toBeGreaterThan(40);
});

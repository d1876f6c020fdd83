import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { DARK, LIGHT, PRINT } from '../../map/palette';
import { paletteCss } from '../../map/palette-css';
import { SCALE, scaleCss } from './scale';

const css = scaleCss(SCALE);

describe('the scale', () => {
  it('grows from step to step', () => {
    for (const steps of [Object.values(SCALE.text), Object.values(SCALE.leading), [...SCALE.space]])
      expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b));
  });

  it('sets nothing too small to read and no line of the document too long or too short', () => {
    expect(Math.min(...Object.values(SCALE.text))).toBeGreaterThanOrEqual(12);
    const signs = Number.parseFloat(SCALE.measure.text);
    expect(signs).toBeGreaterThanOrEqual(34);
    expect(signs).toBeLessThanOrEqual(40);
    expect(SCALE.target.coarse).toBeGreaterThanOrEqual(44);
  });

  it('becomes custom properties', () => {
    expect(css).toContain('--text-body: 1.0625rem;');
    expect(css).toContain('--leading-ui: 1.6;');
    expect(css).toContain('--space-1: 2px;');
    expect(css).toContain('--target-coarse: 44px;');
  });
});

describe('every style sheet', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  const known = new Set(`${css}${paletteCss(LIGHT, DARK, PRINT)}`.match(/--[a-z0-9-]+(?=:)/gu));

  it.each(sheets)('%s uses only properties that there are', (file) => {
    const text = readFileSync(`src/${file}`, 'utf8');
    const own = new Set(text.match(/--[a-z0-9-]+(?=:)/gu));
    const elsewhere = new Set(['--serif', '--sans', '--covered', '--sheet-peek', '--sheet-half', '--sheet-full']);
    const used = [...text.matchAll(/var\((--[a-z0-9-]+)/gu)].map(([, name = '']) => name);
    expect(used.filter((name) => !known.has(name) && !own.has(name) && !elsewhere.has(name))).toEqual([]);
  });
});

import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { styleInputs } from '../../tests/style-inputs';
import { applyLayers, type StyledMap } from './apply-style';
import { buildStyle } from './build-style';

type Loose = Record<string, unknown> & { id: string };

/** A map that knows layers and nothing else, and is as strict as the real one about what exists. */
class FakeMap implements StyledMap {
  layers: Loose[];
  commands: string[] = [];

  constructor(layers: readonly LayerSpecification[]) {
    this.layers = structuredClone(layers) as unknown as Loose[];
  }

  #known(id: string): Loose {
    const layer = this.layers.find((one) => one.id === id);
    if (!layer) throw new Error(`there is no layer ${id}`);
    return layer;
  }

  #set(id: string, group: 'paint' | 'layout', name: string, value: unknown): void {
    const layer = this.#known(id);
    const { [name]: _, ...rest } = Object(layer[group] ?? {}) as Record<string, unknown>;
    layer[group] = value === undefined ? rest : { ...rest, [name]: structuredClone(value) };
    this.commands.push(`${group} ${id} ${name}`);
  }

  getLayer(id: string): unknown {
    return this.layers.find((one) => one.id === id);
  }

  addLayer(layer: LayerSpecification, before?: string): void {
    if (this.getLayer(layer.id)) throw new Error(`layer ${layer.id} exists`);
    const at = before === undefined ? this.layers.length : this.layers.indexOf(this.#known(before));
    this.layers.splice(at, 0, structuredClone(layer) as unknown as Loose);
    this.commands.push(`add ${layer.id}`);
  }

  removeLayer(id: string): void {
    this.layers.splice(this.layers.indexOf(this.#known(id)), 1);
    this.commands.push(`remove ${id}`);
  }

  setFilter(id: string, filter: unknown): void {
    const layer = this.#known(id);
    if (filter === undefined || filter === null) delete layer['filter'];
    else layer['filter'] = structuredClone(filter);
    this.commands.push(`filter ${id}`);
  }

  setPaintProperty(id: string, name: string, value: unknown): void {
    this.#set(id, 'paint', name, value);
  }

  setLayoutProperty(id: string, name: string, value: unknown): void {
    this.#set(id, 'layout', name, value);
  }
}

/** A layer that has no paint is one with an empty paint. */
const normal = (layers: readonly object[]): object[] => layers.map((layer) => ({ paint: {}, layout: {}, ...layer }));

function applied(before: LayerSpecification[], after: LayerSpecification[]): FakeMap {
  const map = new FakeMap(before);
  applyLayers(map, before, after);
  return map;
}

const circle = (id: string, more: object = {}): LayerSpecification => ({
  id,
  type: 'circle',
  source: 'points',
  ...more,
});

describe('applyLayers', () => {
  it('leaves the map with the layers of the new style, in their order, from any view to any other', () => {
    fc.assert(
      fc.property(styleInputs, styleInputs, (from, to) => {
        const after = buildStyle(to).layers;
        expect(normal(applied(buildStyle(from).layers, after).layers)).toEqual(normal(after));
      }),
      { numRuns: 100 },
    );
  });

  it('says nothing to the map when nothing differs', () => {
    fc.assert(
      fc.property(styleInputs, (input) => {
        expect(applied(buildStyle(input).layers, buildStyle(structuredClone(input)).layers).commands).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('adds, removes and changes no more than what differs', () => {
    const before = [
      circle('a'),
      circle('b', { filter: ['has', 'x'], paint: { 'circle-radius': 1, 'circle-blur': 1 } }),
      circle('c'),
    ];
    const after = [circle('a'), circle('b', { filter: ['has', 'y'], paint: { 'circle-radius': 2 } }), circle('d')];
    const { commands, layers } = applied(before, after);
    expect(commands.toSorted()).toEqual([
      'add d',
      'filter b',
      'paint b circle-blur',
      'paint b circle-radius',
      'remove c',
    ]);
    expect(normal(layers)).toEqual(normal(after));
  });

  it('takes a filter away that the new style does not have', () => {
    const { layers } = applied([circle('a', { filter: ['has', 'x'] })], [circle('a')]);
    expect(layers.map((layer) => layer['filter'])).toEqual([undefined]);
  });

  it('puts new layers below, between and above those that stay', () => {
    const { layers } = applied(
      [circle('b'), circle('d')],
      ['a', 'b', 'c', 'd', 'e'].map((id) => circle(id)),
    );
    expect(layers.map((layer) => layer.id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('adds a layer that the map has lost', () => {
    const map = new FakeMap([circle('b')]);
    applyLayers(map, [circle('a'), circle('b')], [circle('a'), circle('b')]);
    expect(map.layers.map((layer) => layer.id)).toEqual(['a', 'b']);
  });
});

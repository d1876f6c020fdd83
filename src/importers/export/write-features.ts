import type { Attributes, ImportedFeature } from '../imported';

/** What is written out: a feature in WGS-84 with a name and attributes. */
export type WrittenFeature = Pick<ImportedFeature, 'geometry' | 'name' | 'attributes'>;

/** Names of the attributes of all features, in the order of their first appearance. */
export function attributeNames(features: readonly WrittenFeature[]): string[] {
  return [...new Set(features.flatMap(({ attributes }) => Object.keys(attributes)))];
}

/** An attribute as text; nothing is an empty text. */
export function attributeText(attributes: Attributes, name: string): string {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : null;
  return value === null || value === undefined ? '' : String(value);
}

/** Attribute values by name; what is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element as text. `inside` is markup already. */
export function element(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A number with no more digits than a screen can show. */
export function short(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)) + 0);
}

/** One value where light and dark agree (or there is one palette only), else a colour that follows the scheme. */
export function pair([light, dark = light]: readonly string[]): string {
  return light === dark ? (light ?? '') : `light-dark(${light},${dark})`;
}

/** Cloudflare Pages reads no more than this, and of two rules with one path the last. */
const MOST_RULES = 100;
const MOST_LETTERS = 2000;

/** Thrown where a file of headers would not be read as it is meant. */
class HeadersFileError extends Error {
  override name = 'HeadersFileError';
}

interface Rule {
  path: string;
  headers: [name: string, value: string][];
}

/**
 * What a host that reads `_headers` sends with a path, by what Netlify and Cloudflare document of the format: a line that
 * begins with a slash is a path, in which a star stands for anything; the indented lines below are its headers; all rules
 * that match add up, and values of one name are joined by commas. On 23 November 2026 `@netlify/headers-parser` 10.1.1
 * found the same 27 rules in `dist/_headers`; what Cloudflare does with two rules for one path is in its
 * `@cloudflare/pages-shared` 0.13.189 (`constructHeaders`).
 */
export function hostHeaders(text: string): (path: string) => Record<string, string> {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    if (line.length > MOST_LETTERS) throw new HeadersFileError(`too long: ${line.slice(0, 80)}`);
    if (line.startsWith('/')) {
      if (line.split('*').length > 2) throw new HeadersFileError(`more than one star: ${line}`);
      if (rules.some(({ path }) => path === line)) throw new HeadersFileError(`said twice: ${line}`);
      rules.push({ path: line, headers: [] });
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      const [, name, value] = /^\s+([A-Za-z-]+): (\S.*)$/u.exec(line) ?? [];
      const rule = rules.at(-1);
      if (!rule || name === undefined || value === undefined) throw new HeadersFileError(`not understood: ${line}`);
      rule.headers.push([name, value]);
    }
  }
  if (rules.length > MOST_RULES) throw new HeadersFileError(`${rules.length} rules`);
  return (asked) => {
    const sent: Record<string, string> = {};
    for (const { headers } of rules.filter((rule) => matches(rule.path, asked)))
      for (const [name, value] of headers) sent[name] = name in sent ? `${sent[name] ?? ''}, ${value}` : value;
    return sent;
  };
}

function matches(pattern: string, path: string): boolean {
  const [head = '', tail] = pattern.split('*');
  if (tail === undefined) return pattern === path;
  return path.length >= head.length + tail.length && path.startsWith(head) && path.endsWith(tail);
}

// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';

import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { Button, BUTTON_LOOKS } from './button';

/** The handle of the sheet is dragged rather than pressed; embeds are no desk and carry no style sheet of it. */
const EMBEDS = ['src/embed-live.tsx', 'src/pages/embed-pages.tsx', 'src/pages/story-page.tsx'];
const OWN = [...EMBEDS, 'src/ui/shared/button.tsx', 'src/ui/shared/sheet.tsx'];

describe('the one button', () => {
  it.each(BUTTON_LOOKS)('is a button that sends no form, with the class of whoever uses it: %s', (look) => {
    render(
      <Button look={look} className="mine">
        {look}
      </Button>,
    );
    const button = screen.getByRole('button', { name: look });
    expect(button.getAttribute('type')).toBe('button');
    expect(button.className).toContain('mine');
    expect(button.className).not.toContain('undefined');
  });

  it('has no rival', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.tsx$/u.test(file),
    );
    const raw = sources.map((file) => `src/${file}`).filter((file) => readFileSync(file, 'utf8').includes('<button'));
    expect(raw.toSorted()).toEqual(OWN);
  });
});

import { useState } from 'react';

import { quotationOf } from '../../policy/cite';
import { dayText } from '../../text/format';
import { Button } from './button';
import { type Desk, useDesk } from './desk';

interface Props {
  /** Ids of the sentences to quote. */
  divisions: readonly string[];
  /** The button stands by marked words; a press must not take the mark away before the button has heard of it. */
  keepSelection?: boolean;
  children?: React.ReactNode;
}

/** Copies sentences with article, title, date and a link to them. */
export function CiteButton({ divisions, keepSelection = false, children }: Props): React.JSX.Element {
  const desk = useDesk();
  const { t } = desk;
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(citationOf(desk, divisions, location.href));
      setCopied(true);
    } catch {
      // The browser said no; the button says so.
      setCopied(false);
    }
  };
  return (
    <Button
      look="text"
      onMouseDown={keepSelection ? (event) => event.preventDefault() : undefined}
      onClick={() => void copy()}
      onBlur={() => setCopied(null)}
    >
      <span aria-live="polite">
        {copied === null ? (children ?? t.reading.cite) : copied ? t.reading.cited : t.copyFailed}
      </span>
    </Button>
  );
}

/** The words of a quotation as they go into a letter or an article. */
function citationOf(desk: Desk, divisions: readonly string[], base: string): string {
  const { t, lang, plan, tree, say, articleName, hrefOfArticle } = desk;
  const quotation = quotationOf(tree, divisions);
  if (!quotation) return '';
  const link = new URL(hrefOfArticle(quotation.article), base);
  link.hash = quotation.divisionId;
  return t.reading.citation(
    quotation.text,
    say(plan.title),
    articleName(quotation.article),
    dayText(plan.adopted, lang),
    link.href,
  );
}

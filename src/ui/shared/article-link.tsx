import { useDesk } from './desk';

interface Props {
  article: number;
  /** The sentence to show; the whole article without one. */
  division?: string;
  className?: string | undefined;
  title?: string | undefined;
  children?: React.ReactNode;
}

/** A link to an article, by its name unless other words are given: a plain address that the desk answers itself. */
export function ArticleLink({ article, division, className, title, children }: Props): React.JSX.Element {
  const { articleName, hrefOfArticle, actions } = useDesk();
  return (
    <a
      className={className}
      href={hrefOfArticle(article)}
      title={title}
      onClick={(event) => onPlainClick(event, () => actions.readArticle(article, division))}
    >
      {children ?? articleName(article)}
    </a>
  );
}

/** Does something in the place of following a link, unless the visitor wants it in another tab or window. */
export function onPlainClick(event: React.MouseEvent, act: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  act();
}

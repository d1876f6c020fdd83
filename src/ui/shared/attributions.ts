import { type BaseMapConfig, baseAttribution } from '../../contract/config';
import type { Source } from '../../contract/place';
import type { Texts } from '../../text/zh';

/** Whom the sources of a plan want to be named. */
export function attributionsOf(
  sources: Readonly<Record<string, Source>>,
  online: BaseMapConfig | null = null,
): Set<string> {
  const named = Object.values(sources).flatMap(({ attribution }) => attribution ?? []);
  return new Set(online ? [...named, baseAttribution(online)] : named);
}

/** What stands on a map: that it is a sketch or its approval number, and whom its sources want to be named. */
export function creditText(t: Texts, approvalNo: string | null, attributions: ReadonlySet<string>): string {
  const named = attributions.size > 0 ? [t.attribution([...attributions].join(t.listComma))] : [];
  return [t.mapNotice(approvalNo), ...named].join(' · ');
}

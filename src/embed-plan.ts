import { DRAWN_FILES } from './contract/features';
import { PackedFileSchema } from './contract/packed';
import { type Gazetteer, GazetteerSchema } from './contract/place';
import { DocumentSchema, type PlanDocument } from './contract/plan';
import { unpackDrawn } from './contract/unpack';
import { loadFile } from './data/load';
import type { LoadFault, Result } from './data/result';
import { readingOf, type ViewState } from './state/view-state';
import { buildDesk } from './ui/build-desk';
import type { Desk, DrawnData } from './ui/shared/desk';
import { NO_ACTIONS } from './ui/shared/no-actions';

/** A plan as an embed needs it. */
export interface EmbedPlan {
  document: PlanDocument;
  gazetteer: Gazetteer;
  drawn: DrawnData;
}

/** Thrown when a file of the plan cannot be had; the embed keeps its picture. */
class EmbedDataError extends Error {
  override name = 'EmbedDataError';
  constructor({ file, reason, detail }: LoadFault) {
    super(`${file}: ${reason} ${detail}`);
  }
}

/** The files of a plan. An embed in a sandbox has no origin, and must not send what it has not got. */
export async function loadEmbedPlan(root: string, plan: string): Promise<EmbedPlan> {
  const base = `${root}data/${plan}/`;
  const fetcher = (url: string): Promise<Response> => fetch(url, { credentials: 'omit' });
  const [document, gazetteer, ...files] = await Promise.all([
    loadFile(fetcher, base, 'document.json', DocumentSchema),
    loadFile(fetcher, base, 'places.json', GazetteerSchema),
    ...DRAWN_FILES.map((name) => loadFile(fetcher, base, `${name}.packed.json`, PackedFileSchema)),
  ]);
  return {
    document: had(document),
    gazetteer: had(gazetteer),
    drawn: Object.fromEntries(DRAWN_FILES.map((name, index) => [name, files[index] && unpackDrawn(had(files[index]))])),
  };
}

function had<T>(result: Result<T>): T {
  if (!result.ok) throw new EmbedDataError(result.fault);
  return result.value;
}

/** The desk that an embed reads from; nothing on it can be done. */
export function embedDesk({ document, gazetteer, drawn }: EmbedPlan, { lang, plan }: ViewState, root: string): Desk {
  return buildDesk(document, gazetteer, lang, NO_ACTIONS, {
    commitments: null,
    english: null,
    reading: readingOf({ lang, reading: null }),
    drawn: () => drawn,
    shared: null,
    plans: [],
    today: '',
    planInAddress: plan,
    root,
    here: () => root,
  });
}

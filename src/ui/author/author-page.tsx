import { Suspense, useEffect, useMemo, useState } from 'react';

import type { PlanGeometry } from '../../contract/features';
import type { Lang } from '../../contract/localized';
import { bboxOf } from '../../spatial/bbox';
import type { Bbox } from '../../contract/place';
import type { DrawnSite, DrawShape, DrawTools } from '../../state/map-surface';
import { authorEn } from '../../text/author.en';
import { authorZh } from '../../text/author.zh';
import { TEXTS } from '../../text/texts';
import { download } from '../check/downloads';
import type { MapPane } from '../map-pane';
import { Button } from '../shared/button';
import { useMedia } from '../shared/use-media';
import styles from './author.module.css';
import {
  type Authored,
  drawnOf,
  exportFiles,
  lintOf,
  newPlace,
  openFiles,
  type OpenFault,
  withFeature,
  withoutFeature,
} from './authored';
import { DocumentText } from './document-text';
import { PlaceForm } from './place-form';
import { useSettled } from './use-settled';

interface Props {
  lang: Lang;
  /** Path of the site, with a slash at its end. */
  root: string;
  /** `YYYY-MM-DD` */
  today: string;
  mapPane: MapPane;
}

interface Pen {
  shape: DrawShape;
  drawn: DrawnSite;
  tools: DrawTools | null;
}

const WORDS = { zh: authorZh, en: authorEn };
const NO_PADDING = { top: 20, right: 20, bottom: 20, left: 20 };
const NOTHING: DrawnSite = { geometry: null, corners: 0, canUndo: false };

/** Where the places of a plan are edited: its files come in, the files of `geo/<plan>/places/` go out. */
export function AuthorPage({ lang, root, today, mapPane: Map }: Props): React.JSX.Element {
  const w = WORDS[lang];
  const t = TEXTS[lang];
  const [authored, setAuthored] = useState<Authored | null>(null);
  /** As it was read, to tell whether anything would be lost. */
  const [read, setRead] = useState<Authored | null>(null);
  const [fault, setFault] = useState<OpenFault | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [phrase, setPhrase] = useState('');
  const [pen, setPen] = useState<Pen | null>(null);
  const [frame, setFrame] = useState<Bbox | null>(null);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const settled = useSettled(authored);
  const problems = useMemo(() => (settled ? lintOf(settled) : null), [settled]);
  const data = useMemo(() => (settled ? drawnOf(settled) : {}), [settled]);
  const drawing = useMemo(
    () =>
      pen && {
        shape: pen.shape,
        onChange: (drawn: DrawnSite) => setPen((now) => now && { ...now, drawn }),
        onTools: (tools: DrawTools | null) => setPen((now) => now && { ...now, tools }),
      },
    // A new wish only for another shape: what was drawn must not take the pen away.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [pen?.shape],
  );
  const changed = authored !== read;
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [changed]);
  const feature = authored?.entries.find((entry) => entry.feature.id === chosen)?.feature ?? null;

  const open = async (list: FileList | null): Promise<void> => {
    const files = await Promise.all(
      [...(list ?? [])].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    if (files.length === 0) return;
    const opened = await openFiles(files);
    setFault(opened.ok ? null : opened.fault);
    if (!opened.ok) return;
    setAuthored(opened.authored);
    setRead(opened.authored);
    setChosen(null);
  };
  const choose = (id: string): void => {
    setChosen(id);
    setPen(null);
    const geometry = authored?.entries.find((entry) => entry.feature.id === id)?.feature.geometry;
    if (geometry) setFrame(bboxOf(geometry));
  };
  const shape = (geometry: PlanGeometry | null): void => {
    if (!authored || !feature) return;
    const { unlocated: _, ...properties } = feature.properties;
    setAuthored(
      withFeature(authored, { ...feature, properties: geometry ? properties : feature.properties, geometry }),
    );
    setPen(null);
  };
  const inText = authored !== null && phrase !== '' && authored.document.text.includes(phrase);

  return (
    <div className={styles['page']}>
      <main className={styles['desk']}>
        <h1>{w.title}</h1>
        <p>
          <a href={`${root}${lang === 'en' ? 'en/' : ''}`}>{w.back}</a>
        </p>
        <p>{w.lead}</p>
        <label className={styles['file']}>
          <span>{w.open}</span>
          <input type="file" multiple onChange={(event) => void open(event.target.files)} />
        </label>
        <p className={styles['note']}>{w.openNote}</p>
        {fault && <p role="alert">{w.fault[fault.reason](fault.file, fault.detail)}</p>}
        {authored && (
          <>
            <h2>{authored.plan.title[lang]}</h2>
            <section aria-label={w.phrase} className={styles['row']}>
              <label>
                <span>{w.phrase}</span>
                <input value={phrase} onChange={(event) => setPhrase(event.target.value)} />
              </label>
              <Button
                disabled={!inText}
                onClick={() => {
                  const place = newPlace(authored, phrase, today);
                  setAuthored(withFeature(authored, place));
                  setChosen(place.id);
                }}
              >
                {w.makePlace}
              </Button>
              {feature && (
                <Button
                  disabled={!inText}
                  onClick={() => {
                    const names = [...(feature.properties.names ?? []), { text: phrase }];
                    setAuthored(withFeature(authored, { ...feature, properties: { ...feature.properties, names } }));
                  }}
                >
                  {w.linkTo(feature.properties.name[lang])}
                </Button>
              )}
            </section>
            <p className={styles['note']}>{phrase !== '' && !inText ? w.notInText : w.phraseNote}</p>
            <details>
              <summary>{w.document}</summary>
              <DocumentText document={authored.document} onPhrase={setPhrase} />
            </details>
            <section aria-labelledby="places">
              <h3 id="places">{w.places(authored.entries.length)}</h3>
              <ul className={styles['places']}>
                {authored.entries.map(({ feature: { id, properties } }) => (
                  <li key={id}>
                    <Button look="text" aria-pressed={id === chosen} onClick={() => choose(id)}>
                      {properties.name[lang]}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
            {feature ? (
              <PlaceForm
                key={feature.id}
                feature={feature}
                authored={authored}
                words={w}
                t={t}
                lang={lang}
                onChange={(next) => setAuthored(withFeature(authored, next))}
              >
                {pen ? (
                  <>
                    <p aria-live="polite">
                      {pen.tools === null ? t.check.drawing.loading : t.check.drawing[pen.shape]}
                    </p>
                    <Button disabled={!pen.tools || pen.drawn.geometry !== null} onClick={pen.tools?.addHere}>
                      {t.check.drawing.addHere}
                    </Button>
                    <Button disabled={!pen.tools || pen.drawn.geometry !== null} onClick={pen.tools?.finish}>
                      {t.check.drawing.finish}
                    </Button>
                    <Button disabled={!pen.drawn.canUndo} onClick={pen.tools?.undo}>
                      {t.check.drawing.undo}
                    </Button>
                    <Button disabled={pen.drawn.geometry === null} onClick={() => shape(pen.drawn.geometry)}>
                      {w.keepDrawing}
                    </Button>
                    <Button look="quiet" onClick={() => setPen(null)}>
                      {t.check.drawing.close}
                    </Button>
                  </>
                ) : (
                  <>
                    {(['parcel', 'line', 'point'] as const).map((one) => (
                      <Button key={one} onClick={() => setPen({ shape: one, drawn: NOTHING, tools: null })}>
                        {w.draw[one]}
                      </Button>
                    ))}
                    <Button look="quiet" disabled={feature.geometry === null} onClick={() => shape(null)}>
                      {w.dropShape}
                    </Button>
                    <Button
                      look="quiet"
                      onClick={() => {
                        setAuthored(withoutFeature(authored, feature.id));
                        setChosen(null);
                      }}
                    >
                      {w.remove}
                    </Button>
                  </>
                )}
              </PlaceForm>
            ) : (
              <p className={styles['note']}>{w.noPlace}</p>
            )}
            <section aria-labelledby="lint" aria-live="polite" aria-busy={settled !== authored}>
              <h3 id="lint">{w.lint(problems?.length ?? null)}</h3>
              <ul className={styles['lint']}>
                {problems?.map(({ code, file, id, message, fix }) => (
                  <li key={`${code} ${file} ${id} ${message}`} lang="en">
                    <strong>{code}</strong>{' '}
                    <Button look="text" onClick={() => choose(id)}>
                      {id || file}
                    </Button>{' '}
                    {message}. {fix}
                  </li>
                ))}
              </ul>
              <p className={styles['note']}>{w.lintNote}</p>
            </section>
            <section className={styles['row']}>
              {exportFiles(authored).map(({ name, text }) => (
                <Button key={name} onClick={() => download(name, text)}>
                  {w.exportFile(name)}
                </Button>
              ))}
            </section>
            <p className={styles['note']}>{w.exportNote(authored.plan.id)}</p>
          </>
        )}
      </main>
      <section className={styles['map']} aria-label={t.mapLabel}>
        {authored && (
          <Suspense fallback={null}>
            <Map
              plan={null}
              key={authored.plan.id}
              dark={dark}
              lang={lang}
              hidden={[]}
              focus={[]}
              selected={chosen}
              data={data}
              tiles={null}
              base={null}
              near={null}
              site={null}
              texts={t}
              initial={authored.plan.frame}
              padding={NO_PADDING}
              frame={frame}
              at={null}
              drawing={drawing}
              reducedMotion={reducedMotion}
              onMove={() => undefined}
              onReady={() => undefined}
              onAsk={() => undefined}
              onHold={() => undefined}
              onBaseFault={() => undefined}
              onFailure={(_, message) => console.warn(message)}
            />
          </Suspense>
        )}
      </section>
    </div>
  );
}

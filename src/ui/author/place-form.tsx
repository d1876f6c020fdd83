import type { GazetteerFeature } from '../../contract/features';
import type { Lang } from '../../contract/localized';
import { IDEALISATIONS, METHODS, PLACE_KINDS, UNLOCATED_REASONS } from '../../contract/place';
import type { authorZh } from '../../text/author.zh';
import { TEXTS } from '../../text/texts';
import type { Texts } from '../../text/zh';
import styles from './author.module.css';
import type { Authored } from './authored';

interface Props {
  feature: GazetteerFeature;
  authored: Authored;
  words: typeof authorZh;
  t: Texts;
  lang: Lang;
  onChange: (feature: GazetteerFeature) => void;
  /** What can be done with its shape. */
  children: React.ReactNode;
}

/** What is known of one place, to be changed. */
export function PlaceForm({ feature, authored, words: w, t, lang, onChange, children }: Props): React.JSX.Element {
  const { properties: p, geometry } = feature;
  const set = (change: Partial<GazetteerFeature['properties']>): void =>
    onChange({ ...feature, properties: { ...p, ...change } });
  const unlocated = (reason: string): void => {
    const { unlocated: _, ...rest } = p;
    const found = UNLOCATED_REASONS.find((one) => one === reason);
    const note = found && { zh: TEXTS.zh.unlocatedReason[found], en: TEXTS.en.unlocatedReason[found] };
    onChange({ ...feature, properties: found && note ? { ...rest, unlocated: { reason: found, note } } : rest });
  };
  return (
    <section aria-label={p.name[lang]} className={styles['form']}>
      <h3>{feature.id}</h3>
      <Field label={w.fields.nameZh}>
        <input value={p.name.zh} onChange={(event) => set({ name: { ...p.name, zh: event.target.value } })} />
      </Field>
      <Field label={w.fields.nameEn}>
        <input value={p.name.en} onChange={(event) => set({ name: { ...p.name, en: event.target.value } })} />
      </Field>
      <Choice
        label={w.fields.kind}
        value={p.kind ?? ''}
        options={PLACE_KINDS.map((kind) => [kind, w.kinds[kind]])}
        onChange={(value) => {
          const kind = PLACE_KINDS.find((one) => one === value);
          if (kind) set({ kind });
        }}
      />
      <Choice
        label={w.fields.theme}
        value={p.theme ?? ''}
        options={authored.themes.map(({ id, name }) => [id, name[lang]])}
        onChange={(theme) => set({ theme })}
      />
      <Choice
        label={w.fields.idealisation}
        value={p.idealisation}
        options={IDEALISATIONS.map((one) => [one, t.idealisation[one]])}
        onChange={(value) => {
          const idealisation = IDEALISATIONS.find((one) => one === value);
          if (idealisation) set({ idealisation });
        }}
      />
      <Field label={w.fields.accuracyM}>
        <input
          type="number"
          min="0"
          value={p.accuracyM ?? ''}
          onChange={({ target: { value } }) => set({ accuracyM: value === '' ? null : Math.max(0, Number(value)) })}
        />
      </Field>
      <Choice
        label={w.fields.method}
        value={p.source.method}
        options={METHODS.map((one) => [one, t.method[one]])}
        onChange={(value) => {
          const method = METHODS.find((one) => one === value);
          if (method) set({ source: { ...p.source, method } });
        }}
      />
      <Choice
        label={w.fields.source}
        value={p.source.from[0] ?? ''}
        options={Object.entries(authored.sources).map(([id, { title }]) => [id, title])}
        onChange={(id) => set({ source: { ...p.source, from: [id, ...p.source.from.slice(1)] } })}
      />
      {!geometry && !p.derive && !p.sameAs && (
        <Choice
          label={w.fields.unlocated}
          value={p.unlocated?.reason ?? ''}
          options={UNLOCATED_REASONS.map((one) => [one, t.unlocatedReason[one]])}
          onChange={unlocated}
        />
      )}
      <p>{geometry ? w.drawn : p.derive || p.sameAs ? w.derived : w.notDrawn}</p>
      <div className={styles['row']}>{children}</div>
    </section>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }): React.JSX.Element {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      {children}
    </label>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps): React.JSX.Element {
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {/* A value that is none of them yet, and a way back to it. */}
        {(value === '' || !options.some(([one]) => one === value)) && <option value={value}>{value || '…'}</option>}
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

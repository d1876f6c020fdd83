/** A finding of the pipeline, as a row. Codes are as stable as an API; see `docs` of each check. */
export interface Problem {
  code: string;
  severity: 'error' | 'warning';
  /** File, relative to the repository. */
  file: string;
  /** Id of the feature, division or field concerned. */
  id: string;
  message: string;
  /** What to do about it. */
  fix: string;
}

/** One line for the terminal. */
export function problemLine({ code, severity, file, id, message, fix }: Problem): string {
  return `${severity === 'error' ? 'error  ' : 'warning'} ${code} ${file} ${id}: ${message} → ${fix}`;
}

/** Some browsers read the file after the click has returned. */
const READ_BY_MS = 60_000;

/** Hands a file to the browser, to be saved under a name. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_BY_MS);
}

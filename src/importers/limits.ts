/**
 * What an importer takes on before it refuses. A drawing of a city stays far below; what lies above would freeze the
 * page or fill its memory.
 */
export const MAX_INPUT_BYTES = 50 * 1024 * 1024;
export const MAX_UNZIPPED_BYTES = 200 * 1024 * 1024;
/** Unzipped to zipped; text and shapes reach 20, bombs a thousand. */
export const MAX_ZIP_RATIO = 100;
export const MAX_ZIP_ENTRIES = 1000;
export const MAX_FEATURES = 20_000;
export const MAX_VERTICES = 1_000_000;
/** Brackets in brackets, elements in elements. */
export const MAX_DEPTH = 64;

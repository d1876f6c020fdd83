/** Fonts by CSS name; the browser draws the letters, no server is asked. */
export const FONT = ['Source Han Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'sans-serif'];
/** MapLibre takes the weight from the first name, which need not be a family that is there. */
export const FONT_BOLD = ['Source Han Sans SC Bold', ...FONT];

import type { Hue } from '../contract/place';

/** One hue: `mark` for lines, dots and edges (3:1 on paper), `text` for words in that colour (4.5:1 on paper). */
interface HueColours {
  mark: string;
  text: string;
}

/** A complete set of colours. Light, dark and print have the same shape, so nothing can be forgotten in one of them. */
export interface Palette {
  name: 'light' | 'dark' | 'print';
  /** The page and everything that lies on the desk. */
  paper: string;
  /** Raised or pressed parts of the page: fields, the current line. */
  paperDeep: string;
  ink: string;
  inkSoft: string;
  /** Hairlines. */
  rule: string;
  /** Keyboard focus and links of the interface. */
  accent: string;
  /** Ground of the map inside the area the plan covers, and beyond it. */
  land: string;
  beyond: string;
  water: string;
  waterLine: string;
  waterText: string;
  border: string;
  roadGround: string;
  railGround: string;
  labelGround: string;
  /** Halo around names on the map. */
  halo: string;
  /** How strongly an area is tinted by its hue, 0–1, and how strongly its pattern shows. */
  tint: number;
  patternAlpha: number;
  /** How much fainter soft edges are in hues that are nearly ink, 0–1, so that doubt never looks like weight or light. */
  inkBand: number;
  hues: Record<Hue, HueColours>;
}

export const LIGHT: Palette = {
  name: 'light',
  paper: '#FBF9F4',
  paperDeep: '#F1EDE2',
  ink: '#2B2722',
  inkSoft: '#6A6258',
  rule: '#DDD6C8',
  accent: '#8A3A26',
  land: '#EFE9DC',
  beyond: '#E6E0D3',
  water: '#B9D3DA',
  waterLine: '#8FB6C2',
  waterText: '#275A69',
  border: '#B9AE9C',
  roadGround: '#D5CAB7',
  railGround: '#A59C90',
  labelGround: '#6B6358',
  halo: '#F6F1E7',
  tint: 0.1,
  patternAlpha: 0.28,
  inkBand: 0.5,
  hues: {
    brick: { mark: '#B4472E', text: '#A03C25' },
    indigo: { mark: '#35528C', text: '#35528C' },
    ochre: { mark: '#A87512', text: '#80590A' },
    sage: { mark: '#6F8250', text: '#556638' },
    teal: { mark: '#2C7D74', text: '#226A62' },
    plum: { mark: '#7A4E86', text: '#6E4379' },
    slate: { mark: '#5B5650', text: '#4D4943' },
    azure: { mark: '#3579A0', text: '#2A6688' },
    ink: { mark: '#3A342D', text: '#2B2722' },
    umber: { mark: '#8A6248', text: '#74503A' },
    grey: { mark: '#857C70', text: '#6A6258' },
    coral: { mark: '#D0613F', text: '#A5442A' },
    violet: { mark: '#8457A6', text: '#754A96' },
    gold: { mark: '#9C770A', text: '#7D5F07' },
    cobalt: { mark: '#3E78B8', text: '#2F659F' },
    jade: { mark: '#2F8577', text: '#226B60' },
  },
};

export const DARK: Palette = {
  name: 'dark',
  paper: '#121416',
  paperDeep: '#1E2225',
  ink: '#E9E4D8',
  inkSoft: '#A9A295',
  rule: '#33383B',
  accent: '#E99A80',
  land: '#1D2123',
  beyond: '#15181A',
  water: '#22404B',
  waterLine: '#3A6271',
  waterText: '#8FC0CF',
  border: '#4C5255',
  roadGround: '#363C3F',
  railGround: '#666B6C',
  labelGround: '#A29C90',
  halo: '#15181A',
  tint: 0.13,
  patternAlpha: 0.26,
  inkBand: 0.3,
  hues: {
    brick: { mark: '#E07A5C', text: '#E98B6F' },
    indigo: { mark: '#86A2DD', text: '#97B0E6' },
    ochre: { mark: '#DCAE4E', text: '#DCAE4E' },
    sage: { mark: '#A9BB87', text: '#A9BB87' },
    teal: { mark: '#63B8AB', text: '#63B8AB' },
    plum: { mark: '#BF93CC', text: '#C79DD4' },
    slate: { mark: '#A7A39B', text: '#B4B0A8' },
    azure: { mark: '#6FB0D4', text: '#7DBADB' },
    ink: { mark: '#D8D2C5', text: '#E9E4D8' },
    umber: { mark: '#C49A7C', text: '#CBA388' },
    grey: { mark: '#8E8A82', text: '#A9A295' },
    coral: { mark: '#EE8A68', text: '#EE8A68' },
    violet: { mark: '#B891D8', text: '#BF9ADD' },
    gold: { mark: '#D9B440', text: '#D9B440' },
    cobalt: { mark: '#74A9E0', text: '#7FB1E5' },
    jade: { mark: '#66BDAF', text: '#66BDAF' },
  },
};

/** For paper: white ground, which costs no ink, and the hues of the light palette, a step stronger where they are pale. */
export const PRINT: Palette = {
  name: 'print',
  paper: '#FFFFFF',
  paperDeep: '#F4F2EE',
  ink: '#1A1713',
  inkSoft: '#55504A',
  rule: '#C9C4BA',
  accent: '#7A2F1D',
  land: '#FFFFFF',
  beyond: '#F0EEEA',
  water: '#D3E4EA',
  waterLine: '#7FA9B7',
  waterText: '#225564',
  border: '#A39B8D',
  roadGround: '#C6C0B5',
  railGround: '#8D8579',
  labelGround: '#55504A',
  halo: '#FFFFFF',
  tint: 0.08,
  patternAlpha: 0.4,
  inkBand: 0.5,
  hues: {
    ...LIGHT.hues,
    ochre: { mark: '#956608', text: '#735006' },
    sage: { mark: '#5F7242', text: '#4B5B30' },
    grey: { mark: '#756D62', text: '#55504A' },
    coral: { mark: '#BE5130', text: '#963C24' },
    gold: { mark: '#876606', text: '#6D5305' },
  },
};

/** The palettes of the screen. */
export const PALETTES = { light: LIGHT, dark: DARK } as const;

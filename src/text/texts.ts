import type { Lang } from '../contract/localized';
import { en } from './en';
import { type Texts, zh } from './zh';

export const TEXTS: Record<Lang, Texts> = { zh, en };

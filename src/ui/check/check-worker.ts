import { checkEngine } from './check-engine';
import type { Question } from './check-messages';

const answer = checkEngine((message) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data));

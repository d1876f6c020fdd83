import { checkEngine } from './check-engine';
import type { Question, Reply } from './check-messages';

const said: Reply[] = [];
/** Everything that is said in one go goes out together: the page draws itself anew for each message. */
const answer = checkEngine((message) => {
  if (said.push(message) === 1) setTimeout(() => postMessage(said.splice(0)));
});
addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data));

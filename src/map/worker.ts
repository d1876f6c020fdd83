import 'virtual:map-worker-library';

import { GlyphManager, MessageType } from 'virtual:map-letters';
import { register } from 'virtual:map-transfer';

import { answering, type Asking, readHash } from './letters';
import { PlanCargo } from './plan-cargo';

// The worker of the map: that of the library, which learns here to take apart what the map hands over in one piece, and
// to draw the letters of names itself.
register?.('PlanCargo', PlanCargo);

const { worker } = globalThis as unknown as { worker: { actor: { sendAsync: Asking } } };
if (typeof OffscreenCanvas !== 'undefined' && new OffscreenCanvas(1, 1).getContext('2d')) {
  const { lang, first } = readHash(self.location.hash);
  const letters = new GlyphManager(null, false, lang);
  const { actor } = worker;
  actor.sendAsync = answering(
    MessageType.getGlyphs,
    (wanted) => letters.getGlyphs(wanted),
    actor.sendAsync.bind(actor),
  );
  // Those of the drawing will be wanted as soon as there is a map, and the worker has nothing to do until then.
  void letters.getGlyphs(first);
}

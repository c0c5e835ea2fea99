import type { CallerLabel } from '../../src/protocol/answers/page.ts';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';

export function callerPage(caller: CallerLabel): ViewPage {
  return { kind: 'caller', type: caller.type ?? '', value: caller.value };
}

import * as l10n from '@vscode/l10n';
import type { RecordAspect } from '../../src/protocol/answers/record.ts';
import type { Requests } from '../../src/protocol/requests.ts';

type Kind = RecordAspect['kind'];
export type Direction = Requests['neighbour']['params']['direction'];

/** What an aspect is called before its value; of a target by itself, its type. */
export function aspectName(aspect: RecordAspect): string {
  switch (aspect.kind) {
    case 'operation':
      return l10n.t('Operation');
    case 'result':
      return l10n.t('Result');
    case 'caller':
      return l10n.t('Caller');
    case 'target':
      return aspect.path.length === 1 ? aspect.path[0]!.level : l10n.t('Target');
    case 'request':
      return l10n.t('Request');
  }
}

/** What a button does that leads to another record with the same aspect. */
export function neighbourText(kind: Kind, direction: Direction): string {
  const isNext = direction === 'next';
  switch (kind) {
    case 'operation':
      return isNext ? l10n.t('Next record of the same operation') : l10n.t('Previous record of the same operation');
    case 'result':
      return isNext ? l10n.t('Next record with the same result') : l10n.t('Previous record with the same result');
    case 'caller':
      return isNext ? l10n.t('Next record of the same caller') : l10n.t('Previous record of the same caller');
    case 'target':
      return isNext ? l10n.t('Next record of the same target') : l10n.t('Previous record of the same target');
    case 'request':
      return isNext ? l10n.t('Next record of the same request') : l10n.t('Previous record of the same request');
  }
}

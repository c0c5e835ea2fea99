import type { TargetLevel, TargetStep } from '../../protocol/answers/record.ts';
import type { FindingRef, RecordRef } from '../../protocol/reference.ts';
import type { QuestionName, Questions } from '../../protocol/requests.ts';
import type { FromWebview, Intent, ViewPage, ViewState } from '../../protocol/viewMessages.ts';
import { boolean, both, either, type Guard, integer, isObject, list, oneOf, optional, orNull, pair, shape, text } from '../base/guards.ts';

/** Filters are typed by hand or put together from a few values: more than this is no filter. */
const query = text(100_000);
const name = text(1_000_000);
const natural = integer(0, Number.MAX_SAFE_INTEGER);

const recordRef: Guard<RecordRef> = shape({ source: natural, index: natural });
const findingRef: Guard<FindingRef> = shape({ source: natural, finding: natural });

const levels: Readonly<Record<TargetLevel, true>> = {
  Environment: true,
  ServiceRegion: true,
  ServiceRole: true,
  ServiceRoleInstance: true,
  subscription: true,
  resourceGroup: true,
  instance: true,
};
const targetLevel: Guard<TargetLevel> = (value): value is TargetLevel => typeof value === 'string' && Object.hasOwn(levels, value);
const targetStep: Guard<TargetStep> = shape({ level: targetLevel, name });

/** A page as commands take it for an argument and as the webview asks for it. */
export const isViewPage: Guard<ViewPage> = either(
  shape({ kind: oneOf('records', 'findings', 'coverage') }),
  either(shape({ kind: oneOf('caller'), type: text(1000), value: name }), shape({ kind: oneOf('target'), path: list(targetStep, 1, 10) })),
);

const viewState: Guard<ViewState> = shape({ query, page: isViewPage, selected: orNull(recordRef) });

const recordPlace = shape({ record: recordRef });
const findingPlace = shape({ finding: findingRef });

/** A place of the source that can be opened. */
export type SourcePlace = { readonly record: RecordRef } | { readonly finding: FindingRef };

export const isSourcePlace: Guard<SourcePlace> = either(recordPlace, findingPlace);

const ticks = text(19);
const maySearch = both(shape({ query }), optional('soFar', boolean));

const params: { readonly [Name in QuestionName]: Guard<Questions[Name]['params']> } = {
  timeline: both(
    both(maySearch, shape({ width: integer(1, 4096) })),
    both(optional('range', pair(ticks)), optional('lanesBy', shape({ field: text(1000), limit: integer(0, 100) }))),
  ),
  outliers: maySearch,
  facets: both(maySearch, shape({ field: text(1000), limit: integer(0, 10_000) })),
  page: both(
    maySearch,
    shape({
      order: oneOf('file', 'oldest', 'newest'),
      from: either(shape({ at: natural }), shape({ around: recordRef })),
      count: integer(0, 1000),
    }),
  ),
  record: shape({ ref: recordRef }),
  findings: both(maySearch, shape({ limit: integer(0, 10_000), items: integer(0, 10_000) })),
  placedFindings: shape({ source: natural, limit: integer(0, 10_000) }),
  locate: isSourcePlace,
  hover: shape({ source: natural, line: natural, column: natural }),
  recordAt: shape({ source: natural, line: natural, column: natural }),
  coverage: both(shape({ epochs: integer(0, 10_000), gaps: integer(0, 10_000) }), optional('stretches', integer(0, 10_000))),
  profile: both(both(maySearch, shape({ limit: integer(0, 10_000) })), optional('whole', query)),
  search: shape({ query }),
  summary: shape({ query, top: integer(0, 10_000) }),
};

const intents: { readonly [Kind in Intent['kind']]: Guard<Omit<Extract<Intent, { kind: Kind }>, 'kind'>> } = {
  filter: shape({ query }),
  open: both(shape({ page: isViewPage }), optional('query', query)),
  select: shape({ ref: orNull(recordRef) }),
  back: isObject,
  forward: isObject,
  openSource: shape({ at: orNull(isSourcePlace) }),
  copy: shape({ text: name }),
};

/** True for a message that a webview of ours could have sent. Anything else is not acted upon. */
export function isFromWebview(value: unknown): value is FromWebview {
  if (!isObject(value)) {
    return false;
  }
  switch (value['kind']) {
    case 'ready':
      return true;
    case 'ask':
      return natural(value['id']) && isOwnKey(params, value['name']) && params[value['name']](value['params']);
    case 'cancel':
      return natural(value['id']);
    case 'intent': {
      const { intent } = value;
      return isObject(intent) && isOwnKey(intents, intent['kind']) && intents[intent['kind']](intent);
    }
    default:
      return false;
  }
}

/** The state that a webview had kept, or undefined where it kept none or one of another version. */
export function restoredState(value: { readonly restored?: unknown }): ViewState | undefined {
  return viewState(value.restored) ? value.restored : undefined;
}

function isOwnKey<T extends object>(object: T, key: unknown): key is keyof T {
  return typeof key === 'string' && Object.hasOwn(object, key);
}

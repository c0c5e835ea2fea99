import type { ReactiveControllerHost } from 'lit';
import type { JoinedCaller } from '../../src/protocol/answers/joinedCaller.ts';
import type { Requests } from '../../src/protocol/requests.ts';
import type { ViewPage } from '../../src/protocol/viewMessages.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';

type CallerPage = Extract<ViewPage, { readonly kind: 'caller' }>;

/**
 * Has the log say which identities belong to the caller of a page, and the host keep them with the page: from then on everything on it
 * is about the records of any of them.
 */
export class CallerJoin {
  readonly #query: QueryController<'joinedCaller'>;

  constructor(host: ReactiveControllerHost) {
    this.#query = new QueryController(host, 'joinedCaller');
  }

  /** Undefined on other pages, and while it is not known. */
  get answer(): JoinedCaller | undefined {
    return this.#query.answer;
  }

  /** Whether it is known which records the page is about. Where the log cannot say, it is about the one identity. */
  isKnown(page: ViewPage): boolean {
    return page.kind !== 'caller' || page.identities !== undefined || this.#query.problem !== undefined;
  }

  /** To be called on every update of the page. */
  follow(context: ViewContext): void {
    const { page } = context.view.state;
    this.#query.want(context, page.kind === 'caller' ? paramsOf(page) : undefined);
    const { answer, asked } = this.#query;
    if (page.kind === 'caller' && answer !== undefined && JSON.stringify(asked) === JSON.stringify(paramsOf(page))) {
      const identities = identitiesOf(page, answer);
      if (JSON.stringify(identities) !== JSON.stringify(page.identities)) {
        context.link.intend({ kind: 'joined', page, identities });
      }
    }
  }
}

function paramsOf({ type, value, apart }: CallerPage): Requests['joinedCaller']['params'] {
  return { type, value, ...(apart && { apart }) };
}

/** A caller that is known by a value alone is also found by that. */
function identitiesOf({ type, value }: CallerPage, { joined }: JoinedCaller): NonNullable<CallerPage['identities']> {
  const identities = joined.map((one) => ({ type: one.type, value: one.value }));
  return type !== '' || identities.some((one) => one.type === '') ? identities : [...identities, { type, value }];
}

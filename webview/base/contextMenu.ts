/** What the menu of VS Code is opened on: the place decides which commands it has, the rest is handed to them. */
export interface MenuPlace {
  readonly auditLogPlace: 'chart' | 'field' | 'lane' | 'lanes' | 'record' | 'records' | 'columns' | 'column';
  /** Of a lane. */
  readonly laneKey?: string;
  /** Of records that are selected together: they are two. */
  readonly isPair?: boolean;
  /** Of a value of a field: the term that finds it. */
  readonly fieldFilter?: string;
  /** The name of the field, of a value or a column. */
  readonly field?: string;
}

/** To be put on an element as `data-menu`. */
export function menuPlace(place: MenuPlace): string {
  return JSON.stringify(place);
}

/**
 * Says on every context menu what it is opened on. VS Code looks for that on the outermost element alone, which is the host
 * of the page's shadow roots: it is set there right before the menu opens.
 */
export function followContextMenus(host: HTMLElement): void {
  const follow = (event: Event): void => {
    const path = event.composedPath().filter((one) => one instanceof HTMLElement);
    // Inputs keep the menu that VS Code has for them.
    const place = path[0] instanceof HTMLInputElement ? undefined : path.find((one) => one.dataset['menu'] !== undefined);
    const menu = place === undefined ? undefined : (JSON.parse(place.dataset['menu']!) as MenuPlace);
    // What is selected of a value can be copied.
    const own: unknown = menu === undefined ? {} : { preventDefaultContextMenuItems: menu.auditLogPlace !== 'field', ...menu };
    host.dataset['vscodeContext'] = JSON.stringify(own);
  };
  host.addEventListener('contextmenu', follow, { capture: true });
}

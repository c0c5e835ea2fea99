/** What a theme says of a colour, by VS Code's name for it (`editor-background`): empty where it says nothing. */
export type ThemeReader = (name: string) => string;

/**
 * What stands for VS Code's colours where the system forces its own (`forced-colors`). All other backgrounds are those of
 * the page.
 */
const systemColours: Readonly<Record<string, string>> = {
  foreground: 'CanvasText',
  descriptionForeground: 'CanvasText',
  'editorCursor-foreground': 'CanvasText',
  focusBorder: 'Highlight',
  'editor-selectionBackground': 'Highlight',
  'list-activeSelectionBackground': 'Highlight',
};

const forcedColours = '(forced-colors: active)';

/** Reads the theme as it is now. */
export function themeReader(): ThemeReader {
  const style = getComputedStyle(document.documentElement);
  const own: ThemeReader = (name) => style.getPropertyValue(`--vscode-${name}`).trim();
  if (!matchMedia(forcedColours).matches) {
    return own;
  }
  return (name) => {
    const system = systemColours[name] ?? (/background$/i.test(name) ? 'Canvas' : undefined);
    return system === undefined ? own(name) : computedColour(system);
  };
}

/** A colour with a name of the system, in numbers. */
function computedColour(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = name;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/**
 * Calls back whenever the colours change: VS Code changes its theme by the classes of the body and the variables of the
 * root, and the system may begin or cease to force its own.
 */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  const forced = matchMedia(forcedColours);
  forced.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    forced.removeEventListener('change', changed);
  };
}

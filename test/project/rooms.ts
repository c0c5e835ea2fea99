/** The rooms of a layer. */
export interface Rooms {
  /** The layer's folder. */
  readonly folder: string;
  /** Folders of files for one trade each, the lowest first: a room may import from those before it. */
  readonly rooms: readonly string[];
}

/**
 * Which room is on which, for types as well: no exceptions. Files that belong to no room, such as entry points, are right
 * in the layer's folder and above all rooms.
 */
export const houses: readonly Rooms[] = [
  {
    folder: 'src/core/',
    rooms: [
      'json',
      'record',
      'finding',
      'formats/definition',
      'formats/attestation',
      'formats',
      'diagnosis',
      'recovery',
      'reading',
      'rules',
      'query',
      'timeline',
      'describe',
      'redaction',
    ],
  },
  {
    folder: 'src/engine/',
    rooms: [
      'scheduling',
      'collections',
      'regex',
      'schemas',
      'sources',
      'columns',
      'kernel',
      'findings',
      'index',
      'ingest/values',
      'ingest/template',
      'ingest/kernel',
      'ingest/paths',
      'ingest/walk',
      'ingest/general',
      'relations',
      'parallel',
      'query',
      'export',
      'redaction',
      'answers',
      'session',
      'node',
      'web',
    ],
  },
  {
    folder: 'src/host/',
    rooms: [
      'lifetime',
      'base',
      'engine',
      'schemas',
      'sessions',
      'validation',
      'languageFeatures',
      'recordDocuments',
      'clipboard',
      'export',
      'walkthrough',
      'editor',
      'commands',
      'sideBar',
      'node',
      'web',
    ],
  },
  {
    folder: 'webview/',
    rooms: [
      'theme',
      'base',
      'coverage',
      'records',
      'findings',
      'chart',
      'drilldown',
      'detail',
      'source',
      'timeline',
      'filter',
      'facets',
      'lanes',
      'writers',
      'page',
    ],
  },
];

/** The place of a file's room among the rooms of its layer; their number for a file right in the layer's folder, -1 for none. */
function roomOf(path: string, { folder, rooms }: Rooms): number {
  const inside = path.slice(folder.length);
  const own = rooms.filter((room) => inside.startsWith(`${room}/`)).toSorted((a, b) => b.length - a.length)[0];
  return own === undefined ? (inside.includes('/') ? -1 : rooms.length) : rooms.indexOf(own);
}

/** What breaks the order of the rooms: files without a room, and imports from a room above. */
export function roomViolations(
  paths: readonly string[],
  importsOfPath: (path: string) => readonly string[],
  house: Rooms,
): readonly string[] {
  return paths
    .filter((path) => path.startsWith(house.folder))
    .flatMap((path) => {
      const room = roomOf(path, house);
      if (room === -1) {
        return [`${path} has no room`];
      }
      return importsOfPath(path)
        .filter((target) => target.startsWith(house.folder) && !target.includes('/generated/') && roomOf(target, house) > room)
        .map((target) => `${path} -> ${target}`);
    });
}

/**
 * A resource name of Google Cloud taken apart, `projects/<id>/locations/<name>/<collection>/<id>…`, in full with the service
 * in front: `//<service>/projects/…`. Each part is null where the name leaves it out or writes a wildcard for it.
 */
export interface ResourceName {
  readonly service: string | null;
  readonly organization: string | null;
  readonly folder: string | null;
  readonly project: string | null;
  /** A location, a region, a zone, or `global`. */
  readonly location: string | null;
  /** What is within these: collections and ids by turns, where an id may hold slashes itself. */
  readonly resource: string | null;
}

type Container = 'organization' | 'folder' | 'project' | 'location';

const containers: ReadonlyMap<string, Container> = new Map([
  ['organizations', 'organization'],
  ['folders', 'folder'],
  ['projects', 'project'],
  ['locations', 'location'],
  ['regions', 'location'],
  ['zones', 'location'],
]);

const wildcards: ReadonlySet<string> = new Set(['_', '-']);

/** Takes a name apart; undefined where it names neither a service nor anything that resources are within. */
export function parseResourceName(text: string): ResourceName | undefined {
  const isFull = text.startsWith('//');
  const [service = '', ...path] = isFull ? text.slice(2).split('/') : ['', ...text.split('/')];
  const found: Containers = { organization: null, folder: null, project: null, location: null };
  let position = 0;
  for (let taken = 0; (taken = takeContainer(path, position, found)) > 0;) {
    position += taken;
  }
  if (isFull ? service === '' : position === 0) {
    return undefined;
  }
  return { service: service === '' ? null : service, ...found, resource: path.slice(position).join('/') || null };
}

type Containers = Record<Container, string | null>;

/** Notes what is named at a position of the path, unless it was before; returns how many parts that takes. */
function takeContainer(path: readonly string[], position: number, found: Containers): number {
  const [name = '', id = ''] = path.slice(position);
  if (name === 'global' && position > 0 && found.location === null) {
    found.location = 'global';
    return 1;
  }
  const container = containers.get(name);
  if (container === undefined || id === '' || found[container] !== null) {
    return 0;
  }
  found[container] = wildcards.has(id) ? null : id;
  return 2;
}

import { parseArn } from './arn.ts';
import { parseResourceId } from './resourceId.ts';
import { parseResourceName } from './resourceName.ts';

/**
 * Texts that contain levels: a resource id of Azure (subscription, resource group, instance), an Amazon Resource Name (account,
 * region, service, resource), a resource name of Google Cloud (project, location, service, resource).
 */
export type LevelRule = 'resourceId' | 'arn' | 'resourceName';

/** One level of what a target is within, and in the end the target itself. */
export interface Level {
  readonly type: string;
  readonly name: string;
}

/** The levels of resource ids of Azure, which have fields of their own; from the outermost on. */
export const resourceLevels = ['subscription', 'resourceGroup', 'instance'] as const;

/** The types of the levels that other names contain, and of those that records name one by one. */
export const levelTypes: readonly string[] = [
  'Account',
  'Region',
  'Service',
  'Resource',
  'Organization',
  'Folder',
  'Project',
  'Location',
  'Namespace',
  'Name',
];

const byFoldedName: ReadonlyMap<string, string> = new Map(levelTypes.map((type) => [type.toLowerCase(), type]));

/** Looks a type of levels up without regard to case; undefined for one that no rule gives. */
export function levelTypeOf(name: string): string | undefined {
  return byFoldedName.get(name.toLowerCase());
}

/** The levels in a text, from the outermost on, without those that it leaves out; none where it has another form. */
export function levelsIn(rule: LevelRule, text: string): readonly Level[] {
  switch (rule) {
    case 'resourceId': {
      const id = parseResourceId(text);
      return id === undefined ? [] : named(resourceLevels.map((level) => [level, id[level]]));
    }
    case 'arn': {
      const arn = parseArn(text);
      return arn === undefined
        ? []
        : named([
            ['Account', arn.account],
            ['Region', arn.region],
            ['Service', arn.service],
            ['Resource', arn.resource],
          ]);
    }
    case 'resourceName': {
      const name = parseResourceName(text);
      return name === undefined
        ? []
        : named([
            ['Organization', name.organization],
            ['Folder', name.folder],
            ['Project', name.project],
            ['Location', name.location],
            ['Service', name.service],
            ['Resource', name.resource],
          ]);
    }
  }
}

function named(levels: readonly (readonly [type: string, name: string | null])[]): readonly Level[] {
  return levels.flatMap(([type, name]) => (name === null ? [] : [{ type, name }]));
}

import type { TargetLevel } from '../../protocol/answers/record.ts';

/** The two trees of targets, from wide to narrow: where the service ran, and what it acted on. */
export const cloudLevels = ['Environment', 'ServiceRegion', 'ServiceRole', 'ServiceRoleInstance'] as const satisfies readonly TargetLevel[];
export const resourceLevels = ['subscription', 'resourceGroup', 'instance'] as const satisfies readonly TargetLevel[];

import { azureActivitySample } from './azureActivityEvent.ts';
import { logAnalyticsSample } from './azureLogAnalytics.ts';
import { azureResourceSample } from './azureResourceLog.ts';
import { cloudTrailSample } from './cloudTrail.ts';
import { entraAuditSample } from './entraAudit.ts';
import { entraSignInSample } from './entraSignIn.ts';
import type { FormatSample } from './formatSample.ts';
import { gcpSample } from './gcpAudit.ts';
import { genericSample } from './genericLog.ts';
import { kubernetesSample } from './kubernetesAudit.ts';
import { m365Sample } from './m365Audit.ts';

/** The generators of every format but Attestation's own. */
export const formatSamples: readonly FormatSample[] = [
  cloudTrailSample,
  kubernetesSample,
  m365Sample,
  azureActivitySample,
  azureResourceSample,
  logAnalyticsSample,
  entraAuditSample,
  entraSignInSample,
  gcpSample,
  genericSample,
];

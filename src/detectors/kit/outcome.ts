import type { DetectorMeta } from '../Detector.ts';
import type { Evidence, EvidenceSource, Facts } from '../Evidence.ts';

/** What a firing may say beyond its meta: another family, a milder severity, a variant of the sentence. */
export interface Firing {
  readonly family?: string;
  readonly severity?: Evidence['severity'];
  /** Suffix of the message id: `reason.<id>.<variant>`. */
  readonly variant?: string;
  readonly sources?: readonly EvidenceSource[];
}

/** The detector found what it looks for. `facts` are the arguments of its sentence. */
export function fired(meta: DetectorMeta, facts: Facts = {}, firing: Firing = {}): Evidence {
  return {
    detector: meta.id,
    family: firing.family ?? meta.family,
    outcome: 'fired',
    severity: firing.severity ?? meta.severity,
    message: firing.variant === undefined ? `reason.${meta.id}` : `reason.${meta.id}.${firing.variant}`,
    facts,
    sources: firing.sources ?? [],
  };
}

/** It looked and found nothing. */
export function clear(meta: DetectorMeta): Evidence {
  return quiet(meta, 'clear');
}

/** It could not tell: a fact it needs is missing. */
export function inconclusive(meta: DetectorMeta): Evidence {
  return quiet(meta, 'inconclusive');
}

function quiet(meta: DetectorMeta, outcome: 'clear' | 'inconclusive'): Evidence {
  return {
    detector: meta.id,
    family: meta.family,
    outcome,
    severity: meta.severity,
    message: `reason.${meta.id}`,
    facts: {},
    sources: [],
  };
}

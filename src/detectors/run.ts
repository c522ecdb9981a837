import type { Detector, Scene } from './Detector.ts';
import type { Evidence } from './Evidence.ts';
import { DETECTORS } from './index.ts';
import { inconclusive } from './kit/outcome.ts';

/**
 * Asks every detector that applies, in order of weight. One that throws answers `inconclusive` under its own id: a bug in
 * one check never silences it, and never takes the others down.
 */
export function runDetectors(scene: Scene, detectors: readonly Detector[] = DETECTORS): Evidence[] {
  return detectors.flatMap((detector) => {
    try {
      return detector.applies(scene) ? [detector.detect(scene)] : [];
    } catch {
      return [inconclusive(detector.meta)];
    }
  });
}

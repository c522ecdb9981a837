import type { Scene } from '../../detectors/Detector.ts';
import { runDetectors } from '../../detectors/run.ts';
import { judge } from '../../judge/judge.ts';
import type { Coverage, Step } from '../../judge/Verdict.ts';
import { explain } from '../explain.ts';
import type { Findings } from '../Speech.ts';

/** A scene through detectors and judge, as `check()` would hand it to the words. For tests. */
export function findingsOf(scene: Scene, language = 'en'): Findings {
  const evidence = runDetectors(scene);
  const { request, action, consequences, registry, chain } = scene;
  const verdict = judge({ request, action, consequences, evidence, coverage: coverageOf(scene) });
  return { request, action, consequences, evidence, verdict, registry, chain, language };
}

/** The words of a scene as text, the way a person would be read them. */
export function readAloud(scene: Scene): string {
  const findings = findingsOf(scene);
  const words = explain(findings);
  const lines = [
    `${findings.verdict.level.toUpperCase()} [${words.shape}] ${words.headline}`,
    ...words.leaves.map((line) => `leaves: ${line.text} (${line.how})`),
    ...words.arrives.map((line) => `arrives: ${line.text} (${line.how})`),
    ...words.grants.flatMap((line) => [
      `power: ${line.text} (${line.how})`,
      `  ${[line.who, line.what, line.limit, line.until, line.takeBack].join(' | ')}`,
    ]),
    ...words.control.map((line) => `control: ${line.text} (${line.how})`),
    ...words.identity.map((line) => `identity: ${line.text} (${line.how})`),
    ...words.reasons.map((line) => `why (${line.severity}, ${line.detector}, ${line.family}): ${line.text}`),
    ...words.unknowns.map((line) => `not known: ${line}`),
    `advice: ${words.advice}`,
    `button: ${words.continueLabel}`,
    ...(words.challenge === null
      ? []
      : [`asks: ${words.challenge.question} ${words.challenge.options.join(' / ')} -> ${words.challenge.answer}`]),
    ...(words.quote === null ? [] : [`quote: ${words.quote}`]),
    ...(words.description === null ? [] : [`description: ${words.description}`]),
    `words: ${words.glossary.map(({ term }) => term).join(', ')}`,
  ];
  return lines.join('\n');
}

function coverageOf(scene: Scene): Coverage {
  const ran: Step[] = ['decode', 'lists', 'registry', 'detectors'];
  if (scene.chain === null)
    return {
      ran,
      failed: [],
      skipped: [
        { step: 'chain', why: 'no-rpc-chosen' },
        { step: 'simulation', why: 'no-rpc-chosen' },
      ],
    };
  if (scene.chain.run === null)
    return { ran: [...ran, 'chain'], failed: [], skipped: [{ step: 'simulation', why: 'nothing-to-run' }] };
  return { ran: [...ran, 'chain', 'simulation'], failed: [], skipped: [] };
}

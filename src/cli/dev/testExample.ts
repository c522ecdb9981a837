/** One case out of a detector's own test: its title and its lines. */
export interface Example {
  readonly title: string;
  readonly code: string;
}

/**
 * The first case whose title says that the detector fires, or that it stays quiet; `null` when no title does. Read from
 * the text as the formatter writes it: a case begins with `  it('` and ends with `  });`.
 */
export function exampleOf(test: string, kind: 'fires' | 'quiet'): Example | null {
  const cases = [...test.matchAll(/^ {2}it\((['"])(.*?)\1,.*?\{\n([\s\S]*?)^ {2}\}\);$/gmu)].map(
    ([, , title = '', code = '']) => ({ title, code: code.replace(/^ {4}/gmu, '').trimEnd() }),
  );
  const [best, next] = WORDS[kind];
  return cases.find(({ title }) => best.test(title)) ?? cases.find(({ code }) => next.test(code)) ?? null;
}

/** By the title; else by the answer the case expects. */
const WORDS = {
  fires: [/\bfires?\b/iu, /'fired: /u],
  quiet: [/\bquiet\b/iu, /'(?:clear|quiet)'/u],
} as const;

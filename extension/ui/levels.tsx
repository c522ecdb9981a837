import type { Level } from '../../src/judge/Verdict.ts';
import { Glyph } from './glyphs.tsx';
import { t, type WordId } from './words.ts';

const LEVEL_WORDS: Readonly<Record<Level, WordId>> = {
  danger: 'level.danger',
  caution: 'level.caution',
  unknown: 'level.unknown',
  routine: 'level.routine',
};

export function levelWord(level: Level): string {
  return t(LEVEL_WORDS[level]);
}

/** The large mark of the review: the silhouette tells the level, the drawing in it the attack family. */
export function LevelBadge({ level, shape }: { readonly level: Level; readonly shape: string }) {
  return (
    <svg className="level-badge" viewBox="0 0 48 48" data-level={level} aria-hidden="true" focusable="false">
      <Silhouette level={level} />
      <g transform={GLYPH_PLACES[level]}>
        <Glyph shape={shape} />
      </g>
    </svg>
  );
}

/** The small mark in lists, with its word for screen readers. */
export function LevelMark({ level }: { readonly level: Level }) {
  return (
    <span className="level-mark" data-level={level}>
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <Silhouette level={level} />
        <path className="level-sign" d={SIGNS[level]} />
      </svg>
      <span className="visually-hidden">{levelWord(level)}</span>
    </span>
  );
}

function Silhouette({ level }: { readonly level: Level }) {
  switch (level) {
    case 'danger':
      return <path className="level-body" d="M15 2h18l13 13v18L33 46H15L2 33V15z" />;
    case 'caution':
      return (
        <path
          className="level-body"
          d="M24 3c1.6 0 3 .8 3.8 2.2l18 33c1.6 3-.5 6.8-3.9 6.8H6.1C2.7 45 .6 41.2 2.2 38.2l18-33C21 3.8 22.4 3 24 3z"
        />
      );
    case 'unknown':
      return <circle className="level-body" cx="24" cy="24" r="21" />;
    case 'routine':
      return <rect className="level-body" x="4" y="4" width="40" height="40" rx="10" />;
  }
}

/** `!`, `!`, `?` and a level line: the sign says it without the colour. */
const SIGNS: Readonly<Record<Level, string>> = {
  danger: 'M24 12v15M24 35v1',
  caution: 'M24 17v12M24 36v1',
  unknown: 'M17.5 18.5c0-4 3-6.5 6.5-6.5s6.5 2.5 6.5 6c0 5-6.5 5-6.5 10M24 35v1',
  routine: 'M15 24h18',
};

/** The triangle leaves less room, and lower down. */
const GLYPH_PLACES: Readonly<Record<Level, string>> = {
  danger: 'translate(10.8 10.8) scale(1.1)',
  caution: 'translate(13.6 19.5) scale(0.87)',
  unknown: 'translate(10.8 10.8) scale(1.1)',
  routine: 'translate(10.8 10.8) scale(1.1)',
};

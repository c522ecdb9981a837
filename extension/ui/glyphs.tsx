/** Line drawings on a 24 x 24 grid, made for this project. Colour and weight come from the style sheet. */

const DRAWINGS: ReadonlyMap<string, string> = new Map([
  // A purse with its flap open and something taken out.
  ['approval', 'M3 9h15a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3zM3 9l10-5 2 5M21 13h-5a2 2 0 0 0 0 4h5'],
  // A paper with a signature and a pen.
  ['permit', 'M12 21H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h9l3 3v3M8 8h5M8 12h3M12 18l1-4 6-6 3 3-6 6z'],
  // A price tag.
  ['order', 'M3 4v8l9 9 9-9-9-8zM8 8.5v.1'],
  // A coin that leaves.
  ['payment', 'M14 12a6 6 0 1 1-12 0 6 6 0 0 1 12 0zM8 9.5v5M14 12h8M19 9l3 3-3 3'],
  // A person at a door.
  ['login', 'M11 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1h-8M3 12h11M10 8l4 4-4 4'],
  // An eye, struck out.
  [
    'blind',
    'M2 12s3.5-6.5 10-6.5S22 12 22 12s-3.5 6.5-10 6.5S2 12 2 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M4 20 20 4',
  ],
  // A key.
  ['control', 'M12 12a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM12 12h9.5M17 12v3.5M20.5 12v2.5'],
  // A browser window with a mark.
  ['site', 'M3 5a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM3 8.5h18M12 11.5v3M12 17v.1'],
  // Still water.
  ['calm', 'M3 10c3-2.5 6-2.5 9 0s6 2.5 9 0M3 15c3-2.5 6-2.5 9 0s6 2.5 9 0'],
  ['leaves', 'M5 19 19 5M9 5h10v10'],
  ['arrives', 'M19 5 5 19M15 19H5V9'],
  ['power', 'M12 12a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM12 12h9.5M17 12v3.5M20.5 12v2.5'],
  ['copy', 'M9 9h11v11H9zM5 15H4V4h11v1'],
  ['frame', 'M3 4h18v16H3zM7 9h10v7H7z'],
]);

/** One drawing. An unknown name draws the struck-out eye: what nobody recognises must not look calm. */
export function Glyph({ shape }: { readonly shape: string }) {
  return <path className="glyph" d={DRAWINGS.get(shape) ?? DRAWINGS.get('blind')} />;
}

export function Icon({ name }: { readonly name: string }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <Glyph shape={name} />
    </svg>
  );
}

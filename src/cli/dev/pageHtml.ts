import { MADE, type Page, partsOf } from './pageMarkdown.ts';
import type { Example } from './testExample.ts';

/** All pages in one file without scripts: `detectors.html#<id>`. */
export function asHtml(pages: readonly Page[]): string {
  const list = pages.map(({ meta }) => `<li><a href="#${meta.id}">${escaped(meta.title)}</a></li>`);
  return `<!doctype html>
<!-- ${MADE} -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What Countersign looks for</title>
</head>
<body>
<main>
<h1>What Countersign looks for</h1>
<ol>
${list.join('\n')}
</ol>
${pages.map(section).join('\n')}
</main>
</body>
</html>
`;
}

function section(page: Page): string {
  const { meta, says, fires, quiet } = page;
  return `<section id="${meta.id}">
<h2>${escaped(meta.title)}</h2>
<p><code>${meta.id}</code>, attack family ${meta.family}, at most ${meta.severity}</p>
${partsOf(page)
  .map(([heading, text]) => `<h3>${escaped(heading)}</h3>\n<p>${escaped(text)}</p>`)
  .join('\n')}
<h3>What a person reads</h3>
<ul>
${says.map((text) => `<li>${escaped(text)}</li>`).join('\n')}
</ul>
${example('An example that fires', fires)}${example('An example that stays quiet', quiet)}<h3>Where to read more</h3>
<ul>
${meta.references.map((link) => `<li>${escaped(link)}</li>`).join('\n')}
</ul>
</section>`;
}

function example(heading: string, shown: Example | null): string {
  if (shown === null) return '';
  return `<h3>${heading}</h3>\n<p>From its tests: ${escaped(shown.title)}.</p>\n<pre><code>${escaped(shown.code)}</code></pre>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

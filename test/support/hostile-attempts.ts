/** Where an attempt is put. */
export type Entry = 'question' | 'document' | 'id' | 'query'

export interface Attempt {
  entry: Entry
  text: string
}

/** What each attempt at scripting would do if it did anything. */
const RUN = "document.title='pwned'"
const BREAKOUTS = [
  '',
  '">',
  "'>",
  '</title>',
  '</textarea>',
  '</template>',
  '-->',
  ']]>',
  '"',
  "'",
  '</script>',
  '\u0000',
]
const PAYLOADS = [
  `<script>${RUN}</script>`,
  `<ScRiPt>${RUN}</sCrIpT>`,
  `<img src=x onerror=${RUN}>`,
  `<svg/onload=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<a href="javascript:${RUN}">x</a>`,
  ` onfocus=${RUN} autofocus x="`,
  `<style>*{display:none}</style>`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<form action="https://evil.example/"><button autofocus>x</button></form>`,
]
const LADDERS = [
  '../',
  '..%2f',
  '%2e%2e/',
  '..\\',
  '%252e%252e%252f',
  '....//',
  '/',
  '%00/../',
  '..;/',
  '\u2024\u2024/',
]
const GOALS = ['etc/passwd', 'package.json', '.env', 'src/main.ts', 'current', 'accord.db', 'manifest.json']
const ADDRESSES = [
  'https://evil.example/',
  '//evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  '\\\\evil.example',
]
const ENTRIES: readonly Entry[] = ['question', 'document', 'id', 'query']

/** Attempts at running a script, at reading a file and at leading people elsewhere, each through every entry in turn. */
export function hostileAttempts(): Attempt[] {
  const scripts = BREAKOUTS.flatMap((breakout) => PAYLOADS.map((payload) => breakout + payload))
  const paths = LADDERS.flatMap((step) => GOALS.flatMap((goal) => [step.repeat(3) + goal, step.repeat(9) + goal]))
  const texts = [...scripts, ...paths, ...ADDRESSES]
  return texts.flatMap((text, at) => [
    { entry: ENTRIES[at % 4]!, text },
    { entry: ENTRIES[(at + 1) % 4]!, text },
  ])
}

import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** What a page has around its text, or doesn't show. */
const LEFT_OUT = new Set(
  'head script style noscript template nav header footer aside form button select textarea svg canvas iframe object'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'address article blockquote body dd details div dl dt fieldset figcaption figure hr li main ol p pre section summary table td th ul'.split(
    ' ',
  ),
)
const HEADING = /^h([1-6])$/

/** The text that a page shows, as Markdown: headings with #, a line a paragraph, lists numbered, a table's row in one line. */
export function htmlToText(html: string): string {
  const root = parse(html)
  const mains = find(root, 'main')
  const articles = find(root, 'article')
  const [content] = mains.length === 1 ? mains : articles.length === 1 ? articles : find(root, 'body')
  return linesOf(write(content ?? root))
}

/** Spaces as a browser shows them; a no-break space is of the text. */
function linesOf(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim())
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function write(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value.replace(/[\r\n]+/g, ' ')
  if (!('childNodes' in node)) return ''
  const name = node.nodeName
  if (LEFT_OUT.has(name) || isHidden(node)) return ''
  if (name === 'br') return '\n'
  if (name === 'tr') return `${cellsOf(node).join(' | ')}\n`
  if (name === 'ol') return `\n${listOf(node)}\n`
  const inner = node.childNodes.map(write).join('')
  const level = HEADING.exec(name)?.[1]
  if (level !== undefined) {
    const heading = oneLine(inner)
    return heading === '' ? '' : `\n\n${'#'.repeat(Number(level))} ${heading}\n\n`
  }
  if (name === 'li') return `\n- ${inner.trim()}\n`
  return BLOCKS.has(name) ? `\n\n${inner}\n\n` : inner
}

const cellsOf = (row: Node) =>
  childrenOf(row)
    .filter(({ nodeName }) => nodeName === 'td' || nodeName === 'th')
    .map((cell) => oneLine(childrenOf(cell).map(write).join('')))

function listOf(list: Node): string {
  const start = Number(attributeOf(list, 'start') ?? 1) || 1
  return childrenOf(list)
    .filter(({ nodeName }) => nodeName === 'li')
    .map((item, at) => `${start + at}. ${childrenOf(item).map(write).join('').trim()}`)
    .join('\n')
}

const oneLine = (text: string) => text.replace(/[ \t\r\n]+/g, ' ').trim()

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])

const attributeOf = (node: Node, name: string) =>
  'attrs' in node ? node.attrs.find((a) => a.name === name)?.value : undefined

const isHidden = (node: Node) =>
  attributeOf(node, 'hidden') !== undefined || attributeOf(node, 'aria-hidden') === 'true'

function find(node: Node, name: string): Element[] {
  const found = childrenOf(node).flatMap((child) => find(child, name))
  return node.nodeName === name ? [node as Element] : found
}

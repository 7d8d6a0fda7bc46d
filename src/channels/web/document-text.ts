import { html } from 'hono/html'
import type { Span } from '../../vocabulary.ts'
import type { Html } from './format.ts'

export interface Marking {
  span: Span
  /** The id of the first marked words. */
  id: string
}

/** Line by line, so that a heading looks like one while every shown character keeps its offset. */
export function formatText(text: string, marking?: Marking, lines: readonly Span[] = linesOf(text)): Html[] {
  let isMarked = false
  return lines.map(({ start, end }) => {
    const { element, before, after } = dressing(text.slice(start, end))
    const span = { start: start + before, end: end - after }
    const content = formatMarked(text, span, marking && (isMarked ? { span: marking.span } : marking))
    isMarked ||= marking !== undefined && overlaps(span, marking.span)
    return wrap(element, content)
  })
}

/** A piece of a text with the words marked that lie in `marking`, which may begin before it and end after. */
export function formatMarked(text: string, { start, end }: Span, marking?: { span: Span; id?: string }): Html {
  if (marking === undefined || !overlaps({ start, end }, marking.span)) return html`${text.slice(start, end)}`
  const from = Math.max(start, marking.span.start)
  const to = Math.min(end, marking.span.end)
  const words = text.slice(from, to)
  const mark =
    marking.id === undefined
      ? html`<mark>${words}</mark>`
      : html`<mark id="${marking.id}" tabindex="-1">${words}</mark>`
  return html`${text.slice(start, from)}${mark}${text.slice(to, end)}`
}

export function overlaps(one: Span, other: Span): boolean {
  return Math.max(one.start, other.start) < Math.min(one.end, other.end)
}

/** The lines that `span` touches and one on either side: enough to see what a quote stands in. */
export function linesAround(text: string, span: Span): Span[] {
  const lines = linesOf(text)
  const first = lines.findIndex((line) => overlaps(line, span))
  const last = lines.findLastIndex((line) => overlaps(line, span))
  return lines.slice(Math.max(0, first - 1), last + 2)
}

/** Without those that have nothing in them. */
export function linesOf(text: string): Span[] {
  return Array.from(text.matchAll(/[^\r\n]+/gu), ({ 0: line, index }) => ({ start: index, end: index + line.length }))
}

type LineElement = 'h2' | 'h3' | 'blockquote' | 'p'

/** What a line is, and how many units of Markdown's own signs stand before and after its words. */
function dressing(line: string): { element: LineElement; before: number; after: number } {
  const heading = /^(#{1,6})\s+/u.exec(line)
  if (heading) {
    const anchor = /\s*\{#[^{}]*\}\s*$/u.exec(line)
    return { element: heading[1] === '###' ? 'h3' : 'h2', before: heading[0].length, after: anchor?.[0].length ?? 0 }
  }
  const quotation = /^>\s*/u.exec(line)
  return quotation
    ? { element: 'blockquote', before: quotation[0].length, after: 0 }
    : { element: 'p', before: 0, after: 0 }
}

function wrap(element: LineElement, content: Html): Html {
  switch (element) {
    case 'h2':
      return html`<h2>${content}</h2>`
    case 'h3':
      return html`<h3>${content}</h3>`
    case 'blockquote':
      return html`<blockquote>${content}</blockquote>`
    case 'p':
      return html`<p>${content}</p>`
  }
}

import { createRequire } from 'node:module'

/** A node of WordprocessingML, as far as it's needed. */
export interface Xml {
  nodeType: number
  localName: string | null
  namespaceURI: string | null
  childNodes: ArrayLike<Xml>
  firstChild: Xml | null
  nextSibling: Xml | null
  ownerDocument: { createElementNS(namespace: string, name: string): Xml; createTextNode(text: string): Xml }
  getAttributeNS(namespace: string, name: string): string | null
  setAttributeNS(namespace: string, name: string, value: string): void
  getElementsByTagNameNS(namespace: string, name: string): ArrayLike<Xml>
  appendChild(child: Xml): Xml
  insertBefore(child: Xml, before: Xml | null): Xml
  removeChild(child: Xml): Xml
}

interface Xmldom {
  DOMParser: new (options: object) => { parseFromString(source: string, type: string): { documentElement: Xml } }
  XMLSerializer: new () => { serializeToString(root: Xml): string }
}

// Imported, its types would bring those of a browser, which have other streams than Node's.
const { DOMParser, XMLSerializer }: Xmldom = createRequire(import.meta.url)('@xmldom/xmldom')

const XML = 'http://www.w3.org/XML/1998/namespace'
const ELEMENT = 1

/** The root. Throws for what is no XML. */
export function parseXml(source: string): Xml {
  const fail = (message: string): never => {
    throw new Error(message)
  }
  const errorHandler = { warning: () => {}, error: fail, fatalError: fail }
  return new DOMParser({ errorHandler }).parseFromString(source, 'text/xml').documentElement
}

export const writeXml = (root: Xml): string => new XMLSerializer().serializeToString(root)

export function childrenOf(parent: Xml, name: string): Xml[] {
  return Array.from(parent.childNodes).filter((node) => node.nodeType === ELEMENT && node.localName === name)
}

export const childOf = (parent: Xml | undefined, name: string): Xml | undefined =>
  parent === undefined ? undefined : childrenOf(parent, name)[0]

/** Of the element's own namespace, of which there are two: transitional and strict. */
export const attributeOf = (element: Xml | undefined, name: string): string | undefined =>
  element?.getAttributeNS(element.namespaceURI ?? '', name) || undefined

/** All below it, in the order of the text. */
export const paragraphsOf = (root: Xml): Xml[] => Array.from(root.getElementsByTagNameNS(root.namespaceURI ?? '', 'p'))

/** Puts words at the beginning of a paragraph, which from then on isn't of a list. */
export function beginWith(paragraph: Xml, text: string): void {
  const namespace = paragraph.namespaceURI ?? ''
  const create = (name: string, attributes: Readonly<Record<string, string>> = {}) => {
    const element = paragraph.ownerDocument.createElementNS(namespace, `w:${name}`)
    for (const [key, value] of Object.entries(attributes)) element.setAttributeNS(namespace, `w:${key}`, value)
    return element
  }
  const known = childOf(paragraph, 'pPr')
  const properties = known ?? paragraph.insertBefore(create('pPr'), paragraph.firstChild)
  const list = childOf(properties, 'numPr')
  if (list !== undefined) properties.removeChild(list)
  const none = create('numPr')
  none.appendChild(create('ilvl', { val: '0' }))
  none.appendChild(create('numId', { val: '0' }))
  properties.appendChild(none)
  if (text === '') return
  const [run, words] = [create('r'), create('t')]
  words.setAttributeNS(XML, 'xml:space', 'preserve')
  words.appendChild(paragraph.ownerDocument.createTextNode(text))
  run.appendChild(words)
  paragraph.insertBefore(run, properties.nextSibling)
}

export interface PageEvent {
  event: string
  data: string
}

interface EventStream {
  readEvents(response: Pick<Response, 'body' | 'text'>): AsyncGenerator<PageEvent, void>
  createEventParser(): (text: string) => Generator<PageEvent, void>
}

const asset = new URL('../../../src/channels/web/assets/event-stream.js', import.meta.url)

/** What the page reads streams with. It's a browser's JavaScript, so its types are told here. */
export const { readEvents, createEventParser }: EventStream = await import(asset.href)

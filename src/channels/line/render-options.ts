/** What a rendering depends on beside the answer. */
export interface RenderOptions {
  chat: 'person' | 'group'
  /** Where Accord's own pages are, if anywhere. */
  publicUrl?: string
  /** Of the message that asks, so that a group sees what is answered. */
  quoteToken?: string
}

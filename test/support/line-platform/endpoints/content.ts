import { accepted, notFound, refused } from '../wire.ts'
import type { ApiRequest, Handler } from './handler.ts'

/** What a person sent that is not text. */
export interface Content {
  kind: 'image' | 'video' | 'audio' | 'file'
  type: string
  bytes: Buffer
  status: 'processing' | 'ready' | 'unsent'
}

/** https://developers.line.biz/en/reference/messaging-api/#getting-content */
export function createContentEndpoints(contents: ReadonlyMap<string, Content>) {
  const about =
    (respond: (content: Content) => ReturnType<typeof accepted>): Handler =>
    ({ params }: ApiRequest) => {
      const content = contents.get(params.messageId ?? '')
      if (!content) return notFound('not found')
      return content.status === 'unsent' ? refused(410, 'The content is gone') : respond(content)
    }

  return {
    content: about(({ status, bytes, type }) => {
      if (status === 'processing') return accepted({}, 202)
      return { status: 200, headers: { 'content-type': type }, body: bytes }
    }),
    contentPreview: about(({ kind, bytes }) => {
      if (kind !== 'image' && kind !== 'video') return refused(400, 'The content can not be previewed')
      return { status: 200, headers: { 'content-type': 'image/jpeg' }, body: bytes.subarray(0, 64) }
    }),
    transcoding: about(({ kind, status }) => {
      if (kind !== 'video' && kind !== 'audio')
        return refused(400, "Transcoding status doesn't support this type of content")
      return accepted({ status: status === 'ready' ? 'succeeded' : 'processing' })
    }),
  } satisfies Record<string, Handler>
}

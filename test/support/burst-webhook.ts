import { request } from 'node:http'
import { buildBody, signed } from './line-load.ts'

/** A process of its own, so that nothing else waits in it: posts so many deliveries at once, prints the ms of each. */
const [url = '', channelSecret = '', text = '', people = '0'] = process.argv.slice(2)

const bodies = Array.from({ length: Number(people) }, () => buildBody(text))
const post = (body: string) =>
  new Promise<number>((resolve, reject) => {
    const began = performance.now()
    const headers = { 'content-type': 'application/json', 'x-line-signature': signed(body, channelSecret) }
    const posting = request(url, { method: 'POST', agent: false, headers }, (response) => {
      response.resume()
      if (response.statusCode === 200) resolve(performance.now() - began)
      else reject(new Error(`answered ${response.statusCode}`))
    })
    posting.on('error', reject)
    posting.end(body)
  })
process.stdout.write(JSON.stringify(await Promise.all(bodies.map(post))))

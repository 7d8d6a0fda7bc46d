export const OPENAI_BASE_URL = 'https://api.openai.com/v1'

/** "model at address", for messages: without what the address may hold of a password or a key. */
export function nameService(model: string, baseURL = OPENAI_BASE_URL): string {
  const { origin, pathname } = new URL(baseURL)
  return `${model} at ${origin}${pathname}`
}

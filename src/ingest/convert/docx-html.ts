import mammoth from 'mammoth'

/** Pictures are left out: nobody can search or quote them. Throws for what is no Word document. */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })
  return value
}

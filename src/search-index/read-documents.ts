import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Document } from '../vocabulary.ts'
import { parseManifest } from './manifest.ts'
import { FILES, isVersionName, versionFolder } from './snapshot.ts'
import { damaged, sha256 } from './snapshot-read.ts'

/**
 * The documents of one version, without opening its indexes; undefined when it isn't kept any longer, or is no version's name.
 * Throws an AccordError for what is damaged.
 */
export async function readDocuments(
  dataDir: string,
  version: string,
): Promise<ReadonlyMap<string, Document> | undefined> {
  // The name comes from an address: nothing else may become part of a path.
  if (!isVersionName(version)) return undefined
  const fileOf = (name: string) => join(versionFolder(dataDir, version), name)
  const manifestBytes = await readIfThere(fileOf(FILES.manifest))
  const bytes = await readIfThere(fileOf(FILES.documents))
  if (manifestBytes === undefined || bytes === undefined) return undefined
  const { files } = parseManifest(manifestBytes, fileOf(FILES.manifest))
  if (files[FILES.documents] !== sha256(bytes)) throw damaged(fileOf(FILES.documents))
  const documents = JSON.parse(new TextDecoder().decode(bytes)) as Document[]
  return new Map(documents.map((document) => [document.id, document]))
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

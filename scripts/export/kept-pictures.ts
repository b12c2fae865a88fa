import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-chromium'
import { writeFileAtomic } from '../../setup/vite/write-file-atomic.ts'
import { digest, digestSlides } from './slide-digests.ts'

/** Where it is remembered what the pictures of slides were drawn from, in the deck's folder. */
const RECORD = path.join('.huibao', 'exports', 'pictures.json')

/** Pictures of slides that were drawn before, in the folder that they were written to. */
export interface KeptPictures {
  /** The picture of a slide, where the slide is the one that it was drawn from and nobody changed it. */
  find: (file: string, id: string) => Uint8Array | undefined
  /** Notes what a picture was drawn from. */
  note: (file: string, id: string, picture: Uint8Array) => void
  save: () => Promise<void>
}

interface Source {
  /** Digest of all that the slide was drawn from. */
  slide: string
  /** Digest of the picture. */
  picture: string
}

/**
 * Looks for pictures that need not be drawn again.
 * @param root the deck's folder
 * @param out where the pictures were written to, and will be
 * @param site folder of the built site
 */
export async function openKeptPictures(
  page: Page,
  { root, out, site }: { root: string; out: string; site: string },
): Promise<KeptPictures> {
  const digests = await digestSlides(page, site)
  const record = path.join(root, RECORD)
  const known = readRecord(record)
  const noted: Record<string, Source> = {}
  return {
    find(file, id) {
      const place = path.join(out, file)
      const source = known[place]
      if (!source || source.slide !== digests.get(id)) return undefined
      const picture = readPicture(place)
      return picture && digest(picture) === source.picture ? picture : undefined
    },
    note(file, id, picture) {
      const slide = digests.get(id)
      if (slide !== undefined) noted[path.join(out, file)] = { slide, picture: digest(picture) }
    },
    // Without a record pictures are only drawn anew the next time.
    save: () => writeFileAtomic(record, JSON.stringify(noted)).catch(() => {}),
  }
}

function readRecord(file: string): Partial<Record<string, Source>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<string, Source>>
  } catch {
    return {}
  }
}

function readPicture(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

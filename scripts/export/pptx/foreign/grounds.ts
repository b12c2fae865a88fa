import sharp from 'sharp'
import type { ForeignTemplate } from './read.ts'

/** A template whose layouts that lie on a picture have the mean of its colours as their ground. */
export async function withPictureGrounds(template: ForeignTemplate): Promise<ForeignTemplate> {
  const layouts = template.layouts.map(async layout => {
    const picture = layout.picture === undefined ? undefined : template.parts.get(layout.picture)
    const ground = picture && (await meanOf(picture))
    return ground === undefined ? layout : { ...layout, ground }
  })
  return { ...template, layouts: await Promise.all(layouts) }
}

/** The mean of a picture's colours, six digits; undefined for one of a kind that only office programs draw. */
async function meanOf(picture: Uint8Array): Promise<string | undefined> {
  try {
    const { channels } = await sharp(picture).flatten({ background: 'white' }).toColourspace('srgb').stats()
    const [red, green = red, blue = red] = channels.map(({ mean }) => Math.round(mean))
    return [red!, green!, blue!].map(part => part.toString(16).padStart(2, '0')).join('')
  } catch {
    return undefined
  }
}

import type { Page } from 'playwright-chromium'
import type { SlideSnapshot } from './inspect.ts'
import { shootSlide } from './shoot.ts'

/** Pixels of a card: what chats and feeds show of a link or a file. */
export const CARD_WIDTH = 900
const CARD_HEIGHT = 500

/** The cover, which is a little higher, as a card. @returns a PNG of 900 × 500 pixels */
export async function shootCard(page: Page, cover: Pick<SlideSnapshot, 'id'>): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const drawn = await shootSlide(page, cover)
  return sharp(drawn).resize(CARD_WIDTH, CARD_HEIGHT, { fit: 'cover' }).png().toBuffer()
}

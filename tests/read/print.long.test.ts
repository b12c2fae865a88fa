import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect } from 'vitest'
import { test, type Open } from '../support/test.ts'
import { openAll } from './support/page.ts'

/** The words of a page to read, printed as its reader prints it, and how many pictures stand for drawings. */
async function printed(
  open: Open,
  query: string,
  colorScheme: 'light' | 'dark',
): Promise<{ text: string; pictures: number }> {
  const page = await openAll(open, query, { colorScheme })
  const bytes = await page.pdf({ printBackground: true, preferCSSPageSize: true })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return { text: text.replace(/\s+/g, ''), pictures: await countPictures(bytes) }
}

async function countPictures(bytes: Uint8Array): Promise<number> {
  const { context } = await PDFDocument.load(bytes)
  return context
    .enumerateIndirectObjects()
    .filter(
      ([, object]) => object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'),
    ).length
}

test.for([
  ['skin=夜', 'light'],
  ['skin=红', 'dark'],
] as const)(
  'a page read with %s, in a browser that likes it %s, is printed as the plain one',
  async ([query, scheme], { open }) => {
    const plain = await printed(open, 'skin=红', 'light')
    const other = await printed(open, query, scheme)
    expect(plain.text.length).toBeGreaterThan(1000)
    expect(other).toEqual(plain)
  },
)

test('a page is in the plain skin while it is printed, and in its own again afterwards', async ({ open }) => {
  const page = await openAll(open, 'skin=夜')
  const skin = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset.skin)
  const printed = page.evaluate(
    () =>
      new Promise(resolve =>
        window.addEventListener('beforeprint', () => resolve(document.documentElement.dataset.skin)),
      ),
  )
  await page.pdf()
  expect([await printed, await skin()]).toEqual(['red', 'night'])
})

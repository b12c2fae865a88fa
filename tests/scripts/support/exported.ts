import type { Browser } from 'playwright-chromium'
import type { Lifecycle } from '../../../scripts/lib/lifecycle.ts'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { parseExportArgs } from '../../../scripts/export/args.ts'
import { exportDeck, type ExportReport } from '../../../scripts/export/export.ts'
import { testContext } from './context.ts'

/** A PDF, read. */
export interface ReadPdf {
  document: PDFDocument
  /** Of the file, in bytes. */
  size: number
  /** The text of each page as it comes, and without white space. */
  text: string[]
  pages: string[]
}

/** Exports a deck into a folder that is gone afterwards. */
export async function exported(
  { root, browser, life }: { root: string; browser: Browser; life: Lifecycle },
  ...args: string[]
): Promise<{
  report: ExportReport
  /** The paths of the files, with `/`, in the order of their names. */
  names: string[]
  /** The PDFs by their names. */
  pdfs: Record<string, ReadPdf>
}> {
  const out = await mkdtemp(join(tmpdir(), 'huibao-export-'))
  try {
    const report = await exportDeck(parseExportArgs([...args, '--out', out]), testContext(root, life), {
      browser: async () => browser,
    })
    const names = (await readdir(out, { recursive: true })).map(name => name.replaceAll('\\', '/')).sort()
    const read = async (name: string): Promise<ReadPdf> => {
      const bytes = await readFile(join(out, name))
      const document = await PDFDocument.load(bytes, { updateMetadata: false })
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
      return { document, size: bytes.length, text, pages: text.map(page => page.replace(/\s+/g, '')) }
    }
    const pdfs = await Promise.all(
      names.filter(name => name.endsWith('.pdf')).map(async name => [name, await read(name)] as const),
    )
    return { report, names, pdfs: Object.fromEntries(pdfs) }
  } finally {
    await rm(out, { recursive: true, force: true, maxRetries: 5 })
  }
}

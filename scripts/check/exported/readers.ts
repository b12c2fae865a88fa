import path from 'node:path'
import type { ExportedFile } from './facts.ts'
import type { ReadingTools } from './tools.ts'

type Reader = (file: string, content: Uint8Array, tools: ReadingTools) => ExportedFile | Promise<ExportedFile>

/** How files are read, by the ends of their names. */
export const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  '.pptx': async () => (await import('./pptx/read.ts')).readPptx,
  '.html': async () => (await import('./html/read.ts')).readHtml,
  '.pdf': async () => (await import('./pdf/read.ts')).readPdf,
}

/** Whether a file, by its name, is of a form that is read. */
export function isReadable(file: string): boolean {
  return path.extname(file).toLowerCase() in READERS
}

/** The forms that are read, for people. */
export function kinds(): string {
  return Object.keys(READERS)
    .map(end => end.slice(1).toUpperCase())
    .join('、')
}

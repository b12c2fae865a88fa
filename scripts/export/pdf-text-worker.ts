import { parentPort } from 'node:worker_threads'
import { readPdfText } from './pdf-text.ts'

parentPort?.once('message', async (bytes: Uint8Array) => parentPort?.postMessage(await readPdfText(bytes)))
// Loaded before there is a PDF.
await (await import('unpdf')).getResolvedPDFJS()

import { parentPort, workerData } from 'node:worker_threads'
import { readPdfText } from './pdf-text.ts'

parentPort?.postMessage(await readPdfText(workerData as Uint8Array))

import { parentPort, workerData } from 'node:worker_threads'
import subsetFont from 'subset-font'

/** What the worker is given: a font, the characters to keep, and the layout features to keep. */
export interface SubsetJob {
  font: Uint8Array
  characters: string
  features: readonly string[]
}

const { font, characters, features } = workerData as SubsetJob
// HarfBuzz' part is quick; packing as WOFF2 is what takes the time.
parentPort?.postMessage(
  await subsetFont(Buffer.from(font), characters, { targetFormat: 'woff2', keepFeatures: [...features] }),
)

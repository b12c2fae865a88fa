import { existsSync } from 'node:fs'

// `huibao/node`: compiled where Node strips no types, see huibao.js.
const compiled = new URL('../model/node.js', import.meta.url)
export const { loadDeck, loadSoundDeck } = await import(
  existsSync(compiled) ? compiled.href : new URL('../model/node.ts', import.meta.url).href
)

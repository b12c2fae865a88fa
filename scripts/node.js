// `huibao/node`: compiled where Node strips no types, see huibao.js.
const extension = import.meta.url.includes('/node_modules/') ? 'js' : 'ts'
export const { loadDeck, loadSoundDeck } = await import(new URL(`../model/node.${extension}`, import.meta.url).href)

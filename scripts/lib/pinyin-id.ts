import { pinyin } from 'pinyin-pro'
import { wordsOf } from '../../model/reading/words.ts'

/** Most words of an id. */
const MOST_WORDS = 6

/**
 * An id in kebab-case for a Chinese name, a word of pinyin for each of its words: 高新技术企业 is `gaoxinjishu-qiye`. The
 * same name has the same id; names without a letter have `item`.
 */
export function pinyinId(name: string): string {
  const words = wordsOf(name)
    .map(({ text }) => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(''))
    .map(word => word.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter(word => word !== '')
  const id = words.slice(0, MOST_WORDS).join('-')
  if (id === '') return 'item'
  return /^[a-z]/.test(id) ? id : `n${id}`
}

/** Keeps ids unique among those it has given: of one that is taken it makes another that ends with `-2`. */
export function freeIds(taken: Iterable<string> = []): (id: string) => string {
  const given = new Set(taken)
  return own => {
    let id = own
    for (let count = 2; given.has(id); count++) id = `${own}-${count}`
    given.add(id)
    return id
  }
}

/** Gives ids that are unique among those it has given: the second one of a name ends with `-2`. */
export function uniqueIds(taken: Iterable<string> = []): (name: string) => string {
  const free = freeIds(taken)
  return name => free(pinyinId(name))
}

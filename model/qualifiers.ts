/** What a qualified number says of the true one: that it is more, less, or near. */
export type Bound = 'least' | 'most' | 'about'

/** What a qualifier means, on which side of the number it stands, and whether it leaves the number itself out. */
export interface QualifierWord {
  bound: Bound
  place: 'front' | 'inside' | 'behind'
  open?: boolean
}

/** Words that qualify a number. */
export const QUALIFIER_WORDS = {
  突破: { bound: 'least', place: 'front', open: true },
  超过: { bound: 'least', place: 'front', open: true },
  超出: { bound: 'least', place: 'front', open: true },
  超: { bound: 'least', place: 'front', open: true },
  逾: { bound: 'least', place: 'front', open: true },
  过: { bound: 'least', place: 'front', open: true },
  破: { bound: 'least', place: 'front', open: true },
  冲破: { bound: 'least', place: 'front', open: true },
  不止: { bound: 'least', place: 'front', open: true },
  大于: { bound: 'least', place: 'front', open: true },
  不少于: { bound: 'least', place: 'front' },
  不低于: { bound: 'least', place: 'front' },
  不小于: { bound: 'least', place: 'front' },
  不下于: { bound: 'least', place: 'front' },
  不下: { bound: 'least', place: 'front' },
  至少: { bound: 'least', place: 'front' },
  最少: { bound: 'least', place: 'front' },
  余: { bound: 'least', place: 'inside', open: true },
  多: { bound: 'least', place: 'inside', open: true },
  有余: { bound: 'least', place: 'behind', open: true },
  之多: { bound: 'least', place: 'behind' },
  开外: { bound: 'least', place: 'behind', open: true },
  出头: { bound: 'least', place: 'behind', open: true },
  挂零: { bound: 'least', place: 'behind', open: true },
  以上: { bound: 'least', place: 'behind' },
  及以上: { bound: 'least', place: 'behind' },
  不足: { bound: 'most', place: 'front', open: true },
  不到: { bound: 'most', place: 'front', open: true },
  小于: { bound: 'most', place: 'front', open: true },
  不超过: { bound: 'most', place: 'front' },
  不多于: { bound: 'most', place: 'front' },
  不高于: { bound: 'most', place: 'front' },
  不大于: { bound: 'most', place: 'front' },
  至多: { bound: 'most', place: 'front' },
  最多: { bound: 'most', place: 'front' },
  以内: { bound: 'most', place: 'behind' },
  之内: { bound: 'most', place: 'behind' },
  以下: { bound: 'most', place: 'behind' },
  及以下: { bound: 'most', place: 'behind' },
  约: { bound: 'about', place: 'front' },
  大约: { bound: 'about', place: 'front' },
  约莫: { bound: 'about', place: 'front' },
  大概: { bound: 'about', place: 'front' },
  大致: { bound: 'about', place: 'front' },
  近: { bound: 'about', place: 'front' },
  将近: { bound: 'about', place: 'front' },
  接近: { bound: 'about', place: 'front' },
  近乎: { bound: 'about', place: 'front' },
  几乎: { bound: 'about', place: 'front' },
  差不多: { bound: 'about', place: 'front' },
  左右: { bound: 'about', place: 'behind' },
  上下: { bound: 'about', place: 'behind' },
} as const satisfies Readonly<Record<string, QualifierWord>>

const placed = (place: QualifierWord['place']): string =>
  Object.entries(QUALIFIER_WORDS)
    .filter(([, word]) => word.place === place)
    .map(([word]) => word)
    .sort((a, b) => b.length - a.length)
    .join('|')

/** Sources of regular expressions for the qualifiers on each side of a number. */
export const QUALIFIERS_IN_FRONT = placed('front')
export const QUALIFIERS_BEHIND = placed('behind')

/** How exact a number is, in the source's own word; `none` is an exact count as the source states it. */
export type Qualifier = 'none' | keyof typeof QUALIFIER_WORDS
export const QUALIFIERS = ['none', ...Object.keys(QUALIFIER_WORDS)] as readonly Qualifier[]

/** What a qualifier says of the true number; `undefined` where it is the one that is printed. */
export function boundOf(qualifier: Qualifier): Bound | undefined {
  return qualifier === 'none' ? undefined : QUALIFIER_WORDS[qualifier].bound
}

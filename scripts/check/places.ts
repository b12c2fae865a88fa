import type { Place } from './finding.ts'

/**
 * Where a finding holds, in few words: aspect ratios with the same skins and clicks stand together, as in
 * `红、夜 16:9；红 4:3，点击 1 次后`.
 */
export function describePlaces(places: readonly Place[]): string {
  const perAspect = [...Map.groupBy(places, ({ aspect }) => aspect)].map(([aspect, own]) => ({
    aspect,
    ...extentOf(own),
  }))
  const alike = Map.groupBy(perAspect, ({ skins, clicks }) => JSON.stringify([skins, clicks]))
  return [...alike.values()]
    .map(group => {
      const { skins, clicks } = group[0]!
      const states = clicks.some(count => count > 0)
        ? `，${clicks.map(count => (count === 0 ? '未点击' : `点击 ${count} 次后`)).join('、')}`
        : ''
      return `${skins.join('、')}${skins.length > 0 ? ' ' : ''}${group.map(({ aspect }) => aspect).join('、')}${states}`
    })
    .join('；')
}

/** Skins and clicks of one aspect ratio; where skins differ in their clicks, the clicks are those of any. */
function extentOf(places: readonly Place[]): { skins: string[]; clicks: number[] } {
  return {
    skins: [...new Set(places.map(({ skin }) => skin))].filter(skin => skin !== ''),
    clicks: [...new Set(places.map(({ clicks }) => clicks))].sort((a, b) => a - b),
  }
}

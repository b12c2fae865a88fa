/** A chart with a fill pattern must not go out without it. */
export function createOrUpdatePatternFromDecal(): never {
  throw new Error(
    '没有打包 ECharts 的图案填充（decal）：要用它，请从 setup/vite/module-overrides/overrides.ts 里删去对应的两行',
  )
}

/** Our custom series place their bars themselves. */
export function computeBarLayoutForCustomSeries(): never {
  throw new Error('没有打包 ECharts 的 api.barLayout：要用它，请从 setup/vite/slim/seams.ts 里删去对应的一行')
}

/** Charts get data as it is to be drawn. */
export function applyDataTransform(): never {
  throw new Error('没有打包 ECharts 的数据变换（transform）：要用它，请从 setup/vite/slim/seams.ts 里删去对应的两行')
}

export { applyDataTransform as registerExternalTransform }

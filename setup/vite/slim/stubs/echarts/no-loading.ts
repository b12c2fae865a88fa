/** Charts are drawn from data that is there: nothing is waited for. */
export default function refuse(): never {
  throw new Error('没有打包 ECharts 的加载动画：见 setup/vite/slim/seams.ts')
}

/** Animation without script is for charts drawn on a server. */
export function createCSSAnimation(): never {
  throw new Error('没有打包 zrender 的 CSS 动画：见 setup/vite/slim/seams.ts')
}

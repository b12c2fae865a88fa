/** Our custom series have no coordinates but px. */
export default function refuse(): never {
  throw new Error('没有打包这种坐标系：要用它，请从 setup/vite/slim/seams.ts 里删去对应的一行')
}

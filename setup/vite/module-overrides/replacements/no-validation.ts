/** The data has been validated when the build began, with the same rules; a phone need not do it again. */
export function validate(): never[] {
  return []
}

/** Shapes are checked with the rest of the data when the build begins; nothing in the browser asks for them. */
export const FigureSchema = undefined

export function schemaProblems(): never {
  throw new Error('数据在建网站时已核对，浏览器里不再核对：见 setup/vite/module-overrides/overrides.ts')
}

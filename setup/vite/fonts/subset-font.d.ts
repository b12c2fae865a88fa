/** What is used of `subset-font`, which ships no types. */
declare module 'subset-font' {
  interface Options {
    targetFormat: 'woff2' | 'truetype'
    /** Tags of layout features; default all. */
    keepFeatures?: readonly string[]
    /** Converts only; the text is then empty. */
    keepAllGlyphs?: boolean
  }
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>
}

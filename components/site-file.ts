declare global {
  /** In a site that is one file: addresses of its pictures by their paths, see `scripts/export/html/pack.ts`. */
  var huibaoFiles: Readonly<Record<string, string>> | undefined
}

/** The address of a file of `public/`. @param path from there, such as `photos/quay.jpg` */
export function siteFile(path: string): string {
  return globalThis.huibaoFiles?.[path] ?? import.meta.env.BASE_URL + path
}

/// <reference types="vite/client" />

declare module 'virtual:huibao-photos' {
  /** Photos in `public/photos/`, by slot id; paths are relative to the site's base. */
  const files: Readonly<Record<string, string>>
  export default files
}

declare module 'virtual:huibao-fonts.css'

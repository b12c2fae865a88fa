import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * What is set in a face: all there is, speaker notes and messages included; what stands on slides; or titles of the
 * first level and numbers in large type.
 */
export type FaceUse = 'everything' | 'slides' | 'display'

/** One font face of the deck: a static TrueType file. Variable and CFF fonts become Type 3 in Chromium's PDF. */
export interface Face {
  family: string
  weight: number
  use: FaceUse
  /** Package and path of the full font. */
  file: string
  /** File name of the subset, without extension. */
  name: string
}

const SANS = '@expo-google-fonts/noto-sans-sc'
const SERIF = '@expo-google-fonts/noto-serif-sc'

/** All faces of the deck. Weights in between do not exist: 500 shows as 400, 600 as 700. */
export const faces: readonly Face[] = [
  {
    family: 'Noto Sans SC',
    weight: 400,
    use: 'everything',
    file: `${SANS}/400Regular/NotoSansSC_400Regular.ttf`,
    name: 'noto-sans-sc-400',
  },
  {
    family: 'Noto Sans SC',
    weight: 700,
    use: 'slides',
    file: `${SANS}/700Bold/NotoSansSC_700Bold.ttf`,
    name: 'noto-sans-sc-700',
  },
  {
    family: 'Noto Serif SC',
    weight: 700,
    use: 'slides',
    file: `${SERIF}/700Bold/NotoSerifSC_700Bold.ttf`,
    name: 'noto-serif-sc-700',
  },
  {
    family: 'Noto Serif SC',
    weight: 900,
    use: 'display',
    file: `${SERIF}/900Black/NotoSerifSC_900Black.ttf`,
    name: 'noto-serif-sc-900',
  },
]

/** The path of a face's full font, as installed for the project in `projectRoot`. */
export function facePath({ file }: Face, projectRoot: string): string {
  return createRequire(join(projectRoot, 'package.json')).resolve(file)
}

/** The full font of a face. */
export interface FullFont {
  /** Tells fonts apart without reading their ten megabytes: package, its version, path, and size. */
  identity: string
  read: () => Buffer
}

/** The full font of a face, as installed for the project in `projectRoot`. */
export function fullFont(face: Face, projectRoot: string): FullFont {
  const path = facePath(face, projectRoot)
  const name = face.file.split('/').slice(0, 2).join('/')
  const about = createRequire(join(projectRoot, 'package.json')).resolve(`${name}/package.json`)
  const { version } = JSON.parse(readFileSync(about, 'utf8')) as { version: string }
  return { identity: `${face.file} ${version} ${statSync(path).size}`, read: () => readFileSync(path) }
}

import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { escapeXml } from '../../scripts/lib/xlsx/markup.ts'
import { ROOT } from '../support/project.ts'

/** Names that pages and presentations ask for, and the engine's own faces that stand for them. */
const ALIASES = {
  'Noto Sans SC': ['system-ui', 'sans-serif', 'PingFang SC', 'Microsoft YaHei'],
  'Noto Serif SC': ['serif'],
} as const

/**
 * Lets this process and its children see the engine's own faces first, whatever fonts the machine has, so that
 * pictures look the same everywhere. Only Linux asks for fonts that way.
 * @param folder for the configuration: an absolute path
 */
export async function useOwnFonts(folder: string): Promise<void> {
  const aliases = Object.entries(ALIASES).flatMap(([face, names]) =>
    names.map(
      name => `<match target="pattern"><test name="family"><string>${name}</string></test>
<edit name="family" mode="prepend" binding="strong"><string>${face}</string></edit></match>`,
    ),
  )
  const folders = ['noto-sans-sc', 'noto-serif-sc'].map(name => `${ROOT}node_modules/@expo-google-fonts/${name}`)
  const file = path.join(folder, 'fonts.conf')
  await mkdir(folder, { recursive: true })
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${folders.map(each => `<dir>${escapeXml(each)}</dir>`).join('\n')}
<cachedir>${escapeXml(path.join(folder, 'fonts'))}</cachedir>
${aliases.join('\n')}
</fontconfig>
`,
  )
  process.env.FONTCONFIG_FILE = file
}

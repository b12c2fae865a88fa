import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { HuibaoError } from '../../model/errors.ts'
import { runCommand } from '../../scripts/lib/command.ts'

/** Draws the pictures of the READMEs from the deck of this repository: `npm run pictures -- [name …]`. */
await runCommand(process.argv.slice(2), async context => {
  const [{ default: sharp }, { launchBrowser }, { useOwnFonts }, { pictures, PICTURES }] = await Promise.all([
    import('sharp'),
    import('../../scripts/browser/launch.ts'),
    import('./fonts.ts'),
    import('./pictures.ts'),
  ])
  const names = context.args.length > 0 ? context.args : Object.keys(pictures)
  const unknown = names.find(name => !Object.hasOwn(pictures, name))
  if (unknown !== undefined)
    throw new HuibaoError(`没有这张图：${unknown}`, {
      hint: `可以写 ${Object.keys(pictures).join('、')}。`,
      exitCode: 2,
    })
  const folder = path.join(context.root, '.huibao', 'pictures')
  await mkdir(path.join(context.root, PICTURES), { recursive: true })
  await useOwnFonts(folder)
  const studio = { context, folder, browser: await launchBrowser(context) }
  for (const name of names) {
    const picture = await pictures[name]!(studio)
    if (!picture) {
      context.log.warn(`没有重画 ${name}：这台机器上没有 LibreOffice（apt-get install libreoffice-impress）`)
      continue
    }
    const file = `${PICTURES}/${name}.webp`
    const webp = await sharp(picture).webp({ quality: 82, effort: 6, smartSubsample: true }).toBuffer()
    await writeFile(path.join(context.root, file), webp)
    context.print(`${file}（${Math.round(webp.length / 1000)} kB）`)
  }
})

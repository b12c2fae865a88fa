import path from 'node:path'
import { withProgress } from '../../lib/progress.ts'
import { isPngName, pngName } from '../names.ts'
import { slidesOf, type ExportForm } from './form.ts'

/** A picture of each slide, or of each of its click states. */
export const png: ExportForm = {
  name: 'png',
  about: '每页一张 PNG，在 png 文件夹里',
  byDefault: true,
  pictures: true,
  folder: 'png',
  makes: (file, { total }) => isPngName(file, total),
  async write({ args, context, deck, site, drawings, stage }) {
    const [{ shootSlide }, { openKeptPictures }] = await Promise.all([
      import('../shoot.ts'),
      import('../kept-pictures.ts'),
    ])
    const { print, snapshots } = slidesOf(drawings)
    const kept = await openKeptPictures(print.page, {
      root: context.root,
      out: path.resolve(context.root, args.out),
      site: site.folder,
    })
    const files: string[] = []
    await withProgress(context, '正在画 PNG', snapshots.length, async tick => {
      for (const snapshot of snapshots) {
        const file = `png/${pngName(snapshot, deck.total, args.clicks)}`
        const earlier = args.rebuild ? undefined : kept.find(file, snapshot.id)
        const picture = earlier ?? (await shootSlide(print.page, snapshot))
        // Written here and not by Playwright, which would make the folder anew after an interrupt has removed it.
        stage.write(file, picture)
        kept.note(file, snapshot.id, picture)
        files.push(file)
        tick()
      }
    })
    await kept.save()
    return { files, count: files.length, problems: [] }
  },
  summary: (folder, count) => `${folder}（${count} 张 PNG）`,
}

import { lookQuery } from '../../lib/look.ts'
import type { Site } from '../../site/ensure.ts'
import type { ExportForm, FormJob } from './form.ts'

const nameOf = (fileName: string): string => `${fileName}.html`

/** The whole deck as one file that opens by a double click, without a server and without a network. */
export const html: ExportForm = {
  name: 'html',
  about: '一个网页文件，双击就能放映和阅读，不用联网，没有讲稿（要讲稿加 --with-notes）',
  load: siteOf,
  makes: (file, { fileName }) => file === nameOf(fileName),
  async write({ args, deck, stage, siteFor }) {
    const { packSite } = await import('../html/pack.ts')
    const { folder } = await siteOf({ args, siteFor })
    const file = nameOf(deck.fileName)
    stage.write(file, Buffer.from(await packSite(folder, String(new URLSearchParams(lookQuery(args.look))))))
    return { files: [file], count: deck.total, problems: [] }
  },
  summary: (file, count) => `${file}（${count} 页）`,
}

function siteOf({ args: { notes }, siteFor }: Pick<FormJob, 'args' | 'siteFor'>): Promise<Site> {
  return siteFor({ variant: 'file', notes })
}

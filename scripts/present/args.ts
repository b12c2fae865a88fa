import { parseOptions, type CommandSpec } from '../lib/args.ts'
import { portOf } from '../lib/port.ts'
import { HuibaoError } from '../../model/errors.ts'

export interface PresentArgs {
  host: string
  /** 0 for one that the system chooses. */
  port: number
  /** What the audience is told, ending in a slash. */
  publicUrl: string | undefined
  /** Files of a certificate and its key, PEM. */
  tls: { cert: string; key: string } | undefined
  /** Address of the NATS servers that keep the meeting. */
  backplane: string | undefined
  /** Files: a user's credentials for NATS, and the certificate of whoever signed those of its servers. */
  creds: string | undefined
  backplaneCa: string | undefined
  /** Name of the meeting in NATS; the deck's file name where it is absent. */
  meeting: string | undefined
  /** Only passes the meeting on to an audience. */
  edge: boolean
  trustProxy: boolean
  /** Opens the presenter's page on this machine. */
  open: boolean
  /** Begins at slide 1, with nobody paired. */
  fresh: boolean
  rebuild: boolean
}

export const SPEC = {
  name: 'present',
  about:
    '放映：大屏、分会场和观众的手机跟着汇报人走；只有配对过的设备能翻页。第一次会先建两个网站（给观众的不带讲稿）。',
  options: {
    port: { type: 'string', default: '8080', value: '8080', help: '端口' },
    host: { type: 'string', default: '0.0.0.0', value: '0.0.0.0', help: '监听的地址；默认所有网卡' },
    'public-url': { type: 'string', value: 'URL', help: '告诉观众的地址，例如前面有反向代理的时候' },
    cert: { type: 'string', value: 'FILE', help: '证书（PEM），与 --key 一起写，用 https' },
    key: { type: 'string', value: 'FILE', help: '证书的私钥（PEM）' },
    'trust-proxy': {
      type: 'boolean',
      default: false,
      help: '前面是本机上的反向代理：按 X-Forwarded-For 认观众的地址',
    },
    backplane: { type: 'string', value: 'nats://…', help: '进度存进 NATS，几台服务器共用' },
    meeting: {
      type: 'string',
      value: 'NAME',
      help: 'NATS 里的会议名，几台服务器要写得一样；默认是文稿的文件名',
    },
    creds: {
      type: 'string',
      value: 'FILE',
      help: 'NATS 的凭证文件；用户和口令则写进环境变量 HUIBAO_NATS_LOGIN（用户:口令）',
    },
    'backplane-ca': { type: 'string', value: 'FILE', help: '给 NATS 签证书的 CA（PEM），地址写 tls://… 时用' },
    edge: { type: 'boolean', default: false, help: '只转发给观众，不能配对；要和 --backplane 一起用' },
    fresh: { type: 'boolean', default: false, help: '从第一页开始，忘掉以前的进度和配对' },
    'no-open': { type: 'boolean', default: false, help: '不自动打开汇报人的页面' },
    rebuild: { type: 'boolean', default: false, help: '重建网站' },
  },
} as const satisfies CommandSpec

/**
 * The arguments of the present command.
 * @throws HuibaoError on an argument that is unknown, out of bounds, or lacks the one it goes with
 */
export function parsePresentArgs(args: string[]): PresentArgs {
  const { values } = parseOptions(SPEC, args)
  const { cert, key, edge, backplane } = values
  if ((cert === undefined) !== (key === undefined)) throw usageError('--cert 和 --key 要一起写')
  if (edge && backplane === undefined) throw usageError('--edge 要和 --backplane 一起用：它从那里得知进度')
  if (backplane !== undefined && !/^(?:nats|tls):\/\/[^\s/]+/.test(backplane))
    throw usageError('--backplane 要写 NATS 的地址，例如 nats://192.168.1.10:4222')
  return {
    host: values.host,
    port: portOf(values.port),
    publicUrl: values['public-url'] === undefined ? undefined : urlOf(values['public-url']),
    tls: cert === undefined || key === undefined ? undefined : { cert, key },
    backplane,
    creds: values.creds,
    backplaneCa: values['backplane-ca'],
    meeting: values.meeting,
    edge,
    trustProxy: values['trust-proxy'],
    open: !values['no-open'],
    fresh: values.fresh,
    rebuild: values.rebuild,
  }
}

const PUBLIC_URL = 'http(s)://主机名[:端口]/'
const SUPERFLUOUS = { '@': '用户名和口令（@ 前面的部分）', '?': '问号和后面的参数', '#': '井号和后面的部分' } as const

function urlOf(text: string): string {
  // Empty ones too: they would stand in every address that is made of it. What is there may be a password.
  const superfluous = /[@?#]/.exec(text)?.[0]
  if (superfluous)
    throw usageError(`--public-url 里不能有${SUPERFLUOUS[superfluous as keyof typeof SUPERFLUOUS]}，要写 ${PUBLIC_URL}`)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw usageError(`--public-url 要写 ${PUBLIC_URL}，而不是“${text}”`)
  // The sites are built to live at the root of a host.
  if (url.pathname !== '/') throw usageError(`--public-url 里不能有路径“${url.pathname}”，要写 ${PUBLIC_URL}`)
  return url.href
}

function usageError(message: string): HuibaoError {
  return new HuibaoError(message, { hint: '可用的参数见 npm run present -- --help', exitCode: 2 })
}

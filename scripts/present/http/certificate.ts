import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { HuibaoError, messageOf } from '../../../model/errors.ts'
import type { Tls } from './listen.ts'

const HINT = '请写 PEM 格式的证书和私钥，私钥不要带密码。'

/**
 * A certificate and its key, checked.
 * @throws HuibaoError where a file cannot be read, is not what it should be, or does not go with the other
 */
export async function readTls(files: { cert: string; key: string }): Promise<Tls> {
  const tls = { cert: await readText('--cert', files.cert), key: await readText('--key', files.key) }
  const certificate = checked(() => new X509Certificate(tls.cert), `--cert 的文件不是 PEM 格式的证书：${files.cert}`)
  const key = checked(() => createPrivateKey(tls.key), `--key 的文件不是能用的私钥：${files.key}`)
  if (!certificate.checkPrivateKey(key))
    throw new HuibaoError(`证书 ${files.cert} 和私钥 ${files.key} 不是一对`, { hint: HINT })
  checked(() => createSecureContext(tls), `证书 ${files.cert} 和私钥 ${files.key} 不能用于 https`)
  return { ...tls, local: certificate.checkIP('127.0.0.1') !== undefined }
}

async function readText(option: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new HuibaoError(`${option} 的文件读不出来：${file}（${messageOf(error)}）`, { hint: HINT, cause: error })
  }
}

function checked<T>(work: () => T, message: string): T {
  try {
    return work()
  } catch (error) {
    throw new HuibaoError(message, { hint: HINT, cause: error })
  }
}

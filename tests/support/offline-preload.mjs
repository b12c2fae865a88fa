// Loaded ahead of a Node program: notes, and refuses, every attempt to reach another machine.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import process from 'node:process'

const LOCAL = /^(?:localhost|.*\.localhost|127\.[\d.]+|::1?|0\.0\.0\.0|::ffff:127\.[\d.]+)$/i

/** @param {string} line */
function note(line) {
  appendFileSync(process.env.HUIBAO_REACH_LOG, `${line}\n`)
}

/** @param {unknown} host @param {string} way */
function refuse(host, way) {
  if (host === undefined || host === null || host === '' || LOCAL.test(String(host))) return
  note(`${way} ${host}`)
  throw Object.assign(new Error(`no way to ${host}`), { code: 'ENETUNREACH' })
}

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  // The module's own callers hand over their arguments as one list.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) refuse(first.path ? undefined : first.host, 'connect')
  else if (typeof second === 'string') refuse(second, 'connect')
  return connect.apply(this, args)
}

for (const owner of [dns, dns.promises]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
    const original = owner[name]
    owner[name] = function (host, ...rest) {
      refuse(host, 'lookup')
      return original.call(this, host, ...rest)
    }
  }
}

const { send } = dgram.Socket.prototype
dgram.Socket.prototype.send = function (...args) {
  refuse(
    args.find((arg, index) => index > 0 && typeof arg === 'string'),
    'send',
  )
  return send.apply(this, args)
}

syncBuiltinESMExports()
note(`start ${process.pid}`)

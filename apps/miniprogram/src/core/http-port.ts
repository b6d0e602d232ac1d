import type { HttpAnswer, HttpFile, HttpPort, HttpRequest } from '@azalea/client'
import { noteServerTime } from './clock-port.ts'
import { newKey } from './random.ts'

const PATIENCE_MILLISECONDS = 15_000

/** What of the session goes with each request. */
export interface TokenHolder {
  token(): string | null
  /** After a 401: signs in anew without asking anybody; whether it succeeded. */
  renew(): Promise<boolean>
}

/** WeChat's way to the server: no cookies, a token in a header. */
export function createHttpPort(server: string, holder: TokenHolder): HttpPort {
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    const token = holder.token()
    const answer = await sendOnce(server, request, token)
    if (answer.status !== 401 || token === null || !(await holder.renew())) return answer
    return sendOnce(server, request, holder.token())
  }
  return { send, readFile: (address) => readFile(server, address), newKey }
}

/** One request as it is, without a session of its own. */
export function sendOnce(
  server: string,
  request: HttpRequest,
  token: string | null,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const { method, address, headers, body, signal } = request
    if (body !== undefined && typeof body !== 'string')
      return reject(new Error('a file is sent by wx.uploadFile'))
    if (signal?.aborted === true) return reject(new Error('given up'))
    const task = wx.request<string>({
      url: server + address,
      method,
      header: { ...headers, ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { data: body }),
      // Read as text: the core parses, and tells what is no JSON.
      dataType: '其他',
      responseType: 'text',
      timeout: request.patienceMilliseconds ?? PATIENCE_MILLISECONDS,
      success: ({ statusCode, data, header }) => {
        noteServerTime(header)
        resolve({ status: statusCode, text: data ?? '' })
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
    signal?.addEventListener('abort', () => task.abort())
  })
}

/** A public file as bytes, whatever it is; WeChat keeps nothing of it, so it is always fresh. */
export function readFile(server: string, address: string): Promise<HttpFile> {
  return new Promise((resolve, reject) => {
    wx.request<ArrayBuffer>({
      url: server + address,
      responseType: 'arraybuffer',
      timeout: PATIENCE_MILLISECONDS,
      success: ({ statusCode, data }) =>
        resolve({ status: statusCode, bytes: new Uint8Array(data) }),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}

import { Agent, request } from 'node:http'

export interface HttpAnswer {
  readonly status: number
  readonly body: unknown
}

/** One kept-alive connection to the server under measurement. */
export class HttpConnection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #port: number

  constructor(port: number) {
    this.#port = port
  }

  get(path: string, cookie?: string): Promise<HttpAnswer> {
    return this.#send('GET', path, cookie ? { cookie } : {})
  }

  post(path: string, cookie: string, key: string, body: unknown): Promise<HttpAnswer> {
    const headers = { cookie, 'idempotency-key': key, 'content-type': 'application/json' }
    return this.#send('POST', path, headers, JSON.stringify(body))
  }

  close(): void {
    this.#agent.destroy()
  }

  #send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
      const options = { host: '127.0.0.1', port: this.#port, method, path, agent: this.#agent }
      const sent = request({ ...options, headers: { ...headers, ...length } }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: text ? JSON.parse(text) : null }),
        )
        response.on('error', reject)
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }
}

import type { LightMyRequestResponse } from 'fastify'
import type { TestPerson, TestServer } from './server.ts'

let uploads = 0

/** Sends one file as a browser's form would, as a person or as nobody. */
export async function upload(
  test: TestServer,
  person: TestPerson | null,
  url: string,
  file: Buffer,
  options: { readonly key?: string; readonly mediaType?: string } = {},
): Promise<LightMyRequestResponse> {
  uploads += 1
  const boundary = 'azalea-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="file"\r\ncontent-type: ${options.mediaType ?? 'application/octet-stream'}\r\n\r\n`
  return test.http.inject({
    method: 'POST',
    url,
    headers: {
      ...(person ? { cookie: person.cookie } : {}),
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'idempotency-key': options.key ?? `test-upload-${uploads}`,
      'accept-language': 'zh',
    },
    payload: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}

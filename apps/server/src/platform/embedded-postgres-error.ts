/**
 * Why the embedded PostgreSQL could not be had. The message is one sentence for the person who
 * started the server; `detail` holds what PostgreSQL itself printed, for the log.
 *
 * - `data_dir_not_writable`: the data folder cannot be made, written, or belongs to someone else
 * - `no_binaries`: no PostgreSQL for this platform is installed
 * - `already_running`: another living server holds the same data folder
 * - `start_failed`: PostgreSQL refused to initialise or to start
 */
export type EmbeddedPostgresErrorCode =
  | 'data_dir_not_writable'
  | 'no_binaries'
  | 'already_running'
  | 'start_failed'

export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode
  readonly detail: string

  constructor(code: EmbeddedPostgresErrorCode, message: string, detail = '') {
    super(message)
    this.name = 'EmbeddedPostgresError'
    this.code = code
    this.detail = detail
  }
}

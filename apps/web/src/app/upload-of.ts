import { Upload } from '@azalea/client'

/** A form with one file, as the server takes photos, rosters and rule sheets. */
export function uploadOf(file: Blob, name?: string): Upload {
  const form = new FormData()
  if (name === undefined) form.append('file', file)
  else form.append('file', file, name)
  return new Upload(form)
}

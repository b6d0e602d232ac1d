import { post } from './api.ts'
import { uploadOf } from './upload-of.ts'
import { useCommand } from './use-command.ts'

/** Sends a photo and then what it shows; each has its own key, so a retry doubles neither. */
export function useWithPhoto<Input>(
  send: (input: Input & { photoFileId: string }, idempotencyKey: string) => Promise<unknown>,
  onDone: () => void = () => {},
) {
  const enter = useCommand(send, onDone)
  const upload = useCommand(
    // The sign tells two files apart, which the comparison of intents cannot.
    ({ photo }: { photo: File; sign: string; input: Input }, idempotencyKey) =>
      post('/api/photos', {}, uploadOf(photo), { idempotencyKey }),
    ({ fileId }, { input }) => enter.mutate({ ...input, photoFileId: fileId }),
  )
  return {
    send: (input: Input, photo: File) => {
      const sign = `${photo.name} ${photo.size} ${photo.lastModified}`
      upload.mutate({ photo, sign, input })
    },
    error: upload.error ?? enter.error,
    busy: upload.isPending || enter.isPending,
    isDone: enter.isSuccess,
  }
}

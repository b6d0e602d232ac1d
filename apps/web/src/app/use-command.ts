import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { forgetOldAnswers } from './forget-old-answers.ts'
import { newKey } from './api.ts'

/**
 * A change that the server makes once however often it is sent: the idempotency key belongs to what
 * was asked, is kept over retries, and gives way to a new one when it was done or something else is
 * asked. Afterwards nothing that was known before is shown as if it were still so.
 */
export function useCommand<Input, Answer>(
  send: (input: Input, idempotencyKey: string) => Promise<Answer>,
  onDone?: (answer: Answer, input: Input) => void,
): UseMutationResult<Answer, Error, Input> {
  const queryClient = useQueryClient()
  const asked = useRef<{ intent: string; key: string } | null>(null)
  return useMutation({
    mutationFn: (input: Input) => {
      const intent = JSON.stringify([input])
      if (asked.current?.intent !== intent) asked.current = { intent, key: newKey() }
      return send(input, asked.current.key)
    },
    onSuccess: (answer, input) => {
      asked.current = null
      const shownAgain = forgetOldAnswers(queryClient)
      onDone?.(answer, input)
      return shownAgain
    },
  })
}

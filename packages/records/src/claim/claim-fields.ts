import { count, fields, id, nullable, pseudonym, word } from '../field.ts'

/** A claim is named as in its queue; how much is claimed is sealed until the queue is announced. */
export const claimPublic = fields({
  offer: pseudonym('offer'),
  claimant: pseudonym('claimant'),
})

export const claimSealed = {
  claimer: {
    offerId: id,
    wantedQuantity: count('of the small measure'),
    leastQuantity: count('of the small measure'),
    channel: word('app', 'oral', 'written'),
    enteredBy: nullable(id),
  },
}

export const claimInfers =
  'that some household, or somebody of one, claims, has changed or taken back a claim, on a day; whose is named by the list of the queue'

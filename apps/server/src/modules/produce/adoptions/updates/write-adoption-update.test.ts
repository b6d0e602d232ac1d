import { afterAll, beforeAll, expect, it } from 'vitest'
import { AdoptionVillage } from '../../../../../test/adoption-village.ts'
import { photoOf } from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, type TestPerson } from '../../../../../test/server.ts'

let village: AdoptionVillage
beforeAll(async () => {
  village = await AdoptionVillage.create()
}, 120_000)
afterAll(() => village.close())

const write = (person: TestPerson, change: object = {}) =>
  village.as(person, 'POST', `/api/adoption-offers/${village.offerId}/updates`, {
    words: '插秧了',
    photoFileId: null,
    isPublic: false,
    ...change,
  })

it('tells adopters what the grower writes, and anybody what the grower shows to all', async () => {
  const { grower } = village.grown
  const photoFileId = await photoOf(village.test, grower)
  await done(write(grower))
  await done(write(grower, { words: '抽穗了', photoFileId, isPublic: true }))
  expect((await village.adoption()).updates).toMatchObject([{ words: '抽穗了', photoFileId }])
  const buyer = await village.buyer()
  const number = await village.paid(buyer)
  const { offer } = await done(village.own(buyer, number))
  expect(offer.updates).toHaveLength(2)
  const photo = village.url(`/adoptions/${village.offerId}/photos/${photoFileId}`)
  expect((await village.as(null, 'GET', photo)).statusCode).toBe(200)
  const own = await photoOf(village.test, grower)
  await done(write(grower, { photoFileId: own }))
  const hidden = village.url(`/adoptions/${village.offerId}/photos/${own}`)
  expect((await village.as(null, 'GET', hidden)).statusCode).toBe(404)
  expect((await village.as(buyer, 'GET', hidden)).statusCode).toBe(200)
})

it('tells whoever has not paid no more than anybody', async () => {
  const { grower } = village.grown
  const photoFileId = await photoOf(village.test, grower)
  await done(write(grower, { photoFileId }))
  const photo = village.url(`/adoptions/${village.offerId}/photos/${photoFileId}`)
  const buyer = await village.buyer()
  const { number } = await done(village.adopt(buyer))
  const seen = async () => {
    const { state, offer } = await done(village.own(buyer, number))
    const isPublic = ({ isPublic: shown }: { isPublic: boolean }) => shown
    return [
      state,
      offer.updates.every(isPublic),
      (await village.as(buyer, 'GET', photo)).statusCode,
    ]
  }
  expect(await seen()).toEqual(['held', true, 404])
  await village.minutesLater(30)
  expect(await seen()).toEqual(['lapsed', true, 404])
})

it('refuses whoever does not grow there, nothing at all, and a photo of another', async () => {
  const { grower } = village.grown
  const stranger = await addPerson(village.test)
  expect(await refused(write(stranger))).toBe('403 not_grower_of_adoption')
  expect(await refused(write(grower, { words: '' }))).toBe('400 adoption_update_empty')
  const photoFileId = await photoOf(village.test, stranger)
  expect(await refused(write(grower, { photoFileId }))).toBe('403 adoption_photo_not_yours')
})

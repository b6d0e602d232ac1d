import { packAddress, packNumber } from '@azalea/text'
import type { HarvestLot } from '../../lots/index.ts'
import type { PackedRow, RecalledRow } from './epcis.store.ts'

/** EPCIS 2.0 (GS1, June 2022), with the words of the Core Business Vocabulary 2.0. */
export const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'
export const SCHEMA_VERSION = '2.0'

/** Where the village is reached: its names for things begin with it. */
export interface Place {
  readonly address: string
  readonly villageId: string
}

export type EpcisEvent = Readonly<Record<string, unknown>> & { readonly type: string }

/** What all events have in common. Civil time is China's. */
function common({ address, villageId }: Place, id: string, at: Date) {
  const place = { id: `${address}/t/${villageId}` }
  return {
    eventID: `urn:uuid:${id}`,
    eventTime: at.toISOString(),
    recordTime: at.toISOString(),
    eventTimeZoneOffset: '+08:00',
    readPoint: place,
    bizLocation: place,
  }
}

/** As its label has it: a GS1 Digital Link URI, where its kind had a GTIN. */
function nameOfPack(
  { address, villageId }: Place,
  pack: Parameters<typeof packAddress>[2],
): string {
  return packAddress(address, villageId, pack)
}

/** A class of things without numbers of their own: what was weighed of one harvest. */
function lotClass({ address, villageId }: Place, number: string): string {
  return `${address}/t/${villageId}/lots/${number}`
}

function quantity(place: Place, { number, grams }: { number: string; grams: number }) {
  return { epcClass: lotClass(place, number), quantity: grams / 1_000, uom: 'KGM' }
}

/** A lot comes into being: what was weighed of a harvest. */
export function lotEvent(place: Place, lot: HarvestLot): EpcisEvent {
  return {
    type: 'ObjectEvent',
    ...common(place, lot.lotId, lot.openedAt),
    action: 'ADD',
    bizStep: 'creating_class_instance',
    disposition: 'active',
    quantityList: [quantity(place, lot)],
    ilmd: {
      'cbvmda:lotNumber': lot.number,
      'cbvmda:descriptionShort': lot.crop,
      'cbvmda:harvestStartDate': lot.harvestedOn,
      'cbvmda:harvestEndDate': lot.harvestedOn,
      'cbvmda:countryOfOrigin': 'CN',
    },
  }
}

/** Lots become packs; without a pack they were lost. */
export function packingEvent(place: Place, packed: PackedRow): EpcisEvent {
  const lots = packed.lots.map((lot) => quantity(place, lot))
  const shared = common(place, packed.packingId, packed.packedAt)
  if (packed.packCount === 0)
    return {
      type: 'ObjectEvent',
      ...shared,
      action: 'DELETE',
      bizStep: 'destroying',
      disposition: 'destroyed',
      quantityList: lots,
    }
  return {
    type: 'TransformationEvent',
    ...shared,
    inputQuantityList: lots,
    outputEPCList: Array.from({ length: packed.packCount }, (_, at) =>
      nameOfPack(place, {
        number: packNumber(packed.number, at + 1),
        gtin: packed.gtins?.[at] ?? null,
      }),
    ),
    bizStep: 'commissioning',
    disposition: 'active',
    ilmd: {
      'cbvmda:lotNumber': packed.number,
      'cbvmda:descriptionShort': packed.crop,
      ...(packed.bestBefore === null ? {} : { 'cbvmda:bestBeforeDate': packed.bestBefore }),
      'cbvmda:countryOfOrigin': 'CN',
    },
  }
}

/** A lot or a pack is recalled. What a plot, product or substance reaches is told of no single one. */
export function recallEvent(place: Place, recalled: RecalledRow): EpcisEvent {
  const { lotNumber, packingNumber, serial, gtin } = recalled
  const pack = packingNumber === null ? null : packNumber(packingNumber, serial ?? 0)
  return {
    type: 'ObjectEvent',
    ...common(place, recalled.holdId, recalled.placedAt),
    action: 'OBSERVE',
    bizStep: 'holding',
    disposition: 'recalled',
    ...(pack === null ? {} : { epcList: [nameOfPack(place, { number: pack, gtin })] }),
    ...(lotNumber === null ? {} : { quantityList: [{ epcClass: lotClass(place, lotNumber) }] }),
  }
}

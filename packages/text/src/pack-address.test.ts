import { describe, expect, it } from 'vitest'
import { packAddress, packNumberOf, readPackAddress } from './index.ts'

const villageId = '330109102259'
const gtin = '09506000134352'
const number = '261201-JNDX-017'
const one = { packingNumber: '261201-JNDX', serial: 17 }

describe('the address of a pack', () => {
  it('is a GS1 Digital Link where its kind had a GTIN', () => {
    const old = packAddress('https://village.example', villageId, { number, gtin: null })
    expect(old).toBe(`https://village.example/t/${villageId}/${number}`)
    expect(readPackAddress(old)).toEqual({ villageId, gtin: null, ...one })
    const link = packAddress('https://village.example', villageId, { number, gtin })
    expect(link).toBe(`https://village.example/01/${gtin}/21/${number}`)
    expect(readPackAddress(link)).toEqual({ villageId: null, gtin, ...one })
  })

  it.each([
    `http://city.example/azalea/#/t/${villageId}/${number}?from=label`,
    `https://village.example/t/${villageId}/261201-jndx-017`,
  ])('%s is read wherever it was printed', (text) => {
    expect(readPackAddress(text)).toEqual({ villageId, gtin: null, ...one })
  })

  it.each([
    `https://id.gs1.org/01/${gtin}/21/${number}`,
    `https://dalgiardino.com/some/where/01/9506000134352/21/${number}?linkType=gs1:epcis`,
    `urn:epc:id:sgtin:9506000.013435.${number}`,
  ])('%s is read as others write it', (text) => {
    expect(readPackAddress(text)).toEqual({ villageId: null, gtin, ...one })
  })

  it.each([
    `https://id.gs1.org/01/${gtin}/10/261201-JNDX`,
    'urn:epc:class:lgtin:9506000.013435.261201-JNDX',
  ])('%s stands for some packs of a packing', (text) => {
    const some = { packingNumber: '261201-JNDX', serial: null }
    expect(readPackAddress(text)).toEqual({ villageId: null, gtin, ...some })
  })

  it.each([
    'https://id.gs1.org/01/09506000134353/21/261201-JNDX-017',
    `https://id.gs1.org/01/${gtin}/21/12345`,
    `https://id.gs1.org/01/${gtin}/10/${number}`,
    `https://id.gs1.org/01/${gtin}`,
    `https://village.example/t/${villageId}/261201-JNDX-000`,
    `javascript://village.example/t/${villageId}/${number}`,
    'urn:epc:id:sgtin:0614141.107346.2017',
    'urn:epc:id:sscc:0614141.1234567890',
    '',
  ])('%s is none', (text) => {
    expect(readPackAddress(text)).toBeNull()
  })

  it('leads to its number, as the number itself does', () => {
    expect(packNumberOf(` https://village.example/01/${gtin}/21/${number} `)).toBe(number)
    expect(packNumberOf('２６１２０１-jndx-017')).toBe(number)
    expect(packNumberOf('261201-JNDX')).toBeNull()
    expect(packNumberOf(`https://id.gs1.org/01/${gtin}/10/261201-JNDX`)).toBeNull()
  })
})

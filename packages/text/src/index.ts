export {
  addCivilDays,
  addMonths,
  atCivilTime,
  civilDay,
  daysBetween,
  fromLocalText,
  instantAfterDays,
  isCivilDay,
  isDayOfYear,
  lastDayBefore,
  minuteOfDay,
  mondayOf,
  monthsAround,
  startOfCivilDay,
  toLocalText,
  weekdayOf,
  type CivilDay,
  type Instant,
} from './calendar.ts'
export { readDigitCode } from './code.ts'
export { compactText, foldForms } from './compact-text.ts'
export {
  canonicalForeignJson,
  canonicalJson,
  isCanonicalJson,
  isShallow,
  type CanonicalValue,
} from './canonical-json.ts'
export { cleanDocument } from './document.ts'
export { doorText, groupOfDoor, OFFICE_HOUSE_NO } from './door.ts'
export { englishMonths, englishProse } from './english.ts'
export { decodeText, encodingsOf, type TextEncoding } from './decode-text.ts'
export { cleanLine, cleanParagraphs, countGraphemes, fits } from './free-text.ts'
export { gtinCheckDigit, isOfCompany, readGtin, shownGtin } from './gtin.ts'
export { isVisible } from './invisible.ts'
export { charactersOfName, cleanName, isName, nameKey, NAME_SIGNS } from './name.ts'
export { packAddress, packNumberOf, readPackAddress, type NamedPack } from './pack-address.ts'
export { packNumber, readPackingNumber, readPackNumber, type PackNumber } from './pack-number.ts'
export { phoneDigits, readPhone } from './phone.ts'
export {
  isPlateCode,
  PLATE_ALPHABET,
  PLATE_CODE_LENGTH,
  plateCheckCharacter,
  isVoucherCode,
  readPlateCode,
  VOUCHER_CODE_LENGTH,
} from './plate-code.ts'

/** Nouns that texts count with an amount filled in; each beside its singular. */
const singulars: Readonly<Record<string, string>> = {
  attendances: 'attendance',
  candidates: 'candidate',
  characters: 'character',
  days: 'day',
  deeds: 'deed',
  entries: 'entry',
  errors: 'error',
  hours: 'hour',
  households: 'household',
  minutes: 'minute',
  objections: 'objection',
  people: 'person',
  pieces: 'piece',
  places: 'place',
  points: 'point',
  pts: 'pt',
  questions: 'question',
  ratings: 'rating',
  records: 'record',
  rows: 'row',
  sheets: 'sheet',
  shifts: 'shift',
  stars: 'star',
  times: 'time',
  witnesses: 'witness',
}
const verbs: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has' }

const one = new RegExp(
  `(^|[^\\d.,:])1 (${Object.keys(singulars).join('|')})\\b(?: (${Object.keys(verbs).join('|')})\\b)?`,
  'g',
)

/**
 * A filled-in English text as one writes it. Amounts come written out, so that no plural can be
 * chosen for them: one of them is “1 point”, and “1 sheet was read”. Days come as they stand alone:
 * within a sentence it is “since today”, and “voted today”.
 */
export function englishProse(text: string): string {
  return inSentence(inSingular(text))
}

function inSingular(text: string): string {
  return text.replace(one, (_, before: string, noun: string, verb?: string) => {
    const said = `${before}1 ${singulars[noun] ?? noun}`
    return verb === undefined ? said : `${said} ${verbs[verb] ?? verb}`
  })
}

function inSentence(text: string): string {
  return text.replace(
    /([a-z)”][,;:]? )(?:on )?(Today|Yesterday|Tomorrow)\b/g,
    (_, before: string, day: string) => before + day.toLowerCase(),
  )
}

/** The months as English names them, January first. */
export const englishMonths: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

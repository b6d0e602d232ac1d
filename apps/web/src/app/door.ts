import { doorText } from '@azalea/text'
import { useLanguage } from '../ui/settings.ts'

/** Where somebody lives, in the reader’s language. */
export function useDoor(): (at: { groupName: string; houseNo: string }) => string {
  const language = useLanguage()
  return (at) => doorText(at, language)
}

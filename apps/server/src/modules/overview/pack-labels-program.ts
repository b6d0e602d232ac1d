// The program of the process that draws the labels of packs.
import { answerApart } from '../../platform/parse-apart/answer-apart.ts'
import { writePackLabelsPdf, type LabelSheet } from './pack-labels-pdf.ts'

answerApart((_: Buffer, sheet: LabelSheet) => writePackLabelsPdf(sheet))

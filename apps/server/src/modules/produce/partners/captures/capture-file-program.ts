// The program of the process that reads what a partner sent.
import { answerApart } from '../../../../platform/parse-apart/answer-apart.ts'
import { checkCaptureFile } from './check-capture-file.ts'

answerApart(checkCaptureFile)

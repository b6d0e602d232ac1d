// The program of the process that decodes one uploaded picture.
import sharp from 'sharp'
import { answerApart } from '../../../platform/parse-apart/answer-apart.ts'
import { makePhotoAnew } from './make-photo-anew.ts'

// One picture, once: threads and a cache would only take memory.
sharp.concurrency(1)
sharp.cache(false)

answerApart(makePhotoAnew)

import { defineMessages } from '@azalea/client'

export const cameraMessages = defineMessages('camera', {
  zh: {
    picture: '摄像头的画面',
    refused: '摄像头没有得到允许。请允许以后再试，或者用下面的办法。',
    missing: '这里用不了摄像头。请用下面的办法，或选一张拍好的照片。',
    again: '再试摄像头',
    photo: '码的照片',
    photoHint: '照片只在手机上看，不会上传。',
    reading: '正在认……',
    noCode: '照片里没有认出码。靠近一点、拍清楚一点再试。',
  },
  en: {
    picture: 'The camera’s picture',
    refused: 'The camera was not allowed. Allow it and try again, or use another way below.',
    missing: 'No camera can be used here. Use another way below, or choose a photo of the code.',
    again: 'Try the camera again',
    photo: 'Photo of the code',
    photoHint: 'The photo is read on your phone and not sent anywhere.',
    reading: 'Reading …',
    noCode: 'No code was found in the photo. Go closer, hold still and try again.',
  },
})
